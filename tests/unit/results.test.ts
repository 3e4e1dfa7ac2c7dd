import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resultIssues, resultStory, wonOf, type Entered } from '../../src/policy/intake/results.ts'
import { isPlain } from '../../src/policy/text/plainStory/plain.ts'
import { readStory } from '../../src/policy/text/plainStory/read.ts'

const entry = (so: string, more: Partial<Entered> = {}): Entered => ({ so, ten: `Bài ${so}`, nguoiGui: 'Lò Thị Ưng', lop: 'Lớp 8A', tuLieu: [], ...more })

describe('the results of a contest', () => {
  it('stand best first, whatever order they came in and however they are spelt', () => {
    const typed: Record<string, string> = {
      a: 'khuyến khích',
      b: 'GIẢI BA',
      c: 'Giải nhất',
      d: 'Giải Đặc biệt',
      e: 'giải nhì',
      f: 'Ảnh được yêu thích',
      g: '  ',
    }
    expect(
      wonOf(
        [...'abcdefg'].map((so) => entry(so)),
        (so) => typed[so]!,
      ).map(({ so }) => so),
    ).toEqual(['d', 'c', 'e', 'b', 'f', 'a'])
  })

  it('are something, and short', () => {
    expect(resultIssues([])).toMatchObject([{ code: 'MISSING_FIELD', field: 'giai' }])
    expect(resultIssues([{ ...entry('a'), giai: 'x'.repeat(81) }])).toMatchObject([{ code: 'TOO_LONG', field: 'giai.a' }])
    expect(resultIssues([{ ...entry('a'), giai: 'x'.repeat(80) }])).toEqual([])
  })

  it('are a story that can be edited, whatever was typed into an entry', () => {
    const words = fc.string({ unit: fc.constantFrom(...'ab đế*#->•[]()1. \n"'), minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(
        fc.array(fc.record({ ten: words, nguoiGui: words, lop: words, giai: words, tuLieu: fc.constantFrom([], [7]) }), { minLength: 1, maxLength: 6 }),
        words,
        (rows, ten) => {
          const won = rows.map((row, i) => ({ ...row, so: String(i) }))
          const { chu, tuLieu } = resultStory(ten, won.length, won)
          const { content, missing } = readStory(chu, tuLieu)
          expect([isPlain(content), missing]).toEqual([true, []])
          expect(tuLieu.length).toBe(won.filter((one) => one.tuLieu.length > 0).length)
        },
      ),
    )
  })
})
