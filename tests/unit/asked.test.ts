import { describe, expect, it } from 'vitest'
import { askedIssues, boundedLimit, columnsOf, withVersions, type Asked, type AskedField } from '../../src/policy/gate/asked.ts'

const FIELDS: AskedField[] = [
  { name: 'tieuDe', type: 'text' },
  { name: 'noiDung', type: 'richText' },
  { name: 'trangThai', type: 'text', virtual: true },
  { name: 'hash', type: 'text', hidden: true },
  { name: 'rieng', type: 'text' },
  { name: 'cha', type: 'relationship', relationTo: 'don-vi' },
  { name: 'ai', type: 'relationship', relationTo: ['nguoi-dung', 'don-vi'] },
  {
    name: 'suKien',
    type: 'group',
    flattenedFields: [
      { name: 'batDau', type: 'date' },
      { name: 'an', type: 'text', hidden: true },
    ],
  },
  { type: 'row', fields: [{ name: 'trongHang', type: 'text' }] },
]
const columns = columnsOf(FIELDS, new Set(['rieng']))
const names = (asked: Asked, of = columns): (string | undefined)[] =>
  askedIssues(asked, of, (slug) => (slug === 'don-vi' ? columnsOf([{ name: 'ten', type: 'text' }]) : null)).map((i) => i.field)
const deep = (n: number): object => (n === 0 ? { tieuDe: { equals: 'a' } } : { and: [deep(n - 1)] })
const many = (n: number): object => ({ or: Array.from({ length: n }, () => ({ id: { equals: 1 } })) })

describe('what may be asked', () => {
  it.each<[string, Asked]>([
    ['nothing', {}],
    ['an own column', { where: { tieuDe: { like: 'a' } }, sort: '-tieuDe' }],
    ['several', { sort: ['tieuDe', '-id'], where: { and: [{ id: { in: [1, 2] } }, { or: [{ tieuDe: { exists: true } }] }] } }],
    ['the address’s list with numbers for keys', { where: { or: { '0': { id: { equals: '1' } } } } }],
    ['a column of an own group', { where: { 'suKien.batDau': { greater_than: '2026' } }, sort: 'suKien.batDau' }],
    ['a relation by its id', { where: { cha: { equals: 4 } } }],
    ['a relation to several', { where: { 'ai.value': { equals: 4 }, 'ai.relationTo': { equals: 'don-vi' } } }],
    ['the text, to be shown', { select: { noiDung: true, suKien: { batDau: true } } }],
    ['a column of what is shown inside', { populate: { 'don-vi': { ten: true } } }],
    ['five deep', { where: deep(5) }],
    ['fifty conditions', { where: many(50) }],
    ['a page', { page: 3 }],
  ])('%s', (_name, asked) => expect(names(asked)).toEqual([]))

  it.each<[string, Asked, string]>([
    ['a path through a relation', { where: { 'cha.ten': { equals: 'a' } } }, 'where'],
    ['the id behind a relation', { where: { 'cha.id': { equals: 1 } } }, 'where'],
    ['such a path deep inside', { where: { or: [{ and: [{ 'cha.ten': { like: 'a' } }] }] } }, 'where'],
    ['a relation to several, further', { where: { 'ai.value.hash': { like: 'a' } } }, 'where'],
    ['a hidden column', { where: { hash: { like: 'a' } } }, 'where'],
    ['a hidden column of a group', { where: { 'suKien.an': { like: 'a' } } }, 'where'],
    ['a column closed to this person', { where: { rieng: { like: 'a' } } }, 'where'],
    ['a computed one', { where: { trangThai: { equals: 'nhap' } } }, 'where'],
    ['the text', { where: { noiDung: { like: 'a' } } }, 'where'],
    ['inside the text', { where: { 'noiDung.root': { like: 'a' } } }, 'where'],
    ['a column that is not there', { where: { khongCo: { equals: 1 } } }, 'where'],
    ['a column in capitals', { where: { TieuDe: { equals: 1 } } }, 'where'],
    ['AND in capitals', { where: { AND: [{ 'cha.ten': { like: 'a' } }] } }, 'where'],
    ['a part of every object', { where: { constructor: { equals: 1 } } }, 'where'],
    ['an operator of another database', { where: { tieuDe: { near: 1 } } }, 'where'],
    ['no operator', { where: { tieuDe: 'a' } }, 'where'],
    ['a string', { where: 'x' }, 'where'],
    ['an object for a value', { where: { tieuDe: { equals: { a: 1 } } } }, 'where'],
    ['a long value', { where: { tieuDe: { like: 'a'.repeat(1001) } } }, 'where'],
    ['many values', { where: { id: { in: Array.from({ length: 101 }, (_, i) => i) } } }, 'where'],
    ['six deep', { where: deep(6) }, 'where'],
    ['fifty-one conditions', { where: many(51) }, 'where'],
    ['fifty-one in halves', { where: { or: [many(26), many(25)] } }, 'where'],
    ['a sort through a relation', { sort: 'cha.ten' }, 'sort'],
    ['such a one behind another', { sort: 'tieuDe,-cha.ten' }, 'sort'],
    ['such a one in a list', { sort: ['tieuDe', 'cha.ten'] }, 'sort'],
    ['a sort by a hidden column', { sort: '-hash' }, 'sort'],
    ['a sort of six', { sort: 'id,id,id,id,id,id' }, 'sort'],
    ['a sort by an object', { sort: { tieuDe: 1 } }, 'sort'],
    ['select through a relation', { select: { cha: { ten: true } } }, 'select'],
    ['select of a hidden column', { select: { hash: true } }, 'select'],
    ['populate of a column not there', { populate: { 'don-vi': { hash: true } } }, 'populate'],
    ['populate of a collection not there', { populate: { constructor: { id: true } } }, 'populate'],
    ['a join', { joins: { x: { limit: 0 } } }, 'joins'],
    ['values of a relation’s column', { field: 'cha.ten' }, 'field'],
    ['a page before the first', { page: -1 }, 'page'],
    ['a page that is none', { page: 1.5 }, 'page'],
    ['a page far away', { page: 1e9 }, 'page'],
  ])('not %s', (_name, asked, field) => expect(names(asked)).toEqual([field]))

  it('of versions: the columns of the document below `version`', () => {
    const versions = withVersions(columns)
    expect(names({ where: { parent: { equals: 1 }, 'version.tieuDe': { like: 'a' } }, sort: '-createdAt' }, versions)).toEqual([])
    expect(names({ where: { 'version.cha.ten': { like: 'a' } }, sort: 'version.hash' }, versions)).toEqual(['where', 'sort'])
  })

  it.each([
    [0, 100],
    [-1, 100],
    [7, 7],
    [100, 100],
    [101, 100],
    ['abc', 100],
    [1e300, 100],
  ])('a list asked for %s holds at most %s', (asked, most) => expect(boundedLimit(asked)).toBe(most))
})
