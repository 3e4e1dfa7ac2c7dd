/** Feeds, read by two programs that others wrote; titles, ids and markup come back as they went in. */
import fc from 'fast-check'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import Parser from 'rss-parser'
import { describe, expect, it } from 'vitest'
import { FEED_FILES, writeFeed, type FeedFormat } from '../../../src/theme/machines/feed.ts'
import type { Story } from '../../../src/theme/content/edition.ts'
import { edition, paragraph, PICTURE, SETTINGS, SITE_URL } from '../../support/editions.ts'

const site = { settings: SETTINGS, siteUrl: SITE_URL }
const about = { title: 'Dạy & học – Trường', base: '/chu-de/day-va-hoc', description: 'Theo chủ đề', id: 'tag:thpt.example,2026-01-01:chu-de/1' }
const write = (format: FeedFormat, story: Partial<Story> = {}, more: object = {}): string => writeFeed(format, site, about, [edition(more, story)])
const AWKWARD = 'Lớp 12 < lớp 11 & “điểm” <b>không đậm</b>'
const rich = [
  { type: 'paragraph', children: [{ type: 'link', href: '/van-ban/so-1', children: [{ type: 'text', text: 'văn bản' }] }] },
  paragraph('a < b & c ]]> d'),
]

describe('RSS 2.0', () => {
  const text = write('rss', { tieuDe: AWKWARD, tomTat: 'Tóm < tắt', noiDung: rich as never, anhBia: PICTURE, butDanh: 'Cô Hạnh & Cô Mai' })
  it('is read by feedsmith', () => {
    const feed = parseRssFeed(text)
    expect(feed).toMatchObject({ title: about.title, link: `${SITE_URL}/chu-de/day-va-hoc`, language: 'vi' })
    expect(feed.atom?.links).toEqual([{ href: `${SITE_URL}/chu-de/day-va-hoc/rss.xml`, rel: 'self', type: 'application/rss+xml' }])
    const [item] = feed.items!
    expect(item).toMatchObject({
      title: AWKWARD,
      link: `${SITE_URL}/bai/tin-thu`,
      description: 'Tóm < tắt',
      guid: { value: 'tag:thpt.example,2026-11-20:tin-bai/12', isPermaLink: false },
      enclosures: [{ url: `${SITE_URL}/tep/${'d'.repeat(64)}/1600.webp`, type: 'image/webp', length: 0 }],
    })
    expect(new Date(item!.pubDate as string).toISOString()).toBe('2026-11-20T02:40:00.000Z')
    expect(item!.dc?.creator).toBe('Cô Hạnh & Cô Mai')
    expect(item!.content?.encoded).toContain(`<a href="${SITE_URL}/van-ban/so-1"`)
    expect(item!.content?.encoded).not.toMatch(/(?:src|href)="\//)
  })
  it('is read by rss-parser', async () => {
    const feed = await new Parser().parseString(text)
    expect(feed.items[0]!['content:encoded']).toContain('a &lt; b &amp; c ]]&gt; d')
    expect(feed.items[0]).toMatchObject({
      title: AWKWARD,
      guid: 'tag:thpt.example,2026-11-20:tin-bai/12',
      link: `${SITE_URL}/bai/tin-thu`,
      creator: 'Cô Hạnh & Cô Mai',
    })
  })
})

describe('Atom 1.0', () => {
  const text = write('atom', {
    tieuDe: AWKWARD,
    tomTat: 'Tóm < tắt',
    anhBia: { ...PICTURE, kieu: 'image/jpeg', kichThuoc: [] },
    donVi: { taiLieu: 3, slug: 'to-toan', ten: 'Tổ Toán & Tin' },
    chuDe: [{ taiLieu: 4, slug: 'x', ten: 'Dạy "và" <học> & thi' }],
  })
  it('is read by feedsmith', () => {
    const feed = parseAtomFeed(text)
    expect(feed).toMatchObject({ id: about.id, title: about.title, updated: '2026-11-21T02:40:00.000Z' })
    expect(feed.links).toContainEqual({ href: `${SITE_URL}/chu-de/day-va-hoc/atom.xml`, rel: 'self' })
    expect(feed.entries![0]).toMatchObject({
      id: 'tag:thpt.example,2026-11-20:tin-bai/12',
      published: '2026-11-20T02:40:00.000Z',
      updated: '2026-11-21T02:40:00.000Z',
      authors: [{ name: 'Tổ Toán & Tin', uri: `${SITE_URL}/don-vi/to-toan` }],
      categories: [{ label: 'Tin' }, { label: 'Dạy "và" <học> & thi' }],
    })
    expect(feed.entries![0]!.links).toContainEqual({ href: `${SITE_URL}/tep/${'a'.repeat(64)}/2400.jpg`, rel: 'enclosure', type: 'image/jpeg' })
  })
  it('is read by rss-parser, whose reader sees the title and not its markup', async () => {
    const feed = await new Parser().parseString(text)
    expect(feed.items[0]!.title).toBe('Lớp 12 &lt; lớp 11 &amp; “điểm” &lt;b&gt;không đậm&lt;/b&gt;')
    expect(feed.items[0]!.link).toBe(`${SITE_URL}/bai/tin-thu`)
  })
})

it('JSON Feed 1.1 is read by feedsmith', () => {
  const feed = parseJsonFeed(JSON.parse(write('json', { tieuDe: AWKWARD, tomTat: 'Tóm < tắt', butDanh: 'Cô Hạnh', anhBia: PICTURE })))
  expect(feed).toMatchObject({
    title: about.title,
    language: 'vi',
    feed_url: `${SITE_URL}/chu-de/day-va-hoc/feed.json`,
    home_page_url: `${SITE_URL}/chu-de/day-va-hoc`,
  })
  expect(feed.items![0]).toMatchObject({
    id: 'tag:thpt.example,2026-11-20:tin-bai/12',
    url: `${SITE_URL}/bai/tin-thu`,
    title: AWKWARD,
    summary: 'Tóm < tắt',
    image: `${SITE_URL}/tep/${'d'.repeat(64)}/1600.webp`,
    authors: [{ name: 'Cô Hạnh' }],
    tags: ['Tin'],
    date_published: '2026-11-20T02:40:00.000Z',
  })
  expect(JSON.parse(write('json')).version).toBe('https://jsonfeed.org/version/1.1')
})

describe('a story', () => {
  const idOf = (text: string): string | undefined => parseAtomFeed(text).entries![0]!.id
  it('keeps its id when its title, address and edition change', () => {
    expect(idOf(write('atom', { tieuDe: 'Tên mới' }, { slug: 'ten-moi', id: 77, lan: 3, createdAt: '2027-01-01T00:00:00.000Z' }))).toBe(idOf(write('atom')))
  })
  it('without text still has content', () => {
    expect(parseRssFeed(write('rss', { noiDung: [] as never })).items![0]!.content?.encoded).toBe('<p>Tin thử</p>')
  })
})

describe.each(Object.values(FEED_FILES))('%s', (format) => {
  it('without stories is the same at any time', () => {
    expect(writeFeed(format, site, about, [])).toBe(writeFeed(format, site, about, []))
  })
  it('survives whatever words it is given: control characters, broken surrogates, markup', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 60 }).map((t) => `x${t}\u0000\u0008\uD800\uFFFE]]></title>&`)
    fc.assert(
      fc.property(anything, (t) => {
        const named = { taiLieu: 3, slug: 'a', ten: t }
        const text = write(format, { tieuDe: t, tomTat: t, butDanh: t, donVi: named, chuDe: [named], noiDung: [paragraph(t)] as never })
        if (format !== 'json') expect(text).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u)
        const read = { rss: () => parseRssFeed(text).items, atom: () => parseAtomFeed(text).entries, json: () => parseJsonFeed(JSON.parse(text)).items }
        expect(read[format]()).toHaveLength(1)
      }),
      { numRuns: 20 },
    )
  })
})

describe('a link that leads out', () => {
  const out = [
    {
      type: 'paragraph',
      children: [
        { type: 'link', href: 'https://moet.gov.vn/a', children: [{ type: 'text', text: 'Bộ' }] },
        { type: 'text', text: ' báo' },
      ],
    },
  ]
  it.each(['rss', 'atom', 'json'] as const)('is words alone in %s, without the mark of the pages', (format) => {
    const text = write(format, { noiDung: out as never })
    expect(text).toContain('Bộ')
    expect(text).not.toMatch(/↗|trang khác/)
  })
})
