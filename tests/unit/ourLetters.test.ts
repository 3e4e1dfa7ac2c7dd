/** Letters drawn like one of ours are that letter, for whoever compares words. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toSlug } from '../../src/policy/gate/slug.ts'
import { nameKey } from '../../src/policy/people/names.ts'
import { inOurLetters } from '../../src/policy/text/ourLetters.ts'
import { sameWords } from '../../src/policy/text/sameWords.ts'
import { foldWord, settled, withoutAccents, wordsIn } from '../../src/policy/text/searchFold.ts'
import { parseQuery } from '../../src/policy/text/searchWords.ts'
import { prefixQuery } from '../../src/theme/queries/documents.ts'

/** As it was typed, and as it should have been. */
const PAIRS: [string, string][] = [
  ['Ðại hội', 'Đại hội'],
  ['ðồng bào', 'đồng bào'],
  ['Ɖức', 'Đức'],
  ['nǎm học', 'năm học'],
  ['bǎ\u0301c cầu', 'bắc cầu'],
  ['lạ̌m', 'lặm'],
  ['Тrường аn tоàn', 'Trường an toàn'],
  ['gіао thông', 'giao thông'],
  ['QÐ-ĐÐT', 'QĐ-ĐĐT'],
]

describe.each(PAIRS)('%s', (typed, meant) => {
  it('is one with what it looks like, everywhere', () => {
    for (const [a, b] of [typed, typed.normalize('NFD'), typed.toUpperCase()].map((t, i) => [t, i === 2 ? meant.toUpperCase() : meant] as const)) {
      expect(settled(a)).toBe(settled(b))
      expect(toSlug(a)).toBe(toSlug(b))
      expect(parseQuery(a).terms).toEqual(parseQuery(b).terms)
      expect(prefixQuery(a)).toBe(prefixQuery(b))
      expect(nameKey({ hoTen: a, chucVu: '' })).toBe(nameKey({ hoTen: b, chucVu: '' }))
      expect(sameWords(`${a} một hai ba bốn`, `${b} một hai ba bốn`)).toBe(true)
      expect(foldWord(a.split(' ')[0]!)).toEqual(foldWord(b.split(' ')[0]!))
    }
  })
})

it('accents still tell words apart', () => {
  for (const [a, b] of [
    ['dạ', 'đạ'],
    ['năm', 'nam'],
    ['ma', 'mà'],
    ['ơ', 'o'],
  ] as const)
    expect(settled(a)).not.toBe(settled(b))
})

const LETTERS = fc.string({ unit: fc.constantFrom(...'aàăằâeèêoòôơuưyýđdðɖÐĐƉǎАаеоісрхҺӏıμ hm2-&\u0300\u0301\u0306\u030c\u0323\u0337'), maxLength: 40 })
it.each([
  ['the letters alone', inOurLetters],
  ['search', settled],
  ['search without accents', (text: string) => withoutAccents(settled(text))],
  ['addresses', toSlug],
])('folding twice is folding once: %s', (_name, fold) =>
  fc.assert(
    fc.property(LETTERS, (text) => fold(fold(text)) === fold(text)),
    { numRuns: 2000 },
  ),
)

it('both sides of a search cut the same words', () =>
  fc.assert(
    fc.property(LETTERS, (text) => {
      const other = text.normalize('NFD')
      expect(wordsIn(settled(other))).toEqual(wordsIn(settled(text)))
    }),
  ))

it.each([
  ['Sở GD&ĐT tỉnh', 'so-gd-dt-tinh'],
  ['R&D', 'r-d'],
  ['Ra & vào', 'ra-vao'],
  ['Yêu ♥ trường', 'yeu-truong'],
  ['Ðại hội', 'dai-hoi'],
])('the address of %s is %s', (title, slug) => expect(toSlug(title)).toBe(slug))
