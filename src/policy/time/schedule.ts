/** Rule: an hour to publish is a full instant with its time zone, ahead of now and within a year. */
import { issue, type Issue } from '../issues.ts'

/** A full instant: date, hour and time zone. */
export const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/
const A_YEAR = 366 * 86_400_000

/** `now` as an ISO instant; answers the instant in UTC or why not. */
export function checkSchedule(wanted: unknown, now: string, field: string): { luc: string; issue?: never } | { luc?: never; issue: Issue } {
  const at = typeof wanted === 'string' && INSTANT.test(wanted) ? Date.parse(wanted) : NaN
  const ahead = at - Date.parse(now)
  return ahead > 0 && ahead <= A_YEAR ? { luc: new Date(at).toISOString() } : { issue: issue('SCHEDULE_TIME', field) }
}
