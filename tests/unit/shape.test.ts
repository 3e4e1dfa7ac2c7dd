/** A field holds the kind of value its form would send; what is otherwise is named by its path. */
import { describe, expect, it } from 'vitest'
import { idOf, idsOf } from '../../src/policy/ids.ts'
import { shapeIssues, type FieldShape } from '../../src/policy/gate/shape.ts'

const paths = (fields: FieldShape[], data: Record<string, unknown>): (string | undefined)[] =>
  shapeIssues(fields, data).map((i) => (i.code === 'INVALID_VALUE' ? i.field : i.code))
const fits = (field: Omit<FieldShape, 'name'>, value: unknown): boolean => paths([{ ...field, name: 'a' }], { a: value }).length === 0

const OF: [string, Omit<FieldShape, 'name'>, unknown[], unknown[]][] = [
  ['text', { type: 'text' }, ['', 'x'], [5, true, {}, []]],
  ['textarea', { type: 'textarea' }, ['x'], [5]],
  ['email', { type: 'email' }, ['x'], [5]],
  [
    'date',
    { type: 'date' },
    ['2026', '2028-02-29', '2026-11-20T00:00:00.000Z', '1000-01-01', '9999-12-31'],
    [5, 'hôm qua', '2026-02-31', '2026-02-29T00:00:00Z', '2026-13-01', '0026-11-20', '+020266-11-20T00:00:00.000Z'],
  ],
  ['number', { type: 'number' }, [0, -1.5], ['5', NaN, Infinity]],
  ['checkbox', { type: 'checkbox' }, [true, false], ['true', 1]],
  ['select', { type: 'select' }, ['x'], [['x'], 5]],
  ['select of many', { type: 'select', hasMany: true }, [['x', 'y'], 'x', []], [['x', 5], 5]],
  ['relationship', { type: 'relationship' }, [5, 'x', { id: 5 }, { value: 5 }, { value: { id: 5 } }], [[5], true, {}, { id: {} }]],
  ['relationship of many', { type: 'relationship', hasMany: true }, [[5, { id: 'x' }], 5, []], [[true], [5, {}], {}]],
  ['upload', { type: 'upload' }, [5], [true]],
  ['array', { type: 'array' }, [[], [{}]], [{}, 'x', [5], [{}, null], null]],
  ['group', { type: 'group' }, [{}], [[], 'x', null]],
  ['anything else', { type: 'richText' }, [5, 'x', {}], []],
]
describe.each(OF)('%s', (_name, field, good, bad) => {
  it('takes what its form sends', () => expect(good.filter((value) => !fits(field, value))).toEqual([]))
  it('refuses the rest', () => expect(bad.filter((value) => fits(field, value))).toEqual([]))
})

it('a year the database could not give back is told by its name', () => {
  const said = (a: string): unknown[] => shapeIssues([{ name: 'a', type: 'date' }], { a }).map((i) => [i.code, i.field])
  for (const year of ['0000', '0001', '0026', '0050', '0999', '+010000', '+020266', '-000001'])
    expect(said(`${year}-06-01T00:00:00.000Z`)).toEqual([['YEAR_UNLIKELY', 'a']])
  expect(said('2026-02-31')).toEqual([['INVALID_VALUE', 'a']])
})

it('what was not sent, or is emptied, is no fault', () => {
  expect(paths([{ name: 'a', type: 'text' }], {})).toEqual([])
  for (const type of ['text', 'number', 'relationship']) expect(fits({ type }, null)).toBe(true)
  expect(paths([{ type: 'ui' }, { type: 'text' }], { undefined: 5 })).toEqual([])
})

it('every fault is named by where it is', () => {
  const fields: FieldShape[] = [
    { name: 'a', type: 'group', fields: [{ name: 'b', type: 'text' }] },
    { name: 'c', type: 'array', fields: [{ name: 'd', type: 'group', fields: [{ name: 'e', type: 'number' }] }] },
    { name: 'f', type: 'text' },
  ]
  expect(paths(fields, { a: { b: 5 }, c: [{ d: { e: 1 } }, { d: { e: 'x' } }], f: 6 })).toEqual(['a.b', 'c.1.d.e', 'f'])
  expect(
    paths(
      [
        { name: 'a', type: 'group' },
        { name: 'b', type: 'array' },
      ],
      { a: { x: 5 }, b: [{}] },
    ),
  ).toEqual([])
})

describe('an id', () => {
  it('is a number, or that of the document', () => {
    expect([idOf(5), idOf('5'), idOf({ id: 5 }), idOf({ id: '6' })]).toEqual([5, 5, 5, 6])
    for (const none of [undefined, 'x', {}]) expect(idOf(none)).toBeNaN()
    expect(idOf(null)).toBe(0)
  })
  it('of several, whatever names nothing is left out', () => {
    expect(idsOf([1, { id: 2 }, null, undefined, 'x', '3', 1.5])).toEqual([1, 2, 3])
    expect([idsOf(4), idsOf({ id: 4 }), idsOf(null), idsOf(undefined), idsOf([])]).toEqual([[4], [4], [], [], []])
  })
})
