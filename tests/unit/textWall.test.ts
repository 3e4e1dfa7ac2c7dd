/** The second wall: what the renderer makes passes unchanged, anything else does not, whatever made it. */
import { describe, expect, it } from 'vitest'
import { publicFile } from '../../src/theme/content/edition.ts'
import { Html } from '../../src/theme/draw/html.ts'
import { richText } from '../../src/theme/draw/richText.ts'
import { textWall } from '../../src/theme/draw/textWall.ts'
import type { Json } from '../../src/policy/gate/fingerprint.ts'

const HASH = 'a1'.repeat(32)
const wall = (drawn: string): string => textWall(new Html(drawn), publicFile).text
const text = (words: string, format?: number): Json => ({ type: 'text', text: words, ...(format ? { format } : {}) })
const picture = {
  taiLieu: 1,
  loai: 'anh',
  sha256: HASH,
  rong: 1600,
  cao: 900,
  kieu: 'image/webp',
  altText: 'Ảnh "lễ"',
  chuThich: 'Chú thích',
  tacGiaAnh: 'Lan',
  mauNen: '#a0b0c0',
}
const EVERYTHING: Json = [
  { type: 'heading', tag: 'h2', children: [text('Một & "hai"')] },
  { type: 'heading', tag: 'h3', children: [text('Ba')] },
  { type: 'heading', tag: 'h4', children: [text('Bốn')] },
  { type: 'paragraph', children: [1, 2, 4, 8, 16, 32, 64, 127].map((format) => text('chữ <b>', format)) },
  { type: 'paragraph', children: [text('a'), { type: 'linebreak' }, { type: 'tab' }, text('b')] },
  { type: 'horizontalrule' },
  { type: 'quote', children: [text('Lời')] },
  {
    type: 'list',
    tag: 'ol',
    children: [{ type: 'listitem', children: [text('1'), { type: 'list', tag: 'ul', children: [{ type: 'listitem', children: [text('2')] }] }] }],
  },
  {
    type: 'paragraph',
    children: ['https://moet.gov.vn/?a=1&b=2', 'http://a.vn/', 'mailto:a@b.vn', 'tel:0215', '/bai/x'].map((href) => ({
      type: 'link',
      href,
      children: [text(href)],
    })),
  },
  { type: 'upload', tuLieu: { ...picture, kichThuoc: [{ sha256: 'b2'.repeat(32), rong: 640, cao: 360, kieu: 'image/webp' }] } },
  { type: 'upload', tuLieu: { ...picture, kichThuoc: [{ sha256: 'b2'.repeat(32), rong: 640, cao: 360, kieu: 'image/jpeg' }] } },
  { type: 'upload', tuLieu: { ...picture, loai: 'tep', rong: 0, cao: 0, kieu: 'application/pdf' } },
]
/** The same HTML written the same way: blanks inside tags and entities that need not be there are no difference. */
const plain = (drawn: string): string =>
  drawn
    .replace(/<[^>]+>/g, (tag) => tag.replace(/\s+/g, ' ').replace(/ ?\/?>$/, '>'))
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")

describe('what the renderer makes', () => {
  it('passes unchanged, every kind of node', () => {
    const drawn = richText(EVERYTHING, { url: publicFile, showTargets: true }).text.replace(/ ?<(span|p) class="dich-den">.*?<\/\1>/g, '')
    expect(plain(richText(EVERYTHING, { url: publicFile, showTargets: false }).text)).toBe(plain(drawn))
  })

  it('passes with absolute addresses of this site, for feeds', () => {
    const url = (hash: string, name: string): string => `https://truong.example/tep/${hash}/${name}`
    expect(richText(EVERYTHING, { url, showTargets: false }).text).toContain(`src="https://truong.example/tep/`)
  })
})

describe('what it must never make', () => {
  it.each([
    ['a script', '<p>a</p><script>alert(1)</script>'],
    ['a script in a picture', '<svg><script>alert(1)</script></svg>'],
    ['a handler', '<p onclick="alert(1)">a</p><img src=x onerror=alert(1)>'],
    ['a javascript address', '<a href="javascript:alert(1)">a</a><a href="&#106;avascript:alert(1)">b</a><a href=" java\nscript:alert(1)">c</a>'],
    ['a data address', '<a href="data:text/html,alert(1)">a</a>'],
    ['a frame', '<iframe src="https://x.vn/alert"></iframe><object data="alert"></object><embed src="alert">'],
    ['a form', '<form action="https://x.vn/alert"><input name="alert"><button>a</button></form>'],
    ['a style', '<style>*{background:url(alert)}</style><p style="background:url(alert)">a</p>'],
    ['a redirect', '<meta http-equiv="refresh" content="0;url=https://x.vn/alert"><base href="https://alert.vn/"><link rel="stylesheet" href="alert">'],
    ['a comment', '<!-- alert --><p>a</p>'],
    ['another class or id', '<p class="an alert" id="alert">a</p><a class="alert" href="/x">b</a>'],
    ['a picture from elsewhere', '<img src="https://x.vn/alert.png"><img src="//x.vn/alert.png"><img src="/alert.png">'],
    [
      'a source from elsewhere',
      `<picture><source srcset="https://x.vn/alert.webp 1x"><img src="/tep/${HASH}/1.webp" srcset="/tep/${HASH}/1.webp 1w, https://x.vn/alert.webp 2w"></picture>`,
    ],
    ['a file that is no picture', `<img src="/tep/${HASH}/alert.pdf">`],
    ['an unfinished tag', '<p>a<img src=x onerror=alert(1)'],
    ['a tag in an attribute', '<a href="/x" rel="><script>alert(1)</script>">b</a>'],
  ])('%s is gone', (_name, drawn) => expect(wall(drawn)).not.toMatch(/alert(?!&)|<(script|svg|iframe|object|embed|form|input|style|meta|base|link)/i))

  it('stands between the renderer and readers: an address no gate let pass is gone', () => {
    const link: Json = [{ type: 'link', href: 'javascript:alert(1)', children: [text('a')] }]
    expect(richText(link, { url: publicFile, showTargets: false }).text).toBe('<a>a</a>')
    expect(richText(link, { url: publicFile, showTargets: true }).text).toContain('[javascript:alert(1)]')
  })

  it('a link outside says so, even where the renderer forgot', () =>
    expect(wall('<a href="https://x.vn/" target="_blank">a</a>')).toBe('<a href="https://x.vn/" rel="noopener nofollow">a</a>'))
})

describe('deep and enormous text that is already frozen', () => {
  const nested = (levels: number): Json => {
    let inner: Json = text('đáy')
    for (let i = 0; i < levels; i += 1) inner = { type: 'list', tag: 'ul', children: [{ type: 'listitem', children: [inner] }] }
    return [inner]
  }
  it.each([10, 5000, 200_000])('%i lists in each other are drawn, with their words', (levels) => {
    for (const showTargets of [true, false]) expect(richText(nested(levels), { url: publicFile, showTargets }).text).toContain('đáy')
  })
  it('keeps every level the gate lets pass', () => expect(richText(nested(15), { url: publicFile, showTargets: false }).text.match(/<ul>/g)).toHaveLength(15))
})
