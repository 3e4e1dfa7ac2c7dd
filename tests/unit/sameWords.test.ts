import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LY_DO_CHUNG, publicReason } from '../../src/policy/gate/publicReasons.ts'
import { allWords, sameWords } from '../../src/policy/text/sameWords.ts'
import { SeenIds } from '../../src/record/seen.ts'

const STORM = 'Ngày mai học sinh toàn trường nghỉ học vì bão số chín, thầy cô trực tại trường theo lịch đã phân công.'

describe('the same words', () => {
  it.each([
    ['a comma moved', STORM.replace(',', ' ;'), true],
    ['capitals and no accents', 'NGAY MAI HOC SINH TOAN TRUONG NGHI HOC VI BAO SO CHIN, thay co truc tai truong theo lich da phan cong.', true],
    ['a sentence more', `${STORM} Các em nhớ giữ an toàn trên đường về nhà.`, true],
    ['one word changed', STORM.replace('chín', 'mười'), true],
    ['another message', 'Cầu qua suối bị cuốn trôi, phụ huynh không đưa con qua suối cho tới khi có thông báo mới.', false],
  ])('%s', (_what, other, same) => expect([sameWords(STORM, other), sameWords(other, STORM)]).toEqual([same, same]))

  it('are those readers see, not addresses or hashes', () => {
    expect(
      allWords({ slug: 'a-b', taiLieu: 3, tieuDe: 'Một', noiDung: [{ type: 'paragraph', children: [{ type: 'text', text: 'Hai' }] }] })
        .trim()
        .split(/\s+/),
    ).toEqual(['Một', 'Hai'])
  })
})

describe('a public reason', () => {
  const known = [{ ma: 'saiSot', noiDung: 'Câu của quy chế.' }]
  it.each([undefined, null, ''])('is neutral where none is named: %s', (ma) => expect(publicReason(known, ma).noiDung).toBe(LY_DO_CHUNG))
  it('is the regulation’s where it is named', () => expect(publicReason(known, 'saiSot').noiDung).toBe('Câu của quy chế.'))
  it.each(['khac', 'SAISOT', 3, {}, ['saiSot']])('is refused where the regulation has none: %s', (ma) =>
    expect(publicReason(known, ma).issue?.code).toBe('UNKNOWN_REASON'),
  )
})

describe('seen ids', () => {
  it('hold exactly what was added, in as few runs as can be', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 })), (ids) => {
        const seen = new SeenIds()
        for (const id of ids) seen.add(id)
        const held = [...String(seen).matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, until]) => [Number(from), Number(until)] as const)
        expect(held.flatMap(([from, until]) => Array.from({ length: until - from }, (_, i) => from + i))).toEqual([...new Set(ids)].sort((a, b) => a - b))
        expect(held.every(([from], i) => i === 0 || from > held[i - 1]![1])).toBe(true)
      }),
    )
  })
})
