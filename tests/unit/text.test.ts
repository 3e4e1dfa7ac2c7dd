import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText, sha256, toNfc } from '../../src/policy/gate/fingerprint.ts'
import { misleads, safeLink } from '../../src/policy/text/links.ts'
import { freeSlug, toSlug } from '../../src/policy/gate/slug.ts'
import { mended } from '../../src/policy/text/mend.ts'
import { faultIn, storageFault, textFault } from '../../src/policy/text/text.ts'

describe('text', () => {
  it.each([
    'Trường Trung học phổ thông',
    'Đường đèo Pha Đin, ngã ba Tuần Giáo',
    '🎉 👩‍🏫 👩🏽‍🏫 ❤️ 1️⃣',
    'H₂O và 10⁵',
    '“Ngoặc” – gạch … № 5',
    'ký tự\nxuống dòng\ttab',
  ])('%j is plain', (text) => {
    expect(textFault(text)).toBeNull()
    expect(textFault(text.normalize('NFD'))).toBeNull()
    expect(mended(text)).toBe(text)
  })
  it.each([
    ['a\u0000', 'nul'],
    ['\ud800', 'surrogate'],
    ['\u202eabc', 'bidi'],
    ['a\u2066b', 'bidi'],
    ['a\u200bb', 'invisible'],
    ['a\u200db', 'invisible'],
    ['a\u200d👩', 'invisible'],
    ['👩\u200da', 'invisible'],
    ['\ufeffa', 'invisible'],
    ['a\u00adb', 'invisible'],
    ['\u3164', 'invisible'],
    ['\u{e0041}', 'invisible'],
    ['a\u0007', 'control'],
    ['\u0085', 'control'],
  ])('%j has the fault %s', (text, fault) => expect(textFault(text)).toBe(fault))
  it('a fault is told with the words around it and its name', () => {
    expect(faultIn('Thông báo lịch\u3164học tuần 12 của khối 10')).toEqual({ fault: 'invisible', cho: 'Thông báo lịch⟦U+3164⟧học tuần 12' })
    expect(faultIn('Tr\ufffdng THPT')).toEqual({ fault: 'lost', cho: 'Tr⟦U+FFFD⟧ng THPT' })
  })
  it.each([
    ['Hội\u00ad nghị cán\u00ad bộ', 'Hội nghị cán bộ'],
    ['Thông báo\u200b lịch học\ufeff', 'Thông báo lịch học'],
    ['gọi \u202a0912\u202c nhé\u200e', 'gọi 0912 nhé'],
    ['thầy cô\u000bvà\u2028em', 'thầy cô và em'],
    ['\uf0b7\tQuét lớp\n\uf0fc\tXong', '• Quét lớp\n• Xong'],
    ['a\u200db👩\u200d🏫', 'ab👩\u200d🏫'],
  ])('%j is mended, and has no fault then', (text, right) => {
    expect(mended(text)).toBe(right)
    expect(textFault(right)).toBeNull()
  })
  it.each(['\u202eabc', 'a\u2067b\u200e', 'שלום\u200e', 'a\u3164b', 'a\u2800', 'a\uf0b7b', '\u{e0041}'])('%j is left, for it may change what is read', (text) =>
    expect(mended(text)).toBe(text),
  )
  it('only NUL and half characters are refused on saving', () => {
    expect(storageFault('\u202e\u200b')).toBeNull()
    expect(storageFault('\udfff')).toBe('surrogate')
  })
})

describe('one text, one fingerprint', () => {
  it('NFC and NFD, any order of keys', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'grapheme' }), fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean()), { maxKeys: 6 }),
        (value) => {
          const turned = Object.fromEntries(
            Object.entries(toNfc(value))
              .reverse()
              .map(([k, v]) => [k, typeof v === 'string' ? v.normalize('NFD') : v]),
          )
          expect(sha256(canonicalText(turned))).toBe(sha256(canonicalText(value)))
          expect(JSON.parse(canonicalText(value))).toEqual(toNfc(value))
        },
      ),
    )
  })
  it('only words are changed: numbers, nothing and bytes stay what they are', () => {
    const nfd = 'Trường'.normalize('NFD')
    const bytes = Buffer.from(nfd)
    const bare = Object.assign(Object.create(null) as object, { [nfd]: nfd })
    expect(toNfc({ a: 5, b: null, c: undefined, d: true, e: [nfd, { f: nfd }], [nfd]: 1, bare })).toEqual({
      a: 5,
      b: null,
      c: undefined,
      d: true,
      e: ['Trường', { f: 'Trường' }],
      Trường: 1,
      bare: { Trường: 'Trường' },
    })
    expect(toNfc({ bytes }).bytes).toBe(bytes)
    expect(() => canonicalText(undefined as never)).toThrow('canonicalText: expected a JSON value, received undefined')
  })
  it('one comma makes another', () => expect(sha256(canonicalText({ a: 'Một hai' }))).not.toBe(sha256(canonicalText({ a: 'Một, hai' }))))
})

describe('links', () => {
  it.each(['https://moet.gov.vn/', 'http://a.vn/b?c=d#e', 'mailto:vanphong@thpt.example', 'tel:+842150000000'])('%s is kept', (url) =>
    expect(safeLink(url)).not.toBeNull(),
  )
  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/bai/x',
    'https://user:pass@evil.example',
    'https:\\evil',
    '',
    null,
    {},
    'ftp://a.vn',
    'blob:https://a',
  ])('%j is refused', (url) => expect(safeLink(url)).toBeNull())
  it.each(['https://mоet.gov.vn/', 'https://ѕсhооl.vn', 'https://xn--80ak6aa92e.com/'])('a host of letters that only look Latin is refused: %s', (url) =>
    expect(safeLink(url)).toBeNull(),
  )
  it('a Vietnamese host is a host', () => expect(safeLink('https://điệnbiên.vn/')).toContain('xn--'))
  it.each([
    ['https://moet.gov.vn/van-ban', 'https://evil.example/', true],
    ['moet.gov.vn', 'https://moet.gov.vn.evil.example/', true],
    ['www.moet.gov.vn', 'https://moet.gov.vn/tin', false],
    ['https://điệnbiên.vn', 'https://xn--inbin-xib3742f.vn/', true],
    ['vanphong@thpt.example.vn', 'https://evil.example/', true],
    ['vanphong@thpt.vn', 'mailto:vanphong@thpt.vn', false],
    ['vanphong@thpt.vn', 'mailto:ai-do@thpt.vn', true],
    ['Nghị quyết 29-NQ/TW', 'https://chinhphu.vn/', false],
    ['bản-tin.docx', 'https://moet.gov.vn/a.docx', false],
    ['thpt.edu.vn', '/thong-bao', false],
  ])('the words “%s” on %s mislead: %s', (words, href, expected) => expect(misleads(words, href)).toBe(expected))
  it('is kept without the blanks around it, up to 2000 characters', () => {
    expect(safeLink(' \u00a0https://a.vn/\u00a0 ')).toBe('https://a.vn/')
    const long = `https://a.vn/${'x'.repeat(2000 - 'https://a.vn/'.length)}`
    expect(safeLink(long)).toBe(long)
    expect(safeLink(`${long}x`)).toBeNull()
  })
  it('carries neither a name nor a password', () => {
    expect(safeLink('https://ai@a.vn/')).toBeNull()
    expect(safeLink('https://:mat-khau@a.vn/')).toBeNull()
  })
})

describe('addresses', () => {
  it.each([
    ['Đường đến trường: một năm học mới', 'duong-den-truong-mot-nam-hoc-moi'],
    ['Lớp 10A1 & 11A2', 'lop-10a1-11a2'],
    ['Giải ba – ưu tú', 'giai-ba-uu-tu'],
    ['🎉', ''],
  ])('%j → %s', (text, slug) => {
    expect(toSlug(text)).toBe(slug)
    expect(toSlug(text.normalize('NFD'))).toBe(slug)
  })
  it('are always safe, and free', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(toSlug(text)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
      }),
    )
    expect(freeSlug('ma', (s) => ['ma', 'ma-2'].includes(s))).toBe('ma-3')
    expect(freeSlug('ma', () => false)).toBe('ma')
    expect(freeSlug('ngay-hoi', (s) => s === 'ngay-hoi')).toBe('ngay-hoi-2')
  })
  it('are at most 80 characters, and whole words of them whatever is cut off', () => {
    const safe = /^[a-z0-9]+(-[a-z0-9]+)*$/
    for (let length = 70; length < 90; length += 1) {
      const slug = toSlug(`${'x'.repeat(length)} ${'y'.repeat(20)}`)
      expect([slug.length <= 80, safe.test(slug)]).toEqual([true, true])
      const second = freeSlug(slug, (s) => s === slug)
      expect([second.length <= 80, safe.test(second), second.endsWith('-2')]).toEqual([true, true, true])
    }
  })
})
