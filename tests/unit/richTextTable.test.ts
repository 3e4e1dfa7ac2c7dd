/** Tables in rich text: what of them is kept, refused and read. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { richText } from '../../src/theme/draw/richText.ts'
import { plainText, projectRichText, type Resolver } from '../../src/policy/text/richText.ts'

const MEDIA = { taiLieu: 8, loai: 'anh' }
const resolve: Resolver = { media: (id) => (id === 8 ? MEDIA : null), address: (slug, id) => (id === 5 ? `/${slug}/nam` : null) }
const project = (...children: unknown[]): ReturnType<typeof projectRichText> => projectRichText({ root: { children } }, 'noiDung', resolve)
const text = (words: string, more: object = {}): object => ({ type: 'text', text: words, ...more })
const refused = (what: string, ...children: unknown[]): void =>
  expect(project(...children)).toEqual({ content: [], issues: [{ code: 'CONTENT_NOT_ALLOWED', field: 'noiDung', detail: { what } }] })
describe('a table', () => {
  type Cells = (string | object)[][]
  const cell = (inside: string | object, more: object = {}): object => ({
    type: 'tablecell',
    headerState: 0,
    children: [typeof inside === 'string' ? { type: 'paragraph', children: inside === '' ? [] : [text(inside)] } : inside],
    ...more,
  })
  const tableOf = (rows: Cells, more: object = {}, heads = true): object => ({
    type: 'table',
    colWidths: [1, 2],
    children: rows.map((row, y) => ({
      type: 'tablerow',
      height: 9,
      children: row.map((c) => cell(c, { headerState: heads && y === 0 ? 1 : 0, backgroundColor: 'red' })),
    })),
    ...more,
  })
  const grid = (rows: number, columns: number): Cells => Array.from({ length: rows }, (_, y) => Array.from({ length: columns }, (__, x) => `${y}.${x}`))
  const why = (...nodes: object[]): unknown[] => project(...nodes).issues.map((i) => i.detail?.why ?? i.detail?.what)

  it('is its caption, its rows and cells, and what a cell heads; nothing of colours and widths', () => {
    const word = (w: string): object => ({ type: 'text', text: w })
    expect(
      project(
        tableOf(
          [
            ['Lớp', 'Điểm'],
            ['12A1', ''],
          ],
          { $: { tenBang: ' Thi\u200b đua ' } },
        ),
      ).content,
    ).toEqual([
      {
        type: 'table',
        children: [
          { type: 'caption', children: [word('Thi đua')] },
          {
            type: 'row',
            children: [
              { type: 'cell', dau: 'cot', children: [word('Lớp')] },
              { type: 'cell', dau: 'cot', children: [word('Điểm')] },
            ],
          },
          {
            type: 'row',
            children: [
              { type: 'cell', children: [word('12A1')] },
              { type: 'cell', children: [] },
            ],
          },
        ],
      },
    ])
    expect(
      plainText(
        project(
          tableOf([
            ['Lớp', 'Điểm'],
            ['12A1', '98'],
          ]),
        ).content,
      ),
    ).toBe('Lớp Điểm 12A1 98')
  })
  it('has at most 200 rows and 20 columns, and is refused by its number and first words', () => {
    expect(project(tableOf(grid(200, 20))).issues).toEqual([])
    expect(project(tableOf(grid(1, 1)), tableOf(grid(201, 1))).issues).toEqual([
      { code: 'TABLE_NOT_ALLOWED', field: 'noiDung', detail: { so: 2, chu: '0.0', why: 'size', hang: 201, cot: 1 } },
    ])
    expect(why(tableOf(grid(2, 21)), tableOf(grid(100, 100)))).toEqual(['size', 'size'])
    expect(why(...Array.from({ length: 5 }, () => tableOf(grid(200, 10).map((r) => r.map(() => '')))))).toEqual(['cells'])
  })
  it('has no merged cells, no rows of other lengths, no strange parts, no endless caption', () => {
    expect(why({ type: 'table', children: [{ type: 'tablerow', children: [cell('a', { colSpan: 2 })] }] })).toEqual(['merged'])
    expect(why({ type: 'table', children: [{ type: 'tablerow', children: [cell('a', { rowSpan: 2 })] }] })).toEqual(['merged'])
    expect(why(tableOf([['a', 'b'], ['c']]))).toEqual(['ragged'])
    expect(why({ type: 'table' }, { type: 'table', children: [{ type: 'tablerow', children: [] }] })).toEqual(['empty', 'empty'])
    expect(why({ type: 'table', children: [{ type: 'paragraph', children: [cell('a')] }] }, { type: 'table', children: [text('a')] })).toEqual([
      'parts',
      'empty',
    ])
    expect(why(tableOf([['a', 'b']], { $: { tenBang: 'x'.repeat(201) } }))).toEqual(['caption'])
  })
  it('holds words, lists and links, and no table, picture or heading', () => {
    for (const type of ['heading', 'upload', 'quote', 'horizontalrule'])
      expect(why(tableOf([[{ type, tag: 'h2', children: [] }, 'b']]))).toEqual([`cell ${type}`])
    expect(why(tableOf([[tableOf([['a', 'b']]), 'b']]))).toEqual(['cell table'])
    expect(project(tableOf([[{ type: 'list', listType: 'bullet', children: [{ type: 'listitem', children: [text('x')] }] }, 'b']])).issues).toEqual([])
    expect(
      project(tableOf([[{ type: 'paragraph', children: [{ type: 'link', fields: { url: 'javascript:x' }, children: [text('A')] }] }, 'b']])).issues,
    ).toMatchObject([{ code: 'LINK_NOT_ALLOWED', detail: { chu: 'A' } }])
  })
  it('the parts of a table are nothing outside one', () => {
    refused('tablerow', { type: 'tablerow', children: [] })
    refused('tablecell', { type: 'tablecell', children: [] })
    refused('caption', { type: 'caption', children: [] })
  })
  it('whatever its words, a reader gets the same words in the same order', () => {
    const words = fc.stringMatching(/^[a-zàáảãạăằđêếôốơờưừ<>&" ]{0,8}$/)
    const rows = fc
      .integer({ min: 2, max: 5 })
      .chain((width) => fc.array(fc.array(words, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }))
    const seen = (html: string): string =>
      html
        .replace(/<[^>]*>/g, ' ')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
    const run = (all: string): string => all.normalize('NFC').replace(/\s+/g, '')
    fc.assert(
      fc.property(rows, fc.boolean(), (cells, heads) => {
        const { content, issues } = project(tableOf(cells, {}, heads))
        expect(issues).toEqual([])
        const drawn = richText(content, { url: (hash) => `/tep/${hash}`, showTargets: false }).text
        expect(run(seen(drawn))).toBe(run(cells.flat().join('')))
        expect(run(plainText(content))).toBe(run(cells.flat().join('')))
      }),
    )
  })
  it('on a page it names itself, its columns and, before each value, the column; in a feed it is a bare table', () => {
    const { content } = project(
      tableOf(
        [
          ['Lớp', 'Điểm'],
          ['12A1', '98'],
        ],
        { $: { tenBang: 'Thi đua' } },
      ),
    )
    expect(richText(content, { url: (hash) => `/tep/${hash}`, showTargets: false }).text.replace(/\n\s*/g, '')).toBe(
      '<div class="bang" role="group" tabindex="0" aria-label="Thi đua"><table class="khoi"><caption>Thi đua</caption><thead><tr><th scope="col">Lớp</th><th scope="col">Điểm</th></tr></thead><tbody><tr><td data-nhan="Lớp">12A1</td><td data-nhan="Điểm">98</td></tr></tbody></table></div>',
    )
  })
})
