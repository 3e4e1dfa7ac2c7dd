/** Ids of documents found by what no column of theirs holds: the state of their file, and words without accents. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { settled, withoutAccents } from '../policy/text/searchFold.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** Rule: what is looked for is asked of as many as a person looks through; the newest first. */
const MOST_FOUND = 2000

export async function idsInStates(req: Req, boSuuTap: string, states: readonly string[], inside: boolean): Promise<number[]> {
  const among = states.length === 0 ? sql`false` : sql`trang_thai in ${[...states]}`
  const rows = await query<{ id: unknown }>(
    req,
    sql`select tai_lieu as id from ho_so where bo_suu_tap = ${boSuuTap} and ${inside ? among : sql`not (${among})`}`,
  )
  return rows.map((row) => Number(row.id))
}

export async function countOf(req: Req, boSuuTap: string, states: readonly string[]): Promise<{ inside: number; outside: number }> {
  const among = states.length === 0 ? sql`false` : sql`trang_thai in ${[...states]}`
  const rows = await query<{ trong: unknown; ngoai: unknown }>(
    req,
    sql`select count(*) filter (where ${among}) as trong, count(*) filter (where not (${among})) as ngoai from ho_so where bo_suu_tap = ${boSuuTap}`,
  )
  return { inside: Number(rows[0]?.trong ?? 0), outside: Number(rows[0]?.ngoai ?? 0) }
}

const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const literal = (word: string): string => `%${word.replace(/[\\%_]/g, (c) => `\\${c}`)}%`

/** Every word of `asked` stands in the field, whatever its accents. */
export async function idsByWords(req: Req, slug: string, field: string, asked: string): Promise<number[]> {
  const words = withoutAccents(settled(asked)).split(/\s+/).filter(Boolean).slice(0, 20)
  if (words.length === 0) return []
  const folded = sql`tim_kiem_gap(tim_kiem_chu(${sql.identifier(columnOf(field))}))`
  const all = sql.join(
    words.map((word) => sql`${folded} like ${literal(word)}`),
    sql` and `,
  )
  const rows = await query<{ id: unknown }>(
    req,
    sql`select id from ${sql.identifier(slug.replaceAll('-', '_'))} where ${all} order by id desc limit ${MOST_FOUND}`,
  )
  return rows.map((row) => Number(row.id))
}
