import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf, type Block } from '../../src/policy/gate/differences/blocks.ts'
import { changesBetween, type Change } from '../../src/policy/gate/differences/compare.ts'
import { wordsBetween } from '../../src/policy/gate/differences/words.ts'
import { tinBai } from '../../src/policy/gate/gates/index.ts'
import type { Json } from '../../src/policy/gate/fingerprint.ts'

type Content = { [key: string]: Json }
const p = (...children: Json[]): Json => ({ type: 'paragraph', children })
const t = (text: string, format?: number): Json => ({ type: 'text', text, ...(format ? { format } : {}) })
const link = (text: string, href: string): Json => ({ type: 'link', href, children: [t(text)] })
const photo = (sha256: string, altText: string): Json => ({ type: 'upload', tuLieu: { sha256, kieu: 'image/jpeg', altText } })
const story = (noiDung: Json[], more: Content = {}): Content => ({ loai: 'tin', tieuDe: 'Hội khoẻ Phù Đổng', noiDung, ...more })

const between = (before: Content, after: Content): Change[] => changesBetween(blocksOf(tinBai.fields, before), blocksOf(tinBai.fields, after))
const told = (changes: Change[]): string[] =>
  changes.map(
    ({ how, field, pieces }) =>
      `${how} ${field}: ${pieces.map((x) => (x.how === 'giu' ? x.text : x.how === 'bo' ? `[-${x.text}-]` : `{+${x.text}+}`)).join('')}`,
  )

const A = 'Sáng nay, đội tuyển lớp 12A đã giành giải Nhất môn bóng chuyền.'
const B = 'Thầy cô và phụ huynh đến cổ vũ rất đông ở sân vận động huyện.'
const C = 'Nhà trường cảm ơn Hội phụ huynh đã chuẩn bị nước uống cho các em.'

describe('what changed', () => {
  it('nothing where nothing did', () => expect(between(story([p(t(A))]), story([p(t(A))]))).toEqual([]))

  it.each<[string, Content, Content, string[]]>([
    ['a word', story([p(t(A))]), story([p(t(A.replace('Nhất', 'Nhì')))]), ['sua noiDung: Sáng nay, đội tuyển lớp 12A đã giành giải [-Nhất-]{+Nhì+} môn bóng chuyền.']],
    ['the title', story([p(t(A))]), story([p(t(A))], { tieuDe: 'Ngày hội đọc sách' }), ['sua tieuDe: [-Hội-]{+Ngày+} [-khoẻ-]{+hội+} [-Phù-]{+đọc+} [-Đổng-]{+sách+}']],
    ['a paragraph more', story([p(t(A))]), story([p(t(A)), p(t(B))]), [`them noiDung: {+${B}+}`]],
    ['a paragraph less', story([p(t(A)), p(t(B)), p(t(C))]), story([p(t(A)), p(t(C))]), [`bo noiDung: [-${B}-]`]],
    ['a paragraph that moved', story([p(t(A)), p(t(B)), p(t(C))]), story([p(t(B)), p(t(C)), p(t(A))]), [`chuyen noiDung: ${A}`]],
    ['where a link leads', story([p(link('xem thêm', '/bai/a'))]), story([p(link('xem thêm', '/bai/b'))]), ['sua noiDung: xem thêm [-[/bai/a]-]{+[/bai/b]+}']],
    ['another picture of the same description', story([photo('aa', 'Đội tuyển')]), story([photo('bb', 'Đội tuyển')]), ['thayAnh noiDung: Đội tuyển']],
    ['a description', story([photo('aa', 'Đội tuyển')]), story([photo('aa', 'Đội tuyển trường')]), ['sua noiDung: Đội tuyển{+ trường+}']],
    ['bold alone', story([p(t(A))]), story([p(t(A, 1))]), [`trinhBay noiDung: ${A}`]],
    ['a heading made of a paragraph', story([p(t(A))]), story([{ type: 'heading', tag: 'h2', children: [t(A)] }]), [`trinhBay noiDung: ${A}`]],
    ['an hour', story([p(t(A))], { suKien: { batDau: '2026-12-01T01:00:00.000Z' } }), story([p(t(A))], { suKien: { batDau: '2026-12-01T02:00:00.000Z' } }), ['sua suKien.batDau: [-2026-12-01T01:00:00.000Z-]{+2026-12-01T02:00:00.000Z+}']],
    ['a topic more', story([p(t(A))], { chuDe: [{ taiLieu: 1, slug: 'a', ten: 'Thể thao' }] }), story([p(t(A))], { chuDe: [{ taiLieu: 1, slug: 'a', ten: 'Thể thao' }, { taiLieu: 2, slug: 'b', ten: 'Đoàn' }] }), ['them chuDe: {+Đoàn+}']],
    ['a flag', story([p(t(A))]), story([p(t(A))], { coNoiDungAi: true }), ['them coNoiDungAi: {+true+}']],
    ['a cell of a table', story([table('12', '13')]), story([table('12', '14')]), ['sua noiDung: [-13-]{+14+}']],
  ])('%s', (_what, before, after, expected) => expect(told(between(before, after))).toEqual(expected)) // prettier-ignore

  function table(...cells: string[]): Json {
    return { type: 'table', children: [{ type: 'row', children: cells.map((text) => ({ type: 'cell', children: [t(text)] })) }] }
  }

  const words = fc.array(fc.constantFrom('giải', 'nhất', 'trường', 'em', 'Hội', 'khoẻ', '12A', '  ', '\u00a0'), { maxLength: 12 }).map((w) => w.join(' '))

  it('word by word loses nothing of either side', () =>
    fc.assert(
      fc.property(words, words, (before, after) => {
        const pieces = wordsBetween(before, after)
        const side = (but: string): string => pieces.filter(({ how }) => how !== but).map(({ text }) => text).join('') // prettier-ignore
        expect([side('them'), side('bo')]).toEqual([before, after])
      }),
    ))

  it('every block that came or went is in a change, and no other', () => {
    const block = fc.record({ field: fc.constantFrom('noiDung', 'tieuDe'), kind: fc.constant('chu' as const), text: words, n: fc.nat(2) })
    const blocks = fc.array(
      block.map(({ n, ...b }): Block => ({ ...b, key: `${b.text}${n}` })),
      { maxLength: 14 },
    )
    const count = (list: readonly string[]): Record<string, number> => list.reduce<Record<string, number>>((n, one) => ({ ...n, [one]: (n[one] ?? 0) + 1 }), {})
    fc.assert(
      fc.property(blocks, blocks, (before, after) => {
        const changes = changesBetween(before, after)
        const text = (c: Change, but: string): string => c.pieces.filter(({ how }) => how !== but).map((x) => x.text).join('') // prettier-ignore
        // What stands after is what stood before, less what went, with what came: as numbers of texts.
        const now = count(before.map((b) => b.text))
        for (const c of changes) {
          if (!['them', 'chuyen'].includes(c.how)) now[text(c, 'them')] = (now[text(c, 'them')] ?? 0) - 1
          if (!['bo', 'chuyen'].includes(c.how)) now[text(c, 'bo')] = (now[text(c, 'bo')] ?? 0) + 1
        }
        expect(Object.fromEntries(Object.entries(now).filter(([, n]) => n !== 0))).toEqual(count(after.map((b) => b.text)))
      }),
    )
  })
})
