/** Who is a member of which unit now. Rule: membership is what the signed log says, and a closed unit has no members. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import type { Actor } from '../policy/people/roles.ts'
import { authorityOf } from '../record/authority/read.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** A unit is open from its first day to its last one, as the calendar of Việt Nam has it. */
const IS_OPEN = sql.raw(`(hieu_luc_tu is null or (hieu_luc_tu at time zone 'Asia/Ho_Chi_Minh')::date <= (ct_nay() at time zone 'Asia/Ho_Chi_Minh')::date)
  and (hieu_luc_den is null or (hieu_luc_den at time zone 'Asia/Ho_Chi_Minh')::date >= (ct_nay() at time zone 'Asia/Ho_Chi_Minh')::date)`)

export type DonViBiet = { id: number; ten: string; mo: boolean; phuTrach: number | null }

/** Units by id: what they are called, whether they are open, who is in charge. */
export async function readUnits(req: Req): Promise<Map<number, DonViBiet>> {
  const rows = await query<{ id: number; ten: string | null; mo: boolean; phu_trach: number | null }>(
    req,
    sql`select id, ten, (${IS_OPEN}) as mo, phu_trach_id as phu_trach from don_vi order by id`,
  )
  return new Map(
    rows.map((row) => [
      Number(row.id),
      { id: Number(row.id), ten: row.ten ?? '', mo: row.mo, phuTrach: row.phu_trach === null ? null : Number(row.phu_trach) },
    ]),
  )
}

/** The open units of each person. */
export async function membersNow(req: Req): Promise<ReadonlyMap<number, readonly number[]>> {
  const { so } = await authorityOf(req)
  if (so.thanhVien.size === 0) return so.thanhVien
  const units = await readUnits(req)
  return new Map([...so.thanhVien].map(([nguoi, ids]) => [nguoi, ids.filter((id) => units.get(id)?.mo === true)]))
}

export const withUnits = async (req: Req, actor: Actor): Promise<Actor> => ({ ...actor, donVi: (await membersNow(req)).get(actor.id) ?? [] })

/** The open units in whose name a person writes: those he belongs to and those he is in charge of. */
export async function ownUnits(req: Req, nguoi: number): Promise<number[]> {
  const { so } = await authorityOf(req)
  const mine = so.thanhVien.get(nguoi) ?? []
  return [...(await readUnits(req)).values()].filter((unit) => unit.mo && (mine.includes(unit.id) || unit.phuTrach === nguoi)).map((unit) => unit.id)
}
