/** What the site says to search engines, held against what Google's pages on structured data ask for, written here as data. */
import { describe, expect, it } from 'vitest'
import { articleLd, breadcrumbLd, eventLd, ldText, schoolLd, type JsonLd } from '../../../src/theme/machines/jsonLd.ts'
import { edition, PICTURE, SETTINGS, SITE_URL } from '../../support/editions.ts'

const site = { settings: SETTINGS, siteUrl: SITE_URL }

/** Required and recommended properties of each kind of result; a dot goes into an object, or into each of a list. */
const ASKED: Record<string, string[]> = {
  NewsArticle: ['headline', 'image', 'datePublished', 'dateModified', 'author.name', 'author.url', 'publisher.name', 'publisher.logo.url', 'mainEntityOfPage'],
  BreadcrumbList: ['itemListElement.position', 'itemListElement.name', 'itemListElement.item'],
  Event: [
    'name',
    'startDate',
    'endDate',
    'location.name',
    'location.address.streetAddress',
    'location.address.addressCountry',
    'eventStatus',
    'eventAttendanceMode',
    'organizer.name',
    'organizer.url',
    'description',
    'image',
  ],
  School: ['name', 'url', 'logo.url', 'address.streetAddress', 'telephone', 'email', 'parentOrganization.name'],
}

function missing(data: unknown, path: string[]): boolean {
  if (Array.isArray(data)) return data.length === 0 || data.some((d) => missing(d, path))
  if (path.length === 0) return data === undefined || data === null || data === ''
  return data === null || typeof data !== 'object' || missing((data as Record<string, unknown>)[path[0]!], path.slice(1))
}
const lacking = (data: JsonLd): string[] => (ASKED[data['@type']] ?? ['an unknown kind']).filter((p) => missing(data, p.split('.')))

const full = edition(
  {},
  {
    tomTat: 'Tóm tắt',
    anhBia: PICTURE,
    donVi: { taiLieu: 3, slug: 'to-toan', ten: 'Tổ Toán' },
    suKien: { batDau: '2026-11-20T00:15:00.000Z', ketThuc: '2026-11-20T03:00:00.000Z', diaDiem: 'Sân trường' },
  },
)

describe('nothing a search engine asks for is lacking', () => {
  it.each([
    ['an article', articleLd(site, full)],
    ['an event', eventLd(site, full)!],
    ['the school', schoolLd(site)!],
    ['a breadcrumb', breadcrumbLd(SITE_URL, [{ ten: 'Thông báo', duongDan: '/thong-bao' }])],
  ])('of %s', (_, data) => expect(lacking(data)).toEqual([]))
  it('and the list of what is asked does notice', () => expect(lacking({ ...schoolLd(site)!, address: undefined })).toEqual(['address.streetAddress']))
})

describe('an article', () => {
  it('says its picture with the size that is served', () =>
    expect(articleLd(site, full).image).toEqual([{ '@type': 'ImageObject', url: `${SITE_URL}/tep/${'d'.repeat(64)}/1600.webp`, width: 1600, height: 1200 }]))
  it('is dated in the time of Hà Nội', () => expect(articleLd(site, full).datePublished).toBe('2026-11-20T09:40:00+07:00'))
  it('names the person first and the unit after, the school where there is neither', () => {
    expect(articleLd(site, edition({}, { butDanh: 'Cô Hạnh', donVi: { taiLieu: 3, slug: 'to-toan', ten: 'Tổ Toán' } })).author).toMatchObject([
      { '@type': 'Person', name: 'Cô Hạnh' },
      { '@type': 'Organization', name: 'Tổ Toán' },
    ])
    expect(articleLd(site, edition()).author).toMatchObject([{ '@type': 'School', name: SETTINGS.tenTruong }])
  })
  it('without a picture claims none', () => expect(articleLd(site, edition())).not.toHaveProperty('image'))
})

describe('an event', () => {
  it('has a beginning and a place, or is none', () => {
    expect(eventLd(site, edition())).toBeNull()
    expect(eventLd(site, edition({}, { suKien: { diaDiem: 'Sân trường' } }))).toBeNull()
    expect(eventLd({ settings: null, siteUrl: SITE_URL }, edition({}, { suKien: { batDau: '2026-11-20T00:15:00.000Z' } }))).toBeNull()
  })
  it('of whole days has dates alone', () =>
    expect(eventLd(site, edition({}, { suKien: { batDau: '2026-11-19T17:00:00.000Z' } }))).toMatchObject({
      startDate: '2026-11-20',
      location: { name: SETTINGS.tenTruong },
    }))
})

describe('an event ends', () => {
  const ends = (batDau: string, ketThuc: string): unknown => eventLd(site, edition({}, { suKien: { batDau, ketThuc } }))!.endDate
  it('at its hour', () => expect(ends('2026-11-20T00:15:00.000Z', '2026-11-20T03:00:00.000Z')).toBe('2026-11-20T10:00:00+07:00'))
  it('on its last day', () => expect(ends('2026-11-30T17:00:00.000Z', '2026-12-02T17:00:00.000Z')).toBe('2026-12-03'))
  it('nowhere where it would before it begins', () => expect(ends('2026-11-20T00:15:00.000Z', '2026-11-19T03:00:00.000Z')).toBeUndefined())
})

it('the text ends no element it stands in', () => {
  const text = ldText({ '@type': 'School', name: '</script><!--<script>' })
  expect(text).not.toContain('<')
  expect(JSON.parse(text).name).toBe('</script><!--<script>')
})
it('a school without settings says nothing', () => expect(schoolLd({ settings: null, siteUrl: SITE_URL })).toBeNull())
