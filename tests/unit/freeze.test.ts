/** What a submission freezes of a working copy, and everything said of what is missing or wrong, each with its field. */
import { describe, expect, it } from 'vitest'
import { toLexical } from '../../src/demo/lexical.ts'
import { freeze, MAX_CONTENT, textIssues, type Doc, type FreezeResolver } from '../../src/policy/gate/freeze.ts'
import { caiDat, chuDe, donVi, tinBai, tuLieu, type FieldRule, type Gate } from '../../src/policy/gate/gates/index.ts'

const PICTURE = { taiLieu: 8, loai: 'anh', sha256: 'a', altText: 'Sân trường' }
const FILE = { taiLieu: 9, loai: 'tep', sha256: 'b' }
const resolver = (more: Partial<FreezeResolver> = {}): FreezeResolver => ({
  live: (slug, id) => (id === 404 ? null : { taiLieu: id, slug: `${slug}-${id}`, ten: `Tên ${id}` }),
  media: (id) => (id === 8 ? PICTURE : id === 9 ? FILE : id === 7 ? { ...PICTURE, altText: '' } : null),
  address: () => null,
  file: () => null,
  ...more,
})
const story = { loai: 'tin', tieuDe: 'Một tin', noiDung: toLexical(['Đoạn đầu.']), donVi: 1, chuDe: [2] }
const gateOf = (...fields: FieldRule[]): Gate => ({ ...tinBai, fields })
/** What one rule makes of one value. */
function one(rule: FieldRule, value: unknown, more: Partial<FreezeResolver> = {}): { content: unknown; said: unknown[] } {
  const { content, issues } = freeze(gateOf(rule), { [rule.name]: value }, resolver(more))
  return { content: content[rule.name], said: issues.map(({ code, field, detail }) => (detail ? [code, field, detail] : [code, field])) }
}
const said = (gate: Gate, doc: Doc): string[][] => freeze(gate, doc, resolver()).issues.map((i) => [i.code, i.field ?? ''])

describe('a whole story', () => {
  it('freezes exactly what readers may see', () => {
    const doc = {
      ...story,
      tomTat: ' Sa-pô ',
      butDanh: null,
      nhanVat: [3],
      tacGia: 1,
      _status: 'draft',
      suKien: { batDau: '2026-11-20T00:15:00.000Z', diaDiem: 'Sân trường', bem: 1 },
      coNoiDungAi: false,
    }
    expect(freeze(tinBai, doc, resolver())).toEqual({
      issues: [],
      content: {
        loai: 'tin',
        tieuDe: 'Một tin',
        tomTat: 'Sa-pô',
        noiDung: [{ type: 'paragraph', children: [{ type: 'text', text: 'Đoạn đầu.' }] }],
        donVi: { taiLieu: 1, slug: 'don-vi-1', ten: 'Tên 1' },
        chuDe: [{ taiLieu: 2, slug: 'chu-de-2', ten: 'Tên 2' }],
        suKien: { batDau: '2026-11-20T00:15:00.000Z', diaDiem: 'Sân trường' },
      },
    })
  })
  it('says at once all that is wrong with its event', () => {
    const suKien = { batDau: '0026-11-20T00:15:00.000Z', ketThuc: '+020266-11-20T00:15:00.000Z', diaDiem: 'x'.repeat(201) }
    expect(said(tinBai, { ...story, suKien })).toEqual([
      ['YEAR_UNLIKELY', 'suKien.batDau'],
      ['YEAR_UNLIKELY', 'suKien.ketThuc'],
      ['TOO_LONG', 'suKien.diaDiem'],
    ])
    expect(said(tinBai, { ...story, suKien: { diaDiem: 'Sân trường' } })).toEqual([['EVENT_NO_BEGINNING', 'suKien.batDau']])
    for (const nothing of [null, undefined, {}, { batDau: null, ketThuc: null, diaDiem: '' }]) expect(said(tinBai, { ...story, suKien: nothing })).toEqual([])
  })
  it('says at once all that is missing', () => {
    expect(said(tinBai, { ...story, loai: 'thơ', tieuDe: ' ' })).toEqual([
      ['INVALID_VALUE', 'loai'],
      ['MISSING_FIELD', 'tieuDe'],
    ])
    expect(said(tinBai, {})).toEqual(['loai', 'tieuDe', 'noiDung', 'donVi', 'chuDe'].map((field) => ['MISSING_FIELD', field]))
    expect(said(tinBai, { loai: '', tieuDe: null, chuDe: [], noiDung: undefined, donVi: null })).toHaveLength(5)
    expect(said(chuDe, {})).toEqual([['MISSING_FIELD', 'ten']])
    expect(said(donVi, {})).toEqual(['ten', 'loai'].map((field) => ['MISSING_FIELD', field]))
    expect(said(caiDat, {}).map(([, field]) => field)).toEqual(['tenTruong', 'coQuanChuQuan', 'diaChi', 'dienThoai', 'email', 'nguoiChiuTrachNhiem'])
  })
  it('freezes NFD and NFC to the same words', () =>
    expect(freeze(tinBai, { ...story, tieuDe: 'Trường'.normalize('NFD') }, resolver()).content.tieuDe).toBe('Trường'.normalize('NFC')))
  it('is refused where it is longer than any report, at the text, or at the title where there is none', () => {
    const long = { ...story, noiDung: toLexical(['x'.repeat(MAX_CONTENT)]) }
    expect(freeze(tinBai, long, resolver()).issues).toEqual([{ code: 'TOO_LONG', field: 'noiDung', detail: { max: MAX_CONTENT } }])
    const rows: FieldRule = { name: 'dong', kind: 'rows', max: 9, fields: [{ name: 'a', kind: 'text', max: MAX_CONTENT }] }
    const ofLength = (length: number): Doc => ({ dong: [{ a: 'x'.repeat(length - '{"dong":[{"a":""}]}'.length) }] })
    expect(freeze(gateOf(rows), ofLength(MAX_CONTENT), resolver()).issues).toEqual([])
    expect(freeze(gateOf(rows), ofLength(MAX_CONTENT + 1), resolver()).issues).toEqual([{ code: 'TOO_LONG', field: 'tieuDe', detail: { max: MAX_CONTENT } }])
  })
})

describe('a line of text', () => {
  const rule: FieldRule = { name: 'a', kind: 'text', max: 5, required: true }
  it('is trimmed, and long by what a reader counts', () => {
    expect(one(rule, '  12345 ')).toEqual({ content: '12345', said: [] })
    expect(one(rule, '🎉🎉🎉🎉🎉')).toEqual({ content: '🎉🎉🎉🎉🎉', said: [] })
    expect(one(rule, '123456').said).toEqual([['TOO_LONG', 'a', { max: 5 }]])
  })
  it('of blanks alone is missing where it is needed, and left out where it is not', () => {
    expect(one(rule, '   ')).toEqual({ content: undefined, said: [['MISSING_FIELD', 'a']] })
    expect(one({ ...rule, required: false }, '   ')).toEqual({ content: undefined, said: [] })
  })
  it('is text: anything else is said once', () => expect(one(rule, 7)).toEqual({ content: undefined, said: [['INVALID_VALUE', 'a']] }))
  it('is said to hide something, or to be in a font of the 1990s, which is told first', () => {
    expect(one(rule, 'a\u3164').said).toEqual([['FORBIDDEN_CHARACTER', 'a', { fault: 'invisible', cho: 'a⟦U+3164⟧' }]])
    expect(textIssues('Tr\u00adêng THPT tæ chøc ngµy héi ®äc s¸ch', 'a')).toEqual([
      { code: 'LEGACY_FONT', field: 'a', detail: { phong: 'TCVN3', chu: 'Tr\u00adêng chøc ngµy héi' } },
    ])
    expect(textIssues('Lời bình thường', 'a')).toEqual([])
  })
  it('is mended where nobody sees it and no word changes', () => {
    expect(one(rule, 'Hội\u00ad nghị\u200b cán\u2028bộ').content).toBe('Hội nghị cán bộ')
    expect(one({ ...rule, kind: 'richText' }, toLexical(['Chữ\u200b ẩn\u000bđây'])).content).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: 'Chữ ẩn đây' }] },
    ])
  })
})

describe('the body', () => {
  const rule: FieldRule = { name: 'a', kind: 'richText', required: true }
  const upload = { root: { children: [{ type: 'upload', relationTo: 'tu-lieu', value: 8 }] } }
  it('without a word or a picture is missing', () => {
    for (const empty of [toLexical([]), toLexical(['']), toLexical([' \u00a0 ']), toLexical(['\n']), toLexical(['- ', '## '])])
      expect(one(rule, empty).said).toEqual([['MISSING_FIELD', 'a']])
    expect(one({ ...rule, required: false }, toLexical([''])).said).toEqual([])
    expect(one(rule, toLexical(['', 'x'])).said).toEqual([])
    expect(one(rule, toLexical(['"'])).said).toEqual([])
    expect(one(rule, upload).said).toEqual([])
  })
  it('that is refused is not also called missing', () => {
    expect(one(rule, { root: { children: [{ type: 'iframe' }] } }).said).toEqual([['CONTENT_NOT_ALLOWED', 'a', { what: 'iframe' }]])
    expect(one(rule, 'chữ').said).toEqual([['INVALID_VALUE', 'a']])
  })
  it('hides nothing, at any depth, nor between two pieces', () => {
    expect(one(rule, toLexical(['Đầu', '- mục \u3164'])).said).toEqual([['FORBIDDEN_CHARACTER', 'a', { fault: 'invisible', cho: 'mục ⟦U+3164⟧' }]])
    expect(one(rule, toLexical(['👩\u200d', '🏫'])).said).toEqual([])
    expect(one(rule, toLexical(['Tröôøng hoïc', 'toå chöùc ngaøy hoäi'])).said).toEqual([['LEGACY_FONT', 'a', { phong: 'VNI', chu: 'Tröôøng hoïc' }]])
  })
})

describe('an address', () => {
  const rule: FieldRule = { name: 'a', kind: 'address' }
  it.each(['/', '/chu-de/day-va-hoc', '/tim-kiem?q=a&b=%20', '/a_b/c.d', 'https://moet.gov.vn/'])('%s is kept', (url) =>
    expect(one(rule, url)).toEqual({ content: url, said: [] }),
  )
  it.each(['//evil.example', '/\\evil.example', '/a b', 'x/a', '/a/#b', 'javascript:alert(1)', '/a\n', ' /a'])('%j is refused', (url) =>
    expect(one(rule, url)).toEqual({ content: undefined, said: [['LINK_NOT_ALLOWED', 'a', { url }]] }),
  )
  it('is quoted in the refusal, up to 200 characters', () => {
    expect(one(rule, `x${'y'.repeat(300)}`).said).toEqual([['LINK_NOT_ALLOWED', 'a', { url: `x${'y'.repeat(199)}` }]])
    expect(one(rule, 5).said).toEqual([['LINK_NOT_ALLOWED', 'a', { url: '5' }]])
    expect(one(rule, ['/a'])).toEqual({ content: undefined, said: [['LINK_NOT_ALLOWED', 'a', { url: '/a' }]] })
  })
})

describe('other values', () => {
  it('a colour is one that can be read', () => {
    const rule: FieldRule = { name: 'a', kind: 'colour', required: true }
    expect(one(rule, '#7A1F57')).toEqual({ content: '#7a1f57', said: [] })
    for (const bad of ['#ffff00', 'đỏ', 7, '#7a1f5', ['#7a1f57']]) expect(one(rule, bad)).toEqual({ content: undefined, said: [['INVALID_VALUE', 'a']] })
  })
  it('one of a list is one of it', () => {
    const rule: FieldRule = { name: 'a', kind: 'oneOf', values: ['x', 'y'], required: true }
    expect(one(rule, 'y')).toEqual({ content: 'y', said: [] })
    expect(one(rule, 'z')).toEqual({ content: undefined, said: [['INVALID_VALUE', 'a']] })
  })
  it('a flag is frozen only where it is up', () => {
    const rule: FieldRule = { name: 'a', kind: 'flag' }
    expect(one(rule, true).content).toBe(true)
    for (const down of [false, null, undefined, 'true', 1, '']) expect(one(rule, down)).toEqual({ content: undefined, said: [] })
    expect(one({ ...rule, required: true }, false).said).toEqual([['MISSING_FIELD', 'a']])
  })
  it('a number is finite', () => {
    const rule: FieldRule = { name: 'a', kind: 'number' }
    expect(one(rule, 0).content).toBe(0)
    for (const bad of ['3', NaN, Infinity]) expect(one(rule, bad).content).toBeUndefined()
  })
  it('a date is an instant', () => {
    const rule: FieldRule = { name: 'a', kind: 'date', required: true }
    expect(one(rule, '2026-11-21T10:00:00+07:00')).toEqual({ content: '2026-11-21T03:00:00.000Z', said: [] })
    for (const bad of ['mai', 7]) expect(one(rule, bad)).toEqual({ content: undefined, said: [['INVALID_VALUE', 'a']] })
  })
  it('a group without anything in it is left out; its fields are named below it', () => {
    const rule: FieldRule = { name: 'a', kind: 'group', fields: [{ name: 'b', kind: 'date' }] }
    expect(one(rule, { b: null })).toEqual({ content: undefined, said: [] })
    expect(one(rule, { b: 'mai' })).toEqual({ content: undefined, said: [['INVALID_VALUE', 'a.b']] })
  })
  it('rows are counted and each is named by its place', () => {
    const rule: FieldRule = { name: 'a', kind: 'rows', max: 2, fields: [{ name: 'b', kind: 'text', max: 9, required: true }] }
    expect(one(rule, [{ b: 'x' }, { b: 'y', c: 1 }])).toEqual({ content: [{ b: 'x' }, { b: 'y' }], said: [] })
    expect(one(rule, [{ b: 'x' }, null]).said).toEqual([['MISSING_FIELD', 'a.1.b']])
    expect(one(rule, [{ b: 'x' }, { b: 'x' }, { b: 'x' }]).said).toEqual([['TOO_LONG', 'a', { max: 2 }]])
    expect(one(rule, 'x')).toEqual({ content: [], said: [] })
  })
})

describe('what a document names', () => {
  it('is the live edition of it', () => {
    const rule: FieldRule = { name: 'a', kind: 'live', to: 'don-vi' }
    expect(one(rule, { id: 4 }).content).toEqual({ taiLieu: 4, slug: 'don-vi-4', ten: 'Tên 4' })
    expect(one({ ...rule, required: true }, 404)).toEqual({ content: undefined, said: [['NOT_LIVE', 'a', { what: 'don-vi', id: 404 }]] })
    expect(one({ ...rule, many: true }, [3, 404])).toMatchObject({ content: [{ taiLieu: 3 }, null], said: [['NOT_LIVE', 'a', { what: 'don-vi', id: 404 }]] })
    expect(one({ ...rule, many: true }, 3).content).toEqual([{ taiLieu: 3, slug: 'don-vi-3', ten: 'Tên 3' }])
  })
  it('is a picture with words for those who cannot see it', () => {
    const rule: FieldRule = { name: 'a', kind: 'media' }
    expect(one(rule, 8)).toEqual({ content: PICTURE, said: [] })
    expect(one(rule, 9)).toEqual({ content: FILE, said: [] })
    expect(one(rule, 7).said).toEqual([['MISSING_ALT_TEXT', 'a']])
    expect(one({ ...rule, required: true }, 5)).toEqual({ content: undefined, said: [['FILE_UNREADABLE', 'a']] })
    expect(one({ ...rule, many: true }, [8, 5]).said).toEqual([['FILE_UNREADABLE', 'a']])
    expect(one({ ...rule, many: true }, 8).content).toEqual([PICTURE])
  })
  it('is the document’s own file, whatever was sent as it', () => {
    const own = (file: typeof FILE | null): unknown => freeze(tuLieu, { altText: 'Ảnh', tep: 'x' }, resolver({ file: () => file }))
    expect(own(FILE)).toEqual({ content: { altText: 'Ảnh', tep: FILE }, issues: [] })
    expect(own(null)).toEqual({ content: { altText: 'Ảnh' }, issues: [{ code: 'FILE_UNREADABLE', field: 'tep' }] })
    expect(freeze(tuLieu, {}, resolver({ file: () => FILE })).content).toEqual({ tep: FILE })
  })
})
