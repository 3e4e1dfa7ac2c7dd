/** What strangers and the signed in may cost: writes from other pages, wrong passwords, large bodies, odd requests. */
import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { emailOf } from '../../src/demo/people.ts'
import type { Answer } from '../support/client.ts'
import { askRaw, hang } from '../support/rawHttp.ts'
import { openSchool } from '../support/school.ts'
import { atTheGate, stateOf } from '../support/gate.ts'
import { codes, createStory } from '../support/stories.ts'

const school = openSchool()
const JSON_TYPE = { 'Content-Type': 'application/json' }
const host = (): string => new URL(school.url).host

describe('a write', () => {
  let cookie = ''
  let target: { id: number; banTrinh: number }
  beforeAll(async () => {
    cookie = `payload-token=${(await school.as('phohieutruong')).token}`
    target = await atTheGate(school)
  })
  const sendBack = (headers: Record<string, string>, type = 'application/json'): Promise<Answer> =>
    school.visitor.raw(`/api/tin-bai/${target.id}/tra-lai`, {
      method: 'POST',
      headers: { 'Content-Type': type, ...headers },
      body: JSON.stringify({ banTrinh: target.banTrinh, lyDo: 'csrf' }),
    })

  it('from another page is refused, however that page is told: another port, a sibling, a sandbox', async () => {
    const foreign: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'http://127.0.0.1:1' },
      { Origin: 'http://con.school.test' },
      { Origin: 'null' },
      { Origin: 'x' },
      { Origin: `http://${host()}`, 'Sec-Fetch-Site': 'cross-site' },
      {},
    ]
    for (const headers of foreign) {
      const answer = await sendBack({ Cookie: cookie, ...headers })
      expect([headers, answer.status, codes(answer)]).toEqual([headers, 403, ['CROSS_SITE']])
    }
  })

  it('is JSON; a form’s types are refused, with a session or a token, and at the sign-in', async () => {
    const token = { Authorization: `JWT ${(await school.as('phohieutruong')).token}` }
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain; application/json',
      'multipart/x',
      'x',
    ])
      for (const headers of [{ Cookie: cookie, 'Sec-Fetch-Site': type.startsWith('multipart/form') ? 'cross-site' : 'same-origin' }, token]) {
        const answer = await sendBack(headers, type)
        expect([type, [403, 415].includes(answer.status), codes(answer)[0]]).toEqual([type, true, answer.status === 403 ? 'CROSS_SITE' : 'JSON_ONLY'])
      }
    const login = await school.visitor.raw('/api/nguoi-dung/login', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: '{"email":"a"}' })
    expect([login.status, codes(login)]).toEqual([415, ['JSON_ONLY']])
    expect(await stateOf(school, target.id)).toBe('choDuyet')
  })

  it('from a page of this site or by a token goes on', async () => {
    const own = await sendBack({ Cookie: cookie, Origin: `http://${host()}` })
    expect([own.status, own.text.slice(0, 200)]).toEqual([200, own.text.slice(0, 200)])
    const other = await atTheGate(school)
    const byToken = await (await school.as('phohieutruong')).post(`/api/tin-bai/${other.id}/tra-lai`, { banTrinh: other.banTrinh, lyDo: 'x' })
    expect(byToken.status).toBe(200)
  })
})

describe('signing in', () => {
  const tryIn = (email: string, password: string, headers: Record<string, string> = {}): Promise<Answer> =>
    school.visitor.raw('/api/nguoi-dung/login', { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify({ email, password }) })
  // The service trusts this machine as a proxy: each test has networks of its own.
  const from = (address: string): Record<string, string> => ({ 'X-Forwarded-For': address })
  const RIGHT = 'mat-khau-thu-nghiem'

  it('a stranger’s wrong passwords keep nobody out: not from another network, not from a known device', async () => {
    const first = await tryIn(emailOf('hieutruong'), RIGHT, from('198.51.100.1'))
    const device = first.headers.getSetCookie().find((c) => c.startsWith('ct-thiet-bi='))!
    expect(device).toMatch(/HttpOnly/)
    const statuses: number[] = []
    let last: Answer = first
    for (let i = 0; i < 12; i += 1) {
      last = await tryIn(emailOf('hieutruong'), `sai ${i}`, from('198.51.100.2'))
      statuses.push(last.status)
    }
    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401])
    expect([last.status, codes(last), Number(last.headers.get('retry-after')) > 0]).toEqual([429, ['TOO_MANY'], true])
    // A device is known to its own account alone, and a forged mark to none.
    expect((await tryIn(emailOf('hieutruong'), RIGHT, { ...from('198.51.100.2'), Cookie: 'ct-thiet-bi=1.aaaaaaaaaaaaaaaa.bbbb' })).status).toBe(429)
    expect((await tryIn(emailOf('hieutruong'), RIGHT, from('198.51.100.1'))).status).toBe(200)
    // Behind the same address as the stranger, with the device she signed in from before.
    expect((await tryIn(emailOf('hieutruong'), RIGHT, { ...from('198.51.100.2'), Cookie: device.split(';')[0]! })).status).toBe(200)
  })

  it('forty wrong ones of one pupil leave the school behind the same address alone', { timeout: 120_000 }, async () => {
    for (let i = 0; i < 40; i += 1) await tryIn(emailOf('lop12a1'), `sai ${i}`, from('198.51.100.3'))
    for (const who of ['giaovien', 'vanphong', 'phohieutruong'] as const) expect((await tryIn(emailOf(who), RIGHT, from('198.51.100.3'))).status).toBe(200)
  })

  it('a hundred at once are a hundred', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => tryIn(emailOf('doantn'), `sai ${i}`, from('198.51.100.4'))))
    expect(answers.filter((a) => a.status === 401).length).toBeLessThanOrEqual(6)
  })

  it('answers alike in words and in time: no account, a closed one, a wrong password', { timeout: 240_000, retry: 2 }, async () => {
    const quantri = await school.as('quantri')
    const closed = await quantri.post('/api/nguoi-dung', {
      hoTen: `Đã đóng ${randomBytes(3).toString('hex')}`,
      email: `dong${randomBytes(3).toString('hex')}@thpt.example`,
    })
    expect([closed.status, (await quantri.post(`/api/nguoi-dung/${closed.body.doc?.id}/nghi`, {})).status]).toEqual([201, 200])
    const kinds = { none: 'khong-co@thpt.example', closed: closed.body.doc.email as string, wrong: emailOf('quantri') }
    const times: Record<string, number[]> = { none: [], closed: [], wrong: [] }
    const words = new Set<string>()
    // In turns, each from a network of its own, so that a busy moment meets all of them.
    for (let i = 0; i < 30; i += 1)
      for (const [kind, email] of Object.entries(kinds)) {
        const begun = performance.now()
        const answer = await tryIn(email, 'sai', from(`203.0.113.${i}`))
        times[kind]!.push(performance.now() - begun)
        words.add(`${answer.status} ${answer.text}`)
      }
    expect(words.size).toBe(1)
    const median = (list: number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1]!
    const medians = Object.values(times).map(median)
    expect(Math.max(...medians) / Math.min(...medians), JSON.stringify(medians)).toBeLessThan(1.2)
  })
})

describe('large bodies', () => {
  const upload = (bytes: number, headers: string[]): string =>
    ['POST /api/tu-lieu HTTP/1.1', 'Host: a', 'Content-Type: multipart/form-data; boundary=x', `Content-Length: ${bytes}`, ...headers, '', ''].join('\r\n')

  it('of nobody are not read: 401 at once, the connection closed', async () => {
    for (const headers of [[], ['Cookie: payload-token=a.b.c'], ['Authorization: JWT x.y.z']]) {
      const answer = await askRaw(school.url, '/api/tu-lieu', {
        method: 'POST',
        headers: ['Content-Type: multipart/form-data; boundary=x', 'Content-Length: 24000000', ...headers],
      })
      expect([headers, answer.status, answer.body.includes('"UNAUTHENTICATED"') || answer.body.includes('"CROSS_SITE"')]).toEqual([
        headers,
        headers[0]?.startsWith('Cookie') ? 403 : 401,
        true,
      ])
      expect(answer.head).toMatch(/connection: close/i)
    }
  })

  it('without a length are read no further than a small body', async () => {
    const big = await school.visitor
      .raw('/api/tin-bai', {
        method: 'POST',
        headers: JSON_TYPE,
        body: new ReadableStream({
          pull: (c) => c.enqueue(new Uint8Array(16_000).fill(32)),
        }),
        duplex: 'half',
      } as RequestInit)
      .catch(() => null)
    if (big) expect(big.status).toBe(401)
  })

  it('twenty of nobody’s at once: memory stays flat, readers are served', { timeout: 60_000 }, async () => {
    await school.visitor.get('/')
    const before = process.memoryUsage().rss
    const part = 'x'.repeat(65_536)
    const sockets = await Promise.all(Array.from({ length: 20 }, () => hang(school.url, upload(24_000_000, []) + part)))
    for (const socket of sockets) socket.on('error', () => undefined)
    const begun = performance.now()
    expect((await school.visitor.get('/')).status).toBe(200)
    expect(performance.now() - begun).toBeLessThan(5000)
    for (const socket of sockets) socket.destroy()
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
  })

  it('of the signed in: one each and two in all at a time; hanging up gives the place back', { timeout: 60_000 }, async () => {
    const bytes = randomBytes(2_000_000)
    const teacher = await school.as('giaovien')
    const held = await hang(school.url, upload(20_000_000, [`Authorization: JWT ${teacher.token}`]) + 'x'.repeat(1000))
    const editor = await school.as('vanphong')
    const other = await editor.upload('/api/tu-lieu', { name: 'a.jpg', type: 'image/jpeg', bytes }, {})
    expect([other.status, codes(other)]).toEqual([422, ['FILE_KIND']])
    const waiting = teacher.upload('/api/tu-lieu', { name: 'a.jpg', type: 'image/jpeg', bytes }, {})
    held.destroy()
    expect((await waiting).status).toBe(422)
  })
})

describe('heavy lists', () => {
  it('eighty of one visitor’s leave the office’s one alone', { timeout: 120_000 }, async () => {
    const office = await school.as('vanphong')
    const asked = Promise.all(Array.from({ length: 80 }, () => school.visitor.get('/api/ban-dang?limit=0')))
    for (let i = 0; i < 5; i += 1) {
      expect((await office.get('/api/tin-bai?limit=10')).status).toBe(200)
      const id = await createStory(school, 'vanphong')
      expect(id).toBeGreaterThan(0)
    }
    const answers = await asked
    expect(new Set(answers.map((a) => a.status)).has(500)).toBe(false)
    const refused = answers.find((a) => a.status === 503)
    if (refused) expect([codes(refused), refused.headers.get('retry-after')]).toEqual([['BUSY'], '5'])
  })
})

describe('odd requests', () => {
  it('never are the server’s fault', { timeout: 240_000 }, async () => {
    const paths = [
      'constructor',
      '__proto__',
      'prototype',
      'toString',
      'hasOwnProperty',
      'globals/constructor',
      'globals/__proto__',
      'tin-bai',
      'tin-bai/1',
      'x',
    ]
    paths.push(
      'tin-bai/constructor',
      'tin-bai/1/constructor',
      'globals/quy-che',
      'nguoi-dung/login',
      'nguoi-dung/constructor',
      'tu-lieu',
      'payload-jobs/run',
      '',
    )
    const types = ['multipart/x', 'multipart/form-data', 'application/json; charset=utf-99', 'application/json', 'text/plain', '\u00ff', 'a/b; boundary="']
    const bodies = ['', '{', '[]', 'null', '{"__proto__":{"a":1}}', '\u0000', '--x\r\n\r\n', '{"data":{"a":'.repeat(50)]
    const wrong: string[] = []
    const token = `Authorization: JWT ${(await school.as('vanphong')).token}`
    let n = 0
    for (const path of paths)
      for (const method of ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'SEARCH']) {
        const tried = method === 'POST' || method === 'PATCH' ? types : [types[n % types.length]!]
        for (const type of tried) {
          n += 1
          const body = bodies[n % bodies.length]!
          const headers = [`Content-Type: ${type}`, `Content-Length: ${Buffer.byteLength(body, 'latin1')}`, ...(n % 2 === 0 ? [token] : []), '', body]
          const { status } = await askRaw(school.url, `/api/${path}`, { method, headers }).catch(() => ({ status: 0 }))
          if (status >= 500) wrong.push(`${method} ${path} ${type} ${JSON.stringify(body.slice(0, 20))}: ${status}`)
        }
      }
    expect(n).toBeGreaterThan(300)
    expect(wrong).toEqual([])
  })
})
