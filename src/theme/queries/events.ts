/** Reads live stories that have a date, by that date. `day` is the instant a day began. */
import type { Edition, Story } from '../content/edition.ts'
import type { Db } from './db.ts'
import { COLUMNS, LIVE, toEdition } from './editions.ts'

const BEGINS = 'su_kien_bat_dau(noi_dung)'
const ENDS = `coalesce(noi_dung::jsonb #>> '{suKien,ketThuc}', ${BEGINS})`
const DATED = `from ban_dang where bo_suu_tap = 'tin-bai' and ${LIVE}`
/** What began longer ago than this and goes on is not looked for: no school event lasts half a year. */
const LONGEST_MS = 183 * 86_400_000

const stories = (rows: Record<string, unknown>[]): Edition<Story>[] => rows.map((row) => toEdition<Story>(row))

/** What begins on this day or later, or goes on through it; soonest first. */
export async function eventsFrom(db: Db, day: string, limit: number): Promise<Edition<Story>[]> {
  const since = new Date(Date.parse(day) - LONGEST_MS).toISOString()
  const { rows } = await db.query(`select ${COLUMNS} ${DATED} and ${BEGINS} >= $1 and ${ENDS} >= $2 order by ${BEGINS}, id limit $3`, [since, day, limit])
  return stories(rows)
}

/** What was over before this day, latest first; `before` is the id of the last edition of the page before. */
export async function eventsBefore(db: Db, day: string, before: number | null, limit: number): Promise<Edition<Story>[]> {
  const after = before === null ? '' : `and (${BEGINS}, id) < (select ${BEGINS}, id from ban_dang where id = $3)`
  const { rows } = await db.query(
    `select ${COLUMNS} ${DATED} and ${BEGINS} < $1 and ${ENDS} < $1 ${after} order by ${BEGINS} desc, id desc limit $2`,
    before === null ? [day, limit] : [day, limit, before],
  )
  return stories(rows)
}

/** For a calendar program: everything dated from an instant on, the latest where there are more than `limit`. */
export async function datedStories(db: Db, since: string, limit: number, chuDe?: number): Promise<Edition<Story>[]> {
  const ofTopic = chuDe === undefined ? '' : `and (noi_dung::jsonb -> 'chuDe') @> $3::jsonb`
  const { rows } = await db.query(
    `select ${COLUMNS} ${DATED} and ${BEGINS} >= $1 ${ofTopic} order by ${BEGINS} desc, id desc limit $2`,
    chuDe === undefined ? [since, limit] : [since, limit, JSON.stringify([{ taiLieu: chuDe }])],
  )
  return stories(rows).reverse()
}
