/** Search over live editions by the index of lexemes; see migrations/20261121_063000_search.ts and 20261121_066000_search_first_page.ts. */
import { planned, type Db } from './db.ts'
import { LIVE } from './editions.ts'
import type { Cursor } from '../asked/search.ts'
import { inTitle, type Question, type Ranked } from '../asked/question.ts'

/** What a result is drawn from; `noiDung` is left out where it is too long to be read for a list. */
export type Found = {
  id: number
  rank: number
  boSuuTap: string
  loai: string
  slug: string
  tieuDe: string
  dangLanDau: string
  noiDung: Record<string, unknown>
}
export type Within = { from: Date | null; until: Date | null }

/** Longer editions, of more than about a hundred printed pages, are listed without their text. */
const LONGEST = 400_000

const CONTENT = `b.id, b.bo_suu_tap, b.loai, b.slug, b.tieu_de, b.dang_lan_dau,
       case when octet_length(b.noi_dung) <= ${LONGEST} then b.noi_dung else (b.noi_dung::jsonb - 'noiDung')::text end as noi_dung`

const toFound = (r: Record<string, unknown>): Found => ({
  id: Number(r.id),
  rank: Number(r.bac),
  boSuuTap: String(r.bo_suu_tap),
  loai: String(r.loai),
  slug: String(r.slug),
  tieuDe: String(r.tieu_de),
  dangLanDau: (r.dang_lan_dau as Date).toISOString(),
  noiDung: JSON.parse(String(r.noi_dung)) as Record<string, unknown>,
})

/** The first of what is found, and how many there are, counted no further than `most`. */
export async function firstRanked(db: Db, { best }: Ranked, { from, until }: Within, limit: number, most: number): Promise<{ rows: Found[]; count: number }> {
  const { rows } = await db.query(
    planned(`select t.bac, t.so, ${CONTENT} from tim_trang_dau($1::text[]::tsquery[], $2, $3, $4, $5) t left join ban_dang b on b.id = t.ma and ${LIVE}
      where t.so is not null or b.id is not null order by t.bac, b.id desc`),
    [best, from, until, limit, most],
  )
  return { rows: rows.slice(1).map(toFound), count: Number(rows[0]!.so) }
}

/** What comes after `after`. */
export async function ranked(db: Db, { ranks }: Ranked, { from, until }: Within, after: Cursor, limit: number): Promise<Found[]> {
  const { rows } = await db.query(
    planned(`select t.bac, ${CONTENT} from tim_ban_dang($1::text[]::tsquery[], $2, $3, $4, $5, $6, false) t join ban_dang b on b.id = t.ma
      where ${LIVE} order by t.bac, b.id desc`),
    [ranks, from, until, after.rank, after.id, limit],
  )
  return rows.map(toFound)
}

/** How many there are, counted no further than `most`. */
export async function countUpTo(db: Db, { whole }: Ranked, { from, until }: Within, most: number): Promise<number> {
  const { rows } = await db.query(planned(`select dem_ban_dang($1::tsquery, $2, $3, $4) as n`), [whole, from, until, most])
  return Number(rows[0]!.n)
}

/** Words of titles that look like each of these, by trigrams, the nearest first; a word that is known comes first itself. */
export async function lookalikes(db: Db, words: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await db.query(`select w, array(select t.tu from tu_tieu_de t order by t.tu <-> w limit 30) as gan from unnest($1::text[]) as w`, [words])
  return new Map(rows.map((r) => [String(r.w), r.gan as string[]]))
}

/** Which of these, each a list of words, are the words of a live title: places in the list of the first `most`. */
export async function standInTitles(db: Db, tried: readonly (readonly string[])[], only: readonly Question[], most: number): Promise<number[]> {
  const { rows } = await db.query(
    `select c.i from unnest($1::text[]) with ordinality as c (cau, i), lateral (select 1 from tim_ban_dang(array[c.cau]::tsquery[], null, null, null, null, 1, false)) x limit $2`,
    [tried.map((words) => inTitle(words, only)), most],
  )
  return rows.map((r) => Number(r.i) - 1).sort((a, b) => a - b)
}
