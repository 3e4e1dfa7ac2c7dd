/** The time of an event, from the form to every page and file that tells of it; odd years in data and in addresses. */
import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { eventTime, LONGEST } from '../../src/policy/time/event.ts'
import { toLexical } from '../../src/demo/lexical.ts'
import { A_DAY, dayOf, firstOfDay } from '../../src/policy/time/hanoi.ts'
import { days, longDay } from '../../src/theme/draw/dates.ts'
import type { Answer } from '../support/client.ts'
import { calendarEvents } from '../support/machineReaders.ts'
import { create, documentOf, paper, publish, shown } from '../support/pages.ts'
import { openSchool } from '../support/school.ts'
import { act, createStory, publishStory, submit } from '../support/stories.ts'

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

/** Puts a text into a live edition as an older release, or a hand in the database, may have left it. */
async function frozenBefore(slug: string, boSuuTap: string, change: object): Promise<void> {
  await school.owner.query('alter table ban_dang disable trigger user')
  await school.owner.query(`update ban_dang set noi_dung = (noi_dung::jsonb || $1::jsonb)::text where slug = $2 and bo_suu_tap = $3`, [
    JSON.stringify(change),
    slug,
    boSuuTap,
  ])
  await school.owner.query('alter table ban_dang enable trigger user')
  school.cache.drop(['*'])
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
    await client.query('set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off')
    const { rows } = await client.query(
      `explain select id from ban_dang where bo_suu_tap = 'tin-bai' and ket_thuc_luc is null and su_kien_tu(noi_dung) >= now() and su_kien_het(noi_dung) > now() order by su_kien_tu(noi_dung), id limit 4`,
    )
    client.release(true)
    expect(rows.map((row) => String(row['QUERY PLAN'])).join('\n')).toMatch(/Index Scan using ban_dang_su_kien/)
  })
})

describe('editions frozen before such things were refused', () => {
  const pages = (slug: string): string[] => [
    `/bai/${slug}`,
    '/',
    '/lich',
    '/lich.ics',
    '/chu-de/day-va-hoc/lich.ics',
    '/rss.xml',
    '/feed.json',
    '/tin-bai',
    '/sitemap/tin-bai-1.xml',
  ]
  it.each([
    ['an end before its beginning', { batDau: '2026-11-20T00:15:00.000Z', ketThuc: '2026-11-19T00:15:00.000Z' }, '07:15, Thứ Sáu, 20/11/2026'],
    ['a last day before the first', { batDau: '2026-11-19T17:00:00.000Z', ketThuc: '2026-11-17T17:00:00.000Z' }, 'Thứ Sáu, 20/11/2026'],
    ['ten years long', { batDau: '2026-11-19T17:00:00.000Z', ketThuc: '2036-11-17T17:00:00.000Z' }, 'Thứ Sáu, 20/11/2026'],
    ['an end in the year 20266', { batDau: '2026-11-20T00:15:00.000Z', ketThuc: '+020266-11-20T00:15:00.000Z' }, '07:15, Thứ Sáu, 20/11/2026'],
    ['the year 0026', { batDau: '0026-11-20T00:15:00.000Z', diaDiem: 'Sân trường' }, 'Sân trường'],
    ['the year 20266', { batDau: '+020266-11-20T00:15:00.000Z', diaDiem: 'Sân trường' }, 'Sân trường'],
    ['no day of the calendar', { batDau: '2026-02-31T25:61:00.000Z', ketThuc: 'hôm qua', diaDiem: 'Sân trường' }, 'Sân trường'],
  ])('%s: every page stands', async (name, suKien, words) => {
    const { id, slug } = await publishStory(school, { tieuDe: `Cũ: ${name}`, suKien: { batDau: iso(midnight(1)) } })
    await frozenBefore(slug, 'tin-bai', { suKien })
    for (const path of pages(slug)) expect([path, (await get(path)).status]).toEqual([path, 200])
    expect(shown(await get(`/bai/${slug}`))).toContain(`Thời gian, địa điểm. ${words}`)
    expect((await get(`/bai/${slug}/lich.ics`)).status).toBe(eventTime(suKien) ? 200 : 404)
    expect(calendarEvents((await get('/lich.ics')).text).some((e) => e.summary === `Cũ: ${name}`)).toBe(eventTime(suKien) !== null)
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'thử' })
  })

  it('a document of the year 0026 harms no list', async () => {
    const { slug } = await publish(school, 'van-ban', documentOf(await paper(school, 'cu'), '1/KH', 'Kế hoạch năm cũ'))
    await frozenBefore(slug, 'van-ban', { ngayBanHanh: '0026-11-20', ngayHieuLuc: '2026-02-31' })
    for (const path of ['/van-ban', `/van-ban/${slug}`, '/van-ban?nam=2026', '/van-ban?q=ke', '/tim-kiem?q=ke+hoach', '/', '/sitemap/van-ban-1.xml'])
      expect([path, (await get(path)).status]).toEqual([path, 200])
  })

  it('a page of a school year that is none harms no list', async () => {
    const { slug } = await publish(school, 'trang', { tieuDe: 'Thu chi', muc: 'congKhai', namHoc: '2026-2027', mucCongKhai: 'taiChinh', noiDung: toLexical(['a']) }) // prettier-ignore
    for (const namHoc of ['0026-0027', '2026-2031', '99999', 'x"><b>', '']) {
      await frozenBefore(slug, 'trang', { namHoc })
      for (const path of ['/cong-khai', '/cong-khai/2026-2027', '/so-do-trang', `/${slug}`])
        expect([namHoc, path, (await get(path)).status]).toEqual([namHoc, path, 200])
      expect((await get(`/cong-khai/${encodeURIComponent(namHoc)}`)).status).toBeLessThan(500)
    }
  })
})

describe('odd years', () => {
  const YEARS = ['0000', '0001', '0026', '0999', '1899', '2099', '2200', '9999', '10000', '99999', '-1', '-0001', '+2026', '2026.5', '1e3', 'NaN', '٢٠٢٦']
  const ADDRESSES = [
    ...YEARS.flatMap((y) => [`/nam-hoc/${y}-${y}`, `/nam-hoc/${y}`, `/thang/${y}-11`, `/cong-khai/${y}-${Number(y) + 1}`, `/tu-lieu/${y}-${Number(y) + 1}`, `/tu-lieu/${y}`]),
    ...YEARS.flatMap((y) => [`/van-ban?nam=${encodeURIComponent(y)}`, `/tim-kiem?q=bai&tu=${y}-11-20`, `/tim-kiem?q=bai&den=${y}-11-20`, `/tim-kiem?tu=${y}-01-01&den=9999-12-31`]),
    ...YEARS.flatMap((y) => [`/lich?truoc=${y}`, `/tin-bai?truoc=${y}`, `/van-ban?truoc=${y}`, `/tu-lieu?truoc=${y}-${y}`, `/nam-hoc/2026-2027?truoc=${y}`]),
    ...['2026-02-31', '2026-13-01', '2026-00-00', '31/02/2026', '2099-12-31', '2000-01-01'].flatMap((d) => [`/tim-kiem?q=bai&tu=${d}`, `/tim-kiem?den=${d}`]),
    ...['2026-00', '2026-13', '2026-99', '2000-01', '2099-12', '1999-12'].flatMap((m) => [`/thang/${m}`]),
    '/nam-hoc/2000-2001', '/nam-hoc/2099-2100', '/nam-hoc/1999-2000', '/cong-khai/2000-2001', '/cong-khai/2099-2100', '/tu-lieu/2000-2001', '/tu-lieu/2099-2100/to-ngu-van',
  ] // prettier-ignore
  it('in an address are a page, or 400, or 404', async () => {
    const answers = await Promise.all(ADDRESSES.map(async (path) => ({ path, status: (await get(path)).status })))
    expect(answers.filter(({ status }) => ![200, 301, 400, 404, 429].includes(status))).toEqual([])
  })

  it('in a question to the interface are below 500', async () => {
    const editor = await school.as('vanphong')
    for (const year of ['0026', '20266', '+020266', '-000001', '99999', '275761'])
      for (const query of [
        `/api/tin-bai?where[suKien.batDau][greater_than]=${encodeURIComponent(year)}-11-20T00:00:00.000Z`,
        `/api/van-ban?where[ngayBanHanh][equals]=${encodeURIComponent(year)}-11-20`,
        `/api/ban-dang?where[createdAt][less_than]=${encodeURIComponent(year)}-01-01`,
        `/api/nhat-ky?where[createdAt][less_than]=${encodeURIComponent(year)}-02-31`,
      ])
        expect([query, (await editor.get(query)).status < 500]).toEqual([query, true])
  })

  it.each(['0000', '0001', '0026', '0050', '0999', '+020266', '+275760', '-000001'])('%s in a form is told with its field', async (year) => {
    const at = `${year}-06-01T00:00:00.000Z`
    const office = await school.as('vanphong')
    for (const [path, data, field] of [
      ['/api/tin-bai', { suKien: { batDau: at } }, 'suKien.batDau'],
      ['/api/van-ban', { ngayBanHanh: at }, 'ngayBanHanh'],
      ['/api/dong-y', { hoTen: 'Bạn Thử', kenh: ['website'], han: at }, 'han'],
    ] as const) {
      const answer = await office.post(path, data)
      expect([path, answer.status, answer.body.errors?.[0]]).toMatchObject([path, 422, { code: 'YEAR_UNLIKELY', field }])
    }
  })

  it('a date that is in no calendar is told with its field', async () => {
    const answer = await (await school.as('vanphong')).post('/api/tin-bai', { suKien: { batDau: '2026-02-31T00:00:00.000Z' } })
    expect([answer.status, answer.body.errors[0]]).toMatchObject([400, { code: 'INVALID_VALUE', field: 'suKien.batDau' }])
  })

  it('of long ago stay in a draft as they were written, whatever the time zone of the database', async () => {
    await school.owner.query(`do $$ begin execute format('alter database %I set timezone = %L', current_database(), 'Asia/Ho_Chi_Minh'); end $$`)
    const { steadyPg } = await import('../../src/database/steadyPg.ts')
    const pool = new steadyPg.Pool((school.payload.db as unknown as { poolOptions: object }).poolOptions)
    const { rows } = await pool.query(`select '1899-06-01T00:00:00Z'::timestamptz::text as luc`)
    await pool.end()
    expect(new Date(String(rows[0]!.luc)).toISOString()).toBe('1899-06-01T00:00:00.000Z')
    const id = await create(school, 'tin-bai', { suKien: { batDau: '1899-06-01T00:00:00.000Z' } })
    expect((await (await school.as('vanphong')).get(`/api/tin-bai/${id}`)).body.suKien.batDau).toBe('1899-06-01T00:00:00.000Z')
  })
})

describe('the sitemap', () => {
  const listed = async (): Promise<string[]> => {
    const parts = [...(await get('/sitemap.xml')).text.matchAll(/<loc>http:\/\/school\.test([^<]+)<\/loc>/g)].map(([, path]) => path!)
    const texts = await Promise.all(parts.map(async (path) => ({ path, answer: await get(path) })))
    for (const { path, answer } of texts) expect([path, answer.status]).toEqual([path, 200])
    return texts.flatMap(({ answer }) => [...answer.text.matchAll(/<loc>http:\/\/school\.test([^<]+)<\/loc>/g)].map(([, path]) => path!))
  }

  it('names the months, school years, topics and units that have a story, and no other', async () => {
    const old = await publishStory(school, { tieuDe: 'Chuyện của năm trước' })
    await school.owner.query('alter table ban_dang disable trigger user')
    await school.owner.query(`update ban_dang set dang_lan_dau = '2024-10-31T17:00:00Z' where slug = $1`, [old.slug])
    await school.owner.query('alter table ban_dang enable trigger user')
    school.cache.drop(['*'])
    const paths = await listed()
    const lists = paths.filter((path) => /^\/(?:thang|nam-hoc|chu-de|don-vi)\/./.test(path))
    for (const path of lists) expect([path, (await get(path)).text.includes('Chưa có nội dung nào')]).toEqual([path, false])
    expect(lists).toContain('/thang/2024-11')
    expect(lists).toContain('/nam-hoc/2024-2025')
    expect(lists.filter((path) => /2024-1[02]|2025-0/.test(path))).toEqual([])
    const { rows } = await school.sql.query(`select bo_suu_tap, slug from ban_dang where bo_suu_tap in ('chu-de', 'don-vi') and ket_thuc_luc is null`)
    for (const { bo_suu_tap, slug } of rows) {
      const path = `/${bo_suu_tap}/${slug}`
      expect([path, lists.includes(path)]).toEqual([path, !(await get(path)).text.includes('Chưa có nội dung nào')])
    }
    const archive = (await get('/nam-hoc/2024-2025')).text
    expect([...archive.matchAll(/href="\/thang\/([^"]+)"/g)].map(([, month]) => month)).toEqual(['2024-11'])
  })

  it('names a topic with its first story, and no longer than that stands', async () => {
    const topic = (
      await school.sql.query(`select tai_lieu, slug from ban_dang where bo_suu_tap = 'chu-de' and ket_thuc_luc is null and slug <> 'day-va-hoc' limit 1`)
    ).rows[0]
    const path = `/chu-de/${topic.slug}`
    expect(await listed()).not.toContain(path)
    const { id } = await publishStory(school, { tieuDe: 'Bài đầu của chủ đề', chuDe: [Number(topic.tai_lieu)] })
    expect(await listed()).toContain(path)
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'thử' })
    expect(await listed()).not.toContain(path)
  })
})
