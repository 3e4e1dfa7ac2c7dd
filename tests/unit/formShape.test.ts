/** What a form means by nothing. */
import { describe, expect, it } from 'vitest'
import { settledForm } from '../../src/policy/gate/formShape.ts'
import { shapeIssues, type FieldShape } from '../../src/policy/gate/shape.ts'

const FIELDS: FieldShape[] = [
  { name: 'rows', type: 'array', fields: [{ name: 'inner', type: 'array', fields: [{ name: 'day', type: 'date' }] }] },
  { name: 'blocks', type: 'blocks' },
  { name: 'group', type: 'group', fields: [{ name: 'number', type: 'number' }] },
  { name: 'one', type: 'relationship' },
  { name: 'many', type: 'upload', hasMany: true },
  { name: 'text', type: 'text' },
  { type: 'row', fields: [{ name: 'within', type: 'select' }] },
]

describe('nothing, as a form says it', () => {
  it.each([
    [
      { rows: 0, blocks: 0 },
      { rows: [], blocks: [] },
    ],
    [
      { rows: null, group: null, many: null, one: '' },
      { rows: [], group: {}, many: [], one: null },
    ],
    [{ rows: [{ inner: 0 }, { inner: [{ day: '' }] }] }, { rows: [{ inner: [] }, { inner: [{ day: null }] }] }],
    [
      { group: { number: '' }, within: '' },
      { group: { number: null }, within: null },
    ],
    [{ text: '' }, { text: '' }],
    [{}, {}],
  ])('%j', (sent, meant) => {
    expect(settledForm(FIELDS, sent)).toEqual(meant)
    expect(shapeIssues(FIELDS, settledForm(FIELDS, sent))).toEqual([])
  })

  it('a count of rows without its rows stays a fault: words would be lost', () => {
    for (const rows of [1, 7, '0', false]) expect([rows, shapeIssues(FIELDS, settledForm(FIELDS, { rows })).map((i) => i.field)]).toEqual([rows, ['rows']])
  })

  it('touches nothing it was not sent, and not what it was given', () => {
    const sent = Object.freeze({ rows: 0, other: 5 })
    expect(settledForm(FIELDS, sent)).toEqual({ rows: [], other: 5 })
  })
})
