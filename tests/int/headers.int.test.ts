/** What each answer says of itself: who may embed it, what it is called once kept, since when it stands. */
import { beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { documentOf, page, paper, publish } from '../support/pages.ts'
import { askRaw } from '../support/rawHttp.ts'
import { openSchool } from '../support/school.ts'
import { publishStory } from '../support/stories.ts'

const school = openSchool()
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') => fetch(school.url + path, { headers, method, redirect: 'manual' })
const PICTURE = /\/tep\/[0-9a-f]{64}\/900\.jpg/
const PDF = /\/tep\/[0-9a-f]{64}\/[^"?\s]+\.pdf/
const made = {} as { story: string; picture: string; vanBan: string; pdf: string; vanTay: string; trang: string }

beforeAll(async () => {
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#426' } })
    .jpeg()
    .toBuffer()
  const photo = await (await school.as('giaovien')).upload('/api/tu-lieu', { name: 'a.jpg', type: 'image/jpeg', bytes }, { altText: 'Sân trường' })
  const { slug } = await publishStory(school, { tieuDe: 'Bài có ảnh', anhBia: photo.body.doc.id, suKien: { batDau: '2026-12-01T01:00:00.000Z' } })
  made.story = `/bai/${slug}`
  made.picture = PICTURE.exec(await (await get(made.story)).text())![0]
  made.vanTay = (await school.sql.query(`select van_tay from ban_dang where slug = $1`, [slug])).rows[0].van_tay as string
  const document = await publish(school, 'van-ban', documentOf(await paper(school, 'Ke hoach'), '12/KH-THPT', 'Kế hoạch "năm học" Đắk Glong'))
  made.vanBan = `/van-ban/${document.slug}`
  made.pdf = PDF.exec(await (await get(made.vanBan)).text())![0]
  const trang = await publish(school, 'trang', page('Biểu mẫu', { tepDinhKem: [await paper(school, 'Đơn xin nghỉ học')] }))
  made.trang = `/${trang.slug}`
})

describe('who may embed or read it', () => {
  const kinds: [string, () => string, { corp: string; cors: string | null }][] = [
    ['the home page', () => '/', { corp: 'same-origin', cors: null }],
    ['a story', () => made.story, { corp: 'same-origin', cors: null }],
    ['no page', () => '/khong-co-trang', { corp: 'same-origin', cors: null }],
    ['a picture', () => made.picture, { corp: 'cross-origin', cors: null }],
    ['the icon', () => '/favicon.svg', { corp: 'cross-origin', cors: null }],
    ['a document', () => made.pdf, { corp: 'cross-origin', cors: null }],
    ['a feed', () => '/rss.xml', { corp: 'cross-origin', cors: '*' }],
    ['a JSON feed', () => '/feed.json', { corp: 'cross-origin', cors: '*' }],
    ['a feed of a topic', () => '/chu-de/day-va-hoc/atom.xml', { corp: 'cross-origin', cors: '*' }],
    ['a calendar', () => '/lich.ics', { corp: 'cross-origin', cors: '*' }],
    ['a calendar of a topic', () => '/chu-de/day-va-hoc/lich.ics', { corp: 'cross-origin', cors: '*' }],
    ['a calendar of a story', () => `${made.story}/lich.ics`, { corp: 'cross-origin', cors: '*' }],
    ['the site map', () => '/sitemap.xml', { corp: 'cross-origin', cors: '*' }],
    ['a frozen text', () => `/ban-goc/${made.vanTay}`, { corp: 'cross-origin', cors: '*' }],
    ['the public key', () => '/khoa-cong-khai.pem', { corp: 'cross-origin', cors: '*' }],
    ['the record', () => '/api/ban-dang?limit=1', { corp: 'cross-origin', cors: '*' }],
    ['another list of the interface', () => '/api/tin-bai', { corp: 'same-origin', cors: null }],
  ]
  // Twice: what is kept says the same as what was drawn.
  it.each(kinds.flatMap((kind) => [kind, kind]))('%s', async (_name, path, { corp, cors }) => {
    const { headers } = await get(path(), { Origin: 'https://noi-khac.example' })
    expect([headers.get('cross-origin-resource-policy'), headers.get('access-control-allow-origin')]).toEqual([corp, cors])
    expect(headers.get('access-control-allow-credentials')).toBeNull()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('with a session the record is its reader’s own', async () => {
    const { token } = await school.as('giaovien')
    for (const headers of [{ Authorization: `JWT ${token}` }, { Cookie: `payload-token=${token}` }] as Record<string, string>[]) {
      const answer = await get('/api/ban-dang?limit=1', headers)
      expect([answer.headers.get('cross-origin-resource-policy'), answer.headers.get('access-control-allow-origin')]).toEqual(['same-origin', null])
    }
  })

  it('a document opened in the browser is drawn by its viewer, in no other site’s frame', async () => {
    const { headers } = await get(`${made.pdf}?xem`)
    expect(headers.get('content-disposition')).toMatch(/^inline; /)
    expect(headers.get('content-security-policy')).toContain("object-src 'self'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(headers.get('content-security-policy')).not.toContain('sandbox')
  })
})

describe('what a file is called', () => {
  const NAME = '12-kh-thpt-ke-hoach-nam-hoc-dak-glong.pdf'
  it('is what it is: in its address, in its header, in the list', async () => {
    expect(made.pdf.endsWith(`/${NAME}`)).toBe(true)
    expect((await get(made.pdf)).headers.get('content-disposition')).toBe(`attachment; filename="${NAME}"; filename*=UTF-8''${NAME}`)
    expect(await (await get('/van-ban')).text()).toContain(made.pdf)
    expect(await (await get(made.trang)).text()).toMatch(/\/tep\/[0-9a-f]{64}\/don-xin-nghi-hoc\.pdf\?xem"/)
  })

  it('old addresses answer, under the title of what they belong to; other endings never', async () => {
    const old = made.pdf.replace(NAME, 'tep.pdf')
    const answer = await get(old)
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      `attachment; filename="ke-hoach-nam-hoc-dak-glong.pdf"; filename*=UTF-8''ke-hoach-nam-hoc-dak-glong.pdf`,
    ])
    for (const name of [
      'ke-hoach.jpg',
      'ke-hoach',
      'ke-hoach.pdf.exe',
      'Ke-hoach.pdf',
      'a--b.pdf',
      '-a.pdf',
      'a"b.pdf',
      `${'a'.repeat(120)}.pdf`,
      '%E2%80%AEfdp.pdf',
    ])
      expect([name, (await get(made.pdf.replace(NAME, name))).status]).toEqual([name, 404])
    expect((await get(made.pdf.replace(NAME, 'con.pdf'))).headers.get('content-disposition')).toContain('filename="tep-con.pdf"')
    const picture = made.picture.replace(/[^/]+$/, 'anh-khac.jpg')
    expect((await get(picture)).status).toBe(404)
  })
})

describe('HEAD', () => {
  it.each(['/api/ban-dang', '/api/ban-dang?limit=1', '/api/ban-dang/1', '/api/tin-bai/999999', '/api/khong-co'])(
    '%s answers as GET does, without the bytes',
    async (path) => {
      const [whole, head] = [await askRaw(school.url, path), await askRaw(school.url, path, { method: 'HEAD' })]
      expect([head.status, head.body]).toEqual([whole.status, ''])
      const told = (lines: string): string[] =>
        [...lines.matchAll(/^(content-type|cache-control|access-control-allow-origin): .*$/gim)].map(([line]) => line).sort()
      expect(told(head.head)).toEqual(told(whole.head))
    },
  )
})

describe('a program that asks by date', () => {
  const paths = (): string[] => [
    '/',
    made.story,
    '/rss.xml',
    '/feed.json',
    '/lich.ics',
    '/sitemap.xml',
    '/thong-bao',
    made.picture,
    made.pdf,
    `/ban-goc/${made.vanTay}`,
  ]
  it('is told since when it stands, and gets nothing twice', async () => {
    for (const path of paths()) {
      const first = await get(path)
      const since = first.headers.get('last-modified')
      expect([path, first.headers.has('etag'), since === null]).toEqual([path, true, false])
      expect(Date.parse(since!)).toBeLessThanOrEqual(Date.now())
      const asked = async (date: string, more: Record<string, string> = {}) => {
        const lines = Object.entries({ 'If-Modified-Since': date, ...more }).map(([name, value]) => `${name}: ${value}`)
        return (await askRaw(school.url, path, { headers: lines })).status
      }
      const before = new Date(Date.parse(since!) - 1000).toUTCString()
      expect([path, await asked(since!), await asked(before), await asked('bao gio')]).toEqual([path, 304, 200, 200])
      // A validator says more than a date.
      expect([path, await asked(since!, { 'If-None-Match': '"khac"' })]).toEqual([path, 200])
    }
  })

  it('is told of a change', async () => {
    const since = (await get('/rss.xml')).headers.get('last-modified')!
    await publishStory(school, { tieuDe: 'Vừa đăng' })
    const answer = await askRaw(school.url, '/rss.xml', { headers: [`If-Modified-Since: ${since}`] })
    expect([answer.status, answer.body.includes('Vừa đăng')]).toEqual([200, true])
  })
})
