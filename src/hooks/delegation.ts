/** Delegations are written once, by the spokesperson's own hand, logged, and ended early by the server's clock. */
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { now } from '../database/clock.ts'
import { refuse } from '../messages/refusal.ts'
import { readAccount } from '../facts/people.ts'
import { confirmAccount, confirmActor } from '../record/authority/confirm.ts'
import { demandProof } from '../facts/proof.ts'
import { signChange } from '../actions/kyDoi.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { scopesOf } from '../policy/gate/gates/index.ts'
import { runtimeOf } from '../runtime.ts'
import { boundary, checkDelegation } from '../policy/people/delegation.ts'
import { textIssues } from '../policy/gate/freeze.ts'
import { idOf } from '../policy/ids.ts'
import { issue } from '../policy/issues.ts'

const WRITTEN = ['soVanBan', 'nguoiUyQuyen', 'nguoiDuocUyQuyen', 'phamVi', 'tuNgay', 'denNgay'] as const

const same = (a: unknown, b: unknown): boolean => {
  const plain = (v: unknown): unknown => (v !== null && typeof v === 'object' ? (v as { id?: unknown }).id : v)
  const [x, y] = [plain(a), plain(b)]
  return x === y || (typeof x === 'string' && typeof y === 'string' && Date.parse(x) === Date.parse(y))
}

export const delegationRules: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const actor = actorOf(req)
  // Nobody but a person lends authority: not a job, not the console.
  if (!actor) throw refuse(issue('UNAUTHENTICATED'))
  await confirmActor(req, actor)
  const at = await now(req)
  if (operation === 'update') {
    const changed = WRITTEN.find((name) => data[name] !== undefined && !same(data[name], originalDoc[name]))
    if (changed) throw refuse(issue('DELEGATION_KEPT', changed))
    await demandProof(req, ['uyQuyen'])
    return { ...data, thuHoiLuc: originalDoc.thuHoiLuc ?? (data.thuHoiLuc ? at : null) }
  }
  const delegate = idOf(data.nguoiDuocUyQuyen)
  const tuNgay = typeof data.tuNgay === 'string' ? boundary(data.tuNgay, 'tuNgay') : null
  const denNgay = typeof data.denNgay === 'string' ? boundary(data.denNgay, 'denNgay') : null
  const soVanBan = String(data.soVanBan ?? '').trim()
  const issues = checkDelegation(
    actor,
    { nguoiDuocUyQuyen: Number.isInteger(delegate) ? await readAccount(req, delegate) : null, phamVi: data.phamVi, tuNgay, denNgay, soVanBan },
    scopesOf(runtimeOf(req.payload).gates),
    at,
  )
  issues.push(...textIssues(soVanBan, 'soVanBan'))
  if (issues.length > 0) throw refuse(...issues)
  // Whom the page named is whom the signed log knows by that name.
  await confirmAccount(req, delegate)
  await demandProof(req, ['uyQuyen'])
  return { ...data, nguoiUyQuyen: actor.id, tuNgay, denNgay, soVanBan, thuHoiLuc: null }
}

export const logDelegation: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation === 'update' && (!doc.thuHoiLuc || previousDoc.thuHoiLuc)) return doc
  const row = await signChange(req, {
    hanhDong: operation === 'create' ? 'uy-quyen' : 'thu-hoi-uy-quyen',
    nguoi: actorOf(req),
    boSuuTap: 'uy-quyen',
    taiLieu: Number(doc.id),
    chiTiet: {
      soVanBan: String(doc.soVanBan),
      nguoiUyQuyen: idOf(doc.nguoiUyQuyen),
      nguoiDuocUyQuyen: idOf(doc.nguoiDuocUyQuyen),
      phamVi: String(doc.phamVi),
      tuNgay: new Date(String(doc.tuNgay)).toISOString(),
      denNgay: new Date(String(doc.denNgay)).toISOString(),
      thuHoiLuc: doc.thuHoiLuc ? new Date(String(doc.thuHoiLuc)).toISOString() : null,
    },
  })
  await insertNhatKy(req, row)
  return doc
}
