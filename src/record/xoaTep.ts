/** Bytes that no reader may get any more: named in the transaction that takes them off the site, removed after it, again and again until they are gone. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'

export async function toRemove(req: PayloadRequest, hashes: readonly string[]): Promise<void> {
  if (hashes.length > 0)
    await query(
      req,
      sql`insert into xoa_tep (sha256) select unnest(${sql.param([...new Set(hashes)].toSorted())}::text[]) on conflict (sha256) do update set luc = ct_nay(), sau = ct_nay(), lan = 0, loi = null, xong_luc = null`,
    )
}

/** While a picture is kept or frozen no file is removed: one that is there now is there when the transaction ends. */
export const holdRemovals = (req: PayloadRequest): Promise<unknown> => query(req, sql`select pg_advisory_xact_lock_shared(hashtextextended('ct:xoa-tep', 0))`)

/** Those no submission ever froze, and no other row than `own` keeps: what the record shows stays with the record. */
export async function unfrozenAmong(req: PayloadRequest, hashes: readonly string[], own: number): Promise<string[]> {
  const free: string[] = []
  for (const hash of hashes) {
    const rows = await query(
      req,
      sql`select 1 from ban_trinh b where position(${hash} in b.noi_dung) > 0 union all select 1 from tu_lieu t where t.goc = ${hash} and t.id <> ${own} limit 1`,
    )
    if (rows.length === 0) free.push(hash)
  }
  return free
}

export type Waiting = { sha256: string; lan: number }

/**
 * Due, of which neither an edition that stands names the bytes nor a submission that may still go live, nor a consent as its
 * signed paper. None while a picture is being
 * frozen (src/media/freeze.ts), and none is frozen until this transaction ends.
 */
export async function dueRemovals(req: PayloadRequest, most: number): Promise<Waiting[]> {
  const [turn] = await query<{ mine: boolean }>(req, sql`select pg_try_advisory_xact_lock(hashtextextended('ct:xoa-tep', 0)) as mine`)
  if (!turn?.mine) return []
  const rows = await query<{ sha256: string; lan: unknown }>(
    req,
    sql`select x.sha256, x.lan from xoa_tep x where x.xong_luc is null and x.sau <= ct_nay()
          and not exists (select 1 from ban_dang d where d.ket_thuc_luc is null and ma_tep(d.noi_dung) @> array[x.sha256])
          and not exists (select 1 from ho_so h join ban_trinh b on b.id = h.ban_trinh_id
            where h.trang_thai in ('choTiepNhan', 'choBienTap', 'choDuyet', 'daDuyet', 'henGio') and ma_tep(b.noi_dung) @> array[x.sha256])
          and not exists (select 1 from dong_y p where p.giay_to = x.sha256)
        order by x.sau limit ${most} for update of x skip locked`,
  )
  return rows.map(({ sha256, lan }) => ({ sha256, lan: Number(lan) }))
}

export const removed = async (req: PayloadRequest, hash: string): Promise<void> => {
  await query(req, sql`update xoa_tep set xong_luc = ct_nay(), loi = null where sha256 = ${hash}`)
}

/** Which of these a withdrawal removed; a later submission may have brought them again. */
export async function removedAmong(req: PayloadRequest, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return []
  const rows = await query<{ sha256: string }>(req, sql`select sha256 from xoa_tep where xong_luc is not null and sha256 in ${[...hashes]}`)
  return rows.map(({ sha256 }) => sha256)
}

/** Tried again later, at last once an hour. */
export const notRemoved = async (req: PayloadRequest, { sha256, lan }: Waiting, why: string): Promise<void> => {
  const seconds = Math.min(3600, 5 * 2 ** Math.min(lan, 10))
  await query(
    req,
    sql`update xoa_tep set lan = lan + 1, loi = ${why.slice(0, 300)}, sau = ct_nay() + ${`${seconds} seconds`}::interval where sha256 = ${sha256}`,
  )
}
