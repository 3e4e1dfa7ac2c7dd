/** Calendar files, read by ical.js. */
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { writeCalendar } from '../../../src/theme/machines/calendar.ts'
import type { Edition, Story } from '../../../src/theme/content/edition.ts'
import { edition, SITE_URL } from '../../support/editions.ts'

const about = { name: 'Lịch trường', siteUrl: SITE_URL, path: '/lich.ics' }
const read = (...editions: Edition<Story>[]): InstanceType<typeof ICAL.Event>[] => {
  const calendar = new ICAL.Component(ICAL.parse(writeCalendar(about, editions)))
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
  return calendar.getAllSubcomponents('vevent').map((c) => new ICAL.Event(c))
}
const event = (suKien: object, more: object = {}, story: object = {}): Edition<Story> => edition(more, { suKien, ...story })

describe('an event', () => {
  it('is at its instant, with its place, its page and its number', () => {
    const [e] = read(event({ batDau: '2026-11-20T00:15:00.000Z', ketThuc: '2026-11-20T03:00:00.000Z', diaDiem: 'Sân trường; cổng A, B' }, { lan: 4 }))
    expect(e!.startDate.toJSDate().toISOString()).toBe('2026-11-20T00:15:00.000Z')
    expect(e!.endDate.toJSDate().toISOString()).toBe('2026-11-20T03:00:00.000Z')
    expect([e!.location, e!.uid, e!.sequence]).toEqual(['Sân trường; cổng A, B', 'tin-bai-12@thpt.example', 4])
    expect(e!.component.getFirstPropertyValue('url')).toBe(`${SITE_URL}/bai/tin-thu`)
  })
  it('of which only the date is known lasts the day, in Hà Nội', () => {
    const [e] = read(event({ batDau: '2026-11-19T17:00:00.000Z' }))
    expect([e!.startDate.isDate, e!.startDate.toString(), e!.endDate.toString()]).toEqual([true, '2026-11-20', '2026-11-21'])
  })
  it('over several days ends the day after the last, as calendars count', () => {
    const [e] = read(event({ batDau: '2026-11-19T17:00:00.000Z', ketThuc: '2026-11-21T17:00:00.000Z' }))
    expect([e!.startDate.toString(), e!.endDate.toString()]).toEqual(['2026-11-20', '2026-11-23'])
  })
  it('that would end before it begins has no end', () => {
    const [e] = read(event({ batDau: '2026-11-20T02:00:00.000Z', ketThuc: '2026-11-19T03:00:00.000Z' }))
    expect(e!.component.hasProperty('dtend')).toBe(false)
  })
  it('keeps every word: commas, semicolons, line breaks, long Vietnamese lines', () => {
    const tieuDe = `Lễ, khai; giảng \\ ${'ế'.repeat(120)}`
    const [e] = read(event({ batDau: '2026-11-20T02:00:00.000Z' }, {}, { tieuDe, tomTat: 'Một\nHai; ba' }))
    expect([e!.summary, e!.description]).toEqual([tieuDe, 'Một\nHai; ba'])
  })
})

it('a story without a date is no event; a calendar without events is one all the same', () => expect(read(edition())).toEqual([]))
it('what is said of the whole calendar stands before its events, where programs look for it', () => {
  const text = writeCalendar(about, [event({ batDau: '2026-11-20T02:00:00.000Z' }, {}, { tieuDe: 'METHOD:PUBLISH' })])
  expect(text.match(/^X-WR-TIMEZONE:Asia\/Ho_Chi_Minh\r$/gm)).toHaveLength(1)
  expect(text.indexOf('X-WR-TIMEZONE')).toBeLessThan(text.indexOf('BEGIN:VEVENT'))
})
it('the file is the same whenever it is written, in lines of at most 75 bytes', () => {
  const text = writeCalendar(about, [event({ batDau: '2026-11-20T02:00:00.000Z' }, {}, { tieuDe: 'ế'.repeat(120) })])
  expect(text).toBe(writeCalendar(about, [event({ batDau: '2026-11-20T02:00:00.000Z' }, {}, { tieuDe: 'ế'.repeat(120) })]))
  expect(Math.max(...text.split('\r\n').map((l) => Buffer.byteLength(l)))).toBeLessThanOrEqual(75)
})
