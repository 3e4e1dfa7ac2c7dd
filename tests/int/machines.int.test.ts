/** Everything for machines, over HTTP and through the gate; read by programs that others wrote. */
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SitemapItem } from 'sitemap'
import { AN_HOUR, at } from '../support/gate.ts'
import { calendarEvents, dataOf, htmlFaults, indexParts, metaProperty, saidInBrowser, sitemapItems, type Part } from '../support/machineReaders.ts'
import { editionOf, publishForMachines, rename, type ForMachines } from '../support/machineStories.ts'
import { openSchool } from '../support/school.ts'
import { act, approve, publishStory, submit } from '../support/stories.ts'

const school = openSchool()
const SITE = 'http://school.test'
const get = (path: string) => school.visitor.get(path)
const DAY = 24 * AN_HOUR

const made = {} as ForMachines
const editionId = (slug: string) => editionOf(school, slug)

beforeAll(async () => {
  Object.assign(made, await publishForMachines(school))
})

describe('feeds', () => {
  const FEEDS = ['', '/tin', '/bai', '/thong-bao', '/nguoi-tot-viec-tot', '/dinh-chinh', '/chu-de/day-va-hoc', '/don-vi/to-ngu-van']
  it.each(FEEDS)('of “%s” come in three formats that agree, each of its own type and named on its page', async (base) => {
    const [rss, atom, json, page] = await Promise.all(['/rss.xml', '/atom.xml', '/feed.json', ''].map((file) => get(base + file || '/')))
    expect([rss!.status, atom!.status, json!.status]).toEqual([200, 200, 200])
    expect(rss!.headers.get('content-type')).toMatch(/^application\/rss\+xml/)
    expect(atom!.headers.get('content-type')).toMatch(/^application\/atom\+xml/)
    expect(json!.headers.get('content-type')).toMatch(/^application\/feed\+json/)
    for (const { headers } of [rss!, atom!, json!]) {
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
    const ids = [
      parseRssFeed(rss!.text).items?.map((i) => i.guid?.value),
      parseAtomFeed(atom!.text).entries?.map((e) => e.id),
      parseJsonFeed(json!.body).items?.map((i) => i.id),
    ].map((list) => list ?? [])
    expect(ids[1]).toEqual(ids[0])
    expect(ids[2]).toEqual(ids[0])
    expect(new Set(ids[0]).size).toBe(ids[0]!.length)
    for (const file of ['rss.xml', 'atom.xml', 'feed.json']) expect(page!.text).toMatch(new RegExp(`<link\\s+rel="alternate"[^>]*href="${base}/${file}"`))
  })

  it('hold what belongs to them alone, whole, with every address absolute', async () => {
    const notices = parseRssFeed((await get('/thong-bao/rss.xml')).text).items!.map((i) => i.title)
    expect(notices).toEqual(['Hội thao sắp tới', 'Thông báo nghỉ học'])
    const all = (await get('/feed.json')).body as { items: { title: string; content_html: string; image?: string; authors: unknown }[] }
    const story = all.items.find((i) => i.title === 'Tin có ảnh & dấu < lạ')!
    expect(story.image).toMatch(/^http:\/\/school\.test\/tep\/[0-9a-f]{64}\/\d+\.\w+$/)
    expect(story.content_html).toContain('Đoạn thứ hai.')
    expect(story.content_html).not.toMatch(/(?:src|href|srcset)="\//)
    expect(story.authors).toMatchObject([{ name: 'Cô Hạnh' }, { name: 'Tổ Ngữ văn' }])
    expect((await get(new URL(story.image!).pathname)).status).toBe(200)
  })

  it('know a story by the same id under its third title', async () => {
    const item = parseAtomFeed((await get('/atom.xml')).text).entries!.find((e) => e.title === 'Tên thứ ba')!
    expect(item.id).toMatch(new RegExp(`^tag:school\\.test,\\d{4}-\\d\\d-\\d\\d:tin-bai/${made.doiTen.id}$`))
    expect(item.links![0]!.href).toBe(`${SITE}/bai/${made.doiTen.slug}`)
  })

  it('lose what is withdrawn', async () => {
    const { id } = await publishStory(school, { tieuDe: 'Sẽ gỡ', suKien: { batDau: at(DAY) } })
    for (const path of ['/rss.xml', '/lich.ics']) expect((await get(path)).text).toContain('Sẽ gỡ')
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'thử' })
    for (const path of ['/rss.xml', '/atom.xml', '/feed.json', '/lich.ics', '/chu-de/day-va-hoc/lich.ics', '/lich'])
      expect((await get(path)).text).not.toContain('Sẽ gỡ')
  })

  it('are explained in words, by kind, topic and unit', async () => {
    const { text } = await get('/rss')
    for (const base of FEEDS) expect(text).toContain(`href="${base}/rss.xml"`)
  })
})

describe('the sitemap', () => {
  const items = async (path: string): Promise<SitemapItem[]> => {
    const answer = await get(path)
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'application/xml; charset=utf-8'])
    return sitemapItems(answer.text)
  }
  const parts = async (): Promise<Part[]> => indexParts((await get('/sitemap.xml')).text)

  it('lists every live page once, with the time of its edition, and nothing else: each address answers 200', async () => {
    const all = (await Promise.all((await parts()).map((p) => items(p.url.slice(SITE.length))))).flat()
    const paths = all.map((i) => i.url.slice(SITE.length))
    expect(new Set(paths).size).toBe(paths.length)
    const { rows } = await school.sql.query(`select slug from ban_dang where bo_suu_tap = 'tin-bai' and ket_thuc_luc is null`)
    expect(paths.filter((p) => p.startsWith('/bai/')).sort()).toEqual(rows.map((r) => `/bai/${r.slug}`).sort())
    for (const path of ['/', '/tin-bai', '/thong-bao', '/lich', '/rss', '/chu-de', '/chu-de/day-va-hoc', '/don-vi/to-ngu-van']) expect(paths).toContain(path)
    for (const path of paths) expect([path, (await get(path)).status]).toEqual([path, 200])
    const story = all.find((i) => i.url === `${SITE}/bai/${made.tin.slug}`)!
    expect(story.img).toHaveLength(1)
    expect((await get(story.img[0]!.url.slice(SITE.length))).status).toBe(200)
    const { rows: own } = await school.sql.query(`select created_at from ban_dang where slug = $1`, [made.doiTen.slug])
    expect(all.find((i) => i.url.endsWith(made.doiTen.slug))!.lastmod).toBe(own[0].created_at.toISOString())
  })

  it('says of each part when its newest edition began', async () => {
    const { rows } = await school.sql.query(`select max(created_at) as moi from ban_dang where bo_suu_tap = 'tin-bai'`)
    expect((await parts()).find((p) => p.url.endsWith('/tin-bai-1.xml'))!.lastmod).toBe(rows[0].moi.toISOString())
  })

  it.each(['/sitemap/tin-bai-2.xml', '/sitemap/tin-bai-0.xml', '/sitemap/cai-dat-1.xml', '/sitemap/tin-bai-1', '/sitemap/tin-bai-999999.xml'])(
    '%s is not there',
    async (path) => expect((await get(path)).status).toBe(404),
  )
})

describe('calendar files', () => {
  const read = async (path: string): Promise<ReturnType<typeof calendarEvents>> => {
    const answer = await get(path)
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'text/calendar; charset=utf-8'])
    return calendarEvents(answer.text)
  }
  it('hold every dated story of the site, of a topic, or the one', async () => {
    expect((await read('/lich.ics')).map((e) => e.summary)).toEqual(['Khai giảng đã qua', 'Hội thao sắp tới'])
    expect((await read('/chu-de/day-va-hoc/lich.ics')).map((e) => e.summary)).toEqual(['Khai giảng đã qua', 'Hội thao sắp tới'])
    expect(await read('/chu-de/van-hoa-doc/lich.ics')).toEqual([])
    const [one] = await read(`/bai/${made.sapToi.slug}/lich.ics`)
    expect([one!.uid, one!.location]).toEqual([`tin-bai-${made.sapToi.id}@school.test`, 'Sân bóng'])
    expect((await get(`/bai/${made.sapToi.slug}`)).text).toContain(`href="/bai/${made.sapToi.slug}/lich.ics"`)
  })
  it('are not there for a story without a date', async () => expect((await get(`/bai/${made.tin.slug}/lich.ics`)).status).toBe(404))
  it('an event that moves keeps its UID and gets a higher SEQUENCE', async () => {
    const { id, slug } = await publishStory(school, { tieuDe: 'Sẽ dời', suKien: { batDau: at(3 * DAY) } })
    const [first] = await read(`/bai/${slug}/lich.ics`)
    const office = await school.as('vanphong')
    await office.patch(`/api/tin-bai/${id}`, { suKien: { batDau: at(4 * DAY) } })
    const banTrinh = (await submit(school, 'vanphong', id)).body.banTrinh.id as number
    await approve(school, 'phohieutruong', id, banTrinh)
    const [moved] = await read(`/bai/${slug}/lich.ics`)
    expect(moved!.uid).toBe(first!.uid)
    expect(moved!.sequence).toBeGreaterThan(first!.sequence)
    expect(moved!.startDate.compare(first!.startDate)).toBe(1)
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'thử' })
    expect((await get(`/bai/${slug}/lich.ics`)).status).toBe(410)
  })
  it('the page shows what comes before what was, and old pages by their own address', async () => {
    const { text } = await get('/lich')
    expect(text.indexOf('Hội thao sắp tới')).toBeGreaterThan(0)
    expect(text.indexOf('Khai giảng đã qua')).toBeGreaterThan(text.indexOf('Hội thao sắp tới'))
    expect(text).toMatch(/<h3>Tháng \d\d\/\d{4}<\/h3>/)
    const truoc = await editionId(made.sapToi.slug)
    const older = await get(`/lich?truoc=${truoc}`)
    expect(older.text).toContain('Khai giảng đã qua')
    expect(older.text).not.toContain('Hội thao sắp tới')
    expect(older.text).toContain(`<link rel="canonical" href="${SITE}/lich?truoc=${truoc}" />`)
    expect((await get(`/lich?truoc=${await editionId(made.daQua.slug)}`)).status).toBe(404)
    expect((await get('/lich?truoc=x')).status).toBe(404)
  })
})

describe('one address a document', () => {
  const leadsTo = async (path: string): Promise<[number, string | null]> => {
    const answer = await get(path)
    return [answer.status, answer.headers.get('location')]
  }
  it('every former address leads to the present one in one step, however it is written', async () => {
    for (const slug of made.formerSlugs) {
      for (const path of [`/bai/${slug}`, `/bai/${slug}/`, `/bai/${slug.toUpperCase()}`, `/BAI/${slug}`]) {
        expect([path, ...(await leadsTo(path))]).toEqual([path, 302, `/bai/${made.doiTen.slug}`])
      }
    }
    expect(await leadsTo(`/bai/${made.doiTen.slug}/`)).toEqual([302, `/bai/${made.doiTen.slug}`])
    expect(await leadsTo(`/Bai/${made.doiTen.slug.toUpperCase()}`)).toEqual([302, `/bai/${made.doiTen.slug}`])
  })
  it('feeds, calendars and lists too', async () => {
    for (const [path, to] of [
      ['/chu-de/DAY-VA-HOC/rss.xml', '/chu-de/day-va-hoc/rss.xml'],
      ['/chu-de/day-va-hoc/lich.ics/', '/chu-de/day-va-hoc/lich.ics'],
      ['/chu-de/day-va-hoc/?truoc=99', '/chu-de/day-va-hoc?truoc=99'],
      ['/chu-de/day-va-hoc/?truoc=//evil.example', '/chu-de/day-va-hoc'],
      ['/THONG-BAO/', '/thong-bao'],
      ['/Thong-Bao/RSS.xml', '/thong-bao/rss.xml'],
      ['/lich/?truoc=5', '/lich?truoc=5'],
      ['/Tim-Kiem?q=a%20b', '/tim-kiem?q=a%20b'],
      ['/favicon.ico', '/favicon.svg'],
    ]) {
      // What may be renamed is asked again each time; the site's own fixed addresses are not.
      expect([path, ...(await leadsTo(path!))]).toEqual([path, path!.startsWith('/chu-de/') ? 302 : 301, to])
    }
  })
  it('what was withdrawn says so at its former addresses as well', async () => {
    const { id, slug } = await publishStory(school, { tieuDe: 'Cũ rồi gỡ' })
    const later = await rename(school, id, 'Mới rồi gỡ', 'moi-roi-go')
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'Sai số liệu', maLyDo: 'saiSot' })
    for (const path of [`/bai/${slug}`, `/bai/${later}`, `/bai/${later}/`]) {
      const answer = await get(path)
      expect([path, answer.status, answer.text.includes('chưa chính xác')]).toEqual([path, 410, true])
    }
  })
  it.each([
    '//evil.example',
    '//evil.example/bai/x',
    '/bai//evil.example',
    '/\\evil.example',
    '/bai/%2F%2Fevil.example',
    '/bai/https:evil.example',
    '/thong-bao//evil.example/..',
  ])('%s leads nowhere else', async (path) => {
    const answer = await get(path)
    expect([path, answer.status >= 400 || (answer.headers.get('location') ?? '/').match(/^\/(?![/\\])/) !== null]).toEqual([path, true])
    expect(answer.headers.get('location') ?? '').not.toContain('evil.example')
  })
})

describe('small files', () => {
  it('robots.txt names the sitemap and closes search and API', async () => {
    const { text, headers } = await get('/robots.txt')
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
    for (const line of ['User-agent: *', 'Disallow: /api', 'Disallow: /tim-kiem', `Sitemap: ${SITE}/sitemap.xml`]) expect(text.split('\n')).toContain(line)
  })
  it('security.txt names the school’s address and ends within a year', async () => {
    const { text, status } = await get('/.well-known/security.txt')
    expect(status).toBe(200)
    expect(text).toMatch(/^Contact: mailto:\S+@\S+$/m)
    const expires = Date.parse(/^Expires: (\S+)$/m.exec(text)![1]!)
    expect(expires - Date.now()).toBeGreaterThan(80 * DAY)
    expect(expires - Date.now()).toBeLessThan(365 * DAY)
  })
})

describe('what pages say of themselves', () => {
  it('the school on the first page', async () => {
    const [data] = dataOf((await get('/')).text)
    expect(data).toMatchObject({ '@type': 'School', name: 'Trường THPT Hoa Ban', address: { addressCountry: 'VN' }, email: 'vanphong@thpt.example' })
  })
  it('an article, its trail and its event', async () => {
    const { text } = await get(`/bai/${made.sapToi.slug}`)
    expect(dataOf(text).map((d) => d['@type'])).toEqual(['NewsArticle', 'Event', 'BreadcrumbList'])
    const picture = await get(`/bai/${made.tin.slug}`)
    expect([metaProperty(picture.text, 'og:type'), metaProperty(picture.text, 'og:url')]).toEqual(['article', `${SITE}/bai/${made.tin.slug}`])
    expect(metaProperty(picture.text, 'article:published_time')).toMatch(/\+07:00$/)
    expect((await get(metaProperty(picture.text, 'og:image')!.slice(SITE.length))).status).toBe(200)
    expect(Number(metaProperty(picture.text, 'og:image:width'))).toBeGreaterThanOrEqual(1200)
    expect(metaProperty(picture.text, 'og:image:alt')).toBe('Một thửa ruộng xanh')
  })
  it('search asks not to be listed; a further page of a list is an address of its own', async () => {
    expect((await get('/tim-kiem?q=tin')).text).toContain('<meta name="robots" content="noindex" />')
    const further = `/thong-bao?truoc=${await editionId(made.sapToi.slug)}`
    expect((await get(further)).text).toContain(`<link rel="canonical" href="${SITE}${further}" />`)
  })
})

describe('the pages themselves', () => {
  const LISTS = ['/', '/tin-bai', '/thong-bao', '/chu-de', '/chu-de/day-va-hoc', '/don-vi', '/van-ban', '/cong-khai', '/tu-lieu', '/lich', '/tim-kiem?q=tin']
  it.each([...LISTS, '/rss', '/so-do-trang', '/tro-nang', '/so-duyet', '/khong-co', 'tin', 'sapToi'])('%s is valid HTML', async (page) => {
    const path = page === 'tin' || page === 'sapToi' ? `/bai/${made[page].slug}` : page
    expect(await htmlFaults((await get(path)).text)).toBe('')
  })

  it('a browser reads the data in them without one violation of the policy', async () => {
    expect(await saidInBrowser(['/', `/bai/${made.sapToi.slug}`].map((path) => school.url + path))).toEqual([])
  })
})
