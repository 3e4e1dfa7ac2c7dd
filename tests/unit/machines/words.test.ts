/** Small rules: the time of Hà Nội, security.txt, share links, where a page says it is. */
import { describe, expect, it } from 'vitest'
import { dayOf, firstOfDay } from '../../../src/policy/time/hanoi.ts'
import { absoluteLinks } from '../../../src/theme/machines/feedContent.ts'
import { localInstant } from '../../../src/theme/machines/hanoi.ts'
import { expiryAfter, securityTxt } from '../../../src/theme/machines/securityTxt.ts'
import { headOf } from '../../../src/theme/pages/head.ts'
import { shareLinks } from '../../../src/theme/pages/share.ts'
import { PICTURE, SETTINGS, SITE_URL } from '../../support/editions.ts'

describe('the time of Hà Nội', () => {
  it('is seven hours ahead, over the end of a month and a year', () => {
    expect(localInstant('2026-12-31T17:00:00.000Z')).toBe('2027-01-01T00:00:00+07:00')
    expect(dayOf(Date.parse('2026-11-30T16:59:59.999Z'))).toBe('2026-11-30')
    expect(dayOf(Date.parse('2026-11-30T17:00:00.000Z'))).toBe('2026-12-01')
    expect(firstOfDay(Date.parse('2026-11-20T16:59:59.999Z'))).toBe(Date.parse('2026-11-19T17:00:00.000Z'))
    expect(firstOfDay(Date.parse('2026-11-20T17:00:00.000Z'))).toBe(Date.parse('2026-11-20T17:00:00.000Z'))
  })
})

describe('security.txt', () => {
  it('ends at the same instant all through a quarter, never more than a year and never less than three months ahead', () => {
    for (let day = 0; day < 800; day += 1) {
      const now = new Date(Date.UTC(2026, 0, 1) + day * 86_400_000)
      const ahead = (Date.parse(expiryAfter(now)) - now.getTime()) / 86_400_000
      expect(ahead).toBeGreaterThan(85)
      expect(ahead).toBeLessThan(190)
    }
    expect(expiryAfter(new Date('2026-11-21'))).toBe('2027-04-01T00:00:00.000Z')
  })
  it('names the contact, the languages and its own address', () =>
    expect(securityTxt(SITE_URL, 'vanphong@thpt.example', new Date('2026-11-21'))).toBe(
      'Contact: mailto:vanphong@thpt.example\nExpires: 2027-04-01T00:00:00.000Z\nPreferred-Languages: vi, en\nCanonical: https://thpt.example/.well-known/security.txt\n',
    ))
})

describe('share links', () => {
  const text = shareLinks(`${SITE_URL}/bai/tin-thu`, 'A & "B"').text
  it('lead to Facebook and Zalo with the address alone, and tell neither where the reader was', () => {
    const hrefs = [...text.matchAll(/href="([^"]+)" rel="noopener nofollow noreferrer"/g)].map((m) => new URL(m[1]!.replaceAll('&amp;', '&')))
    expect(hrefs.map((u) => u.hostname)).toEqual(['www.facebook.com', 'button-share.zalo.me'])
    expect(hrefs[0]!.searchParams.get('u')).toBe(`${SITE_URL}/bai/tin-thu`)
    expect(JSON.parse(Buffer.from(hrefs[1]!.searchParams.get('d')!, 'base64').toString())).toEqual({ url: `${SITE_URL}/bai/tin-thu` })
  })
  it('fetch nothing', () => expect(text).not.toMatch(/<(?:img|script|iframe)|src=/))
})

it('links inside a text become absolute, others stay', () => {
  const link = (href: string): object => ({ type: 'link', href, children: [] })
  const content = [{ type: 'list', children: [{ type: 'listitem', children: [link('/bai/a'), link('https://a.vn/'), link('mailto:a@b.vn')] }] }]
  expect(JSON.stringify(absoluteLinks(content as never, SITE_URL)).match(/"href":"[^"]+"/g)).toEqual([
    '"href":"https://thpt.example/bai/a"',
    '"href":"https://a.vn/"',
    '"href":"mailto:a@b.vn"',
  ])
})

describe('the head of a page', () => {
  const site = { settings: SETTINGS, siteUrl: SITE_URL }
  const head = (more: object): string => headOf(site, { title: 'Tiêu "đề"', path: '/thong-bao', ...more }).text
  it('says where the page is, a further page of a list for itself', () => {
    expect(head({})).toContain(`<link rel="canonical" href="${SITE_URL}/thong-bao" />`)
    expect(head({ head: { canonical: '/thong-bao?truoc=5' } })).toContain(`<link rel="canonical" href="${SITE_URL}/thong-bao?truoc=5" />`)
  })
  it('shows the picture with its size and words, or the crest', () => {
    expect(head({ head: { image: PICTURE } })).toContain(`<meta property="og:image" content="${SITE_URL}/tep/${'d'.repeat(64)}/1600.webp" />`)
    expect(head({ head: { image: PICTURE } })).toMatch(/og:image:width" content="1600".*og:image:height" content="1200".*og:image:alt" content="Sân trường"/s)
    expect(head({ head: { image: PICTURE } })).toContain('content="summary_large_image"')
    expect(head({})).toContain(`content="${SITE_URL}/tep/${'c'.repeat(64)}/512.webp"`)
  })
  it('escapes what it is given', () => {
    expect(head({})).toContain('content="Tiêu &quot;đề&quot;"')
    expect(head({ head: { data: [{ '@type': 'School', name: '</script>' }] } }).match(/<\/script>/g)).toHaveLength(1)
  })
})
