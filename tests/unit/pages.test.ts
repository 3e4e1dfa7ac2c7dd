/** Static pages and official documents: what is frozen of them, their addresses, the law's list, what readers ask. */
import type { Router } from 'express'
import { describe, expect, it } from 'vitest'
import { plainPdf } from '../../src/demo/pdf.ts'
import { toLexical } from '../../src/demo/lexical.ts'
import { MUC_CONG_KHAI, sectionsOf } from '../../src/policy/gate/congKhai.ts'
import { fileKind } from '../../src/policy/gate/fileKind.ts'
import { freeze, type Doc, type FreezeResolver } from '../../src/policy/gate/freeze.ts'
import { GATES, scopesOf, trang, vanBan, type Gate } from '../../src/policy/gate/gates/index.ts'
import { RESERVED_SLUGS } from '../../src/policy/gate/reservedSlugs.ts'
import { toSlug } from '../../src/policy/gate/slug.ts'
import { fileSize } from '../../src/theme/draw/attachments.ts'
import { disclosureOf, yearsOf } from '../../src/theme/content/congKhai.ts'
import { addressOf, askedOf } from '../../src/theme/asked/documents.ts'
import { prefixQuery } from '../../src/theme/queries/documents.ts'
import { schoolSite } from '../../src/theme/site.ts'
import { validity } from '../../src/theme/content/vanBan.ts'
import { articlePage } from '../../src/theme/pages/article.ts'
import { edition, SITE_URL } from '../support/editions.ts'

const PDF = { taiLieu: 1, loai: 'tep', kieu: 'application/pdf', sha256: 'b' }
const PICTURE = { taiLieu: 2, loai: 'anh', kieu: 'image/webp', sha256: 'c', altText: 'Ảnh' }
const resolver: FreezeResolver = {
  live: (slug, id) => ({ taiLieu: id, slug: `${slug}-${id}`, ten: `Tên ${id}` }),
  media: (id) => (id === 1 ? PDF : id === 2 ? PICTURE : null),
  address: () => null,
  file: () => null,
}
const said = (gate: Gate, doc: Doc): string[] => freeze(gate, doc, resolver).issues.map((i) => `${i.code} ${i.field}`)

describe('a document', () => {
  const whole = {
    loai: 'keHoach',
    soKyHieu: '12/KH-THPT',
    trichYeu: 'Kế hoạch',
    coQuanBanHanh: 'Trường',
    ngayBanHanh: '2026-09-03',
    hieuLuc: 'conHieuLuc',
    tep: 1,
  }
  it('freezes its facts, its file and its topics', () => {
    expect(freeze(vanBan, { ...whole, chuDe: [5], nguoiKy: null, tacGia: 3 }, resolver)).toEqual({
      issues: [],
      content: { ...whole, tep: PDF, chuDe: [{ taiLieu: 5, slug: 'chu-de-5', ten: 'Tên 5' }] },
    })
  })
  it('needs number, subject, kind, issuer, date, validity and a PDF, all said at once', () => {
    const needed = ['loai', 'soKyHieu', 'trichYeu', 'coQuanBanHanh', 'ngayBanHanh', 'hieuLuc', 'tep']
    expect(said(vanBan, {})).toEqual(needed.map((field) => `MISSING_FIELD ${field}`))
    expect(said(vanBan, { ...whole, tep: 2 })).toEqual(['PDF_NEEDED tep'])
    expect(said(vanBan, { ...whole, tep: 9 })).toEqual(['FILE_UNREADABLE tep'])
  })
  it.each([
    ['2026-09-03', '2026-09-03'],
    ['2026-09-03T12:00:00.000Z', '2026-09-03'],
    ['2026-12-31T17:00:00.000Z', '2027-01-01'],
    ['2026-12-31T16:59:59.999Z', '2026-12-31'],
  ])('issued at %s was issued on %s in Việt Nam', (ngayBanHanh, day) =>
    expect(freeze(vanBan, { ...whole, ngayBanHanh }, resolver).content.ngayBanHanh).toBe(day),
  )
  it.each(['hôm qua', '0001-01-01', '+012026-01-01T00:00:00Z', 20260903])('%s is no day', (ngayBanHanh) =>
    expect(said(vanBan, { ...whole, ngayBanHanh })).toEqual(['INVALID_VALUE ngayBanHanh']),
  )
  it('is addressed by its number and its subject', () => {
    expect(vanBan.slugFrom).toEqual(['soKyHieu', 'trichYeu'])
    expect(toSlug('29-NQ/TW Đổi mới căn bản, toàn diện giáo dục')).toBe('29-nq-tw-doi-moi-can-ban-toan-dien-giao-duc')
  })
  it.each([
    [{ hieuLuc: 'conHieuLuc' }, 'Còn hiệu lực'],
    [{ hieuLuc: 'conHieuLuc', ngayHieuLuc: '2026-09-05' }, 'Còn hiệu lực từ ngày 05/09/2026'],
    [{ hieuLuc: 'hetHieuLuc', ngayHieuLuc: '2026-10-31' }, 'Hết hiệu lực từ ngày 31/10/2026'],
    [{ hieuLuc: 'chuaCoHieuLuc' }, 'Chưa có hiệu lực'],
    [{ hieuLuc: 'chuaCoHieuLuc', ngayHieuLuc: '2027-01-18' }, 'Có hiệu lực từ ngày 18/01/2027'],
  ] as const)('%o reads “%s”', (v, words) => expect(validity(v)).toBe(words))
})

describe('a static page', () => {
  const page = { tieuDe: 'Giới thiệu', muc: 'gioiThieu', noiDung: toLexical(['Một đoạn.']) }
  it('belongs to a school year and a section only where it is disclosed', () => {
    const left = { ...page, namHoc: 'xưa', mucCongKhai: 'taiChinh' }
    expect(Object.keys(freeze(trang, left, resolver).content)).toEqual(['tieuDe', 'muc', 'noiDung'])
    expect(said(trang, { ...page, muc: 'congKhai' })).toEqual(['MISSING_FIELD namHoc', 'MISSING_FIELD mucCongKhai'])
    expect(said(trang, { ...page, muc: 'congKhai', namHoc: '2026-2028', mucCongKhai: 'gì' })).toEqual(['INVALID_VALUE namHoc', 'INVALID_VALUE mucCongKhai'])
    expect(freeze(trang, { ...page, muc: 'congKhai', namHoc: '2026 – 2027', mucCongKhai: 'taiChinh' }, resolver)).toMatchObject({
      issues: [],
      content: { namHoc: '2026-2027', mucCongKhai: 'taiChinh' },
    })
  })
  it('may carry pictures and PDFs', () => expect(freeze(trang, { ...page, tepDinhKem: [1, 2] }, resolver).content.tepDinhKem).toEqual([PDF, PICTURE]))
})

it('a delegation may cover each gated collection', () =>
  expect(scopesOf(GATES)).toEqual(['tatCa', 'cai-dat', 'don-vi', 'chu-de', 'tu-lieu', 'tin-bai', 'trang', 'van-ban']))

describe('addresses that are the site’s own', () => {
  type Layer = { route?: { path: string | string[] }; handle: { stack?: Layer[] } }
  const paths = (layers: Layer[]): string[] => layers.flatMap((l) => (l.route ? [l.route.path].flat() : paths(l.handle.stack ?? [])))
  const evidence = { publicKey: () => '', head: () => Promise.reject(new Error('unused')) }
  const site = schoolSite({
    db: { query: () => Promise.resolve({ rows: [] }) },
    readFile: () => Promise.resolve(null),
    siteUrl: 'http://a',
    evidence,
  }) as Router
  const firstWords = [...new Set(paths(site.stack as unknown as Layer[]).map((path) => path.split('/')[1]!))].filter((word) => /^[a-z0-9-]+$/.test(word))

  it('are many', () => expect(firstWords.length).toBeGreaterThan(12))
  it.each(firstWords)('/%s is taken by no static page', (word) => expect(RESERVED_SLUGS).toContain(word))
  it('are all addresses a page could have', () => {
    expect(RESERVED_SLUGS.filter((slug) => toSlug(slug) !== slug)).toEqual([])
    expect(new Set(RESERVED_SLUGS).size).toBe(RESERVED_SLUGS.length)
  })
  it('static pages come after every other route', () => expect(paths(site.stack as unknown as Layer[]).at(-1)).toBe('/:slug'))
})

describe('disclosure', () => {
  it('asks for what was law in that year', () => {
    expect(sectionsOf('2026-2027')).toHaveLength(8)
    expect(sectionsOf('2023-2024')).toHaveLength(8)
    expect(sectionsOf('2022-2023')).toEqual([])
    const replaced = MUC_CONG_KHAI.map((m) => ({ ...m, canCu: { ...m.canCu, denNgay: '2027-08-31' } }))
    expect([sectionsOf('2026-2027', replaced).length, sectionsOf('2027-2028', replaced).length]).toEqual([8, 0])
  })
  const page = (namHoc: string, mucCongKhai: string) => ({ slug: mucCongKhai, noiDung: { muc: 'congKhai', namHoc, mucCongKhai } }) as never
  it('says section by section what is there', () => {
    const d = disclosureOf('2026-2027', [page('2026-2027', 'taiChinh'), page('2025-2026', 'keHoach')])
    expect([d.done, d.sections.length]).toEqual([1, 8])
    expect(d.sections.filter((s) => s.pages.length > 0).map((s) => s.muc.ma)).toEqual(['taiChinh'])
  })
  it('always shows the year that runs', () => expect(yearsOf([page('2024-2025', 'taiChinh')], '2026-2027')).toEqual(['2026-2027', '2024-2025']))
})

describe('what readers ask of the list of documents', () => {
  it('has one address, nothing empty', () => {
    const asked = askedOf({ nam: '2026', q: ' 29-NQ/TW ', loai: '', 'chu-de': 'day-va-hoc', la: 'x', truoc: '7' })!
    expect(addressOf(asked)).toBe('/van-ban?q=29-NQ%2FTW&nam=2026&chu-de=day-va-hoc&truoc=7')
    expect(addressOf(askedOf({})!)).toBe('/van-ban')
  })
  it.each([{ loai: 'thơ' }, { nam: '26' }, { nam: ['2026', '2025'] }, { 'chu-de': '../x' }, { 'co-quan': 'x'.repeat(201) }, { truoc: 'x' }, { truoc: ['1'] }])(
    '%o can name nothing',
    (query) => expect(askedOf(query)).toBeNull(),
  )
  it.each([
    ['29-NQ/TW', '29:* & nq:* & tw:*'],
    ['Kế hoạch ĐỔI mới', 'ke:* & hoach:* & doi:* & moi:*'],
    ["a' | b:*", 'a:* & b:*'],
    ['***', null],
  ])('%s is looked for as %s', (q, query) => expect(prefixQuery(q)).toBe(query))
})

it('sizes are told as people say them', () => expect([1, 999_499, 1_240_000].map(fileSize)).toEqual(['1 kB', '999 kB', '1,2 MB']))

it('the demo’s papers are PDFs whose table of contents is right', () => {
  const bytes = plainPdf('Kế hoạch (2026)', ['Kế hoạch', 'Đổi mới \\ giáo dục'])
  const text = bytes.toString('latin1')
  expect(fileKind(bytes)).toMatchObject({ loai: 'tep' })
  expect(text).toContain('(Doi moi \\\\ giao duc) Tj')
  const table = Number(/startxref\n(\d+)/.exec(text)![1])
  expect(text.slice(table, table + 4)).toBe('xref')
  const offsets = [...text.slice(table).matchAll(/^(\d{10}) 00000 n/gm)].map((m) => Number(m[1]))
  offsets.forEach((at, i) => expect(text.slice(at, at + 7)).toBe(`${i + 1} 0 obj`))
})

describe('on paper', () => {
  it('a link of a text says its whole address, inside the site too', () => {
    const link = (href: string): object => ({ type: 'paragraph', children: [{ type: 'link', href, children: [{ type: 'text', text: 'x' }] }] })
    const page = articlePage({ settings: null, siteUrl: SITE_URL }, edition({}, { noiDung: [link('/van-ban/so-1'), link('https://moet.gov.vn/a')] as never }), {
      related: [],
      corrections: [],
      replaced: [],
    })
    expect(page).toContain(`<a href="/van-ban/so-1" data-in="${SITE_URL}/van-ban/so-1">`)
    expect(page).toMatch(/@media print\{[^]*\.bai a\[data-in\]:after\{content:" \[" attr\(data-in\) "\]"/)
  })
})
