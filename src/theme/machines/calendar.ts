/**
 * Dated stories as an iCalendar file. Rule: an event keeps its UID for ever and a newer edition has a higher SEQUENCE,
 * so that a calendar moves the event instead of showing it twice. Instants are in UTC, whole days are dates of Hà Nội.
 */
import ical, { ICalCalendarMethod } from 'ical-generator'
import type { Edition, Story } from '../content/edition.ts'
import { localDay, wholeDays } from './hanoi.ts'

type About = { name: string; siteUrl: string; path: string; identity?: string }

const asDate = (instant: string): Date => new Date(`${localDay(instant)}T00:00:00Z`)

export function writeCalendar({ name, siteUrl, path, identity = siteUrl }: About, editions: readonly Edition<Story>[]): string {
  const host = new URL(identity).hostname
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Cổng Trường', product: 'Lịch', language: 'VI' },
    source: `${siteUrl}${path}`,
    url: `${siteUrl}${path}`,
    ttl: 3600,
    x: [['X-WR-TIMEZONE', 'Asia/Ho_Chi_Minh']],
  })
  for (const e of editions) {
    const { batDau, ketThuc, diaDiem } = e.noiDung.suKien ?? {}
    if (!batDau) continue
    const allDay = wholeDays({ batDau, ketThuc })
    const instant = allDay ? asDate : (at: string): Date => new Date(at)
    calendar.createEvent({
      id: `${e.boSuuTap}-${e.taiLieu}@${host}`,
      sequence: e.lan,
      stamp: new Date(e.createdAt),
      created: new Date(e.dangLanDau),
      lastModified: new Date(e.createdAt),
      start: instant(batDau),
      // An end before its beginning is left out, for calendars refuse the whole file.
      ...(ketThuc && ketThuc > batDau ? { end: instant(ketThuc) } : {}),
      allDay,
      summary: e.noiDung.tieuDe,
      ...(e.noiDung.tomTat ? { description: e.noiDung.tomTat } : {}),
      ...(diaDiem ? { location: diaDiem } : {}),
      url: `${siteUrl}/bai/${e.slug}`,
    })
  }
  return calendar.toString()
}
