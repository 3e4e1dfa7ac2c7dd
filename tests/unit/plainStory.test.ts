import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toLexical } from '../../src/demo/lexical.ts'
import { STORIES } from '../../src/demo/stories.ts'
import { heading, link, list, listItem, paragraph, quote, rule, table, textNode, type EditorNode } from '../../src/policy/text/paste/nodes.ts'
import { isPlain } from '../../src/policy/text/plainStory/plain.ts'
import { readStory } from '../../src/policy/text/plainStory/read.ts'
import { writeStory } from '../../src/policy/text/plainStory/write.ts'

const root = (...children: EditorNode[]) => ({ root: { type: 'root', version: 1, children } })
const words = (text: string, format = 0) => paragraph([textNode(text, format)])
const kinds = (text: string, pictures: number[] = []) =>
  (readStory(text, pictures).content.root.children as EditorNode[]).map((node) => String(node.tag ?? node.type))

/** Signs of the grammar and Vietnamese letters, so that chance meets every rule. */
const PARTS = ['- ', '• ', '1. ', '20) ', '## ', '#### ', '# ', '> ', '>', '---', '[ảnh 1]', '[ảnh 9]', '**', '*', '[', ']', '(', ')', '](https://a.vn/b)', 'https://thpt.edu.vn/x', '.', ' ', '\t', '\n', '\n\n', '\u00a0', 'Trường', 'học sinh lớp 12A1', 'e\u0302\u0301', '2*3*4', '\\'] // prettier-ignore
const typed = fc.array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ maxLength: 6 })), { maxLength: 40 }).map((parts) => parts.join(''))

describe('a story typed as plain text', () => {
  it('reads each small mark', () => {
    const text =
      'Mở đầu.\nDòng hai.\n\n## Mục\n- một\n- hai\n\n3. ba\n4. bốn\n\n> lời nói\n> dòng sau\n\n---\n[ảnh 1]\n#### Nhỏ\n**đậm** và [chữ](https://a.vn/b), https://c.vn/d.'
    expect(kinds(text, [7])).toEqual(['paragraph', 'h2', 'ul', 'ol', 'quote', 'horizontalrule', 'upload', 'h4', 'paragraph'])
    expect(writeStory(readStory(text, [7]).content)).toEqual({
      text: text.replace('---\n[ảnh 1]\n#### Nhỏ\n', '---\n\n[ảnh 1]\n\n#### Nhỏ\n\n').replace('## Mục\n', '## Mục\n\n'),
      pictures: [7],
    })
  })

  it.each(['2*3*4', 'a ** b', '**', '1.500 đồng', '-5 độ', '#lop12', '[chữ](javascript:alert(1))', '[ảnh hai]', 'tiết 1-2', '–  gạch dài'])(
    'keeps %j as words',
    (text) => {
      const made = readStory(text, []).content
      expect(kinds(text)).toEqual(['paragraph'])
      expect(writeStory(made).text).toBe(text)
    },
  )

  it('keeps the number of a picture nobody chose as words, and says so', () => {
    const { content, missing } = readStory('[ảnh 2]', [5])
    expect(missing).toEqual([2])
    expect(writeStory(content)).toEqual({ text: '[ảnh 2]', pictures: [] })
  })

  it('never makes of what is typed something that cannot be edited again', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const once = readStory(text, [3, 4])
        expect(isPlain(once.content)).toBe(true)
        const written = writeStory(once.content)
        expect(writeStory(readStory(written.text, written.pictures).content)).toEqual(written)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps the numbers people type: those that do not follow each other begin a list of their own', () => {
    const text = '1965. Thành lập\n1975. Chuyển\n1976. Xây'
    expect(kinds(text)).toEqual(['ol', 'ol'])
    expect(writeStory(readStory(text, []).content).text).toBe('1965. Thành lập\n\n1975. Chuyển\n1976. Xây')
  })

  it('is quick with hostile lines', () => {
    for (const text of ['**'.repeat(20_000), '['.repeat(40_000), `[${'a'.repeat(400)}](https://`.repeat(100), 'https://'.repeat(5000), '>'.repeat(40_000)]) {
      const from = performance.now()
      readStory(text, [])
      expect(performance.now() - from).toBeLessThan(1000)
    }
  })
})

describe('what may be edited as plain text', () => {
  it('is every story of the demo school', () => {
    for (const { doan } of STORIES) expect(isPlain(toLexical(doan))).toBe(true)
  })

  it.each([
    ['italics', words('nghiêng', 2)],
    ['underline', words('gạch', 8)],
    ['bold inside a link', paragraph([link('https://a.vn', [textNode('a', 1)])])],
    ['a list inside an item', list(false, [listItem([textNode('a')], 1), listItem([list(false, [listItem([textNode('b')], 1)])], 2)])],
    ['a link within the site', paragraph([{ ...link('', [textNode('a')]), fields: { linkType: 'internal', doc: { relationTo: 'trang', value: 3 } } }])],
    ['words that look like an item', words('- không phải danh sách')],
    ['words that look like bold', words('**không đậm**')],
    ['a table', table([])],
    ['a tab', paragraph([textNode('a'), { type: 'tab', version: 1 }, textNode('b')])],
    ['an address that is no web address', paragraph([link('javascript:x', [textNode('a')])])],
  ])('is not %s', (_what, node) => {
    expect(isPlain(root(words('Mở đầu.'), node))).toBe(false)
  })

  it('is what a newcomer types in the panel', () => {
    const typedInPanel = root(heading(2, [textNode('Mục')]), paragraph([textNode('a'), textNode('b')]), paragraph([]), quote([textNode('lời')]), rule(), words('đậm', 1)) // prettier-ignore
    expect(isPlain(typedInPanel)).toBe(true)
  })
})
