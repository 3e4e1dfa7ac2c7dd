/** The service and the process of its panel: what passes between them, who starts and ends it, and that readers notice nothing. */
import { existsSync, statSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { dirname, resolve } from 'node:path'
import express from 'express'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { runtimeOf } from '../../src/runtime.ts'
import { createApp } from '../../src/server/app.ts'
import { panel, PanelProcess, passOn } from '../../src/server/panel/index.ts'
import { oneShape } from '../../src/server/oneShape.ts'
import { openSchool } from '../support/school.ts'

const school = openSchool()
type Served = { url: string; port: number; process: PanelProcess; close: () => Promise<void> }
const open: Served[] = []

async function serve({
  idleMs = null,
  dies = false,
  siteUrl = 'http://school.test',
}: { idleMs?: number | null; dies?: boolean; siteUrl?: string } = {}): Promise<Served> {
  const { failures, guard } = runtimeOf(school.payload)
  const beside = new PanelProcess({
    entry: resolve('tests/fixtures/panel/main.ts'),
    flags: ['--import', 'tsx'],
    env: { ...process.env, NODE_OPTIONS: '', PANEL_DIES: dies ? 'yes' : 'no' },
    idleMs,
    failures,
    guard,
  })
  const app = createApp({
    payload: school.payload,
    siteUrl,
    migrations: [],
    metricsToken: null,
    instanceKey: school.dataDir,
    panel: panel(passOn({ panel: beside, siteUrl, failures })),
  })
  const server = createServer(app.options, app.handle)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const served = {
    url: `http://127.0.0.1:${port}`,
    port,
    process: beside,
    close: async () => {
      await beside.close()
      server.closeAllConnections()
      server.close()
      await app.close()
    },
  }
  open.push(served)
  return served
}
afterEach(() => runtimeOf(school.payload).guard.settle('quy-che'))
afterAll(async () => {
  await Promise.all(open.map((one) => one.close()))
})

const BROWSER = { accept: 'text/html,application/xhtml+xml' }
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
type Heard = { method: string; url: string; headers: Record<string, string>; body: string }
const heard = async (url: string, init?: RequestInit): Promise<Heard> => (await (await fetch(url, init)).json()) as Heard

/** As it is written on the wire: `fetch` would not send these. */
const raw = (port: number, text: string): Promise<string> =>
  new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let got = ''
    socket.on('data', (chunk: Buffer) => (got += chunk.toString()))
    socket.once('close', () => done(got))
    socket.once('error', fail)
  })

describe('what readers do not pay for', () => {
  it('requests have one shape, whether Express was handed them or not', async () => {
    const app = express()
    const options = oneShape(app)
    const seen: [object, string[]][] = []
    const shape = (of: object): [object, string[]] => [Object.getPrototypeOf(of) as object, Object.keys(of)]
    app.get('/x/:id', (req, res) => {
      for (const one of [req, res]) seen.push(shape(one))
      res.json({ ip: req.ip, id: req.params.id })
    })
    const server = createServer(options, (req, res) => {
      for (const one of [req, res]) seen.push(shape(one))
      app(req, res)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/x/7`)
    expect(await answer.json()).toEqual({ ip: '127.0.0.1', id: '7' })
    server.close()
    const [req, res, reqLater, resLater] = seen
    expect([reqLater![0] === req![0], resLater![0] === res![0]]).toEqual([true, true])
    expect([reqLater![1], resLater![1]]).toEqual([req![1], res![1]])
  })
})

describe('what passes', () => {
  it('a visit as it came, whose sender is the word of the service alone', async () => {
    const { port } = await serve()
    const forged = [
      'X-Forwarded-For: 203.0.113.9',
      'X-Forwarded-Host: ke-la.example',
      'Forwarded: for=203.0.113.9',
      'X-Middleware-Subrequest: x',
      'X-Real-Ip: 203.0.113.9',
    ]
    const own = [
      'Connection: close, X-Rieng, Cookie',
      'X-Rieng: 1',
      'Keep-Alive: timeout=9',
      'TE: trailers',
      'Upgrade: websocket',
      'Content-Security-Policy: script-src *',
    ]
    const text = `GET /admin/nghe?a=1&b=%20 HTTP/1.1\r\nHost: school.test\r\nCookie: payload-lng=vi\r\n${[...forged, ...own].join('\r\n')}\r\n\r\n`
    const answer = await raw(port, text)
    const { url, headers } = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4).replace(/^[0-9a-f]+\r\n|\r\n0\r\n\r\n$/g, '')) as Heard
    expect(url).toBe('/admin/nghe?a=1&b=%20')
    expect(headers).toMatchObject({ host: 'school.test', cookie: 'payload-lng=vi', 'x-forwarded-proto': 'http' })
    // A loopback sender is a trusted proxy here, so its word on the reader's address counts; nobody's word on anything else passes.
    expect(headers['x-forwarded-for']).toBe('203.0.113.9')
    for (const gone of ['forwarded', 'x-middleware-subrequest', 'x-real-ip', 'x-rieng', 'keep-alive', 'te', 'upgrade']) expect(headers).not.toHaveProperty(gone)
    expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-/)
    expect(headers['x-request-id']).toMatch(/^[\w.-]{6,64}$/)
    expect(answer).toMatch(/x-cua-chung: 2/i)
    expect(answer).not.toMatch(/x-cua-rieng/i)
  })

  it('a body, a HEAD, an answer in parts as they are ready, and nothing that another site sends', async () => {
    const { url } = await serve()
    const action = 'a'.repeat(42)
    const sent = await heard(`${url}/admin/nghe`, { method: 'POST', headers: { 'next-action': action, 'content-type': 'text/plain' }, body: '[{"name":"x"}]' })
    expect([sent.method, sent.body, sent.headers['next-action']]).toEqual(['POST', '[{"name":"x"}]', action])
    const head = await fetch(`${url}/admin/nghe`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    const foreign = await fetch(`${url}/admin/nghe`, { method: 'POST', headers: { 'next-action': action, 'sec-fetch-site': 'cross-site' }, body: '[]' })
    expect(foreign.status).toBe(403)
    const parts = (await fetch(`${url}/admin/tung-phan`)).body!.pipeThrough(new TextDecoderStream()).getReader()
    expect((await parts.read()).value).toBe('phần một')
    await fetch(`${url}/admin/phan-cuoi`)
    expect([(await parts.read()).value, (await parts.read()).done]).toEqual([', phần hai', true])
  })

  it('the name of the site by which a write was judged, and no other', async () => {
    const { url } = await serve({ siteUrl: 'https://thpt.example' })
    const post = (origin: string): Promise<Response> =>
      fetch(`${url}/admin/nghe`, { method: 'POST', headers: { 'next-action': 'a'.repeat(42), origin }, body: '[]' })
    expect(((await (await post('https://thpt.example')).json()) as Heard).headers['x-forwarded-host']).toBe('thpt.example')
    expect((await post('https://ke-la.example')).status).toBe(403)
  })

  it('whoever hangs up, in both directions', async () => {
    const { url, port } = await serve()
    await fetch(`${url}/admin/nghe`)
    const asked = request({ port, path: '/admin/cho' }).on('error', () => undefined)
    asked.end()
    await new Promise((done) => setTimeout(done, 200))
    asked.destroy()
    await expect.poll(() => fetch(`${url}/admin/da-bo`).then((r) => r.json())).toEqual({ left: 1 })
    const half = await fetch(`${url}/admin/chet-giua`)
    expect(half.status).toBe(200)
    await expect(half.text()).rejects.toThrow()
  })

  it('failures are counted and alarms stand where the service looks, and the panel shows those of the service', async () => {
    const { url } = await serve()
    const counted = async (): Promise<number> => Number(/cong_truong_errors_total\{kind="bug"\} (\d+)/.exec(await (await fetch(`${url}/metrics`)).text())![1])
    const before = await counted()
    expect((await fetch(`${url}/admin/hong`)).status).toBe(500)
    await expect.poll(counted).toBe(before + 1)
    const { guard } = runtimeOf(school.payload)
    await fetch(`${url}/admin/bao-dong`)
    await expect.poll(() => guard.alarms().map(({ loai }) => loai)).toEqual(['quy-che'])
    guard.raise('ke-nhiem', 'thử')
    const shown = async (): Promise<string[]> => ((await (await fetch(`${url}/admin/dang-bao`)).json()) as { alarms: string[] }).alarms
    await expect.poll(shown).toEqual(['quy-che', 'ke-nhiem'])
    guard.settle('ke-nhiem')
    guard.settle('quy-che')
    await expect.poll(shown).toEqual([])
  })
})

describe('who starts and ends it', () => {
  it('the first visit; a killed one is told and comes back with the next', async () => {
    const { url, process: beside } = await serve()
    expect(beside.pid()).toBeNull()
    const { headers } = await heard(`${url}/admin/nghe`)
    expect(headers['x-request-id']).toBeDefined()
    const first = beside.pid()!
    const lost = await fetch(`${url}/admin/chet`, { headers: BROWSER })
    expect([lost.status, lost.headers.get('retry-after')]).toEqual([503, '5'])
    expect(lost.headers.get('x-request-id')).toMatch(/^[\w-]{6,}$/)
    expect(await lost.text()).toContain('Trang quản trị vừa dừng giữa chừng')
    expect((await fetch(`${url}/admin/nghe`)).status).toBe(200)
    expect([alive(first), beside.pid() === first]).toEqual([false, false])
    const large = { method: 'POST', headers: { 'next-action': 'a'.repeat(42) }, body: 'x'.repeat(8_000_000) }
    expect((await fetch(`${url}/admin/chet`, large)).status).toBe(503)
  })

  it('nobody for a while: it ends, its socket with it, and starts again with the next visit', async () => {
    const { url, process: beside } = await serve({ idleMs: 300 })
    await fetch(`${url}/admin/nghe`)
    const first = beside.pid()!
    await expect.poll(() => [beside.pid(), alive(first)]).toEqual([null, false])
    expect((await fetch(`${url}/admin/nghe`)).status).toBe(200)
    expect(beside.pid()).not.toBe(first)
  })

  it('is not ended under a visit', async () => {
    const { url, process: beside } = await serve({ idleMs: 100 })
    const parts = (await fetch(`${url}/admin/tung-phan`)).body!.getReader()
    const first = beside.pid()
    await parts.read()
    await new Promise((done) => setTimeout(done, 500))
    expect(beside.pid()).toBe(first)
    await fetch(`${url}/admin/phan-cuoi`)
    expect((await parts.read()).done).toBe(false)
  })

  it('speaks on a socket nobody else can open', async () => {
    const { process: beside } = await serve()
    const visit = await beside.enter(30_000)
    if (!('socketPath' in visit)) throw new Error('expected a visit')
    expect(statSync(dirname(visit.socketPath)).mode & 0o077).toBe(0)
    visit.leave()
    await beside.close()
    expect(existsSync(visit.socketPath)).toBe(false)
  })

  it('one that cannot start says so, is not tried again and again, and readers notice nothing', async () => {
    const { url, process: beside } = await serve({ dies: true })
    // On a busy machine it is told for a while that it starts.
    const ask = (): Promise<Response> => fetch(`${url}/admin/login`, { headers: BROWSER })
    await expect.poll(async () => (await ask()).headers.get('retry-after'), { timeout: 40_000 }).toBe('20')
    const first = await ask()
    const text = await first.text()
    expect(first.status).toBe(503)
    expect(text).toContain('Trang công khai vẫn chạy bình thường')
    expect(text).toMatch(/Mã sự cố: <b>[\w-]{6,}<\/b>/)
    expect(text).not.toMatch(/<script/)
    const from = performance.now()
    for (let n = 0; n < 5; n += 1) expect((await ask()).status).toBe(503)
    expect([performance.now() - from < 1500, beside.pid()]).toEqual([true, null])
    expect((await fetch(`${url}/`)).status).toBe(200)
    expect((await fetch(`${url}/api/ban-dang`)).status).toBe(200)
  })
})
