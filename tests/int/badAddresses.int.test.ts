/** Bad addresses, headers and connections on the public site: no 500, no foreign place, no slow page for others. */
import type { Socket } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import { toLexical } from '../../src/demo/lexical.ts'
import { canonicalText, sha256, type Json } from '../../src/policy/gate/fingerprint.ts'
import { askRaw, hang } from '../support/rawHttp.ts'
import { openSchool } from '../support/school.ts'
import { act, codes, createStory, publishStory, submit } from '../support/stories.ts'

const school = openSchool()
let story: { id: number; slug: string }
let moved = ''
let pages: string[]

beforeAll(async () => {
  story = await publishStory(school, { tieuDe: 'Bài để thử' })
  moved = story.slug
  const { rows } = await school.sql.query(`select van_tay from ban_dang where slug = $1`, [story.slug])
  pages = ['/', `/bai/${story.slug}`, '/nguoi-tot-viec-tot', '/thong-bao', '/chu-de/day-va-hoc', '/don-vi/to-ngu-van', '/tim-kiem?q=bai', '/so-duyet']
  pages.push(`/ban-goc/${rows[0].van_tay}`, '/robots.txt', '/favicon.svg', '/khoa-cong-khai.pem', '/khong-co', `/bai/${moved}x`)
})

describe('addresses', () => {
  const targets: [string, string, number[]][] = [
    ['half an escape', '/bai/%E0%A4%A', [400, 404]],
    ['a lone percent sign', '/%', [400, 404]],
    ['broken UTF-8', '/bai/%FF%FE', [400, 404]],
    ['broken UTF-8 in a question', '/tim-kiem?q=%FF%FE%', [200, 400]],
    ['raw bytes', '/bai/\u00e1\u00bf', [400, 404]],
    ['NUL', '/bai/%00', [400, 404]],
    ['NUL in a question', '/tim-kiem?q=a%00b', [200, 400]],
    ['a way up', '/../../../../etc/passwd', [400, 404]],
    ['an escaped way up', '/tep/..%2f..%2f..%2fetc%2fpasswd/1.jpg', [400, 404]],
    ['another escaped way up', '/%2e%2e/%2e%2e/etc/passwd', [400, 404]],
    ['a way up to the key', '/tep/../khoa-ky.pem', [400, 404]],
    ['a foreign host as a path', '//evil.example/', [400, 404]],
    ['three strokes', '///evil.example/%2e%2e', [400, 404]],
    ['a backslash', '/\\evil.example', [400, 404]],
    ['an escaped backslash', '/%5cevil.example/..', [400, 404]],
    ['an absolute address', 'http://evil.example/', [200, 400, 404]],
    ['another scheme', 'javascript:alert(1)', [400, 404]],
    ['an asterisk', '*', [400, 404]],
    ['a long path', `/bai/${'a'.repeat(10_000)}`, [404, 414]],
    ['ten thousand strokes', '/'.repeat(10_000), [400, 404]],
    ['a path beyond all limits', `/bai/${'a'.repeat(40_000)}`, [404, 414, 431]],
    ['a question of 10 kB', `/?q=${'a'.repeat(10_000)}`, [200, 400]],
    ['a search of 10 kB', `/tim-kiem?q=${'%C3%A1'.repeat(1600)}`, [200]],
    ['thousands of parameters', `/tim-kiem?${'a=1&'.repeat(3900)}q=bai`, [200, 400]],
    ['a hundred thousand parameters', `/?${'a&'.repeat(100_000)}`, [400, 414, 431]],
    ['the same parameter twice', '/thong-bao?truoc=1&truoc=2', [200, 400, 404]],
    ['a parameter as an object', '/tim-kiem?q[$ne]=1&q[]=2&__proto__[x]=1&constructor=1', [200, 400]],
    ['a huge number', '/thong-bao?truoc=99999999999999999999', [404]],
    ['a number beyond what the table counts', '/thong-bao?truoc=999999999', [200, 404]],
    ['a number that is none', '/thong-bao?truoc=1%27%20or%201=1--', [404]],
    ['SQL', `/bai/${encodeURIComponent("x' or '1'='1")}`, [404]],
    ['a name of every object', '/bai/__proto__', [404]],
    ['a hash of another length', `/tep/${'a'.repeat(63)}/1.jpg`, [404]],
    ['a fingerprint nobody has', `/ban-goc/${'0'.repeat(64)}`, [404]],
  ]
  it.each(targets)('%s', async (_name, target, statuses) => {
    const { status, head, body } = await askRaw(school.url, target)
    expect(statuses, `${status} ${body.slice(0, 200)}`).toContain(status)
    expect(head).not.toMatch(/^location:/im)
    expect(body).not.toMatch(/root:x:|PRIVATE KEY|\bat .*\.ts:|node_modules/)
    if (body.includes('<html')) expect(body).not.toMatch(/href="(https?:)?\/\/(?!school\.test)/)
  })
})

describe('headers', () => {
  const absurd: [string, string[]][] = [
    ['Accept', [`Accept: ${'*/*;q=9,'.repeat(900)}`]],
    ['another Accept', ['Accept: text/html;q=NaN, ;;;, application/signed-exchange;v=b3;q=-1']],
    ['Accept-Language', [`Accept-Language: ${'xx-'.repeat(2000)}`]],
    ['Accept-Encoding', [`Accept-Encoding: ${'br;q=0.0001,'.repeat(600)}zstd`]],
    ['identity forbidden', ['Accept-Encoding: identity;q=0, *;q=0']],
    ['Cookie', [`Cookie: ${'payload-token=x; '.repeat(400)}`]],
    ['a broken session', ['Cookie: payload-token=%E0%A4%A', 'Authorization: JWT x.y.z']],
    ['conditions', [`If-None-Match: ${'"a",'.repeat(1500)}W/`, 'If-Modified-Since: Thg 13, hôm qua']],
    ['a range', ['Range: bytes=0-10']],
    ['an impossible range', ['Range: bytes=99999999-']],
    ['many ranges', [`Range: bytes=${'0-,'.repeat(1000)}0-`]],
    ['a range that is none', ['Range: chapters=one']],
    ['an upgrade', ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Key: x']],
    [
      'forwarding',
      [
        'X-Forwarded-For: \u00ff, 1.2.3.4',
        'X-Forwarded-Host: evil.example',
        'X-Forwarded-Proto: javascript',
        'X-Original-URL: /admin',
        'X-Rewrite-URL: /admin',
      ],
    ],
    ['a method in a header', ['X-HTTP-Method-Override: DELETE', 'X-Payload-HTTP-Method-Override: GET']],
    ['an expectation nobody meets', ['Expect: 200-tin']],
  ]
  it.each(absurd)('%s: every page answers as ever', async (_name, headers) => {
    for (const page of pages) {
      const { status, body } = await askRaw(school.url, page, { headers })
      expect([200, 206, 404, 406, 416, 417, 426], `${page} ${body.slice(0, 200)}`).toContain(status)
      expect(body).not.toContain('evil.example')
    }
  })

  it('another host changes neither the canonical address nor a redirect', async () => {
    for (const host of ['evil.example', 'evil.example:80@school.test', '[::1]', 'a'.repeat(5000)]) {
      const { status, body } = await askRaw(school.url, `/bai/${story.slug}`, { host })
      expect([200, 400]).toContain(status)
      if (status === 200) expect(body).toContain(`href="http://school.test/bai/${story.slug}"`)
      expect(body).not.toContain('evil.example')
    }
  })

  it('more of them than anybody needs are refused, and the next request is served', async () => {
    const many = Array.from({ length: 3000 }, (_x, i) => `X-${i}: ${i}`)
    expect([400, 431]).toContain((await askRaw(school.url, '/', { headers: many })).status)
    expect((await school.visitor.get('/')).status).toBe(200)
  })
})

describe('methods', () => {
  it('HEAD answers as GET does, without the page', async () => {
    for (const page of pages) {
      const [get, head] = [await askRaw(school.url, page), await askRaw(school.url, page, { method: 'HEAD' })]
      expect([head.status, head.body], page).toEqual([get.status, ''])
      const told = (h: string): string[] =>
        [...h.matchAll(/^(content-type|etag|cache-control|content-security-policy): .*$/gim)].map(([line]) => line.toLowerCase()).sort()
      expect(told(head.head), page).toEqual(told(get.head))
    }
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'MKCOL', 'LOCK'])('%s is told what is allowed', async (method) => {
    for (const page of pages) {
      const { status, head } = await askRaw(school.url, page, { method, headers: ['Content-Length: 0'] })
      expect([page, status]).toEqual([page, 405])
      expect(head).toMatch(/^allow: GET, HEAD/im)
    }
  })

  it('OPTIONS names them, CONNECT and words that are no method are refused', async () => {
    for (const page of pages) expect((await askRaw(school.url, page, { method: 'OPTIONS' })).head, page).toMatch(/^allow: (GET, HEAD|HEAD, GET)/im)
    expect((await askRaw(school.url, '/', { method: 'XOA' })).status).toBe(400)
    expect([0, 400, 404, 405]).toContain(Number((await askRaw(school.url, 'evil.example:443', { method: 'CONNECT' })).status || 0))
  })

  it('a body nobody asked for is not read to the end', async () => {
    const headers = ['Content-Length: 5000000000', 'Content-Type: application/x-www-form-urlencoded']
    expect((await askRaw(school.url, '/tim-kiem?q=bai', { method: 'POST', headers })).status).toBe(405)
  })
})

describe('connections', () => {
  it('slow, silent and half-finished ones keep nobody else waiting', async () => {
    const held: Socket[] = []
    const head = `GET / HTTP/1.1\r\nHost: truong.example\r\n`
    for (let i = 0; i < 120; i += 1) held.push(await hang(school.url, ''), await hang(school.url, 'GET / HT'), await hang(school.url, `${head}X-Slow: `))
    for (let i = 0; i < 60; i += 1) {
      held.push(await hang(school.url, `${head}Content-Length: 1000000\r\n\r\na`))
      held.push(await hang(school.url, `POST /tim-kiem HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\na`))
      held.push(await hang(school.url, `POST /api/nguoi-dung/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`))
    }
    for (const page of pages.slice(0, 8)) {
      const answer = await fetch(school.url + page, { signal: AbortSignal.timeout(20_000) })
      expect([page, answer.status]).toEqual([page, 200])
    }
    for (const socket of held) socket.destroy()
    expect((await school.visitor.get('/')).status).toBe(200)
  })

  it('those that leave in the middle of an answer take nothing with them', async () => {
    for (let i = 0; i < 60; i += 1) (await hang(school.url, `GET /bai/${story.slug} HTTP/1.1\r\nHost: a\r\n\r\n`)).destroy()
    expect((await school.visitor.get(`/bai/${story.slug}`)).status).toBe(200)
  })

  it('two requests in one another are not taken for one another', async () => {
    const { status } = await askRaw(school.url, '/', { method: 'POST', headers: ['Content-Length: 5', 'Transfer-Encoding: chunked'] })
    expect([400, 405]).toContain(status)
  })
})

describe('deep or enormous text', () => {
  const quotes = (levels: number): object => {
    let inner: object = { type: 'text', text: 'đáy', format: 0, version: 1 }
    for (let i = 0; i < levels; i += 1) inner = { type: 'quote', version: 1, children: [inner] }
    return { root: { type: 'root', children: [inner] } }
  }

  it('is refused at submission, in words', async () => {
    const deep = await submit(school, 'giaovien', await createStory(school, 'giaovien', { noiDung: quotes(60) }))
    expect([deep.status, codes(deep)]).toEqual([422, ['CONTENT_NOT_ALLOWED']])
    expect(deep.body.errors[0].message).toContain('lồng nhau quá sâu')
    const many = await submit(school, 'giaovien', await createStory(school, 'giaovien', { noiDung: toLexical(Array.from({ length: 6000 }, () => 'a')) }))
    expect([many.status, codes(many)]).toContainEqual(422)
    expect(many.body.errors[0].message).toContain('quá nhiều đoạn')
  })

  it('that is already frozen, as deep as the database itself can hold, harms no page', async () => {
    const { id, slug } = await publishStory(school, { tieuDe: 'Bài sâu' })
    const { rows } = await school.sql.query(`select noi_dung from ban_dang where slug = $1`, [slug])
    const marked = canonicalText({ ...(JSON.parse(rows[0].noi_dung as string) as object), noiDung: ['@@'] })
    const frozen = (levels: number): string => {
      let inner: Json = { type: 'text', text: 'tận đáy' }
      for (let i = 0; i < levels; i += 1) inner = { type: 'list', tag: 'ul', children: [{ type: 'listitem', children: [inner] }] }
      return marked.replace('"@@"', () => stringify(inner))
    }
    const keep = (text: string): Promise<unknown> =>
      school.owner.query(`update ban_dang set noi_dung = $1, van_tay = $2 where slug = $3`, [text, sha256(text), slug])
    await school.owner.query('alter table ban_dang disable trigger user')
    await expect(keep(frozen(20_000))).rejects.toThrow('stack depth')
    let levels = 5000
    while (
      await keep(frozen(levels)).then(
        () => false,
        () => true,
      )
    )
      levels = Math.floor(levels * 0.8)
    expect(levels).toBeGreaterThan(300)
    const text = frozen(levels)
    await school.owner.query('alter table ban_dang enable trigger user')
    const page = await school.visitor.get(`/bai/${slug}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('tận đáy')
    for (const other of ['/', '/chu-de/day-va-hoc', '/tim-kiem?q=sau', '/tim-kiem?q=day', `/ban-goc/${sha256(text)}`, '/api/ban-dang'])
      expect([other, (await school.visitor.get(other)).status]).toEqual([other, 200])
    expect((await act(school, 'phohieutruong', 'go', id, { lyDo: 'Bài hỏng.' })).status).toBe(200)
  })
})

/** JSON.stringify of a chain deeper than its own stack. */
function stringify(node: Json): string {
  let [before, after] = ['', '']
  for (let n = node as { type: string; tag?: string; children?: Json[] }; ; n = n.children![0] as typeof n) {
    if (!n.children) return before + JSON.stringify(n) + after
    before += `{"children":[`
    after = `]${n.tag ? `,"tag":"${n.tag}"` : ''},"type":"${n.type}"}${after}`
  }
}
