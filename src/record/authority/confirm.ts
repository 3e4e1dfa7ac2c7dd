/**
 * Rule: nobody acts by what the database says of him alone. Roles, name, post, address and password of an account, and every
 * delegation, must be those of the last signed row about them; else nothing is done in that name.
 */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { refuse } from '../../messages/refusal.ts'
import { canonicalText, sha256 } from '../../policy/gate/fingerprint.ts'
import { issue, type Issue } from '../../policy/issues.ts'
import { isSpokesperson, type NguoiTheoSo, type SoQuyen } from '../../policy/people/authorityChain.ts'
import type { Actor, VaiTro } from '../../policy/people/roles.ts'
import { runtimeOf } from '../../runtime.ts'
import { authorityOf } from './read.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

const sameRoles = (a: readonly VaiTro[], b: readonly VaiTro[]): boolean => [...new Set(a)].sort().join() === [...new Set(b)].sort().join()

/** Fingerprint of what opens an account: its address and its password as they are stored. */
export async function credentialsOf(req: Req, id: number): Promise<string | null> {
  const rows = await query<{ email: string; salt: string | null; hash: string | null }>(req, sql`select email, salt, hash from nguoi_dung where id = ${id}`)
  return rows[0] ? sha256(canonicalText({ email: rows[0].email, salt: rows[0].salt, hash: rows[0].hash })) : null
}

export const isAsSealed = (sealed: NguoiTheoSo | undefined, person: Pick<Actor, 'vaiTro' | 'hoTen' | 'chucVu'>): boolean =>
  sealed?.mo === true && sameRoles(sealed.vaiTro, person.vaiTro) && sealed.ten === person.hoTen && sealed.chucVu === person.chucVu

/** Why nothing can be decided at all: no keys, or an upgrade nobody has confirmed yet. */
export function standingFault(req: Req, so: SoQuyen): Issue | null {
  const fault = runtimeOf(req.payload).keys.fault()
  if (fault) return issue('KEYS_MISSING', undefined, { ma: fault.ma })
  return so.coPhatNgon ? null : issue('AUTHORITY_UNSEALED')
}

/** Refuses where the account is not what its last signed row says. */
export async function confirmActor(req: Req, actor: Actor): Promise<void> {
  const { so } = await authorityOf(req)
  const fault = standingFault(req, so)
  if (fault) throw refuse(fault)
  const sealed = so.nguoi.get(actor.id)
  if (!isAsSealed(sealed, actor) || sealed!.the !== (await credentialsOf(req, actor.id))) throw refuse(issue('AUTHORITY_UNSIGNED'))
}

/**
 * Whether an account is, as the database holds it now, what its last signed row says; the row is held until the transaction
 * ends. Rule: nothing of an account is signed anew, and no link sets its password, before this was asked: else whoever writes
 * into the database has his own address or password signed by the next ordinary change.
 */
export async function isAccountAsSealed(req: Req, id: number): Promise<boolean> {
  const { so } = await authorityOf(req)
  const fault = standingFault(req, so)
  if (fault?.code === 'KEYS_MISSING') throw refuse(fault)
  // An upgrade nobody has confirmed yet: there is no seal to compare with.
  if (fault) return true
  const rows = await query<{ ho_ten: string | null; chuc_vu: string | null; mo: boolean; vai_tro: VaiTro[] | null }>(
    req,
    sql`select ho_ten, chuc_vu, coalesce(kich_hoat, false) as mo, (select array_agg(v.value::text) from nguoi_dung_vai_tro v where v.parent_id = n.id) as vai_tro
        from nguoi_dung n where id = ${id} for no key update`,
  )
  const [sealed, row] = [so.nguoi.get(id), rows[0]]
  const same =
    sealed !== undefined &&
    row !== undefined &&
    sealed.mo === row.mo &&
    sealed.ten === (row.ho_ten ?? '') &&
    sealed.chucVu === (row.chuc_vu ?? '') &&
    sameRoles(sealed.vaiTro, row.vai_tro ?? []) &&
    sealed.the === (await credentialsOf(req, id))
  if (!same) runtimeOf(req.payload).guard.raise('tai-khoan', `tài khoản ${id} không khớp dòng đã ký của nhật ký`)
  return same
}

/** Refuses where it is not. */
export async function confirmAccount(req: Req, id: number): Promise<void> {
  if (!(await isAccountAsSealed(req, id))) throw refuse(issue('AUTHORITY_UNSIGNED'))
}

type LentRow = { id: number; nguoi_uy_quyen: number; nguoi: number; pham_vi: string; tu: string; den: string }

/** Whether a delegation of the database is one of the signed log, unended, and its lender still a spokesperson there. */
export function isLentBySigned(so: SoQuyen, row: LentRow): boolean {
  const known = so.uyQuyen.get(Number(row.id))
  return (
    known !== undefined &&
    !known.het &&
    known.nguoiUyQuyen === Number(row.nguoi_uy_quyen) &&
    known.nguoiDuocUyQuyen === Number(row.nguoi) &&
    known.phamVi === row.pham_vi &&
    Date.parse(known.tuNgay) === Date.parse(row.tu) &&
    Date.parse(known.denNgay) === Date.parse(row.den) &&
    isSpokesperson(so, known.nguoiUyQuyen)
  )
}
