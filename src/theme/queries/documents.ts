/** Live official documents: newest first by the day they were issued, narrowed by what people know of them. */
import { settled, withoutAccents } from '../../policy/text/searchFold.ts'
import type { Choices } from '../asked/documents.ts'
import type { VanBan, VanBanEdition } from '../content/vanBan.ts'
import type { Db } from './db.ts'
import { COLUMNS, LIVE, toEdition } from './editions.ts'

export type DocumentFilter = {
  q: string
  coQuan: string
  loai: string
  /** A year, `2026`. */
  nam: string
  /** Id of the topic. */
  chuDe: number | null
  before: number | null
  limit: number
}

const OURS = `bo_suu_tap = 'van-ban' and ${LIVE}`

/** Words and numbers without accents and signs, each as it may begin a word of the document; null where nothing is asked. */
export function prefixQuery(q: string): string | null {
  const words = withoutAccents(settled(q))
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, 12)
  return words.length === 0 ? null : words.map((word) => `${word}:*`).join(' & ')
}

export async function documents(db: Db, f: DocumentFilter): Promise<VanBanEdition[]> {
  const values: unknown[] = []
  const param = (value: unknown): string => `$${values.push(value)}`
  const where = [OURS]
  const words = prefixQuery(f.q)
  if (f.q !== '' && words === null) return []
  if (words !== null) where.push(`tim_van_ban(noi_dung) @@ to_tsquery('simple', ${param(words)})`)
  if (f.loai !== '') where.push(`loai = ${param(f.loai)}`)
  if (f.coQuan !== '') where.push(`co_quan_ban_hanh(noi_dung) = ${param(f.coQuan)}`)
  if (f.nam !== '') where.push(`ngay_ban_hanh(noi_dung) >= ${param(`${f.nam}-01-01`)} and ngay_ban_hanh(noi_dung) <= ${param(`${f.nam}-12-31`)}`)
  if (f.chuDe !== null) where.push(`(noi_dung::jsonb -> 'chuDe') @> ${param(JSON.stringify([{ taiLieu: f.chuDe }]))}::jsonb`)
  if (f.before !== null)
    where.push(`(ngay_ban_hanh(noi_dung), id) < (select ngay_ban_hanh(noi_dung), id from ban_dang where bo_suu_tap = 'van-ban' and id = ${param(f.before)})`)
  const { rows } = await db.query(
    `select ${COLUMNS} from ban_dang where ${where.join(' and ')} order by ngay_ban_hanh(noi_dung) desc, id desc limit ${param(f.limit)}`,
    values,
  )
  return rows.map((row) => toEdition<VanBan>(row))
}

/** What the lists of the form offer: only what some live document has, each found by one step of an index. */
export async function choices(db: Db): Promise<Choices> {
  const distinct = (value: string): string => `with recursive c as (
      (select min(${value}) as v from ban_dang where ${OURS})
      union all select (select min(${value}) from ban_dang where ${OURS} and ${value} > c.v) from c where c.v is not null)
    select v from c where v is not null`
  const years = `with recursive c as (
      (select max(ngay_ban_hanh(noi_dung)) as v from ban_dang where ${OURS})
      union all select (select max(ngay_ban_hanh(noi_dung)) from ban_dang where ${OURS} and ngay_ban_hanh(noi_dung) < left(c.v, 4)) from c where c.v is not null)
    select left(v, 4) as v from c where v is not null`
  const [nam, coQuan, loai] = await Promise.all([years, distinct('co_quan_ban_hanh(noi_dung)'), distinct('loai')].map((text) => db.query(text)))
  const strings = (found: { rows: Record<string, unknown>[] } | undefined): string[] => (found?.rows ?? []).map((row) => String(row.v))
  return { nam: strings(nam), coQuan: strings(coQuan).sort(new Intl.Collator('vi').compare), loai: strings(loai) }
}
