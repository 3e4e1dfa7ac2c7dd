/** The allow-list of rich text: what is not on it is refused by name. */
import { describe, expect, it } from 'vitest'
import { toLexical } from '../../src/demo/lexical.ts'
import type { Json } from '../../src/policy/gate/fingerprint.ts'
import { richText } from '../../src/theme/draw/richText.ts'
import { isRichText, plainText, projectRichText, type Resolver } from '../../src/policy/text/richText.ts'

const MEDIA = { taiLieu: 8, loai: 'anh' }
const resolve: Resolver = { media: (id) => (id === 8 ? MEDIA : null), address: (slug, id) => (id === 5 ? `/${slug}/nam` : null) }
const project = (...children: unknown[]): ReturnType<typeof projectRichText> => projectRichText({ root: { children } }, 'noiDung', resolve)
const text = (words: string, more: object = {}): object => ({ type: 'text', text: words, ...more })
const refused = (what: string, ...children: unknown[]): void =>
  expect(project(...children)).toEqual({ content: [], issues: [{ code: 'CONTENT_NOT_ALLOWED', field: 'noiDung', detail: { what } }] })

describe('what is kept', () => {
  it('is the type and its words, and nothing else a node carries', () => {
    expect(project({ type: 'paragraph', style: 'x', onclick: 'y', children: [text('A', { format: 3, style: 'color:red' })] })).toEqual({
      issues: [],
      content: [{ type: 'paragraph', children: [{ type: 'text', text: 'A', format: 3 }] }],
    })
  })
  it.each(['paragraph', 'quote', 'listitem'])('%s', (type) => expect(project({ type, children: [] }).content).toEqual([{ type, children: [] }]))
  it.each(['linebreak', 'tab', 'horizontalrule'])('%s, without children', (type) =>
    expect(project({ type, children: [text('A')] }).content).toEqual([{ type }]),
  )
  it('the seven forms of letters and no other', () => {
    expect(project(text('A', { format: 0b11111111 })).content).toEqual([{ type: 'text', text: 'A', format: 0b1111111 }])
    for (const plain of [0, 0b10000000, 'bold', '3', undefined]) expect(project(text('A', { format: plain })).content).toEqual([{ type: 'text', text: 'A' }])
  })
  it.each(['h2', 'h3', 'h4'])('a heading %s', (tag) => expect(project({ type: 'heading', tag }).content).toEqual([{ type: 'heading', tag, children: [] }]))
  it('a list with or without numbers', () => {
    expect(project({ type: 'list', listType: 'number' }).content).toEqual([{ type: 'list', tag: 'ol', children: [] }])
    expect(project({ type: 'list', listType: 'check', tag: 'ol' }).content).toEqual([{ type: 'list', tag: 'ul', children: [] }])
  })
  it('a picture of the school’s own', () =>
    expect(project({ type: 'upload', relationTo: 'tu-lieu', value: { id: 8 } }).content).toEqual([{ type: 'upload', tuLieu: MEDIA }]))
  it.each(['link', 'autolink'])('a %s with its real target', (type) =>
    expect(project({ type, fields: { url: 'https://a.vn' }, children: [text('A')] }).content).toEqual([
      { type: 'link', href: 'https://a.vn/', children: [{ type: 'text', text: 'A' }] },
    ]),
  )
  it('a link to a live document, by its address', () =>
    expect(project({ type: 'link', fields: { linkType: 'internal', doc: { relationTo: 'tin-bai', value: 5 }, url: 'javascript:x' } })).toEqual({
      issues: [],
      content: [{ type: 'link', href: '/tin-bai/nam', children: [] }],
    }))
})

describe('what is refused', () => {
  it.each(['iframe', 'script', 'root', 'undefined', ''])('the type %j', (type) => refused(type, { type, children: [] }))
  it('a type without end is quoted up to 40 characters', () => refused('y'.repeat(40), { type: 'y'.repeat(50) }))
  it('a heading of another rank', () => {
    refused('heading h1', { type: 'heading', tag: 'h1' })
    refused('heading hhhh', { type: 'heading', tag: 'hhhhhh' })
  })
  it('what is no node, and text without words', () => {
    refused('string', 'A')
    refused('object', null)
    refused('object', [text('A')])
    refused('text', { type: 'text', text: 5 })
  })
  it('a picture that is not there, or from elsewhere', () => {
    refused('upload', { type: 'upload', relationTo: 'tu-lieu', value: 9 })
    refused('upload', { type: 'upload', relationTo: 'nguoi-dung', value: 8 })
  })
  it('a link that leads nowhere allowed, and its words with it', () => {
    const to = (fields: unknown): unknown => project({ type: 'link', fields, children: [text('A')] })
    const said = (code: string, detail: object): unknown => ({ content: [], issues: [{ code, field: 'noiDung', detail }] })
    expect(to({ url: 'javascript:x' })).toEqual(said('LINK_NOT_ALLOWED', { url: 'javascript:x', chu: 'A' }))
    expect(to({ url: `data:${'x'.repeat(300)}` })).toEqual(said('LINK_NOT_ALLOWED', { url: `data:${'x'.repeat(195)}`, chu: 'A' }))
    expect(to({})).toEqual(said('LINK_NOT_ALLOWED', { url: '', chu: 'A' }))
    expect(to('x')).toEqual(said('LINK_NOT_ALLOWED', { url: '', chu: 'A' }))
    expect(to({ linkType: 'internal', doc: { relationTo: 'tin-bai', value: 6 } })).toEqual(said('NOT_LIVE', { what: 'tin-bai' }))
    expect(to({ linkType: 'internal', doc: 'tin-bai', url: 'https://a.vn/' })).toMatchObject({ issues: [], content: [{ href: 'https://a.vn/' }] })
    expect(to({ linkType: 'custom', doc: { relationTo: 'tin-bai', value: 5 }, url: 'https://a.vn/' })).toMatchObject({ content: [{ href: 'https://a.vn/' }] })
  })
  it('what lies deeper than 30 levels', () => {
    const nested = (levels: number): object => (levels === 0 ? text('A') : { type: 'quote', children: [nested(levels - 1)] })
    expect(project(nested(29)).issues).toEqual([])
    expect(project(nested(30)).issues).toEqual([{ code: 'CONTENT_NOT_ALLOWED', field: 'noiDung', detail: { what: 'depth' } }])
  })
  it('what has too many pieces, said once', () => {
    const { content, issues } = project(...Array.from({ length: 10_050 }, () => ({ type: 'linebreak' })))
    expect(content).toHaveLength(10_000)
    expect(issues).toEqual([{ code: 'CONTENT_NOT_ALLOWED', field: 'noiDung', detail: { what: 'nodes' } }])
    expect(project({ type: 'iframe' }, { type: 'iframe' }).issues).toHaveLength(1)
  })
  it('beside what is kept: the rest stays in its order', () =>
    expect(project(text('A'), { type: 'iframe' }, text('B')).content).toEqual([
      { type: 'text', text: 'A' },
      { type: 'text', text: 'B' },
    ]))
  it('a value that is no rich text; none at all is none', () => {
    for (const bad of ['x', 5, [], { root: 5 }, { root: [] }, {}])
      expect(projectRichText(bad, 'noiDung', resolve)).toEqual({ content: [], issues: [{ code: 'INVALID_VALUE', field: 'noiDung' }] })
    for (const none of [null, undefined, { root: {} }]) expect(projectRichText(none, 'noiDung', resolve)).toEqual({ content: [], issues: [] })
  })
})

describe('the plain words', () => {
  it('stand in reading order, blocks apart and pieces of a paragraph together', () => {
    const { content } = projectRichText(toLexical(['Một', '', '- hai', '- ba', '> bốn']), 'a', resolve)
    expect(plainText(content)).toBe('Một hai ba bốn')
    expect(
      plainText([
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: 'A' },
            { type: 'text', text: 'B' },
          ],
        },
      ]),
    ).toBe('AB')
    expect(
      plainText([
        {
          type: 'list',
          children: [
            { type: 'text', text: 'A' },
            { type: 'text', text: 'B' },
          ],
        },
      ]),
    ).toBe('A B')
  })
  it('are found however deep they lie', () => {
    let deep: object[] = [text('A'), text('B')]
    for (let i = 0; i < 50_000; i += 1) deep = [{ type: 'quote', children: deep }]
    expect(plainText(deep)).toBe('A B')
  })
  it('of nothing are none', () => {
    const nothing: Json[] = [null, 'x', 5, {}, { children: 'x' }, []]
    expect(nothing.map(plainText)).toEqual(nothing.map(() => ''))
  })
})

describe('the shape the editor sends', () => {
  const is = (...children: unknown[]): boolean => isRichText({ root: { children } })
  it('is a tree of typed nodes, or nothing', () => {
    for (const none of [null, undefined]) expect(isRichText(none)).toBe(true)
    expect(isRichText(toLexical(['A', '- b', '## c']))).toBe(true)
    expect(is({ type: 'anything', children: [] }, { type: 'x' })).toBe(true)
  })
  it.each([['x'], [5], [[]], [{}], [{ root: 'x' }], [{ root: {} }], [{ root: { children: 'x' } }]])('%j is not', (value) =>
    expect(isRichText(value)).toBe(false),
  )
  it.each([
    ['no node', 'x'],
    ['a node without type', {}],
    ['a type that is no word', { type: 5 }],
    ['text without words', { type: 'text' }],
    ['a link without fields', { type: 'link' }],
    ['an autolink without fields', { type: 'autolink', fields: 'x' }],
    ['a picture from nowhere', { type: 'upload', value: 8 }],
    ['a picture of nothing', { type: 'upload', relationTo: 'tu-lieu' }],
    ['a picture of null', { type: 'upload', relationTo: 'tu-lieu', value: null }],
    ['children that are no list', { type: 'x', children: {} }],
    ['one bad child among good ones', { type: 'x', children: [{ type: 'x' }, {}] }],
  ])('%s is not', (_name, node) => {
    expect(is(node)).toBe(false)
    expect(is({ type: 'x' }, node)).toBe(false)
  })
  it.each([
    ['text', { type: 'text', text: '' }],
    ['a link', { type: 'link', fields: {} }],
    ['an autolink', { type: 'autolink', fields: {} }],
    ['a picture', { type: 'upload', relationTo: 'tu-lieu', value: 0 }],
  ])('%s is', (_name, node) => expect(is(node)).toBe(true))
  it('ends at 100 levels', () => {
    const nested = (levels: number): object => (levels === 0 ? { type: 'x' } : { type: 'x', children: [nested(levels - 1)] })
    expect(is(nested(100))).toBe(true)
    expect(is(nested(101))).toBe(false)
  })
})

it('a link to a film elsewhere that stands alone is told as one, and nothing is fetched from there', () => {
  const link = (href: string, ...beside: object[]): string =>
    richText([{ type: 'paragraph', children: [{ type: 'link', href, children: [{ type: 'text', text: 'Lễ khai giảng' }] }, ...beside] }] as never, {
      url: (hash, name) => `/tep/${hash}/${name}`,
      showTargets: false,
    }).text
  for (const href of ['https://www.youtube.com/watch?v=x', 'https://youtu.be/x', 'https://www.facebook.com/truong/videos/1'])
    expect(link(href)).toMatch(/<p class="phim-ngoai"><a href="[^"]+" rel="[^"]+">.*\(phim trên (?:YouTube|Facebook); bấm vào là rời trang này\)/)
  for (const href of ['https://moet.gov.vn/', '/bai/x', 'https://www.facebook.com/truong', 'https://notyoutube.com/x'])
    expect(link(href)).not.toContain('phim-ngoai')
  expect(link('https://youtu.be/x', { type: 'text', text: ' xem ở đây' })).not.toContain('phim-ngoai')
  expect(link('https://youtu.be/x')).not.toMatch(/<iframe|<img|<script/)
})
