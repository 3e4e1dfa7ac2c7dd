/** The one time of an event: when it begins, the first instant after it, its days, and what is refused. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventIssues, eventTime, isOver, isRunning, LONGEST, untilNext, type SuKien } from '../../src/policy/time/event.ts'
import { A_DAY, dayOf, firstOfDay, isKnownYear } from '../../src/policy/time/hanoi.ts'
import { eventWords } from '../../src/theme/draw/eventWords.ts'

/** An instant as people in Hà Nội write it. */
const hanoi = (text: string): string => new Date(`${text}:00+07:00`).toISOString()
const ms = (text: string): number => Date.parse(hanoi(text))
const at = (batDau: string, ketThuc?: string): NonNullable<ReturnType<typeof eventTime>> =>
  eventTime({ batDau: hanoi(batDau), ...(ketThuc ? { ketThuc: hanoi(ketThuc) } : {}) })!

const CASES: [string, [string, string?], { ends: string; days: [string, string]; wholeDays: boolean; words: string }][] = [
  ['a day', ['2026-11-20T00:00'], { ends: '2026-11-21T00:00', days: ['2026-11-20', '2026-11-20'], wholeDays: true, words: 'Thứ Sáu, 20/11/2026' }],
  ['a day, said twice', ['2026-11-20T00:00', '2026-11-20T00:00'], { ends: '2026-11-21T00:00', days: ['2026-11-20', '2026-11-20'], wholeDays: true, words: 'Thứ Sáu, 20/11/2026' }],
  ['from the first to the third', ['2026-12-01T00:00', '2026-12-03T00:00'], { ends: '2026-12-04T00:00', days: ['2026-12-01', '2026-12-03'], wholeDays: true, words: '01–03/12/2026' }],
  ['days across months', ['2026-11-30T00:00', '2026-12-02T00:00'], { ends: '2026-12-03T00:00', days: ['2026-11-30', '2026-12-02'], wholeDays: true, words: '30/11–02/12/2026' }],
  ['days across years', ['2026-12-31T00:00', '2027-01-01T00:00'], { ends: '2027-01-02T00:00', days: ['2026-12-31', '2027-01-01'], wholeDays: true, words: '31/12/2026–01/01/2027' }],
  ['the same month of two years', ['2026-12-31T00:00', '2027-06-30T00:00'], { ends: '2027-07-01T00:00', days: ['2026-12-31', '2027-06-30'], wholeDays: true, words: '31/12/2026–30/06/2027' }],
  ['an hour alone', ['2026-11-20T07:15'], { ends: '2026-11-21T00:00', days: ['2026-11-20', '2026-11-20'], wholeDays: false, words: '07:15, Thứ Sáu, 20/11/2026' }],
  ['hours of a day', ['2026-11-20T07:15', '2026-11-20T10:00'], { ends: '2026-11-20T10:00', days: ['2026-11-20', '2026-11-20'], wholeDays: false, words: '07:15–10:00, Thứ Sáu, 20/11/2026' }],
  ['an evening until midnight', ['2026-12-31T20:00', '2027-01-01T00:00'], { ends: '2027-01-01T00:00', days: ['2026-12-31', '2026-12-31'], wholeDays: false, words: '20:00–24:00, Thứ Năm, 31/12/2026' }],
  ['hours over days', ['2026-11-20T07:15', '2026-11-21T10:00'], { ends: '2026-11-21T10:00', days: ['2026-11-20', '2026-11-21'], wholeDays: false, words: '07:15, 20/11/2026 – 10:00, 21/11/2026' }],
  ['from midnight until morning', ['2026-11-20T00:00', '2026-11-20T05:30'], { ends: '2026-11-20T05:30', days: ['2026-11-20', '2026-11-20'], wholeDays: false, words: '00:00–05:30, Thứ Sáu, 20/11/2026' }],
  ['an instant', ['2026-11-20T07:15', '2026-11-20T07:15'], { ends: '2026-11-21T00:00', days: ['2026-11-20', '2026-11-20'], wholeDays: false, words: '07:15, Thứ Sáu, 20/11/2026' }],
  ['an end before its beginning', ['2026-11-20T07:15', '2026-11-19T10:00'], { ends: '2026-11-21T00:00', days: ['2026-11-20', '2026-11-20'], wholeDays: false, words: '07:15, Thứ Sáu, 20/11/2026' }],
  ['a last day before the first', ['2026-11-20T00:00', '2026-11-18T00:00'], { ends: '2026-11-21T00:00', days: ['2026-11-20', '2026-11-20'], wholeDays: true, words: 'Thứ Sáu, 20/11/2026' }],
  ['longer than anything lasts', ['2026-11-20T00:00', '2036-11-20T00:00'], { ends: '2026-11-21T00:00', days: ['2026-11-20', '2026-11-20'], wholeDays: true, words: 'Thứ Sáu, 20/11/2026' }],
  ['an end in a year nobody means', ['2026-11-20T07:15', '0026-11-20T10:00'], { ends: '2026-11-21T00:00', days: ['2026-11-20', '2026-11-20'], wholeDays: false, words: '07:15, Thứ Sáu, 20/11/2026' }],
  ['before the zone of Hà Nội was as it is', ['1954-05-07T00:00', '1954-05-08T00:00'], { ends: '1954-05-09T00:00', days: ['1954-05-07', '1954-05-08'], wholeDays: true, words: '07–08/05/1954' }],
  ['an hour of that time', ['1954-05-07T17:30'], { ends: '1954-05-08T00:00', days: ['1954-05-07', '1954-05-07'], wholeDays: false, words: '17:30, Thứ Sáu, 07/05/1954' }],
] // prettier-ignore

describe.each(CASES)('%s', (_name, [batDau, ketThuc], expected) => {
  const time = at(batDau, ketThuc)
  it('is one time', () =>
    expect([time.begins, time.ends, time.firstDay, time.lastDay, time.wholeDays]).toEqual([
      ms(batDau),
      ms(expected.ends),
      ...expected.days,
      expected.wholeDays,
    ]))
  it('is said in words', () => expect(eventWords(time)).toBe(expected.words))
})

it.each([
  ['nothing', undefined],
  ['a place alone', { diaDiem: 'Sân trường' }],
  ['an end alone', { ketThuc: hanoi('2026-11-20T07:15') }],
  ['the year 0026', { batDau: '0026-11-20T00:15:00.000Z' }],
  ['the year 20266', { batDau: '+020266-11-20T00:15:00.000Z' }],
  ['words', { batDau: 'hôm qua' }],
  ['no day of the calendar', { batDau: '2026-02-32T00:00:00.000Z' }],
])('%s is no time', (_name, suKien) => expect(eventTime(suKien as SuKien)).toBeNull())

it('goes on from its beginning, and is over with its end', () => {
  const three = at('2026-12-01T00:00', '2026-12-03T00:00')
  const states = ['2026-11-30T23:59', '2026-12-01T00:00', '2026-12-03T23:59', '2026-12-04T00:00'].map((now) => [
    isRunning(three, ms(now)),
    isOver(three, ms(now)),
  ])
  expect(states).toEqual([[false, false], [true, false], [true, false], [false, true]]) // prettier-ignore
})

it('what is drawn now stands until one begins or ends, or the day turns', () => {
  const [soon, running] = [at('2026-11-20T09:00'), at('2026-11-20T07:00', '2026-11-20T08:30')]
  expect(untilNext([soon, running], ms('2026-11-20T08:00'))).toBe(30 * 60_000)
  expect(untilNext([soon, running], ms('2026-11-20T08:30'))).toBe(30 * 60_000)
  expect(untilNext([soon, running], ms('2026-11-20T09:00'))).toBe(15 * 3_600_000)
  expect(untilNext([], ms('2026-11-20T23:59'))).toBe(60_000)
})

describe('any event', () => {
  const instant = fc.integer({ min: ms('2026-01-01T00:00'), max: ms('2027-12-31T00:00') })
  /** Midnights and seconds are where the rules meet. */
  const odd = fc.oneof(instant, instant.map(firstOfDay), instant.map((n) => firstOfDay(n) + 59_000)) // prettier-ignore
  const given = fc.record({ batDau: odd, ketThuc: fc.option(odd, { nil: undefined }) })
  const suKien = ({ batDau, ketThuc }: { batDau: number; ketThuc: number | undefined }): SuKien => ({
    batDau: new Date(batDau).toISOString(),
    ...(ketThuc === undefined ? {} : { ketThuc: new Date(ketThuc).toISOString() }),
  })
  it('lasts some time and no longer than queries look back', () =>
    fc.assert(
      fc.property(given, (g) => {
        const time = eventTime(suKien(g))!
        expect(time.ends > time.begins && time.ends - time.begins <= LONGEST).toBe(true)
        expect([time.firstDay, time.lastDay]).toEqual([dayOf(time.begins), dayOf(time.ends - 1)])
        if (time.wholeDays) expect([firstOfDay(time.begins), firstOfDay(time.ends)]).toEqual([time.begins, time.ends])
        if (!time.saysEnd) expect(time.ends).toBe(firstOfDay(time.begins) + A_DAY)
        expect(time.wholeDays && eventWords(time).includes(':')).toBe(false)
      }),
    ))
  it('that may be submitted ends as it was told', () =>
    fc.assert(
      fc.property(given, (g) => {
        const refused = eventIssues(suKien(g), 'suKien').length > 0
        const time = eventTime(suKien(g))!
        const sameMinute = g.ketThuc !== undefined && Math.floor(g.ketThuc / 60_000) === Math.floor(g.batDau / 60_000)
        expect(time.saysEnd).toBe(!refused && g.ketThuc !== undefined && (!sameMinute || time.wholeDays))
      }),
    ))
})

describe('is refused at submission', () => {
  const day = hanoi('2026-11-20T00:00')
  it.each([
    ['an end before its beginning', { batDau: hanoi('2026-11-20T07:15'), ketThuc: hanoi('2026-11-20T07:14') }, ['EVENT_ENDS_FIRST', 'suKien.ketThuc']],
    ['a last day before the first', { batDau: day, ketThuc: hanoi('2026-11-19T00:00') }, ['EVENT_ENDS_FIRST', 'suKien.ketThuc']],
    ['an end without a beginning', { ketThuc: day }, ['EVENT_NO_BEGINNING', 'suKien.batDau']],
    ['a place without a beginning', { diaDiem: 'Sân trường' }, ['EVENT_NO_BEGINNING', 'suKien.batDau']],
    ['184 days', { batDau: day, ketThuc: new Date(Date.parse(day) + 183 * A_DAY).toISOString() }, ['EVENT_TOO_LONG', 'suKien.ketThuc']],
    ['a minute more than 183 days', { batDau: hanoi('2026-11-20T07:00'), ketThuc: new Date(ms('2026-11-20T07:01') + LONGEST).toISOString() }, ['EVENT_TOO_LONG', 'suKien.ketThuc']],
  ])('%s', (_name, suKien, expected) => expect(eventIssues(suKien, 'suKien').map((i) => [i.code, i.field])).toEqual([expected])) // prettier-ignore

  it.each([
    ['nothing', {}],
    ['a beginning', { batDau: day }],
    ['an instant', { batDau: hanoi('2026-11-20T07:15'), ketThuc: hanoi('2026-11-20T07:15') }],
    ['183 days', { batDau: day, ketThuc: new Date(Date.parse(day) + 182 * A_DAY).toISOString(), diaDiem: 'Sân trường' }],
  ])('not %s', (_name, suKien) => expect(eventIssues(suKien, 'suKien')).toEqual([]))
})

it('years from 1900 to 2199 are known, by the time of Hà Nội', () => {
  const known = ['1899-12-31T23:59', '1900-01-01T00:00', '2199-12-31T23:59', '2200-01-01T00:00'].map((text) => isKnownYear(ms(text)))
  expect([...known, isKnownYear(NaN)]).toEqual([false, true, true, false, false])
})
