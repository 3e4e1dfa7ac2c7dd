/** Work on files that were kept, named in the transaction that keeps them: a restart forgets none of it, and two processes do none twice. */
import type { Payload, PayloadRequest } from 'payload'
import { query, queryOutside, sql } from '../database/sql.ts'

/** Whoever took it and was stopped: another takes it after this. */
const LEASE = '3 minutes'
/** It is asked for so often; after that whoever submits the file is told why. */
export const MOST_TRIES = 4

export async function toMake(req: PayloadRequest, tuLieu: number, hash: string): Promise<void> {
  await query(
    req,
    sql`insert into viec_tep (tu_lieu, sha256) values (${tuLieu}, ${hash})
        on conflict (tu_lieu) do update set sha256 = excluded.sha256, trang_thai = 'cho', lan = 0, loi = null, vao_luc = ct_nay(), sau = ct_nay(), xong_luc = null`,
  )
}

export type FileWork = { tuLieu: number; sha256: string; filename: string; lan: number }

/** The next that is due, taken for a while. Outside a transaction: what is made takes seconds, and holds nobody up. */
export async function takeWork(payload: Payload): Promise<FileWork | null> {
  // Whoever took it was stopped each time: it may be what stops them.
  await queryOutside(
    payload,
    sql`update viec_tep set trang_thai = 'khongDuoc', loi = coalesce(loi, 'tiến trình dừng giữa chừng'), xong_luc = ct_nay() where trang_thai = 'cho' and sau <= ct_nay() and lan >= ${MOST_TRIES}`,
  )
  const rows = await queryOutside<{ tu_lieu: unknown; sha256: string; filename: string | null; lan: unknown }>(
    payload,
    sql`update viec_tep v set lan = v.lan + 1, sau = ct_nay() + ${LEASE}::interval from tu_lieu t
        where t.id = v.tu_lieu and v.tu_lieu = (select tu_lieu from viec_tep where trang_thai = 'cho' and sau <= ct_nay() order by vao_luc, tu_lieu limit 1 for update skip locked)
        returning v.tu_lieu, v.sha256, t.filename, v.lan`,
  )
  const [row] = rows
  return row ? { tuLieu: Number(row.tu_lieu), sha256: row.sha256, filename: row.filename ?? '', lan: Number(row.lan) } : null
}

/** What became of it; another file may have taken its place meanwhile, and that one is still to be made. */
export async function workDone(payload: Payload, { tuLieu, sha256 }: FileWork, why: string | null): Promise<void> {
  await queryOutside(
    payload,
    sql`update viec_tep set trang_thai = ${why === null ? 'xong' : 'khongDuoc'}, loi = ${why?.slice(0, 300) ?? null}, xong_luc = ct_nay() where tu_lieu = ${tuLieu} and sha256 = ${sha256}`,
  )
}

export async function workLater(payload: Payload, { tuLieu, sha256, lan }: FileWork, why: string): Promise<void> {
  await queryOutside(
    payload,
    sql`update viec_tep set loi = ${why.slice(0, 300)}, sau = ct_nay() + ${`${5 * 4 ** lan} seconds`}::interval where tu_lieu = ${tuLieu} and sha256 = ${sha256}`,
  )
}

/** Of these, the ones still to be made. */
export async function waitingAmong(req: PayloadRequest, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const rows = await query<{ tu_lieu: unknown }>(req, sql`select tu_lieu from viec_tep where trang_thai = 'cho' and tu_lieu in ${[...ids]}`)
  return new Set(rows.map(({ tu_lieu: id }) => Number(id)))
}

/** How many wait, and since when the oldest has; and how many could not be made. */
export async function waitingWork(req: PayloadRequest): Promise<{ cho: number; tu: string | null; khongDuoc: number }> {
  const [row] = await query<{ cho: unknown; tu: string | null; hong: unknown }>(
    req,
    sql`select count(*) filter (where trang_thai = 'cho') as cho, min(vao_luc) filter (where trang_thai = 'cho') as tu, count(*) filter (where trang_thai = 'khongDuoc') as hong from viec_tep`,
  )
  return { cho: Number(row?.cho ?? 0), tu: row?.tu ?? null, khongDuoc: Number(row?.hong ?? 0) }
}
