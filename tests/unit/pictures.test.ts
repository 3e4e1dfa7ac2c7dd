/** Which files are made of a picture, and which of them a page offers. */
import { describe, expect, it } from 'vitest'
import { wantedOf } from '../../src/policy/gate/pictureLimits.ts'
import { schoolYearName, schoolYearStart } from '../../src/policy/time/schoolYear.ts'
import { publicFile, type Media } from '../../src/theme/content/edition.ts'
import { COLUMN, figure, mostPixels, picture } from '../../src/theme/draw/pictures.ts'
import { groundCss, groundOf } from '../../src/theme/style/ground.ts'

const said = (wanted: ReturnType<typeof wantedOf>): string[] => wanted.map((w) => `${w.kieu.slice(6)} ${w.rong}`)

describe('what is made of a picture', () => {
  it('a large photograph: three types in four widths', () =>
    expect(said(wantedOf({ rong: 2560, kieu: 'image/jpeg', coNenTrong: false }))).toEqual(
      ['avif', 'webp', 'jpeg'].flatMap((kieu) => [320, 640, 960, 1600].map((rong) => `${kieu} ${rong}`)),
    ))
  it('a smaller one is never made wider, and what it is itself is not made again', () => {
    expect(said(wantedOf({ rong: 700, kieu: 'image/jpeg', coNenTrong: false }))).toEqual([
      'avif 320',
      'avif 640',
      'avif 700',
      'webp 320',
      'webp 640',
      'webp 700',
      'jpeg 320',
      'jpeg 640',
    ])
    expect(said(wantedOf({ rong: 1600, kieu: 'image/jpeg', coNenTrong: false })).filter((f) => f.endsWith('1600'))).toEqual(['avif 1600', 'webp 1600'])
    expect(said(wantedOf({ rong: 90, kieu: 'image/jpeg', coNenTrong: false }))).toEqual(['avif 90', 'webp 90'])
  })
  it('what is transparent keeps a PNG for those who know nothing newer', () =>
    expect(said(wantedOf({ rong: 300, kieu: 'image/webp', coNenTrong: true }))).toEqual(['avif 300', 'png 300']))
})

describe('what a page can use', () => {
  it.each([
    ['4rem', 128],
    ['(min-width: 40rem) 11rem, 6.5rem', 352],
    ['120px', 240],
    // At 46 rem the column is the window less 2.5 rem, which is more than 42 rem.
    [COLUMN, 2 * (46 - 2.5) * 16],
    ['(min-width: 60rem) 37rem, calc(100vw - 2.5rem)', 2 * (60 - 2.5) * 16],
    ['(min-width: 60rem) 21rem, (min-width: 40rem) 42vw, calc(50vw - 1.5rem)', 2 * 0.42 * 60 * 16],
    ['(min-width: 60rem) 42rem, 100vw', 1920],
    ['100vw', Infinity],
    ['', Infinity],
  ])('%s: %s pixels', (sizes, pixels) => expect(mostPixels(sizes)).toBe(pixels))
})

const file = (kieu: string, rong: number) => ({ sha256: `${kieu.slice(6)}${rong}`.padEnd(64, '0'), rong, cao: Math.round(rong / 2), kieu })
const types = ['image/avif', 'image/webp', 'image/jpeg']
const NEW: Media = {
  ...file('image/jpeg', 2560),
  taiLieu: 3,
  loai: 'anh',
  altText: 'Cổng “trường”',
  mauNen: '#7fa03c',
  kichThuoc: types.flatMap((kieu) => [320, 640, 960, 1600].map((rong) => file(kieu, rong))),
}
const OLD: Media = { ...NEW, kichThuoc: [320, 640, 960, 1280].map((rong) => file('image/webp', rong)) }
delete OLD.mauNen
const widths = (srcset: string): string[] => srcset.split(', ').map((part) => part.split(' ')[1]!)
const sources = (html: string): [string, string[]][] =>
  [...html.matchAll(/<source\s+type="([^"]+)"\s+sizes="[^"]+"\s+srcset="([^"]+)"/g)].map(([, type, srcset]) => [type!, widths(srcset!)])
const imgOf = (html: string): string => /<img[^>]*>/.exec(html)![0]

describe('a picture on a page', () => {
  it('offers AVIF, then WebP, then JPEG, each width once, with its own size and a colour to wait with', () => {
    const html = picture(NEW, publicFile, COLUMN).text
    expect(sources(html)).toEqual([
      ['image/avif', ['320w', '640w', '960w', '1600w']],
      ['image/webp', ['320w', '640w', '960w', '1600w']],
    ])
    const img = imgOf(html)
    expect(widths(/ srcset="([^"]+)"/.exec(img)![1]!)).toEqual(['320w', '640w', '960w', '1600w'])
    expect(img).toContain(`src="/tep/${file('image/jpeg', 640).sha256}/640.jpg"`)
    for (const part of ['width="2560"', 'height="1280"', 'loading="lazy"', 'decoding="async"', 'class="nen-6a2"']) expect(img).toContain(part)
    expect(html).not.toMatch(/style=|data:/)
  })
  it('the lead is fetched first, not when it comes into view', () => {
    const img = imgOf(picture(NEW, publicFile, COLUMN, 'first').text)
    expect([img.includes('fetchpriority="high"'), img.includes('loading=')]).toEqual([true, false])
  })
  it('a thumbnail offers nothing wider than it can show', () => {
    const html = picture(NEW, publicFile, '(min-width: 40rem) 11rem, 6.5rem').text
    expect(sources(html).map(([, found]) => found)).toEqual([
      ['320w', '640w'],
      ['320w', '640w'],
    ])
    expect(html).not.toContain('/960.')
  })
  it('an edition of before, with WebP alone, is drawn with what it has', () => {
    const html = picture(OLD, publicFile, COLUMN).text
    expect(sources(html)).toEqual([['image/webp', ['320w', '640w', '960w', '1280w']]])
    expect(imgOf(html)).toContain('/2560.jpg"')
    expect(imgOf(html)).not.toContain('class=')
  })
  it.each<[string, Partial<Media>]>([
    ['no sizes', { kichThuoc: [] }],
    ['sizes of a type unknown here', { kichThuoc: [file('image/jxl', 320)], kieu: 'image/jxl' }],
    ['a colour that is none', { mauNen: 'red;}' }],
  ])('%s never breaks a page', (_, more) => {
    const media = { ...NEW, ...more }
    expect(imgOf(figure(media, publicFile, COLUMN).text)).toMatch(/src="\/tep\/[^"]+"/)
  })
  it('no sizes frozen at all: the picture itself', () => {
    const { kichThuoc: _none, ...bare } = NEW
    expect(picture(bare, publicFile, COLUMN).text).not.toContain('<picture')
  })
  it('a file says its kind and how much there is to fetch', () => {
    const media = { ...NEW, loai: 'tep' as const, kieu: 'application/pdf', rong: 0, chuThich: 'Kế hoạch tuần', dungLuong: 1_240_000 }
    expect(figure(media, publicFile, COLUMN).text).toContain('Kế hoạch tuần (PDF, 1,2 MB)')
  })
})

it('every colour has its class in the style sheet, and nothing else does', () => {
  const shades = ['00', '3f', '40', '7f', '80', 'bf', 'c0', 'ff']
  const classes = new Set(shades.flatMap((r) => shades.flatMap((g) => shades.map((b) => groundOf(`#${r}${g}${b}`)!))))
  expect(classes.size).toBe(64)
  for (const name of classes) expect(groundCss).toContain(`.${name}{--nen:#${name.slice(4)}}`)
  expect([groundOf(undefined), groundOf('#12345'), groundOf('#1234567')]).toEqual([null, null, null])
})

it('a school year is two years one after the other', () => {
  expect(schoolYearName(2026)).toBe('2026-2027')
  expect(['2026-2027', '2026-2028', '2026', '1999-2000', '2026-20270', 'anh'].map(schoolYearStart)).toEqual([2026, null, null, null, null, null])
})
