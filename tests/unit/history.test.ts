import { describe, expect, it } from 'vitest'
import { droppedSyllables, PASSAGE, QUARTER_MS, writesOver } from '../../src/policy/gate/history.ts'
import { toLexical } from '../../src/demo/lexical.ts'
import { changedFields, sameValue } from '../../src/admin/saving/same.ts'

const last = { nguoi: 1, batDau: 0, submitted: false }
const save = { nguoi: 1, luc: QUARTER_MS - 1, named: true, dropped: PASSAGE - 1 }

describe('a save writes over the copy before it', () => {
  it('of the same hand, within a quarter of an hour, on a named text, with no passage dropped', () => expect(writesOver(last, save)).toBe(true))
  it.each([
    ['there is none', null, save],
    ['it is another’s', { ...last, nguoi: 2 }, save],
    ['it was nobody’s', { ...last, nguoi: null }, { ...save, nguoi: null }],
    ['it was begun a quarter of an hour ago', last, { ...save, luc: QUARTER_MS }],
    ['it was submitted', { ...last, submitted: true }, save],
    ['the save says not what it was based on', last, { ...save, named: false }],
    ['a passage goes', last, { ...save, dropped: PASSAGE }],
  ] as const)('and not where %s', (_, before, after) => expect(writesOver(before, after)).toBe(false))
})

describe('dropped syllables', () => {
  it('are counted once each, wherever they stood, and not where they moved', () => {
    expect(droppedSyllables(['một hai hai ba'], ['ba hai một'])).toBe(1)
    expect(droppedSyllables(['một hai'], ['hai một ba'])).toBe(0)
    expect(droppedSyllables([null, 3, true], [])).toBe(0)
  })
  it('of a rich text are what is read, not how it is stored', () => {
    const text = toLexical(['Đoạn một đây.', 'Đoạn hai.'])
    expect(droppedSyllables([text], [toLexical([])])).toBe(5)
    expect(droppedSyllables([text], [toLexical(['Đoạn hai. Đoạn một đây.'])])).toBe(0)
  })
})

describe('the panel takes two values for the same', () => {
  it.each([
    [null, undefined],
    ['', null],
    [[], undefined],
    ['ha\u0300', 'h\u00e0'],
    [{ id: 3, createdAt: 'x', ten: 'a' }, 3],
    [[{ id: 'x', ten: 'a' }], [{ ten: 'a', id: 'y' }]],
  ])('%j and %j', (a, b) => expect(sameValue(a, b)).toBe(true))
  it.each([
    ['a', 'A'],
    [0, null],
    [false, null],
    [
      [1, 2],
      [2, 1],
    ],
  ])('not %j and %j', (a, b) => expect(sameValue(a, b)).toBe(false))
  it('and names the fields a person may choose between', () =>
    expect(changedFields({ tieuDe: 'a', tomTat: 'b', updatedAt: '1', phienBan: 3 }, { tieuDe: 'a', tomTat: 'c', updatedAt: '2', phienBan: 4 })).toEqual([
      'tomTat',
    ]))
})
