/** When an event is, in the words of Vietnamese readers: an hour where it has one, never for whole days. */
import { isRunning, type EventTime } from '../../policy/time/event.ts'
import { day, days, longDay, time } from './dates.ts'
import { html, type Html } from './html.ts'

const iso = (at: number): string => new Date(at).toISOString()

/** An end at midnight is the 24th hour of its day. */
const lastHour = (ends: number): string => (time(iso(ends)) === '00:00' ? '24:00' : time(iso(ends)))

/** `Thứ Sáu, 20/11/2026`; `01–03/12/2026`; `07:15–10:00, Thứ Sáu, 20/11/2026`; `07:15, 20/11/2026 – 10:00, 21/11/2026` */
export function eventWords({ begins, ends, saysEnd, wholeDays, firstDay, lastDay }: EventTime): string {
  if (wholeDays) return firstDay === lastDay ? longDay(firstDay) : days(firstDay, lastDay)
  const from = time(iso(begins))
  if (!saysEnd) return `${from}, ${longDay(firstDay)}`
  if (firstDay === lastDay) return `${from}–${lastHour(ends)}, ${longDay(firstDay)}`
  return `${from}, ${day(firstDay)} – ${lastHour(ends)}, ${day(lastDay)}`
}

/** `now`: where the list speaks of what goes on. */
export const eventLine = (at: EventTime, now?: number): Html =>
  html`<time class="ngay" datetime="${at.wholeDays ? at.firstDay : iso(at.begins)}">${eventWords(at)}</time>${now !== undefined && isRunning(at, now) && html`<strong class="dang-dien-ra">Đang diễn ra.</strong> `}`
