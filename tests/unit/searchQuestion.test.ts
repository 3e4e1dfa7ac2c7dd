import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../src/policy/text/searchWords.ts'
import { addressKey } from '../../src/policy/people/addressKey.ts'
import { addressOf, cursorOf, narrowing, readFilters } from '../../src/theme/asked/search.ts'
import { hasPhrases, markedTitle, passage, wanted } from '../../src/theme/search/highlight.ts'
import { everyWord, narrowed, someWords } from '../../src/theme/asked/question.ts'

const NAMES = [{ taiLieu: 5, slug: 'day-va-hoc', ten: 'Dạy và học' }]
const none = { loai: null, chuDe: null, donVi: null, tu: null, den: null }

describe('questions', () => {
  it('are quoted lexemes and operators only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (q) => {
        const asked = parseQuery(`${q} a`)
        const [every, some] = [everyWord(asked, []), someWords(asked, [])]
        for (const question of [...every.ranks, ...every.best, ...(some?.ranks ?? []), ...(some?.best ?? [])])
          expect(question.replace(/'[\p{L}\p{Nd}:_#-]+'/gu, '')).toMatch(/^[ &|!()]*$/)
      }),
    )
  })
  it('go from exact accents in the title to anything in the text, none twice', () => {
    const { ranks, best, whole } = everyWord(parseQuery('hoà'), narrowed({ loai: 'tin' }))
    expect([best[0], best[5], best.length]).toEqual([ranks[0], whole, ranks.length])
    expect(ranks[0]).toBe(`(('hoa' & '#l:tin') & 'et:hoà')`)
    expect(ranks[5]).toBe(`(('hoa' & '#l:tin') & 'hoa' & !'et:hoà' & !'es:hoà' & !'e:hoà' & !'t:hoa' & !'s:hoa')`)
    expect(everyWord(parseQuery('2026'), []).ranks).toHaveLength(3)
  })
  it('a single word has no second best', () => expect(someWords(parseQuery('hoa'), [])).toBeNull())
})

describe('filters', () => {
  it('are written back in one order, without what is empty', () => {
    const { filters, unread } = readFilters({ den: '2026-11-20', loai: ['', 'tin'], 'chu-de': 'day-va-hoc', tu: '' }, NAMES, [])
    expect(unread).toBe(false)
    expect(addressOf('hoa ban', filters)).toBe('/tim-kiem?q=hoa+ban&loai=tin&chu-de=day-va-hoc&den=2026-11-20')
    expect(addressOf('', none)).toBe('/tim-kiem')
  })
  it.each(['2026-02-30', '1999-01-01', '2026-1-1', 'x', '2026-11-20T00:00'])('%s is no day', (tu) => expect(readFilters({ tu }, [], []).filters.tu).toBeNull())
  it.each(['constructor', '__proto__', 'TIN'])('%s is no type', (loai) => expect(readFilters({ loai }, [], [])).toEqual({ filters: none, unread: true }))
  it('days become months, many months years', () => {
    expect(narrowing({ ...none, tu: '2025-12-15', den: '2026-02-01' }, '2026-11-21').months).toEqual(['2025-12', '2026-1', '2026-2'])
    expect(narrowing({ ...none, tu: '2020-05-01' }, '2022-11-21').years).toEqual([2020, 2021, 2022])
    expect(narrowing({ ...none, tu: '2026-12-01', den: '2026-01-01' }, '2026-11-21').months).toEqual(['2026-12'])
  })
  it.each([
    ['2.15', { rank: 2, id: 15 }],
    ['2', null],
    ['-1.2', null],
    ['1.99999999999', null],
  ])('%s as a place', (truoc, place) => expect(cursorOf({ truoc })).toEqual(place))
})

describe('marks', () => {
  const words = (q: string): ReadonlySet<string> => wanted(parseQuery(q))
  it('stand on the accented word, and nothing is taken for HTML', () => {
    expect(markedTitle('Hòa <b> & hoá', words('hoa')).text).toBe('<mark>Hòa</mark> &lt;b&gt; &amp; <mark>hoá</mark>')
    expect(markedTitle('Nghị quyết 29-NQ/TW', words('29nqtw')).text).toBe('Nghị quyết <mark>29-NQ/TW</mark>')
    expect(markedTitle('Lớp 12 A1', words('12A1')).text).toContain('<mark>12</mark> <mark>A1</mark>')
  })
  it('the passage is the one with most of the words', () => {
    const text = `${'Hoa nở. '.repeat(60)}Ở bản có hoa ban trắng. ${'Hết. '.repeat(100)}`
    const { text: shown } = passage(text, words('hoa ban trang'))!
    expect(shown).toContain('<mark>hoa</mark> <mark>ban</mark> <mark>trắng</mark>')
    expect(shown.startsWith('… ') && shown.endsWith(' …')).toBe(true)
    expect(passage(text, words('khong'))).toBeNull()
  })
  it('never lose or change a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const plain = (t: string): string => t.replace(/<\/?mark>/g, '')
        expect(plain(markedTitle(title, words('a b 1')).text)).toBe(plain(markedTitle(title, new Set()).text))
        passage(title, words('a b 1'))
      }),
    )
  })
  it('a phrase of three stands as one', () => {
    expect(hasPhrases('mùa Hoa ban trắng', parseQuery('"hoa ban trang"'))).toBe(true)
    expect(hasPhrases('hoa ban, rồi ban trắng', parseQuery('"hoa ban trang"'))).toBe(false)
  })
})

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:1:2::9', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  [undefined, ''],
])('the address %s counts as %s', (ip, key) => expect(addressKey(ip)).toBe(key))
