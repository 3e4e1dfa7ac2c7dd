/** Rule: each role's dashboard shows what waits for that role, and each author what became of his own work. */
import { holds, isAuthor, isEditor, mayTakeStep, STEP_ROLES, type Actor } from './roles.ts'

type Where = Record<string, unknown>
export type Queue = { key: string; own: 'nhap' | 'traLai' | 'inReview' | null; where: Where; list: string }

const STATE_OF = { dauMoi: 'choTiepNhan', bienTapVien: 'choBienTap', nguoiDuyet: 'choDuyet', nguoiPhatNgon: 'choDuyet' } as const

function forState(state: string, roles: readonly string[]): Queue {
  return {
    key: state,
    own: null,
    where: { and: [{ trangThai: { equals: state } }, { vaiTroCho: { in: [...roles] } }] },
    list: `where[trangThai][equals]=${state}`,
  }
}

function ofOwn(actor: Actor, own: NonNullable<Queue['own']>, states: string[]): Queue {
  return {
    key: `own-${own}`,
    own,
    where: { and: [{ tacGia: { equals: actor.id } }, { trangThai: { in: states } }] },
    list: `where[tacGia][equals]=${actor.id}&where[trangThai][in]=${states.join(',')}`,
  }
}

export function queuesFor(actor: Actor): Queue[] {
  const roles = STEP_ROLES.filter((role) => mayTakeStep(actor, role))
  const states = [...new Set(roles.map((role) => STATE_OF[role]))]
  const queues = states.map((state) =>
    forState(
      state,
      roles.filter((role) => STATE_OF[role] === state),
    ),
  )
  if (isEditor(actor)) queues.push({ key: 'daDuyet', own: null, where: { trangThai: { equals: 'daDuyet' } }, list: 'where[trangThai][equals]=daDuyet' })
  if (isAuthor(actor) && !holds(actor, 'quanTriKyThuat')) {
    queues.push(ofOwn(actor, 'traLai', ['traLai']), ofOwn(actor, 'nhap', ['nhap']), ofOwn(actor, 'inReview', ['choTiepNhan', 'choBienTap', 'choDuyet']))
  }
  return queues
}
