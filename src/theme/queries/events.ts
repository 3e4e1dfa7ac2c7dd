/** Reads live stories that have a time, by it; the database knows it as policy does (`time/event.ts`). Instants in milliseconds. */
import { LONGEST } from '../../policy/time/event.ts'
import type { Edition, Story } from '../content/edition.ts'
import { planned, type Db } from './db.ts'
import { COLUMNS, LIVE, toEdition } from './editions.ts'

const BEGINS = 'su_kien_tu(noi_dung)'
const ENDS = 'su_kien_het(noi_dung)'
const DATED = `from ban_dang where bo_suu_tap = 'tin-bai' and ${LIVE}`

const stories = (rows: Record<string, unknown>[]): Edition<Story>[] => rows.map((row) => toEdition<Story>(row))

/** What is not over yet, soonest first. Nothing lasts longer than `LONGEST`: what began before that needs no look. */
export async function eventsFrom(db: Db, now: number, limit: number): Promise<Edition<Story>[]> {
  const { rows } = await db.query(planned(`select ${COLUMNS} ${DATED} and ${BEGINS} >= $1 and ${ENDS} > $2 order by ${BEGINS}, id limit $3`), [
    new Date(now - LONGEST),
    new Date(now),
    limit,
  ])
  return stories(rows)
}

/** What is over, the last to begin first; `before` is the id of the last edition of the page before. */
export async function eventsBefore(db: Db, now: number, before: number | null, limit: number): Promise<Edition<Story>[]> {
  const after = before === null ? '' : `and (${BEGINS}, id) < (select ${BEGINS}, id from ban_dang where id = $3)`
  const { rows } = await db.query(
    `select ${COLUMNS} ${DATED} and ${BEGINS} < $1 and ${ENDS} <= $1 ${after} order by ${BEGINS} desc, id desc limit $2`,
    before === null ? [new Date(now), limit] : [new Date(now), limit, before],
  )
  return stories(rows)
}

/** For a calendar program: everything that begins from an instant on, the latest where there are more than `limit`. */
export async function datedStories(db: Db, since: number, limit: number, chuDe?: number): Promise<Edition<Story>[]> {
  const ofTopic = chuDe === undefined ? '' : `and (noi_dung::jsonb -> 'chuDe') @> $3::jsonb`
  const { rows } = await db.query(
    `select ${COLUMNS} ${DATED} and ${BEGINS} >= $1 ${ofTopic} order by ${BEGINS} desc, id desc limit $2`,
    chuDe === undefined ? [new Date(since), limit] : [new Date(since), limit, JSON.stringify([{ taiLieu: chuDe }])],
  )
  return stories(rows).reverse()
}
