/**
 * Dated stories as an iCalendar file. Rule: an event keeps its UID for ever and a newer edition has a higher SEQUENCE,
 * so that a calendar moves the event instead of showing it twice. Instants are in UTC, whole days are dates of Hà Nội,
 * and their end is the day after the last. What is said of the whole calendar stands before its events.
 */
import ical, { ICalCalendarMethod } from 'ical-generator'
import type { Edition, Story } from '../content/edition.ts'
import { A_DAY } from '../../policy/time/hanoi.ts'
import { eventTime, type EventTime } from '../../policy/time/event.ts'

type About = { name: string; siteUrl: string; path: string; identity?: string }

const METHOD = 'METHOD:PUBLISH\r\n'
const ZONE = 'X-WR-TIMEZONE:Asia/Ho_Chi_Minh\r\n'

/** `end`: exclusive; left out where nobody said it, for a calendar would show the rest of the day as taken. */
function span({ begins, ends, saysEnd, wholeDays, firstDay, lastDay }: EventTime): { start: Date; end?: Date; allDay: boolean } {
  if (wholeDays) return { start: new Date(firstDay), end: new Date(Date.parse(lastDay) + A_DAY), allDay: true }
  return { start: new Date(begins), ...(saysEnd ? { end: new Date(ends) } : {}), allDay: false }
}

export function writeCalendar({ name, siteUrl, path, identity = siteUrl }: About, editions: readonly Edition<Story>[]): string {
  const host = new URL(identity).hostname
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Cổng Trường', product: 'Lịch', language: 'VI' },
    source: `${siteUrl}${path}`,
    url: `${siteUrl}${path}`,
    ttl: 3600,
  })
  for (const e of editions) {
    const at = eventTime(e.noiDung.suKien)
    if (at === null) continue
    const diaDiem = e.noiDung.suKien?.diaDiem
    calendar.createEvent({
      id: `${e.boSuuTap}-${e.taiLieu}@${host}`,
      sequence: e.lan,
      stamp: new Date(e.createdAt),
      created: new Date(e.dangLanDau),
      lastModified: new Date(e.createdAt),
      ...span(at),
      summary: e.noiDung.tieuDe,
      ...(e.noiDung.tomTat ? { description: e.noiDung.tomTat } : {}),
      ...(diaDiem ? { location: diaDiem } : {}),
      url: `${siteUrl}/bai/${e.slug}`,
    })
  }
  return calendar.toString().replace(METHOD, METHOD + ZONE)
}
