/** A person named or pictured agreed to it, on this channel, and has not withdrawn; who had to agree at that age did. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkConsents, failsFor, KENH, type ConsentUse, type DongY } from '../../src/policy/people/consent.ts'
import { ageGroup, agreementLacks } from '../../src/policy/people/consentAge.ts'
import { narrows } from '../../src/policy/people/consentChange.ts'
import { allWords } from '../../src/policy/text/allWords.ts'
import { neverShown } from '../../src/policy/people/neverShown.ts'
import { highest } from '../../src/policy/gate/sensitivity.ts'

const NOW = '2026-11-21T03:00:00.000Z'
const given: DongY = { id: 3, hoTen: 'Lò Thị A', namSinh: 1990, chinhChu: true, nguoiDamHo: '', kenh: ['website', 'phatThanh'], han: null, thuHoiLuc: null }

const isValidConsent = (consent: DongY, now: string): boolean => failsFor(consent, 'website', now) === null

describe('a consent', () => {
  it('without an end holds until it is withdrawn', () => {
    expect(isValidConsent(given, NOW)).toBe(true)
    expect(isValidConsent({ ...given, thuHoiLuc: '2026-01-01T00:00:00.000Z' }, NOW)).toBe(false)
  })
  it('is for the channels it names, and says why it is not', () => {
    expect(isValidConsent({ ...given, kenh: ['phatThanh'] }, NOW)).toBe(false)
    expect(isValidConsent({ ...given, kenh: [] }, NOW)).toBe(false)
    expect(KENH.map((kenh) => failsFor(given, kenh, NOW))).toEqual([null, null, 'kenh', 'kenh'])
    expect(failsFor({ ...given, thuHoiLuc: NOW }, 'baoChi', NOW)).toBe('rut')
    expect(failsFor({ ...given, han: '2026-11-19' }, 'website', NOW)).toBe('hetHan')
  })
  it('holds through the last day of its term in Việt Nam, whatever hour and zone the day is written in', () => {
    for (const han of ['2026-11-21', '2026-11-21T12:00:00.000Z', '2026-11-20T17:00:00.000Z', '2026-11-21T23:59:59.999+07:00']) {
      expect(isValidConsent({ ...given, han }, '2026-11-21T16:59:59.999Z'), han).toBe(true)
      expect(isValidConsent({ ...given, han }, '2026-11-21T17:00:00.000Z'), han).toBe(false)
    }
    expect(isValidConsent({ ...given, han: '2026-11-20T16:59:59.999Z' }, NOW)).toBe(false)
  })
})

describe('who has to agree', () => {
  it.each([
    [2026, 'duoi7'],
    [2020, 'duoi7'],
    [2019, 'tu7'],
    [2010, 'tu7'],
    [2009, 'tu16'],
    [2008, 'tu16'],
    [2007, 'nguoiLon'],
    [1950, 'nguoiLon'],
  ] as const)('born in %i', (namSinh, group) => {
    expect(ageGroup(namSinh, NOW)).toBe(group)
    const lacks = (chinhChu: boolean | null, nguoiDamHo: string) => agreementLacks({ namSinh, chinhChu, nguoiDamHo }, NOW)
    const guarded = group === 'duoi7' || group === 'tu7'
    expect(lacks(true, 'Mẹ')).toEqual([])
    expect(lacks(true, '  ')).toEqual(guarded ? ['nguoiDamHo'] : [])
    expect(lacks(false, 'Mẹ')).toEqual(group === 'duoi7' ? [] : ['chinhChu'])
    // From before it was asked: a grown-up's paper is his word, a child's is not.
    expect(lacks(null, 'Mẹ')).toEqual(group === 'tu7' ? ['chinhChu'] : [])
  })
  it('is not known without a year of birth', () => {
    expect(agreementLacks({ namSinh: null, chinhChu: true, nguoiDamHo: 'Mẹ' }, NOW)).toEqual(['namSinh'])
  })
  it('changes with the year of Hà Nội, and never asks less of the younger', () => {
    expect(ageGroup(2010, '2026-12-31T16:59:59.999Z')).toBe('tu7')
    expect(ageGroup(2010, '2026-12-31T17:00:00.000Z')).toBe('tu16')
    const guard = (namSinh: number) => agreementLacks({ namSinh, chinhChu: true, nguoiDamHo: '' }, NOW).length
    fc.assert(fc.property(fc.integer({ min: 1900, max: 2025 }), (year) => guard(year) <= guard(year + 1)))
  })
})

it('each person without one is named where he is, by name or by number, in the picture', () => {
  const uses: ConsentUse[] = [
    { field: 'nhanVat', id: 3, dongY: given },
    { field: 'nhanVat', id: 4, dongY: { ...given, id: 4, hoTen: 'Lò Văn B', kenh: [] } },
    { field: 'nguoiXuatHien', id: 5, dongY: null, anh: 'san-truong.jpg' },
    { field: 'nhanVat', id: 6, dongY: { ...given, id: 6, hoTen: 'Em C', namSinh: 2015, chinhChu: false } },
    { field: 'nhanVat', id: 7, dongY: { ...given, id: 7, hoTen: 'Em D', namSinh: null }, cu: true },
  ]
  expect(checkConsents(uses, NOW)).toEqual([
    { code: 'MISSING_CONSENT', field: 'nhanVat', detail: { who: 'Lò Văn B', vi: 'kenh' } },
    { code: 'MISSING_CONSENT', field: 'nguoiXuatHien', detail: { who: '#5', anh: 'san-truong.jpg', vi: 'thieu' } },
    { code: 'CONSENT_AGE', field: 'nhanVat', detail: { who: 'Em C', can: 'chinhChu' } },
    { code: 'CONSENT_AGE', field: 'nhanVat', detail: { who: 'Em C', can: 'nguoiDamHo' } },
  ])
  expect(checkConsents([], NOW)).toEqual([])
})

it('what rests on it is not left without it by an edit', () => {
  const before = { kenh: ['website', 'phatThanh'], han: '2027-08-31T00:00:00.000Z' }
  expect(narrows({ kenh: ['website'] }, before)).toBe('kenh')
  expect(narrows({ kenh: null }, before)).toBe('kenh')
  expect(narrows({ kenh: ['phatThanh', 'website', 'baoChi'] }, before)).toBe(null)
  expect(narrows({ han: '2026-08-31T00:00:00.000Z' }, before)).toBe('han')
  expect(narrows({ han: null }, before)).toBe(null)
  expect(narrows({ han: '2027-08-31T00:00:00.000Z' }, { ...before, han: null })).toBe('han')
  expect(narrows({ hoTen: 'Khác' }, before)).toBe(null)
})

describe('whoever is never shown', () => {
  const list = [{ id: 1, hoTen: 'Vàng Thị Hoà', namSinh: 2012 }]
  it.each([
    'Em Vàng Thị Hoà lớp 8A nhặt được ví.',
    'Em VÀNG THỊ HOÀ',
    'em vàng  thị\nhòa',
    'Vang Thi Hoa nhat duoc vi',
    'Vàng Thị Hoà'.normalize('NFD'),
    '(Vàng Thị Hoà)',
    'Vang Thị Hoà',
    'Vàng Thi Hoa',
    '#VàngThịHoà',
    'vang-thi-hoa-nhat-duoc-vi',
    'Ｖàng Thị Hoà',
    'Vàng Τhị Ηoà',
    'V\u200bàng Thị Hoà',
    'Vàng\u1dc4 Thị Hoà',
  ])('is found in “%s”', (text) => {
    expect(neverShown(list, text, [])).toEqual([{ code: 'NEVER_SHOWN', field: 'noiDung', detail: { who: 'Vàng Thị Hoà' } }])
  })
  it.each(['Vàng Thị Hoàng đến trường', 'Em Hoà Thị Vàng', 'Vàng Thị Hoá', 'Vàng Thị Hoạ', '', 'Vàng, thị trường hoà bình'])('is not found in “%s”', (text) => {
    expect(neverShown(list, text, [])).toEqual([])
  })
  it('typed into the list without marks, is found with any', () => {
    const plain = [{ id: 2, hoTen: 'Nguyen Thi Giau', namSinh: null }]
    expect(neverShown(plain, 'Em Nguyễn Thị Giàu', [])).toHaveLength(1)
    expect(neverShown([{ id: 3, hoTen: 'Vàng Thị Hoa', namSinh: null }], 'Em Vàng Thị Hoà', [])).toEqual([])
  })
  it('stands in every word of a document: across links, in a slug, in the rights of a picture', () => {
    const text = (words: string) => ({ type: 'text', text: words })
    const content = {
      slug: 'mot-bai',
      noiDung: [{ type: 'paragraph', children: [text('Giàng '), { type: 'link', href: 'https://x.vn', children: [text('A')] }, text(' Kín')] }],
      anhBia: { giayPhep: 'Ảnh của Lò Thị Kín', sha256: 'a' },
    }
    expect(allWords(content)).toContain('Giàng A Kín')
    expect(allWords(content)).toContain('Lò Thị Kín')
    expect(allWords(content)).toContain('mot-bai')
    expect(allWords(content)).not.toContain('x.vn')
  })
  it('is told from another of the same name by the year of birth, where both are known', () => {
    const agreed = (namSinh: number | null) => [{ field: 'nhanVat', hoTen: 'Vàng Thị Hòa', namSinh }]
    expect(neverShown(list, 'Em Vàng Thị Hoà', agreed(2009))).toEqual([])
    expect(neverShown(list, 'Em Vàng Thị Hoà', agreed(2012))[0]?.field).toBe('nhanVat')
    expect(neverShown(list, '', agreed(null))[0]?.field).toBe('nhanVat')
    expect(neverShown([{ ...list[0]!, namSinh: null }], '', agreed(2009))[0]?.field).toBe('nhanVat')
  })
})

it('one high level makes the whole high', () => {
  expect(highest(['thuong', null, 'cao', undefined])).toBe('cao')
  expect(highest(['thuong', null, undefined])).toBe('thuong')
  expect(highest([])).toBe('thuong')
})
