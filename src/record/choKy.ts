/** Changes of authority that wait for their author's device, by session. They are kept outside the transaction that was refused; nothing here counts by itself. */
import type { Payload, PayloadRequest } from 'payload'
import { query, queryOutside, sql } from '../database/sql.ts'
import type { ChuKyThietBi } from '../policy/keys/assertion.ts'
import type { Luc } from '../policy/keys/change.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>
/** `ve`: SHA-256 of the decision; `noiDung`: the decision, canonical. */
export type ChoKy = { nguoi: number; phien: string; ve: string; noiDung: string; thoi: Luc; ky: ChuKyThietBi | null }

/** Asked anew it waits anew: an older hour, an older signature are gone. What nobody signed within an hour is swept away. */
export async function askToSign(payload: Payload, { nguoi, phien, ve, noiDung, thoi }: Omit<ChoKy, 'ky'>): Promise<void> {
  await queryOutside(payload, sql`delete from cho_ky where nguoi = ${nguoi} and luc < ct_nay() - interval '1 hour'`)
  await queryOutside(
    payload,
    sql`insert into cho_ky (nguoi, phien, ve, noi_dung, luc_ky, sau_so, sau_bam)
        values (${nguoi}, ${phien}, ${ve}, ${noiDung}, ${thoi.luc}, ${thoi.sau.so}, ${thoi.sau.bam})
        on conflict (nguoi, phien, ve) do update set noi_dung = excluded.noi_dung, luc_ky = excluded.luc_ky, sau_so = excluded.sau_so, sau_bam = excluded.sau_bam,
          ky = null, luc = ct_nay()`,
  )
}

const toWaiting = (row: Record<string, unknown>): ChoKy => ({
  nguoi: Number(row.nguoi),
  phien: String(row.phien),
  ve: String(row.ve),
  noiDung: String(row.noi_dung),
  thoi: { luc: String(row.luc_ky), sau: { so: Number(row.sau_so), bam: String(row.sau_bam) } },
  ky: row.ky as ChuKyThietBi | null,
})

/** Taken within the change itself: undone, it waits on. */
export async function takeSigned(req: Req, nguoi: number, phien: string, ve: string): Promise<ChoKy | null> {
  const rows = await query(req, sql`delete from cho_ky where nguoi = ${nguoi} and phien = ${phien} and ve = ${ve} and ky is not null returning *`)
  return rows[0] ? toWaiting(rows[0]) : null
}

/** The newest of this session that nobody signed yet, at most five minutes old. */
export async function newestUnsigned(req: Req, nguoi: number, phien: string): Promise<ChoKy | null> {
  const rows = await query(
    req,
    sql`select * from cho_ky where nguoi = ${nguoi} and phien = ${phien} and ky is null and luc > ct_nay() - interval '5 minutes' order by luc desc limit 1`,
  )
  return rows[0] ? toWaiting(rows[0]) : null
}

export async function keepSignature(req: Req, nguoi: number, phien: string, ve: string, ky: ChuKyThietBi): Promise<void> {
  await query(req, sql`update cho_ky set ky = ${JSON.stringify(ky)}::jsonb where nguoi = ${nguoi} and phien = ${phien} and ve = ${ve}`)
}
