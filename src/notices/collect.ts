/**
 * The log is the outbox: rows are read in their order, once, behind a cursor that moves with what was told. Two processes take
 * turns; a row that cannot be told is said and passed, and stops none after it.
 */
import { commitTransaction, createLocalReq, initTransaction, killTransaction, type Payload, type PayloadRequest } from 'payload'
import { now } from '../database/clock.ts'
import { query, sql } from '../database/sql.ts'
import { hasPost } from '../facts/mail.ts'
import { namesOfPeople } from '../facts/names.ts'
import { readReviewers } from '../facts/people.ts'
import type { Actor } from '../policy/people/roles.ts'
import { KHAN_NHAC_MS, noticesOf, noticesOfAuthority, remindersOf, type Happened } from '../policy/notices/notice.ts'
import { runtimeOf } from '../runtime.ts'
import type { Failed } from './failed.ts'
import { standingOf } from './facts.ts'
import { keepNotices } from './store.ts'

const BATCH = 50

type Row = { so: unknown; hanh_dong: string; nguoi: unknown; bo_suu_tap: string; tai_lieu: unknown; chi_tiet: string }

function happenedIn(row: Row): Happened {
  const detail = JSON.parse(row.chi_tiet) as Record<string, unknown>
  const id = Number(detail.banTrinh)
  return {
    so: Number(row.so),
    hanhDong: row.hanh_dong,
    nguoi: row.nguoi === null ? null : Number(row.nguoi),
    boSuuTap: row.bo_suu_tap,
    taiLieu: Number(row.tai_lieu),
    den: String(detail.den ?? ''),
    banTrinh: Number.isInteger(id) && id > 0 ? id : null,
    lyDo: typeof detail.lyDo === 'string' ? detail.lyDo : '',
    loi: typeof detail.loi === 'string' ? detail.loi : '',
    chuaDung: detail.dung === false,
  }
}

async function tell(req: PayloadRequest, row: Row, people: readonly Actor[], nowMs: number): Promise<void> {
  const gate = runtimeOf(req.payload).gates.find(({ slug }) => slug === row.bo_suu_tap)
  if (row.tai_lieu === null) return
  if (!gate) return tellOfAuthority(req, row, people, nowMs)
  const happened = happenedIn(row)
  const standing = await standingOf(req, gate.slug, happened.taiLieu)
  if (standing) await keepNotices(req, noticesOf(happened, gate, people, standing), happened.so, nowMs, hasPost(req.payload))
}

async function namesFor(req: PayloadRequest, hanhDong: string, taiLieu: number): Promise<Map<number, string>> {
  if (hanhDong.endsWith('-khoa')) return namesOfPeople(req, [taiLieu])
  if (hanhDong !== 'rut-dong-y') return new Map()
  const rows = await query<{ ho_ten: string }>(req, sql`select ho_ten from dong_y where id = ${taiLieu}`)
  return new Map(rows.map((row) => [taiLieu, row.ho_ten]))
}

async function tellOfAuthority(req: PayloadRequest, row: Row, people: readonly Actor[], nowMs: number): Promise<void> {
  const { so, hanhDong, nguoi, taiLieu } = happenedIn(row)
  const names = await namesFor(req, hanhDong, taiLieu)
  const detail = JSON.parse(row.chi_tiet) as Record<string, unknown>
  const notices = noticesOfAuthority({ so, hanhDong, nguoi, taiLieu, detail }, people, (id) => names.get(id) ?? '')
  await keepNotices(req, notices, so, nowMs, hasPost(req.payload))
}

/** A savepoint of its own: what one row breaks is undone, and the rest goes on. */
async function attempt(req: PayloadRequest, failed: ReturnType<Failed>, work: () => Promise<void>): Promise<void> {
  await query(req, sql`savepoint ct_bao`)
  try {
    await work()
    await query(req, sql`release savepoint ct_bao`)
  } catch (error) {
    await query(req, sql`rollback to savepoint ct_bao`)
    failed(error)
  }
}

async function remind(req: PayloadRequest, failed: Failed, people: readonly Actor[], nowMs: number): Promise<void> {
  const open = await query<{ id: unknown; bo_suu_tap: string; tai_lieu: unknown }>(
    req,
    sql`select id, bo_suu_tap, tai_lieu from ban_dang where khan_den is not null and ket_thuc_luc is null and khan_den > ct_nay() and khan_den <= ct_nay() + ${`${KHAN_NHAC_MS} milliseconds`}::interval limit 50`,
  )
  for (const { id, bo_suu_tap: slug, tai_lieu: taiLieu } of open)
    await attempt(req, failed(`notices emergency ${String(id)}`), async () => {
      const gate = runtimeOf(req.payload).gates.find((one) => one.slug === slug)
      const standing = gate && (await standingOf(req, slug, Number(taiLieu)))
      if (standing) await keepNotices(req, remindersOf({ id: Number(id) }, gate, people, standing), 0, nowMs, hasPost(req.payload))
    })
}

/** Answers how many rows were read; fewer than a batch: nothing is left. */
export async function collect(payload: Payload, failed: Failed): Promise<number> {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    const [cursor] = await query<{ so: unknown }>(req, sql`select so from hop_thu_toi for update skip locked`)
    const rows = cursor
      ? await query<Row>(
          req,
          sql`select so, hanh_dong, nguoi, bo_suu_tap, tai_lieu, chi_tiet from nhat_ky where so > ${String(cursor.so)}::numeric order by so limit ${BATCH}`,
        )
      : []
    const nowMs = Date.parse(await now(req))
    // Asked once a round, and only where there is somebody to tell of something.
    let people: readonly Actor[] | null = null
    const known = async (): Promise<readonly Actor[]> => (people ??= await readReviewers(req))
    for (const row of rows) await attempt(req, failed(`notices row ${String(row.so)}`), async () => tell(req, row, await known(), nowMs))
    const last = rows.at(-1)
    if (last) await query(req, sql`update hop_thu_toi set so = ${String(last.so)}::numeric`)
    if (cursor) await remind(req, failed, await known(), nowMs)
    await commitTransaction(req)
    return rows.length
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
export const isWholeBatch = (read: number): boolean => read === BATCH
