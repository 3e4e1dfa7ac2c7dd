/** The self-check: an untouched site has nothing to tell, and each way of deceiving readers is seen. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { toLexical } from '../../src/demo/lexical.ts'
import { main } from '../../tools/siteCheck/main.ts'
import { cloakBefore, type Cloak, type Passing } from '../support/cloak.ts'
import { rename } from '../support/machineStories.ts'
import { page, paper, publish } from '../support/pages.ts'
import { openSchool } from '../support/school.ts'
import { act, publishStory } from '../support/stories.ts'

const school = openSchool()
let cloak: Cloak
let story: { id: number; slug: string }
let gone: { id: number; slug: string }

async function check(databaseUrl = ''): Promise<{ found: number; said: string }> {
  let said = ''
  const found = await main([cloak.url, '--chinh-thuc', 'http://school.test'], { out: (text) => void (said += text), progress: () => undefined }, databaseUrl)
  return { found, said }
}

const replace = (passing: Passing, from: string | RegExp, to: string): void => {
  passing.body = Buffer.from(passing.body.toString('utf8').replace(from, to))
}
const isStory = (passing: Passing): boolean => passing.path === `/bai/${story.slug}`

beforeAll(async () => {
  cloak = await cloakBefore(school.url)
  const teacher = await school.as('giaovien')
  const bytes = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#447722' } })
    .png()
    .toBuffer()
  const picture = await teacher.upload('/api/tu-lieu', { name: 'san-truong.png', type: 'image/png', bytes }, { altText: 'Sân trường', tacGiaAnh: 'Lan' })
  const noiDung = toLexical(['Đoạn đầu.', '## Mục', '- một', '> Lời'])
  const link = { type: 'link', fields: { url: 'https://moet.gov.vn/tin', linkType: 'custom' }, children: [{ type: 'text', text: 'Bộ' }] }
  // What was taken for planted before: words after a link that leads out, a word in two pieces, a long caption, an address among words.
  const words = [
    { type: 'text', text: 'Theo ' },
    link,
    { type: 'text', text: ' thì cá ' },
    { type: 'text', text: 'cược', format: 1 },
    { type: 'text', text: ' nào cũng lừa.' },
  ]
  ;(noiDung.root as { children: object[] }).children.push({ type: 'paragraph', children: words })
  story = await publishStory(school, { tieuDe: 'Bài "có" ảnh & liên kết', noiDung, anhBia: picture.body.doc.id, tomTat: 'Xem thêm ở https://moet.gov.vn.' })
  await publish(school, 'trang', page('Biểu mẫu', { tepDinhKem: [await paper(school, `Đơn ${'rất dài '.repeat(30)}`)] }))
  // Its address is another page's below another name.
  const calendar = await publishStory(school, { tieuDe: 'Lịch cũ', slug: 'lich' })
  expect((await act(school, 'phohieutruong', 'go', calendar.id, { lyDo: 'Sai ngày.' })).status).toBe(200)
  const renamed = await publishStory(school, { tieuDe: 'Tên trước' })
  await rename(school, renamed.id, 'Tên sau', 'ten-sau')
  gone = await publishStory(school, { tieuDe: 'Bài sẽ gỡ' })
  expect((await act(school, 'phohieutruong', 'go', gone.id, { lyDo: 'Sai ngày.' })).status).toBe(200)
})
beforeEach(() => {
  cloak.change = () => undefined
})
afterAll(() => cloak.close())

it('asked by another of its names it says so, instead of calling its own links planted', async () => {
  const told = { out: () => undefined, progress: () => undefined }
  await expect(main([cloak.url], told)).rejects.toThrow(/trang tự gọi mình là http:\/\/school\.test\. Hãy hỏi đúng địa chỉ đó/)
})

describe('an untouched site', () => {
  it('has nothing to tell, by what anybody can read and by the database', async () => {
    const open = await check()
    expect(open.said).toContain('Trang đúng như sổ')
    expect(open.found).toBe(0)
    expect(open.said).toMatch(/Đã xem \d\d+ trang và [1-9]\d* tệp/)
    expect(open.said).toMatch(/địa chỉ vì robots\.txt của trang đóng với máy:\n +- \/gui-bai\n +- \/hien-thi\/chon/)
    expect(open.said).toContain('    - https://moet.gov.vn/tin\n')
    expect((await check(school.sql.options.connectionString!)).said).toBe(open.said)
  })
})

describe('what is planted is found', () => {
  const cases: [string, (passing: Passing) => void, string][] = [
    [
      'another title for a search engine',
      (p) => p.isBot && isStory(p) && replace(p, '</h1>', ' khuyến mãi</h1>'),
      'máy tìm kiếm nhận câu trả lời khác người đọc',
    ],
    [
      'a redirect for those who come from a search engine',
      (p) => p.fromSearch && isStory(p) && Object.assign(p, { status: 302, headers: new Headers({ location: 'https://bet.example/' }) }),
      'người đến từ máy tìm kiếm nhận câu trả lời khác người đọc',
    ],
    [
      'a gambling link for everybody',
      (p) => isStory(p) && replace(p, '</footer>', '<a href="https://bet.example/">nhà cái uy tín</a></footer>'),
      '<a> https://bet.example/',
    ],
    ['its words', (p) => isStory(p) && replace(p, '</footer>', '<p>Nhà cái uy tín</p></footer>'), 'nhà cái'],
    ['a script', (p) => p.path === '/' && replace(p, '</head>', '<script src="https://x.example/a.js"></script></head>'), '<script https://x.example/a.js>'],
    ['a frame', (p) => p.path === '/' && replace(p, '</main>', '<iframe src="https://x.example/"></iframe></main>'), '<iframe https://x.example/>'],
    [
      'a refresh',
      (p) => p.path === '/' && replace(p, '</head>', '<meta http-equiv="refresh" content="0;url=https://x.example/"></head>'),
      '<meta http-equiv="refresh"',
    ],
    [
      'a form that sends words elsewhere',
      (p) => p.path === '/' && replace(p, 'action="/tim-kiem"', 'action="https://x.example/"'),
      '<form> https://x.example/',
    ],
    ['hidden words', (p) => isStory(p) && replace(p, '</main>', '<div style="display:none">từ khoá</div></main>'), 'display:none'],
    ['hidden words in the theme’s own class', (p) => isStory(p) && replace(p, '</main>', `<p class="an">${'từ khoá '.repeat(40)}</p></main>`), 'Chữ bị giấu'],
    [
      'a page that nobody approved',
      (p) => {
        if (p.path === '/') replace(p, '</footer>', '<a href="/khuyen-mai">Ưu đãi</a></footer>')
        if (p.path === '/khuyen-mai') Object.assign(p, { status: 200 })
      },
      '/khuyen-mai',
    ],
    ['pages at any address', (p) => p.path.startsWith('/casino') && Object.assign(p, { status: 200 }), 'địa chỉ bịa mà vẫn có trang'],
    ['another paragraph', (p) => isStory(p) && replace(p, 'Đoạn đầu.', 'Đoạn khác.'), 'không thấy đoạn “Đoạn đầu.”'],
    ['another fingerprint', (p) => isStory(p) && replace(p, /[0-9a-f]{64}(?=<\/code>)/, '0'.repeat(64)), 'không thấy mã'],
    [
      'another picture',
      (p) => p.path.startsWith('/tep/') && Object.assign(p, { body: Buffer.concat([p.body, Buffer.from([0])]) }),
      'Ảnh hoặc tệp không khớp mã',
    ],
    [
      'a link for everybody in a feed',
      (p) => p.path === '/feed.json' && replace(p, 'http://school.test/bai/', 'https://bet.example/bai/'),
      'https://bet.example/bai/',
    ],
    [
      'a picture for other sites',
      (p) => isStory(p) && replace(p, /og:image" content="[^"]*/, 'og:image" content="https://x.example/a.png'),
      '<meta> https://x.example/a.png',
    ],
    ['a feed that is gone', (p) => p.path === '/atom.xml' && Object.assign(p, { status: 404 }), '/atom.xml: mã 404'],
    ['a frozen text kept from readers', (p) => p.path.startsWith('/ban-goc/') && Object.assign(p, { status: 404 }), '/ban-goc/'],
    ['another style on one page', (p) => isStory(p) && replace(p, '<style>', '<style>p{display:none}'), 'phần <style> không khớp mã'],
    [
      'another style on one page, allowed by its own policy',
      (p) => {
        if (!isStory(p)) return
        replace(p, /<style>[^]*?<\/style>/, '<style>p{display:none}</style>')
        const source = `'sha256-${createHash('sha256').update('p{display:none}').digest('base64')}'`
        p.headers.set('content-security-policy', p.headers.get('content-security-policy')!.replace(/'sha256-[^']*'/, source))
      },
      'phần <style> khác với trang chủ',
    ],
    ['a style sheet', (p) => p.path === '/' && replace(p, '</head>', '<link rel="stylesheet" href="/x.txt"></head>'), '<link stylesheet> /x.txt'],
    ['a second style', (p) => p.path === '/' && replace(p, '</main>', '<style>p{display:none}</style></main>'), '2 phần <style>'],
    ['a withdrawn story kept alive', (p) => p.path === `/bai/${gone.slug}` && Object.assign(p, { status: 200 }), 'Nội dung đã gỡ mà vẫn đọc được'],
    ['a story kept from readers', (p) => isStory(p) && Object.assign(p, { status: 404 }), 'Bản đăng không đọc được'],
    ['a header taken away', (p) => p.path === '/' && p.headers.delete('content-security-policy'), 'content-security-policy'],
    ['a cookie', (p) => p.path === '/' && p.headers.set('set-cookie', 'a=b'), 'set-cookie'],
    [
      'a canonical address elsewhere',
      (p) => p.path === '/' && replace(p, /rel="canonical" href="[^"]*"/, 'rel="canonical" href="https://x.example/"'),
      'https://x.example/',
    ],
    ['other words in the record itself', (p) => p.path.startsWith('/api/ban-dang') && replace(p, 'Đoạn đầu.', 'Đoạn giả.'), 'Nội dung không khớp mã'],
    [
      'a story that no page leads to any more',
      (p) => !isStory(p) && !p.path.startsWith('/api/') && replace(p, new RegExp(`/bai/${story.slug}(?=["<])`, 'g'), '/'),
      'Bản đăng không có đường nào dẫn tới',
    ],
  ]
  it.each(cases)('%s', async (_name, change, told) => {
    cloak.change = change
    const { found, said } = await check()
    expect(found).toBeGreaterThan(0)
    expect(said).toContain(told)
    expect(said).toContain('Cần làm: ')
  })
})
