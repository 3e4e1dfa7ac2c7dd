/** Keys of people's devices beside the log: what a browser needs to ask for one, and what waits to be vouched for. Decides nothing. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import type { ChuKyThietBi } from '../policy/keys/assertion.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>
export type BaoLanh = { nguoi: number; ky: ChuKyThietBi }
/** `lucKy`: the hour in the text the key signed, ISO. */
export type KhoaCho = {
  ma: string
  nguoi: number
  tenNguoi: string
  spki: string
  rpId: string
  lucKy: string
  credId: string
  ten: string
  tuKy: ChuKyThietBi
  baoLanh: BaoLanh[]
}
export type KhoaDangDung = { ma: string; nguoi: number; credId: string; ten: string; luc: string }

const ISO = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`)

/** A person has one that waits; a newer one takes its place. */
export async function keepWaiting(req: Req, one: Omit<KhoaCho, 'tenNguoi' | 'baoLanh'>): Promise<void> {
  await query(
    req,
    sql`insert into khoa_cho (ma, nguoi, spki, rp_id, luc_ky, cred_id, ten, tu_ky)
        values (${one.ma}, ${one.nguoi}, ${one.spki}, ${one.rpId}, ${one.lucKy}, ${one.credId}, ${one.ten}, ${JSON.stringify(one.tuKy)}::jsonb)
        on conflict (nguoi) do update set ma = excluded.ma, spki = excluded.spki, rp_id = excluded.rp_id, luc_ky = excluded.luc_ky, cred_id = excluded.cred_id,
          ten = excluded.ten, tu_ky = excluded.tu_ky, bao_lanh = '[]', luc = ct_nay()`,
  )
}

const toWaiting = (row: Record<string, unknown>): KhoaCho => ({
  ma: String(row.ma),
  nguoi: Number(row.nguoi),
  tenNguoi: String(row.ho_ten ?? ''),
  spki: String(row.spki),
  rpId: String(row.rp_id),
  lucKy: String(row.luc_ky),
  credId: String(row.cred_id),
  ten: String(row.ten),
  tuKy: row.tu_ky as ChuKyThietBi,
  baoLanh: row.bao_lanh as BaoLanh[],
})

/** A registration that nobody vouched for within a month is forgotten. */
const YOUNG = sql.raw(`k.luc > ct_nay() - interval '30 days'`)

export async function waitingKeys(req: Req): Promise<KhoaCho[]> {
  const rows = await query(
    req,
    sql`select k.*, n.ho_ten from khoa_cho k join nguoi_dung n on n.id = k.nguoi where ${YOUNG} and n.kich_hoat order by k.luc limit 100`,
  )
  return rows.map(toWaiting)
}

/** Held until the transaction ends. */
export async function lockWaiting(req: Req, ma: string): Promise<KhoaCho | null> {
  const rows = await query(req, sql`select k.*, n.ho_ten from khoa_cho k join nguoi_dung n on n.id = k.nguoi where k.ma = ${ma} and ${YOUNG} for update of k`)
  return rows[0] ? toWaiting(rows[0]) : null
}

export async function addVoucher(req: Req, ma: string, baoLanh: readonly BaoLanh[]): Promise<void> {
  await query(req, sql`update khoa_cho set bao_lanh = ${JSON.stringify(baoLanh)}::jsonb where ma = ${ma}`)
}

export async function settleKey(req: Req, { ma, nguoi, credId, ten }: KhoaCho): Promise<void> {
  await query(req, sql`delete from khoa_cho where ma = ${ma}`)
  await query(req, sql`insert into khoa_nguoi (ma, nguoi, cred_id, ten) values (${ma}, ${nguoi}, ${credId}, ${ten})`)
}

export async function keptKeys(req: Req, nguoi: number): Promise<KhoaDangDung[]> {
  const rows = await query(
    req,
    sql`select ma, nguoi, cred_id, ten, to_char(luc at time zone 'UTC', ${ISO}) as luc from khoa_nguoi where nguoi = ${nguoi} order by luc`,
  )
  return rows.map((row) => ({ ma: String(row.ma), nguoi: Number(row.nguoi), credId: String(row.cred_id), ten: String(row.ten), luc: String(row.luc) }))
}
