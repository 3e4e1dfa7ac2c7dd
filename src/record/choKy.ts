/** Changes of authority that wait for their author's device, by session. They are kept outside the transaction that was refused; nothing here counts by itself. */
import type { Payload, PayloadRequest } from 'payload'
import { query, queryOutside, sql } from '../database/sql.ts'
import type { ChuKyThietBi } from '../policy/keys/assertion.ts'
import type { Luc } from '../policy/keys/change.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>
/** `ve`: SHA-256 of the decision; `noiDung`: the decision, canonical; `moTa`: in words. */
export type ChoKy = { nguoi: number; phien: string; ve: string; noiDung: string; moTa: string; thoi: Luc; ky: ChuKyThietBi | null }

/** Asked anew a while later it waits anew: an older hour, an older signature are gone. What nobody signed within an hour is swept away. */
export async function askToSign(payload: Payload, { nguoi, phien, ve, noiDung, moTa, thoi }: Omit<ChoKy, 'ky'>): Promise<void> {
  await queryOutside(payload, sql`delete from cho_ky where nguoi = ${nguoi} and luc < ct_nay() - interval '1 hour'`)
  await queryOutside(
    payload,
    sql`insert into cho_ky (nguoi, phien, ve, noi_dung, mo_ta, luc_ky, sau_so, sau_bam)
        values (${nguoi}, ${phien}, ${ve}, ${noiDung}, ${moTa.slice(0, 1000)}, ${thoi.luc}, ${thoi.sau.so}, ${thoi.sau.bam})
        on conflict (nguoi, phien, ve) do update set noi_dung = excluded.noi_dung, mo_ta = excluded.mo_ta, luc_ky = excluded.luc_ky, sau_so = excluded.sau_so, sau_bam = excluded.sau_bam,
          ky = null, luc = ct_nay()
          where cho_ky.ky is not null or cho_ky.luc < ct_nay() - interval '3 minutes'`,
  )
}

const toWaiting = (row: Record<string, unknown>): ChoKy => ({
  nguoi: Number(row.nguoi),
  phien: String(row.phien),
  ve: String(row.ve),
  noiDung: String(row.noi_dung),
  moTa: String(row.mo_ta),
  thoi: { luc: String(row.luc_ky), sau: { so: Number(row.sau_so), bam: String(row.sau_bam) } },
  ky: row.ky as ChuKyThietBi | null,
})

export async function signedOne(req: Req, nguoi: number, phien: string, ve: string): Promise<ChoKy | null> {
  const rows = await query(req, sql`select * from cho_ky where nguoi = ${nguoi} and phien = ${phien} and ve = ${ve} and ky is not null`)
  return rows[0] ? toWaiting(rows[0]) : null
}

/** Spent within the change itself: undone, it waits on. False where another spent it. */
export async function spend(req: Req, { nguoi, phien, ve, ky }: ChoKy): Promise<boolean> {
  const rows = await query(
    req,
    sql`delete from cho_ky where nguoi = ${nguoi} and phien = ${phien} and ve = ${ve} and ky = ${JSON.stringify(ky)}::jsonb returning 1`,
  )
  return rows.length === 1
}

/** Of this session, at most five minutes old and not signed yet: the one named, or the newest. */
export async function unsignedOne(req: Req, nguoi: number, phien: string, ve: string | null): Promise<ChoKy | null> {
  const rows = await query(
    req,
    sql`select * from cho_ky where nguoi = ${nguoi} and phien = ${phien} and (${ve}::text is null or ve = ${ve}) and ky is null and luc > ct_nay() - interval '5 minutes' order by luc desc limit 1`,
  )
  return rows[0] ? toWaiting(rows[0]) : null
}

export async function keepSignature(req: Req, nguoi: number, phien: string, ve: string, ky: ChuKyThietBi): Promise<void> {
  await query(req, sql`update cho_ky set ky = ${JSON.stringify(ky)}::jsonb where nguoi = ${nguoi} and phien = ${phien} and ve = ${ve}`)
}
