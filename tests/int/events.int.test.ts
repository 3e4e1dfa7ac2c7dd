/** The time of an event, from the form to every page and file that tells of it; odd years in data and in addresses. */
import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { eventTime, LONGEST } from '../../src/policy/time/event.ts'
import { A_DAY, dayOf, firstOfDay } from '../../src/policy/time/hanoi.ts'
import { days, longDay } from '../../src/theme/draw/dates.ts'
import type { Answer } from '../support/client.ts'
import { calendarEvents } from '../support/machineReaders.ts'
import { shown } from '../support/pages.ts'
import { openSchool } from '../support/school.ts'
import { createStory, publishStory, submit } from '../support/stories.ts'

const school = openSchool()
const get = (path: string): Promise<Answer> => school.visitor.get(path)
const iso = (at: number): string => new Date(at).toISOString()
const AN_HOUR = 3_600_000
/** The midnight of Hà Nội before now, moved by days. */
const midnight = (days = 0): number => firstOfDay(Date.now()) + days * A_DAY
const event = (tieuDe: string, batDau: number, ketThuc?: number): Promise<{ id: number; slug: string }> =>
  publishStory(school, { tieuDe, loai: 'thongBao', suKien: { batDau: iso(batDau), ...(ketThuc === undefined ? {} : { ketThuc: iso(ketThuc) }) } })

/** One part of a page, in words: from its heading to where it ends. */
const part = (answer: Answer, id: string): string => {
  const [found] = new RegExp(`<section class="muc" aria-labelledby="${id}">.*?</section>`, 's').exec(answer.text) ?? ['']
  return shown({ ...answer, text: found })
}

describe('what readers see', () => {
  const made = {} as Record<'today' | 'three' | 'over' | 'hours', { id: number; slug: string }>
  beforeAll(async () => {
    made.today = await event('Ngày hội đọc sách', midnight())
    made.three = await event('Hội trại ba ngày', midnight(-1), midnight(1))
    made.over = await event('Chuyện hôm kia', midnight(-3), midnight(-2))
    made.hours = await event('Họp cha mẹ học sinh', midnight(4) + 8 * AN_HOUR, midnight(4) + 10 * AN_HOUR)
  })

  it('home tells what goes on and what comes, not what is over', async () => {
    const words = part(await get('/'), 'sap-dien-ra')
    expect(words).toContain(`${longDay(dayOf(midnight()))} Đang diễn ra. Ngày hội đọc sách`)
    expect(words).toContain(`${days(dayOf(midnight(-1)), dayOf(midnight(1)))} Đang diễn ra. Hội trại ba ngày`)
    expect(words).toContain(`08:00–10:00, ${longDay(dayOf(midnight(4)))} Họp cha mẹ học sinh`)
    expect(words).not.toContain('Chuyện hôm kia')
    expect(words).not.toContain('00:00')
  })

  it('the calendar has each once, where it belongs', async () => {
    const lich = await get('/lich')
    const [coming, gone] = [part(lich, 'sap-toi'), part(lich, 'da-qua')]
    for (const name of ['Ngày hội đọc sách', 'Hội trại ba ngày']) expect([coming.includes(`Đang diễn ra. ${name}`), gone.includes(name)]).toEqual([true, false])
    expect([coming.includes('Chuyện hôm kia'), gone.includes('Chuyện hôm kia')]).toEqual([false, true])
    expect(gone).not.toContain('Đang diễn ra')
    expect(shown(lich)).not.toContain('00:00')
  })

  it('the page of a story and what it tells machines say the same days', async () => {
    const page = await get(`/bai/${made.three.slug}`)
    const [first, last] = [dayOf(midnight(-1)), dayOf(midnight(1))]
    expect(shown(page)).toContain(`Thời gian, địa điểm. ${days(first, last)}`)
    expect(page.text).toContain(`"startDate":"${first}","endDate":"${last}"`)
    expect(shown(page)).not.toContain('00:00')
    const [one] = calendarEvents((await get(`/bai/${made.three.slug}/lich.ics`)).text)
    expect([one!.startDate.toString(), one!.endDate.toString()]).toEqual([first, dayOf(midnight(2))])
  })

  it('the calendar file says its zone before its events', async () => {
    const { text } = await get('/lich.ics')
    expect(calendarEvents(text)).toHaveLength(4)
    expect(text.indexOf('X-WR-TIMEZONE:Asia/Ho_Chi_Minh')).toBeGreaterThan(0)
    expect(text.indexOf('X-WR-TIMEZONE')).toBeLessThan(text.indexOf('BEGIN:VEVENT'))
  })

  it('a reviewer sees it in the same words', async () => {
    const id = await createStory(school, 'giaovien', { suKien: { batDau: '2026-11-30T17:00:00.000Z', ketThuc: '2026-12-02T17:00:00.000Z' } })
    const { banTrinh } = (await submit(school, 'giaovien', id)).body
    expect(shown(await (await school.as('vanphong')).get(`/api/ban-trinh/${banTrinh.id}/xem`))).toContain('Thời gian, địa điểm. 01–03/12/2026')
  })

  describe('a page that is kept', () => {
    afterEach(() => {
      vi.useRealTimers()
    })
    it('changes when an event begins and when it ends', async () => {
      const { begins, ends } = eventTime({ batDau: iso(midnight(4) + 8 * AN_HOUR), ketThuc: iso(midnight(4) + 10 * AN_HOUR) })!
      vi.useFakeTimers({ toFake: ['Date'] })
      for (const [path, id] of [['/', 'sap-dien-ra'], ['/lich', 'sap-toi']] as const) {
        const said = async (now: number): Promise<string> => (vi.setSystemTime(now), part(await get(path), id))
        school.cache.drop(['*'])
        expect(await said(begins - 1)).not.toContain('Đang diễn ra. Họp cha mẹ')
        expect(await said(begins)).toContain('Đang diễn ra. Họp cha mẹ')
        school.cache.drop(['*'])
        expect(await said(ends - 1)).toContain('Đang diễn ra. Họp cha mẹ')
        expect(await said(ends)).not.toContain('Họp cha mẹ')
      } // prettier-ignore
    })
  })
})

describe('an event that cannot be', () => {
  const refused = async (suKien: object): Promise<string[][]> => {
    const answer = await submit(school, 'giaovien', await createStory(school, 'giaovien', { suKien }))
    expect(answer.status, answer.text.slice(0, 300)).toBe(422)
    return answer.body.errors.map((e: { code: string; field: string }) => [e.code, e.field])
  }
  it.each([
    ['an end before its beginning', { batDau: iso(midnight(2)), ketThuc: iso(midnight(1)) }, [['EVENT_ENDS_FIRST', 'suKien.ketThuc']]],
    ['an end without a beginning', { ketThuc: iso(midnight(1)) }, [['EVENT_NO_BEGINNING', 'suKien.batDau']]],
    ['a place without a beginning', { diaDiem: 'Sân trường' }, [['EVENT_NO_BEGINNING', 'suKien.batDau']]],
    ['longer than half a year', { batDau: iso(midnight()), ketThuc: iso(midnight() + LONGEST) }, [['EVENT_TOO_LONG', 'suKien.ketThuc']]],
    ['years of a slip of the hand', { batDau: '1026-11-20T00:00:00.000Z', ketThuc: '2206-11-20T00:00:00.000Z' }, [['YEAR_UNLIKELY', 'suKien.batDau'], ['YEAR_UNLIKELY', 'suKien.ketThuc']]],
  ])('%s is kept in the draft and refused at submission', async (_name, suKien, expected) => expect(await refused(suKien)).toEqual(expected)) // prettier-ignore

  it('is told with everything else that is missing', async () => {
    const id = await createStory(school, 'giaovien', { tieuDe: '', suKien: { ketThuc: iso(midnight()) } })
    const answer = await submit(school, 'giaovien', id)
    expect(answer.body.errors.map((e: { code: string }) => e.code).sort()).toEqual(['EVENT_NO_BEGINNING', 'MISSING_FIELD'])
    expect(answer.text).toContain('chưa có lúc bắt đầu')
  })
})

describe('the database', () => {
  it('tells the time of any event as policy does', async () => {
    const around = fc.integer({ min: Date.parse('2026-11-01T00:00:00Z'), max: Date.parse('2027-06-30T00:00:00Z') })
    const edge = fc.constantFrom('1899-12-31T17:00:00Z', '1899-12-31T16:59:59Z', '2199-12-31T16:59:59Z', '2199-12-31T17:00:00Z').map((text) => Date.parse(text))
    const far = fc.integer({ min: Date.UTC(-1, 0, 1), max: Date.UTC(20_266, 0, 1) })
    const at = fc.oneof({ weight: 8, arbitrary: around }, edge, far)
    const instant = fc.oneof(at, at.map(firstOfDay), at.map((n) => firstOfDay(n) + 59_999), at.map((n) => firstOfDay(n) + 60_000)).map(iso) // prettier-ignore
    const odd = fc.constantFrom(
      '',
      'hôm qua',
      '0000-00-00T00:00:00.000Z',
      '2026-02-31T00:00:00.000Z',
      '2026-11-20',
      '2026-11-20T00:00:00Z',
      '2026-11-20T24:00:00.000Z',
    )
    const text = fc.oneof({ weight: 9, arbitrary: instant }, odd)
    // Ends near their beginnings: where one day, and half a year, are decided.
    const near = fc
      .tuple(around.map(firstOfDay), fc.constantFrom(0, 1, 182, 183), fc.constantFrom(0, 0, 60_000, -60_000))
      .map(([batDau, n, more]) => ({ batDau: iso(batDau), ketThuc: iso(batDau + n * A_DAY + more) }))
    const suKien = fc.oneof(near, fc.record({ batDau: text, ketThuc: text }, { requiredKeys: [] }))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(suKien, { nil: undefined }), { minLength: 100, maxLength: 200, size: 'max' }), async (events) => {
        const { rows } = await school.sql.query(
          `select extract(epoch from su_kien_tu(t)) * 1000 as tu, extract(epoch from su_kien_het(t)) * 1000 as het from unnest($1::text[]) with ordinality as x (t, n) order by n`,
          [events.map((e) => JSON.stringify({ suKien: e }))],
        )
        const number = (value: unknown): number | null => (value === null ? null : Number(value))
        expect(rows.map((row) => [number(row.tu), number(row.het)])).toEqual(events.map((e) => [eventTime(e)?.begins ?? null, eventTime(e)?.ends ?? null]))
      }),
      { numRuns: 40 },
    )
  })

  it('finds by its index what is not over', async () => {
    await school.owner.query('analyze ban_dang')
    const client = await school.sql.connect()
    const asked = async (): Promise<{ rows: Record<string, unknown>[] }> => {
      await client.query('set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off')
      return client.query(
        `explain select id from ban_dang where bo_suu_tap = 'tin-bai' and ket_thuc_luc is null and su_kien_tu(noi_dung) >= now() and su_kien_het(noi_dung) > now() order by su_kien_tu(noi_dung), id limit 4`,
      )
    }
    const { rows } = await asked().finally(() => client.release(true))
    expect(rows.map((row) => String(row['QUERY PLAN'])).join('\n')).toMatch(/Index Scan using ban_dang_su_kien/)
  })
})
