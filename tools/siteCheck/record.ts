/** What the record says should stand on the site: read over HTTP like anybody, or from the database for a second opinion. */
import { sha256 } from '../../src/policy/gate/fingerprint.ts'
import { GUISES } from './guises.ts'
import type { Fetcher } from './fetcher.ts'

export type Live = { id: number; boSuuTap: string; taiLieu: number; slug: string; tieuDe: string; vanTay: string; text: string }
export type Ended = { slug: string; lyDoGo: string | null }
export type Record = { live: Live[]; ended: Ended[] }

const PAGE = 100
type Row = { [name: string]: unknown }
const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const reason = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const toLive = (row: Row): Live => ({
  id: Number(row.id),
  boSuuTap: wordOf(row.boSuuTap),
  taiLieu: Number(row.taiLieu),
  slug: wordOf(row.slug),
  tieuDe: wordOf(row.tieuDe),
  vanTay: wordOf(row.vanTay),
  text: wordOf(row.noiDung),
})

async function allRows(get: Fetcher, where: string): Promise<Row[]> {
  const rows: Row[] = []
  for (let after = 0; ;) {
    const path = `/api/ban-dang?depth=0&pagination=false&limit=${PAGE}&sort=id&where[and][0][id][greater_than]=${after}${where}`
    const { status, bytes } = await get(path, GUISES[0]!)
    if (status !== 200)
      throw new Error(`không đọc được sổ ở /api/ban-dang (mã ${status}). Hãy kiểm tra địa chỉ, hoặc đặt DATABASE_URL để đọc thẳng cơ sở dữ liệu.`)
    const { docs } = JSON.parse(bytes.toString('utf8')) as { docs: Row[] }
    rows.push(...docs)
    if (docs.length < PAGE) return rows
    after = Number(docs.at(-1)!.id)
  }
}

export async function recordOverHttp(get: Fetcher): Promise<Record> {
  const [live, ended] = [await allRows(get, ''), await allRows(get, '&where[and][1][ketThucLuc][exists]=true')]
  return {
    live: live.filter((row) => typeof row.noiDung === 'string').map(toLive),
    ended: ended.map((row) => ({ slug: wordOf(row.slug), lyDoGo: reason(row.lyDoGo) })),
  }
}

type Db = { query: (sql: string) => Promise<{ rows: Row[] }> }

/** The same questions to the table itself. */
export async function recordOfDatabase(db: Db): Promise<Record> {
  const stands = 'ket_thuc_luc is null and (khan_den is null or khan_den > ct_nay()) and (an_den is null or an_den <= ct_nay())'
  const live = await db.query(
    `select id, bo_suu_tap as "boSuuTap", tai_lieu as "taiLieu", slug, tieu_de as "tieuDe", van_tay as "vanTay", noi_dung as "noiDung" from ban_dang where ${stands} order by id`,
  )
  const ended = await db.query(`select slug, ly_do_go as "lyDoGo" from ban_dang where ket_thuc_luc is not null or khan_den <= ct_nay() order by id`)
  return { live: live.rows.map(toLive), ended: ended.rows.map((row) => ({ slug: wordOf(row.slug), lyDoGo: reason(row.lyDoGo) })) }
}

export const isSound = (edition: Live): boolean => sha256(edition.text) === edition.vanTay

/** Where two readings of the record differ; empty where they say the same. */
export function differences(seen: Record, stored: Record): string[] {
  const key = (e: Live): string => `${e.boSuuTap}/${e.slug} ${e.vanTay}`
  const [a, b] = [new Set(seen.live.map(key)), new Set(stored.live.map(key))]
  return [
    ...[...a].filter((k) => !b.has(k)).map((k) => `${k} chỉ có ở /api/ban-dang`),
    ...[...b].filter((k) => !a.has(k)).map((k) => `${k} chỉ có trong cơ sở dữ liệu`),
  ]
}
