import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldWord, joinedIn, settled, withoutAccents, wordsIn } from '../../src/policy/text/searchFold.ts'
import { apart, MAX_QUERY, MAX_WORDS, parseQuery } from '../../src/policy/text/searchWords.ts'
import { corrections, distance, nearest } from '../../src/policy/text/nearWords.ts'

const exact = (q: string): string[] => parseQuery(q).terms.map((t) => t.exact)
const folded = (q: string): string[] => parseQuery(q).terms.map((t) => t.folded)
const together = (q: string): boolean[] => parseQuery(q).terms.map((t) => t.next)
const PAIRS = ['hòa hoà', 'Thúy Thuý', 'khỏe khoẻ', 'lõa loã', 'họa hoạ', 'thủy thuỷ', 'tòan toàn', 'kỹ kĩ', 'Lý Lí', 'quý quí', 'sỹ sĩ'].map(
  (p) => p.split(' ') as [string, string],
)

describe('two spellings of one word', () => {
  it.each(PAIRS)('%s and %s', (a, b) => expect(exact(a)).toEqual(exact(b)))
  it.each([
    ['tuý', 'túi'],
    ['của', 'cuả'],
    ['ngày', 'ngài'],
    ['thuế', 'thúê'],
  ])('%s and %s are two', (a, b) => expect(exact(a)).not.toEqual(exact(b)))

  const vietnamese = fc.string({ unit: fc.constantFrom(...'aăâeêioôơuưyáàảãạắấếíóốớúứýỳỷỹỵđbchklmnqst2 -/"'), maxLength: 60 })
  it('NFC and NFD', () => {
    fc.assert(
      fc.property(vietnamese, (q) => {
        expect(parseQuery(q.normalize('NFD'))).toEqual(parseQuery(q))
      }),
    )
  })
  it('capitals', () => {
    fc.assert(
      fc.property(vietnamese, (q) => {
        expect(exact(q.toUpperCase())).toEqual(exact(q))
      }),
    )
  })
  it('tones moved to the older place', () => {
    const older = (q: string): string => q.normalize('NFC').replace(/o([àáảãạ])/g, (_all, v: string) => `${{ à: 'ò', á: 'ó', ả: 'ỏ', ã: 'õ', ạ: 'ọ' }[v]}a`)
    fc.assert(
      fc.property(vietnamese, (q) => {
        expect(exact(older(q))).toEqual(exact(q))
      }),
    )
  })
})

describe('whatever is typed', () => {
  it('is read, into a limited number of plain words', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 2000 }), fc.string({ unit: 'grapheme' }), fc.anything()), (raw) => {
        const asked = parseQuery(raw)
        expect(asked.terms.length).toBeLessThanOrEqual(MAX_WORDS)
        expect([...asked.q].length).toBeLessThanOrEqual(MAX_QUERY)
        for (const t of asked.terms) expect(`${t.exact}${t.folded}`).toMatch(/^[\p{L}\p{Nd}]+$/u)
        for (const j of asked.joined) expect(j.from + j.count).toBeLessThanOrEqual(asked.terms.length)
        expect(asked.terms.at(-1)?.next ?? false).toBe(false)
      }),
    )
  })
  it.each([undefined, null, ['a'], { q: 1 }, '', '   ', '""', '?!…', '\u0000\u0001', '🎉'])('%j asks for nothing', (raw) =>
    expect(parseQuery(raw).terms).toEqual([]),
  )
  it('is cut, and says so', () => {
    expect(parseQuery('ab '.repeat(40))).toMatchObject({ shortened: true })
    expect(parseQuery('a'.repeat(10_000))).toMatchObject({ shortened: true, terms: [{ folded: 'a'.repeat(40) }] })
    expect(parseQuery('hoa ban')).toMatchObject({ shortened: false })
  })
})

describe('what belongs together', () => {
  it('stands in quotes of any kind', () => {
    for (const q of ['lễ "hoa ban trắng" bản', 'lễ “hoa ban trắng” bản', 'lễ «hoa ban trắng» bản'])
      expect(together(q)).toEqual([false, true, true, false, false])
    expect(together('"hoa ban')).toEqual([false, false])
  })
  it('or is tied by its own punctuation, and may be one word', () => {
    expect(parseQuery('29-NQ/TW')).toMatchObject({
      terms: [
        { folded: '29', next: true },
        { folded: 'nq', next: true },
        { folded: 'tw', next: false },
      ],
      joined: [{ from: 0, count: 3, word: '29nqtw' }],
    })
    expect(parseQuery('20/11').joined).toEqual([])
    expect(parseQuery('2026-2027').joined).toEqual([])
    expect(parseQuery('15.000').joined).toEqual([{ from: 0, count: 2, word: '15000' }])
    expect(parseQuery('lớp 12 A1').joined).toEqual([{ from: 1, count: 2, word: '12a1' }])
    expect(folded('C++ x_y')).toEqual(['c', 'x', 'y'])
  })
  it('a class may be written apart', () => {
    expect(apart('12a1')).toEqual([
      ['12', 'a1'],
      ['12a', '1'],
    ])
    expect([apart('thpt'), apart('2026')]).toEqual([[], []])
  })
})

it('words are remembered and folded alike', () => {
  expect(foldWord('Hòa')).toEqual({ exact: 'hoà', folded: 'hoa' })
  expect(foldWord('Hòa')).toEqual({ exact: 'hoà', folded: 'hoa' })
  expect(foldWord('…')).toBeNull()
  expect(wordsIn(withoutAccents(settled('Đặng Ỷ Lan, 12A1')))).toEqual(['dang', 'y', 'lan', '12a1'])
  expect(joinedIn('a.b 20/11 1.000.000')).toEqual(['ab', '1000000'])
})

describe('mistyped words', () => {
  it.each([
    ['sinh', 'sihn', 1],
    ['chuyen', 'chuyn', 1],
    ['hoc', 'hoc', 0],
    ['ban', 'bang', 1],
    ['abc', 'xyz', 3],
  ] as const)('%s, %s: %i', (a, b, d) => expect(distance(a, b, 3)).toBe(d))
  it('nearest first, the word itself not among them', () => {
    expect(nearest('sihn', ['sinh', 'sihn', 'sin', 'hoc'])).toEqual(['sinh', 'sin'])
    expect(nearest('nghiep', ['nghiem', 'ngheip', 'hiep'])).toEqual(['nghiem', 'ngheip'])
  })
  it('strange words are replaced, else one word at a time', () => {
    const near = (w: string): string[] => ({ gia: ['giai', 'gio'], bogn: ['bong'], nu: ['nua'] })[w] ?? []
    expect(corrections(['gia', 'bogn'], (w) => w !== 'bogn', near, 9)).toEqual([['gia', 'bong']])
    expect(corrections(['gia', 'nu'], () => true, near, 9)).toEqual([
      ['giai', 'nu'],
      ['gia', 'nua'],
      ['gio', 'nu'],
    ])
    expect(corrections(['a', 'b', 'c'], () => false, near, 9)).toEqual([])
  })
})
