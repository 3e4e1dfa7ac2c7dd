/** Rule: each role's dashboard shows what waits for that role, and each author what became of his own work. */
import { APPROVING, holds, isAuthor, isEditor, STEP_ROLES, type Actor } from '../people/roles.ts'

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

/** What waits for a delegate: approvers' steps within the scope lent to him. */
function lent({ phamVi }: { phamVi: string }): Queue {
  const waits = forState('choDuyet', APPROVING)
  if (phamVi === 'tatCa') return waits
  return { ...waits, where: { and: [waits.where, { boSuuTap: { equals: phamVi } }] }, list: `${waits.list}&where[boSuuTap][equals]=${phamVi}` }
}

export function queuesFor(actor: Actor): Queue[] {
  const roles = STEP_ROLES.filter((role) => holds(actor, role) || (role === 'nguoiDuyet' && holds(actor, 'nguoiPhatNgon')))
  const states = [...new Set(roles.map((role) => STATE_OF[role]))]
  const queues = states.map((state) =>
    forState(
      state,
      roles.filter((role) => STATE_OF[role] === state),
    ),
  )
  queues.push(...(actor.uyQuyen ?? []).filter(() => !states.includes('choDuyet')).map(lent))
  if (isEditor(actor))
    for (const key of ['daDuyet', 'henGio']) queues.push({ key, own: null, where: { trangThai: { equals: key } }, list: `where[trangThai][equals]=${key}` })
  if (isAuthor(actor) && !holds(actor, 'quanTriKyThuat')) {
    queues.push(ofOwn(actor, 'traLai', ['traLai']), ofOwn(actor, 'nhap', ['nhap']), ofOwn(actor, 'inReview', ['choTiepNhan', 'choBienTap', 'choDuyet']))
  }
  return queues
}
