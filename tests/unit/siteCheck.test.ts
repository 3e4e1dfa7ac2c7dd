/** The walk of the self-check: to the end of every way, and a name for all it did not ask. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { documentOfFile, FEED_NAMES, isMachineFile } from '../../src/policy/gate/machineFiles.ts'
import { expectedOf } from '../../tools/siteCheck/expected.ts'
import type { Fetched, Fetcher } from '../../tools/siteCheck/fetcher.ts'
import { addressesIn } from '../../tools/siteCheck/machineReader.ts'
import { tellNotAsked } from '../../tools/siteCheck/notAsked.ts'
import type { Live } from '../../tools/siteCheck/record.ts'
import { walk } from '../../tools/siteCheck/walk.ts'

const SITE = 'https://truong.example'
const STYLE = 'p{margin:0}'
const CSP = `default-src 'none';style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`
const HEADERS = { 'content-security-policy': CSP, 'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin' }

const answer = (status: number, type: string, text: string): Fetched => ({
  status,
  type,
  location: null,
  headers: new Headers(HEADERS),
  bytes: Buffer.from(text),
})
const html = (body: string): Fetched => answer(200, 'text/html', `<style>${STYLE}</style>${body}`)

/** A site of these answers; every other address is 404. */
async function walked(site: Record<string, Fetched>, live: Live[] = [], most?: number) {
  const asked = new Set<string>()
  const get: Fetcher = (path) => {
    asked.add(path)
    return Promise.resolve(site[path] ?? answer(404, 'text/html', `<style>${STYLE}</style>`))
  }
  const done = await walk(get, expectedOf({ live, ended: [] }, SITE), [SITE], { tell: () => undefined, ...(most ? { most } : {}) })
  return { ...done, asked, about: (text: string) => done.findings.filter((f) => `${f.at} ${f.detail}`.includes(text)).map((f) => f.kind) }
}

describe('the walk', () => {
  it('goes to the end of a list of twelve pages and sees what is planted on the last', async () => {
    const page = (i: number): [string, Fetched] => {
      const next = i < 12 ? `<a href="/thong-bao?truoc=${i + 1}">Cũ hơn</a>` : '<a href="https://bet.example/">x</a>'
      return [i === 0 ? '/thong-bao' : `/thong-bao?truoc=${i}`, html(next)]
    }
    const { asked, about } = await walked({ '/': html('<a href="/thong-bao">x</a>'), ...Object.fromEntries(Array.from({ length: 13 }, (_none, i) => page(i))) })
    expect(asked).toContain('/thong-bao?truoc=12')
    expect(about('bet.example')).toEqual(['LIEN_KET_LA'])
  })

  it('follows every picture variant, feed entry, calendar and site map, and what those lead to', async () => {
    const hash = 'a'.repeat(64)
    const { asked } = await walked({
      '/': html(`<img srcset="/tep/${hash}/640.webp 640w, /tep/${hash}/1280.webp 1280w"><meta property="og:image" content="${SITE}/tep/${hash}/1200.jpg">`),
      '/rss.xml': answer(
        200,
        'application/rss+xml',
        `<rss><channel><item><link>${SITE}/bai/rss</link><content:encoded><![CDATA[<a href="${SITE}/bai/trong-rss">x</a>]]></content:encoded></item></channel></rss>`,
      ),
      '/bai/trong-rss': html('<a href="/bai/sau-rss">x</a>'),
      '/atom.xml': answer(200, 'application/atom+xml', `<feed><entry><link href="${SITE}/bai/atom"/></entry></feed>`),
      '/feed.json': answer(200, 'application/feed+json', JSON.stringify({ items: [{ url: `${SITE}/bai/json`, content_html: '<img src="/tep/x/1.png">' }] })),
      '/lich.ics': answer(200, 'text/calendar', `BEGIN:VCALENDAR\r\nURL;VALUE=URI:${SITE}/bai/li\r\n ch\r\nEND:VCALENDAR`),
      '/sitemap.xml': answer(200, 'application/xml', `<sitemapindex><sitemap><loc>${SITE}/sitemap/chung.xml</loc></sitemap></sitemapindex>`),
      '/sitemap/chung.xml': answer(200, 'application/xml', `<urlset><url><loc>${SITE}/van-ban?truoc=1&amp;q=a</loc></url></urlset>`),
    })
    for (const path of ['640.webp', '1280.webp', '1200.jpg']) expect(asked).toContain(`/tep/${hash}/${path}`)
    for (const slug of ['rss', 'trong-rss', 'sau-rss', 'atom', 'json', 'lich']) expect(asked).toContain(`/bai/${slug}`)
    expect(asked).toContain('/tep/x/1.png')
    expect(asked).toContain('/van-ban?truoc=1&q=a')
  })

  it('asks the site’s own pages and files though nothing leads there, and misses them', async () => {
    const { asked, about } = await walked({ '/': html('') })
    for (const path of ['/lich', '/tro-nang', '/van-ban', '/feed.json', '/thong-bao/atom.xml', '/robots.txt', '/lich.ics']) {
      expect(asked).toContain(path)
      expect([path, about(`${path} mã 404`)]).toEqual([path, about(`${path} mã 404`).map(() => 'THIEU_TRANG')])
      expect(about(`${path} mã 404`).length).toBeGreaterThan(0)
    }
  })

  it('names all it knows of and did not ask, with why', async () => {
    const far = Array.from({ length: 300 }, (_none, i) => `<a href="/bai/b${i}">x</a>`).join('')
    const site = {
      '/': html(
        `${far}<a href="/hien-thi/chon?mau=toi">x</a><a href="/tim-kiem?q=a">x</a><a href="/api/ban-dang">x</a><a href="https://moet.gov.vn/">x</a><a href="mailto:a@b.example">x</a>`,
      ),
    }
    const { notAsked, asked } = await walked(site, [], 50)
    const known = (why: string): string[] => notAsked.filter((one) => one.why === why).map((one) => one.address)
    expect(known('robots')).toEqual(['/hien-thi/chon?mau=toi', '/tim-kiem?q=a', '/api/ban-dang'])
    expect(known('ngoaiTrang')).toEqual(['https://moet.gov.vn/'])
    const left = Array.from({ length: 300 }, (_none, i) => `/bai/b${i}`).filter((path) => !asked.has(path))
    expect(left.length).toBeGreaterThan(200)
    for (const path of left) expect(known('gioiHan')).toContain(path)
    const said = tellNotAsked({ asked: asked.size, notAsked })
    for (const { address } of notAsked) expect(said).toContain(`    - ${address}\n`)
  })
})

describe('files for machines', () => {
  const has = (slug: string): boolean => slug === 'tin-bai'
  it.each([
    '/rss.xml',
    '/thong-bao/feed.json',
    '/lich.ics',
    '/sitemap.xml',
    '/sitemap/chung.xml',
    '/sitemap/tin-bai-2.xml',
    '/robots.txt',
    '/.well-known/security.txt',
  ])('%s is one', (path) => expect(isMachineFile(path, has)).toBe(true))
  it.each(['/van-ban/rss.xml', '/a/lich.ics', '/sitemap/khac-1.xml', '/sitemap/tin-bai-0.xml', '/ads.txt', '/chu-de/a/rss.xml'])(
    '%s is none of the site’s',
    (path) => expect(isMachineFile(path, has)).toBe(false),
  )
  it('a document’s are found by its address', () => {
    for (const name of FEED_NAMES) expect(documentOfFile(`/chu-de/a/${name}`)).toBe('/chu-de/a')
    expect(['/don-vi/a/rss.xml', '/bai/a/lich.ics', '/bai/a/rss.xml', '/don-vi/a/lich.ics'].map(documentOfFile)).toEqual(['/don-vi/a', '/bai/a', null, null])
  })
  it('broken ones name nothing', () => expect(addressesIn('/feed.json', '{"items":[')).toEqual([]))
})
