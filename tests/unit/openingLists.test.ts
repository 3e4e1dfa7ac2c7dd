/** Lists of the opening: rows carried as they are, units judged as a whole, refusals of one row told from what stops all. */
import fc from 'fast-check'
import { ValidationError } from 'payload'
import { describe, expect, it } from 'vitest'
import { rowIssues } from '../../src/desk/opening/listAdd.ts'
import { listedUnits, type Named } from '../../src/desk/opening/listedUnits.ts'
import { carriedRows } from '../../src/desk/opening/listRows.ts'
import { refuse } from '../../src/messages/refusal.ts'
import { issue } from '../../src/policy/issues.ts'
import { pastedRows, rowsAsText } from '../../src/policy/text/pastedRows.ts'

describe('rows', () => {
  const cell = fc.stringMatching(/^[a-z"',; ]{0,8}$/).filter((s) => !s.includes('  '))
  it('written as text are read back the same, and carried the same', () =>
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 6 }), (given) => {
        const rows = pastedRows(given.map((row) => `${row.map((c) => (c.startsWith('"') ? `"${c.replaceAll('"', '""')}"` : c)).join('\t')}\t`).join('\n'))
        expect(pastedRows(rowsAsText(rows))).toEqual(rows)
        if (rows.length > 0) expect(carriedRows(JSON.stringify(rows), 10)).toEqual(rows)
      }),
    ))
  it('of one column that another mark would part stay of one column', () =>
    expect(pastedRows(rowsAsText([['"Ăn"; ngủ'], ['Múa; hát']]))).toEqual([['"Ăn"; ngủ'], ['Múa; hát']]))
  it.each(['', 'null', '[]', '[[1]]', '["a"]', '{"length":1}', `[${'["a"],'.repeat(3)}["a"]]`])('that no preview carried are none: %s', (json) =>
    expect(carriedRows(json, 3)).toBeNull(),
  )
})

describe('units', () => {
  const judged = (rows: string[][], known: Named[] = []): [string, number, string[], boolean][] =>
    listedUnits(rows, known, ['khoi', 'lop', 'khac']).map((u) => [u.ten, u.bac, u.issues.map((i) => i.code), u.there])
  it('come after their parents, in whatever order they are listed', () =>
    expect(judged([['C', '', 'B'], ['B', '', 'A'], ['A']])).toEqual([
      ['C', 2, [], false],
      ['B', 1, [], false],
      ['A', 0, [], false],
    ]))
  it('whose parent is refused, in a circle, or themselves are refused, and so are theirs', () =>
    expect(
      judged([
        ['A', 'lạ'],
        ['B', '', 'A'],
        ['C', '', 'B'],
        ['X', '', 'Y'],
        ['Y', '', 'X'],
        ['Z', '', 'Z'],
      ]).map(([ten, , codes]) => [ten, codes]),
    ).toEqual([
      ['A', ['INVALID_VALUE']],
      ['B', ['UNIT_UNKNOWN']],
      ['C', ['UNIT_UNKNOWN']],
      ['X', ['UNIT_UNKNOWN']],
      ['Y', ['UNIT_UNKNOWN']],
      ['Z', ['INVALID_VALUE']],
    ]))
  it('are there by name and parent; a refused row is there for nobody', () =>
    expect(
      judged(
        [['Mầm', '', 'Cơ sở 1'], ['mầm', '', 'cơ sở 2'], ['Lá', 'lạ'], ['Lá'], ['Lá']],
        [
          { ten: 'Cơ sở 1', cha: '' },
          { ten: 'Cơ sở 2', cha: '' },
          { ten: 'Mầm', cha: 'Cơ sở 1' },
        ],
      ).map(([, , , there]) => there),
    ).toEqual([true, false, false, false, true]))
})

describe('what is thrown while a row is added', () => {
  it('is the row’s where Payload or the house refused the row', () => {
    const error = new ValidationError({ collection: 'don-vi', errors: [{ path: 'ten', message: 'dài quá' }] })
    expect(rowIssues(error)).toEqual([issue('INVALID_VALUE', 'ten')])
    expect(rowIssues(refuse(issue('EMAIL_TAKEN', 'email')))).toEqual([issue('EMAIL_TAKEN', 'email')])
  })
  it.each([refuse(issue('PROOF_NEEDED')), refuse(issue('UNAVAILABLE')), new Error('x')])('is nobody’s row: %s', (error) => expect(rowIssues(error)).toBeNull())
})
