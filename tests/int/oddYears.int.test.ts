/** Years and dates nobody means, in editions of older releases, in addresses, in questions and in forms: never a 5xx. */
import { describe, expect, it } from 'vitest'
import { toLexical } from '../../src/demo/lexical.ts'
import { eventTime } from '../../src/policy/time/event.ts'
import type { Answer } from '../support/client.ts'
import { calendarEvents } from '../support/machineReaders.ts'
import { create, documentOf, paper, publish, shown } from '../support/pages.ts'
import { openSchool } from '../support/school.ts'
import { act, publishStory } from '../support/stories.ts'

const school = openSchool()
const get = (path: string): Promise<Answer> => school.visitor.get(path)

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
    const { id, slug } = await publishStory(school, { tieuDe: `Cũ: ${name}`, suKien: { batDau: '2026-11-20T00:15:00.000Z' } })
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
    const answers: { path: string; status: number }[] = []
    for (const path of ADDRESSES) answers.push({ path, status: (await get(path)).status })
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
      ['/api/dong-y', { hoTen: 'Bạn Thử', namSinh: 1990, kenh: ['website'], han: at }, 'han'],
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
