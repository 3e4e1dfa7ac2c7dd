/** Every kind of holder – none, group, rows, rows inside rows – holds every kind of field, whoever walks the document. */
import { describe, expect, it } from 'vitest'
import { freeze, type FreezeResolver } from '../../src/policy/gate/freeze.ts'
import type { FieldRule, Gate } from '../../src/policy/gate/gates/index.ts'
import { refsOf } from '../../src/policy/gate/refs.ts'
import { walkFields } from '../../src/policy/gate/walkFields.ts'
import { outboundIssues } from '../../src/policy/text/outbound.ts'

const LEAVES: readonly FieldRule[] = [
  { name: 'anh', kind: 'media' },
  { name: 'bai', kind: 'live', to: 'tin-bai', many: true },
  { name: 'loiKe', kind: 'richText' },
  { name: 'noi', kind: 'address' },
  { name: 'ten', kind: 'text', max: 20, required: true },
]
const link = { type: 'link', fields: { url: 'https://xa.example/a', linkType: 'custom' }, children: [{ type: 'text', text: 'đọc thêm', format: 0 }] }
const loiKe = {
  root: {
    type: 'root',
    children: [
      { type: 'paragraph', children: [link] },
      { type: 'upload', relationTo: 'tu-lieu', value: 7, fields: {} },
    ],
  },
}
const filled = { anh: 5, bai: [3, 4], loiKe, noi: 'https://gan.example/', ten: 'Một' }
const rows = (name: string, fields: readonly FieldRule[]): FieldRule => ({ name, kind: 'rows', max: 3, fields })

const HOLDERS: [string, readonly FieldRule[], object, string][] = [
  ['the document itself', LEAVES, filled, ''],
  ['a group', [{ name: 'nhom', kind: 'group', fields: LEAVES }], { nhom: filled }, 'nhom.'],
  ['rows', [rows('dong', LEAVES)], { dong: [filled] }, 'dong.0.'],
  ['rows in rows', [rows('dong', [rows('o', LEAVES)])], { dong: [{ o: [filled] }] }, 'dong.0.o.0.'],
  ['a group in rows', [rows('dong', [{ name: 'nhom', kind: 'group', fields: LEAVES }])], { dong: [{ nhom: filled }] }, 'dong.0.nhom.'],
]
const picture = { taiLieu: 5, sha256: 'a'.repeat(64), loai: 'anh', altText: 'Ảnh' }
const resolver: FreezeResolver = {
  live: (_slug, taiLieu) => ({ taiLieu, slug: 'x', ten: 'X' }),
  media: () => picture as never,
  file: () => null,
  address: () => '/x',
}
const gateOf = (fields: readonly FieldRule[]): Gate => ({ slug: 'thu', title: 'ten', fields, editors: [], page: null }) as unknown as Gate

describe.each(HOLDERS)('what stands in %s', (_name, rules, doc, prefix) => {
  it('is found by whoever asks for references', () =>
    expect(refsOf(rules, doc as never)).toEqual({
      media: [5, 7],
      docs: [
        ['tin-bai', 3],
        ['tin-bai', 4],
      ],
    }))
  it('is frozen, and its links judged by the hosts allowed', () => {
    const { content, issues } = freeze(gateOf(rules), doc as never, resolver)
    expect(issues).toEqual([])
    expect(JSON.stringify(content)).toContain('"ten":"Một"')
    expect(outboundIssues(rules, content, ['edu.vn']).map((i) => [i.field, i.detail?.host])).toEqual([
      [`${prefix}loiKe`, 'xa.example'],
      [`${prefix}noi`, 'gan.example'],
    ])
  })
  it('is missed by its name where it is needed', () => {
    const empty = JSON.parse(JSON.stringify(doc).replace('"ten":"Một"', '"ten":""')) as never
    expect(freeze(gateOf(rules), empty, resolver).issues.map((i) => `${i.code} ${i.field}`)).toEqual([`MISSING_FIELD ${prefix}ten`])
  })
})

it('a field that does not apply is no field', () => {
  const rules: FieldRule[] = [{ name: 'anh', kind: 'media', when: { field: 'muc', is: 'coAnh' } }]
  expect(refsOf(rules, { muc: 'khac', anh: 1 }).media).toEqual([])
  expect(refsOf(rules, { muc: 'coAnh', anh: 1 }).media).toEqual([1])
})

it('what is no row is walked by nobody, and a closed holder neither', () => {
  const seen: string[] = []
  const leaf = (_rule: unknown, _value: unknown, field: string): undefined => void seen.push(field)
  walkFields([rows('dong', LEAVES)], { dong: 'chữ' }, { leaf })
  walkFields([rows('dong', LEAVES)], { dong: [filled] }, { leaf, enter: () => false })
  expect(seen).toEqual([])
})
