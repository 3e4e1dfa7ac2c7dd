/**
 * Rule: an event has one time, whoever reads it. What begins at midnight in Hà Nội, and ends at midnight or not at all, lasts
 * whole days, and its end is its last day: from 1 to 3 December is three days. Anything else without an end is over when
 * its day is. An end nobody can mean (before the beginning, or half a year after it) counts as none, for old editions
 * may hold one. `su_kien_tu` and `su_kien_het` say the same in SQL.
 */
import { issue, type Issue } from '../issues.ts'
import { A_DAY, dayOf, firstOfDay, isKnownYear } from './hanoi.ts'

/** As a working copy or an edition holds it: instants in UTC. */
export type SuKien = { batDau?: string | null; ketThuc?: string | null; diaDiem?: string | null }

/** Instants in milliseconds; `ends` is the first one no longer inside, `saysEnd`: it was told. Days as `2026-12-03`, both inside. */
export type EventTime = { begins: number; ends: number; saysEnd: boolean; wholeDays: boolean; firstDay: string; lastDay: string }

/** Queries look no further back for what still goes on, so nothing may last longer. */
export const LONGEST = 183 * A_DAY
const A_MINUTE = 60_000
const CANONICAL = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:\d\d\.\d{3}Z$/

/** The minute an instant falls in, for nobody sees seconds; null where there is none that anybody can mean. */
function minuteOf(instant: string | null | undefined): number | null {
  const at = instant && CANONICAL.test(instant) ? Date.parse(instant) : NaN
  return isKnownYear(at) ? Math.floor(at / A_MINUTE) * A_MINUTE : null
}

const isMidnight = (at: number): boolean => firstOfDay(at) === at

/** The first instant after it, as the two were told: whole days up to the end of the last one. */
const told = (begins: number, end: number): number => (isMidnight(begins) && isMidnight(end) ? end + A_DAY : end)

/** Null where nothing says when it begins. */
export function eventTime(suKien: SuKien | null | undefined): EventTime | null {
  const begins = minuteOf(suKien?.batDau)
  if (begins === null) return null
  const end = minuteOf(suKien?.ketThuc)
  const length = end === null ? 0 : told(begins, end) - begins
  const saysEnd = length > 0 && length <= LONGEST
  const ends = saysEnd ? begins + length : firstOfDay(begins) + A_DAY
  return { begins, ends, saysEnd, wholeDays: isMidnight(begins) && (!saysEnd || isMidnight(end!)), firstDay: dayOf(begins), lastDay: dayOf(ends - 1) }
}

export const isOver = ({ ends }: EventTime, now: number): boolean => ends <= now
export const isRunning = ({ begins, ends }: EventTime, now: number): boolean => begins <= now && now < ends

/** Milliseconds until one of these begins or ends, or the day turns in Hà Nội. */
export const untilNext = (events: readonly EventTime[], now: number): number =>
  Math.min(...[firstOfDay(now) + A_DAY, ...events.flatMap(({ begins, ends }) => [begins, ends])].filter((at) => at > now)) - now

/** What stands in the way of submitting it; years are judged field by field. */
export function eventIssues({ batDau, ketThuc, diaDiem }: SuKien, field: string): Issue[] {
  if (!batDau) return ketThuc || diaDiem ? [issue('EVENT_NO_BEGINNING', `${field}.batDau`)] : []
  const [begins, end] = [minuteOf(batDau), minuteOf(ketThuc)]
  if (begins === null || end === null) return []
  if (end < begins) return [issue('EVENT_ENDS_FIRST', `${field}.ketThuc`)]
  return told(begins, end) - begins > LONGEST ? [issue('EVENT_TOO_LONG', `${field}.ketThuc`, { max: LONGEST / A_DAY })] : []
}
