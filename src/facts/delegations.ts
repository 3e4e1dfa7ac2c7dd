/** What is lent to whoever asks now. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { isInForce } from '../policy/people/delegation.ts'
import type { Actor, HeldDelegation } from '../policy/people/roles.ts'
import { isLentBySigned } from '../record/authority/confirm.ts'
import { authorityOf } from '../record/authority/read.ts'
import { actorOf } from './actor.ts'
import { withUnits } from './members.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>
type Row = { id: number; nguoi_uy_quyen: number; nguoi: number; pham_vi: string; tu: string; den: string; thu_hoi: string | null; nay: string }

/** Everything lent by a spokesperson who still is one, with the database's clock beside it. */
const LENT = sql`select u.id, u.nguoi_uy_quyen_id as nguoi_uy_quyen, u.nguoi_duoc_uy_quyen_id as nguoi, u.pham_vi::text, u.tu_ngay::text as tu, u.den_ngay::text as den,
    u.thu_hoi_luc::text as thu_hoi, ct_nay()::text as nay
  from uy_quyen u
  where u.den_ngay >= ct_nay() and exists (select 1 from nguoi_dung n join nguoi_dung_vai_tro v on v.parent_id = n.id
    where n.id = u.nguoi_uy_quyen_id and n.kich_hoat and v.value::text = 'nguoiPhatNgon') order by u.id`

/** What is lent now, by the person it is lent to. */
export async function heldDelegations(req: Req): Promise<Map<number, HeldDelegation[]>> {
  const held = new Map<number, HeldDelegation[]>()
  const rows = await query<Row>(req, LENT)
  if (rows.length === 0) return held
  const { so } = await authorityOf(req)
  for (const row of rows) {
    if (!isLentBySigned(so, row)) continue
    if (!isInForce({ tuNgay: row.tu, denNgay: row.den, thuHoiLuc: row.thu_hoi }, row.nay)) continue
    held.set(Number(row.nguoi), [...(held.get(Number(row.nguoi)) ?? []), { id: Number(row.id), phamVi: row.pham_vi }])
  }
  return held
}

/** A delegation acted under stays what it is until the action has ended; one that ended meanwhile is not acted under. */
export async function holdDelegation(req: Req, id: number): Promise<void> {
  const lender = await query(
    req,
    sql`select n.id from uy_quyen u join nguoi_dung n on n.id = u.nguoi_uy_quyen_id where u.id = ${id} and u.thu_hoi_luc is null and n.kich_hoat for share`,
  )
  if (lender.length === 0) throw refuse(issue('FORBIDDEN'))
}

/** The person of this request with what is lent to him now. */
export async function actorWithDelegations(req: PayloadRequest): Promise<Actor | null> {
  const actor = actorOf(req)
  if (!actor) return null
  const uyQuyen = (await heldDelegations(req)).get(actor.id)
  return withUnits(req, uyQuyen ? { ...actor, uyQuyen } : actor)
}
