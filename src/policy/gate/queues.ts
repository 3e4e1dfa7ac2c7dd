/** Rule: each role's dashboard shows what waits for that role, and each author what became of his own work. */
import { APPROVING, holds, isAuthor, isEditor, STEP_ROLES, type Actor } from '../people/roles.ts'

type Where = Record<string, unknown>
export type Queue = { key: string; own: 'nhap' | 'traLai' | 'inReview' | null; where: Where }

const STATE_OF = { dauMoi: 'choTiepNhan', bienTapVien: 'choBienTap', nguoiDuyet: 'choDuyet', nguoiPhatNgon: 'choDuyet' } as const

/** What a step asks beyond its role: its unit, its people, and that it is another. */
function bound({ id, donVi = [] }: Actor): Where[] {
  const me = `,${id},`
  return [
    { or: [{ donViCho: { exists: false } }, ...(donVi.length > 0 ? [{ donViCho: { in: [...donVi] } }] : [])] },
    { or: [{ nguoiCho: { exists: false } }, { nguoiCho: { contains: me } }] },
    { or: [{ khongCho: { exists: false } }, { khongCho: { not_like: me } }] },
  ]
}

function forState(state: string, roles: readonly string[], actor: Actor): Queue {
  return {
    key: state,
    own: null,
    where: { and: [{ trangThai: { equals: state } }, { vaiTroCho: { in: [...roles] } }, ...bound(actor)] },
  }
}

function ofOwn(actor: Actor, own: NonNullable<Queue['own']>, states: string[]): Queue {
  return {
    key: `own-${own}`,
    own,
    // A photograph is no draft that waits: it is used, or not yet.
    where: { and: [{ tacGia: { equals: actor.id } }, { trangThai: { in: states } }, { boSuuTap: { not_equals: 'tu-lieu' } }] },
  }
}

/** What waits for a delegate: approvers' steps within the scope lent to him. */
function lent({ phamVi }: { phamVi: string }, actor: Actor): Queue {
  const waits = forState('choDuyet', APPROVING, actor)
  if (phamVi === 'tatCa') return waits
  return { ...waits, where: { and: [waits.where, { boSuuTap: { equals: phamVi } }] } }
}

/** What classes send, where nobody was the focal point: it waits for whoever received it then, and for who became it since. Null for whoever takes no step. */
export function receivedQueue(actor: Actor): Queue | null {
  const roles = STEP_ROLES.filter((role) => role !== 'dauMoi' && (holds(actor, role) || holds(actor, 'dauMoi')))
  return roles.length === 0 ? null : { ...forState('choTiepNhan', roles, actor), key: 'choTiepNhan-lop' }
}

export function queuesFor(actor: Actor): Queue[] {
  const roles = STEP_ROLES.filter((role) => holds(actor, role) || (role === 'nguoiDuyet' && holds(actor, 'nguoiPhatNgon')))
  const states = [...new Set(roles.map((role) => STATE_OF[role]))]
  const queues = states.map((state) =>
    forState(
      state,
      roles.filter((role) => STATE_OF[role] === state),
      actor,
    ),
  )
  queues.push(...(actor.uyQuyen ?? []).filter(() => !states.includes('choDuyet')).map((held) => lent(held, actor)))
  if (isEditor(actor)) for (const key of ['daDuyet', 'henGio']) queues.push({ key, own: null, where: { trangThai: { equals: key } } })
  if (isAuthor(actor) && !holds(actor, 'quanTriKyThuat')) {
    queues.push(ofOwn(actor, 'traLai', ['traLai']), ofOwn(actor, 'nhap', ['nhap']), ofOwn(actor, 'inReview', ['choTiepNhan', 'choBienTap', 'choDuyet']))
  }
  return queues
}
