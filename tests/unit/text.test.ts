import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, isReadable, readableOn, TINT } from '../../src/policy/contrast.ts'
import { canonicalText, sha256, toNfc } from '../../src/policy/fingerprint.ts'
import { misleads, safeLink } from '../../src/policy/links.ts'
import { freeSlug, toSlug } from '../../src/policy/slug.ts'
import { looksLegacyEncoded, storageFault, textFault } from '../../src/policy/text.ts'

describe('text', () => {
  it.each(['Trường Trung học phổ thông', 'Đường đèo Pha Đin, ngã ba Tuần Giáo', '🎉 👩‍🏫 ❤️ 1️⃣', 'H₂O và 10⁵', '“Ngoặc” – gạch … № 5', 'ký tự\nxuống dòng\ttab'])(
    '%j is plain',
    (text) => {
      expect(textFault(text)).toBeNull()
      expect(textFault(text.normalize('NFD'))).toBeNull()
      expect(looksLegacyEncoded(text)).toBe(false)
    },
  )
  it.each([
    ['a\u0000', 'nul'],
    ['\ud800', 'surrogate'],
    ['\u202eabc', 'bidi'],
    ['a\u2066b', 'bidi'],
    ['a\u200bb', 'invisible'],
    ['a\u200db', 'invisible'],
    ['\ufeffa', 'invisible'],
    ['a\u00adb', 'invisible'],
    ['\u3164', 'invisible'],
    ['\u{e0041}', 'invisible'],
    ['a\u0007', 'control'],
    ['\u0085', 'control'],
  ])('%j has the fault %s', (text, fault) => expect(textFault(text)).toBe(fault))
  it.each(['Tr­êng THPT Hoa Ban tæ chøc ngµy héi ®äc s¸ch', 'Tröôøng hoïc toå chöùc ngaøy hoäi ñoïc saùch cho hoïc sinh'])(
    '%j is in a legacy encoding',
    (text) => expect(looksLegacyEncoded(text)).toBe(true),
  )
  it.each(['Đồng chí Nguyễn Văn A ® 2026', 'Señor Muñoz, Björn, naïve café', '25°C ± 1°C, ½ cốc'])('%j is not', (text) =>
    expect(looksLegacyEncoded(text)).toBe(false),
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
})

describe('addresses', () => {
  it.each([
    ['Đường đến trường: một năm học mới', 'duong-den-truong-mot-nam-hoc-moi'],
    ['Lớp 10A1 & 11A2', 'lop-10a1-and-11a2'],
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
  })
})

describe('colours', () => {
  it('too faint a colour gets a nearby one that can be read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (n) => {
        const colour = `#${n.toString(16).padStart(6, '0')}`
        expect(contrast(readableOn(colour, TINT), TINT)).toBeGreaterThanOrEqual(4.5)
        if (isReadable(colour)) expect(readableOn(colour, TINT)).toBe(colour)
      }),
    )
  })
})
