/** The inbox of everybody (hop_thu), the cursor over the log, and how each wants to be told (cach_bao). */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { CACH_BAO, CACH_BAO_THUONG, postOf, type CachBao } from '../policy/notices/mail.ts'
import { LOAI_BAO, type LoaiBao, type Notice } from '../policy/notices/notice.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** `thu`: what became of its mail; `thuLoi`: why it did not leave. */
export type Kept = { id: number; loai: LoaiBao; tieuDe: string; loi: string; dan: string; luc: string; daDoc: boolean; thu: string; thuLoi: string | null }

const isLoai = (value: string): value is LoaiBao => (LOAI_BAO as readonly string[]).includes(value)
const isCach = (value: string): value is CachBao => (CACH_BAO as readonly string[]).includes(value)

export async function chosenWay(req: Req, nguoi: number): Promise<CachBao> {
  const [row] = await query<{ cach: string }>(req, sql`select cach from cach_bao where nguoi = ${nguoi}`)
  return row && isCach(row.cach) ? row.cach : CACH_BAO_THUONG
}

export async function chooseWay(req: Req, nguoi: number, cach: CachBao): Promise<void> {
  await query(req, sql`insert into cach_bao (nguoi, cach) values (${nguoi}, ${cach}) on conflict (nguoi) do update set cach = excluded.cach`)
}

/** Each once; what was told before is not told again. `post`: whether mail can leave at all. */
export async function keepNotices(req: Req, notices: readonly Notice[], so: number, nowMs: number, post: boolean): Promise<void> {
  for (const one of notices) {
    const { thu, sau } = post ? postOf(one.loai, await chosenWay(req, one.nguoi), nowMs) : { thu: 'khong', sau: nowMs }
    await query(
      req,
      sql`insert into hop_thu (nguoi, khoa, loai, tieu_de, loi, dan, ban_trinh, so, thu, thu_sau)
          values (${one.nguoi}, ${one.khoa}, ${one.loai}, ${one.tieuDe.slice(0, 300)}, ${one.loi.slice(0, 900)}, ${one.dan}, ${one.banTrinh}, ${so}, ${thu}, ${new Date(sau).toISOString()}::timestamptz)
          on conflict (nguoi, khoa) do nothing`,
    )
  }
}

/** `decides`: he still takes steps of the review; what waited for whoever did is else shown no more. */
export async function inboxOf(req: Req, nguoi: number, most: number, decides: boolean): Promise<{ rows: Kept[]; unread: number }> {
  const rows = await query<{
    id: unknown
    loai: string
    tieu_de: string
    loi: string
    dan: string
    luc: string
    doc: boolean
    thu: string
    thu_loi: string | null
  }>(
    req,
    sql`select id, loai, tieu_de, loi, dan, to_char(luc at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as luc, doc_luc is not null as doc, thu, thu_loi
        from hop_thu where nguoi = ${nguoi} and (loai not in ('cho', 'choGoi', 'choKhan', 'khanSapHet', 'baoCao') or ${decides}) order by id desc limit ${most}`,
  )
  const kept = rows.flatMap((row): Kept[] =>
    isLoai(row.loai)
      ? [
          {
            id: Number(row.id),
            loai: row.loai,
            tieuDe: row.tieu_de,
            loi: row.loi,
            dan: row.dan,
            luc: row.luc,
            daDoc: row.doc,
            thu: row.thu,
            thuLoi: row.thu_loi,
          },
        ]
      : [],
  )
  return { rows: kept, unread: await unreadOf(req, nguoi) }
}

export async function unreadOf(req: Req, nguoi: number): Promise<number> {
  const [row] = await query<{ n: number }>(
    req,
    sql`select count(*)::int as n from (select 1 from hop_thu where nguoi = ${nguoi} and doc_luc is null limit 100) x`,
  )
  return row!.n
}

/** All of them, or those that lead to one place. */
export async function markRead(req: Req, nguoi: number, dan: string | null): Promise<void> {
  const here = dan === null ? sql`` : sql` and dan = ${dan}`
  await query(req, sql`update hop_thu set doc_luc = ct_nay() where nguoi = ${nguoi} and doc_luc is null${here}`)
}
