/** The time of Hà Nội: seven hours ahead of UTC, all year round. Instants in milliseconds. */
export const HANOI = 7 * 3_600_000
export const A_DAY = 86_400_000

/** The instant at which the day in Hà Nội began that an instant falls in. */
export const firstOfDay = (instant: number): number => Math.floor((instant + HANOI) / A_DAY) * A_DAY - HANOI

/** The last millisecond of that day. */
export const lastOfDay = (instant: number): number => firstOfDay(instant) + A_DAY - 1

/** That day, `2026-11-20`. */
export const dayOf = (instant: number): string => new Date(instant + HANOI).toISOString().slice(0, 10)

/** Whether a text is a date at all, and its day one of the calendar: 31/02 is none, though `Date` takes it for the 3rd of March. */
export function isCalendarDay(text: string): boolean {
  const [day] = /^\d{4}-\d\d-\d\d/.exec(text) ?? []
  const at = Date.parse(text)
  return !Number.isNaN(at) && (day === undefined || new Date(`${day}T00:00:00Z`).toISOString().startsWith(day))
}

/** Rule: a draft keeps any year that comes back from the database as it was written; 0026 would not, nor 20266. */
export const isKeptYear = (instant: number): boolean => instant >= Date.UTC(1000, 0, 1) && instant < Date.UTC(10_000, 0, 1)

/** Rule: a school speaks of days from 1900 to 2199; any other year, 0026 or 20266, is a slip of the hand. */
export const isKnownYear = (instant: number): boolean => instant >= Date.UTC(1900, 0, 1) - HANOI && instant < Date.UTC(2200, 0, 1) - HANOI

/** `09:40, 20/11` of that instant, in Hà Nội. */
export function hourOf(instant: string): string {
  const [, month, day, hour] = /^\d+-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(new Date(Date.parse(instant) + HANOI).toISOString())!
  return `${hour}, ${day}/${month}`
}
