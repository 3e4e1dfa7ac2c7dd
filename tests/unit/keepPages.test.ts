/** The cache before and behind Express: drawn once, answered alike, the last page while the database is away, nothing withdrawn. */
import type { RequestHandler } from 'express'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { closedSite, closeSite, ROW, site, without, type Got } from '../support/keptSite.ts'

afterEach(closeSite)

describe.each([
  ['in front of Express', true],
  ['as middleware', false],
])('%s', (_name, front) => {
  it('draws a page once and answers it again alike, header for header', async () => {
    const { get, state, cache } = await site({ front })
    const [drawn, kept] = [await get('/bai/a'), await get('/bai/a')]
    expect([drawn.status, kept.status, state.asked, cache.drawn]).toEqual([200, 200, 1, 1])
    expect([without(kept.headers), kept.text]).toEqual([without(drawn.headers), drawn.text])
    expect(kept.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      vary: 'Cookie, Accept-Encoding',
      'surrogate-key': 'cai-dat tin-bai/1 tin-bai?loai=dinhChinh',
      'x-content-type-options': 'nosniff',
    })
    expect(kept.headers['content-security-policy']).toContain("default-src 'none'")
    expect(kept.headers['x-powered-by']).toBeUndefined()
  })

  it('answers 304 to who has these bytes, in the form he would get, and only to him', async () => {
    const { get } = await site({ front })
    await get('/bai/a')
    for (const encoding of ['br', 'gzip', 'identity']) {
      // In a while each form is packed well; until then readers of gzip get the plain bytes, and the validator is weak.
      const form = ({ headers }: Got): string[] => [headers['content-encoding'] ?? 'identity', headers.etag!.slice(0, 1)]
      await expect.poll(async () => form(await get('/bai/a', { 'accept-encoding': encoding }))).toEqual([encoding, '"'])
      const whole = await get('/bai/a', { 'accept-encoding': encoding })
      const etag = whole.headers.etag!
      for (const asked of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
        const again = await get('/bai/a', { 'accept-encoding': encoding, 'if-none-match': asked })
        expect([asked, again.status, again.body.length, again.headers.etag]).toEqual([asked, 304, 0, etag])
      }
      expect((await get('/bai/a', { 'accept-encoding': encoding, 'if-none-match': '"x"' })).status).toBe(200)
    }
    const br = await get('/bai/a', { 'accept-encoding': 'br' })
    expect(brotliDecompressSync(br.body).toString()).toContain('Lời đã duyệt')
    expect((await get('/bai/a', { 'if-none-match': br.headers.etag! })).status).toBe(200)
  })

  it('answers 304 to who has the page as it was packed for the first of its readers', async () => {
    const { get } = await site({ front })
    const waited = (await get('/bai/a', { 'accept-encoding': 'br' })).headers.etag!
    const well = waited.replace('W/', '')
    const again = async (asked: string): Promise<number> => (await get('/bai/a', { 'accept-encoding': 'br', 'if-none-match': asked })).status
    expect([well === waited, await again(waited), await again(well)]).toEqual([false, 304, 304])
    await expect.poll(async () => (await get('/bai/a', { 'accept-encoding': 'br' })).headers.etag).toBe(well)
    expect([await again(waited), await again(well)]).toEqual([304, 304])
  })

  it('answers HEAD like GET without the bytes', async () => {
    const { get } = await site({ front })
    const [cold, warm, whole] = [await get('/bai/a', {}, 'HEAD'), await get('/bai/a', {}, 'HEAD'), await get('/bai/a')]
    for (const head of [cold, warm]) expect([head.status, head.body.length, without(head.headers)]).toEqual([200, 0, without(whole.headers)])
  })

  it('keeps one page however it is asked for: parameters nobody reads make no other', async () => {
    const { get, cache } = await site({ front })
    for (let i = 0; i < 20; i += 1) expect((await get(`/bai/a?fbclid=${i}&a[]=${i}&truoc=${i}`)).status).toBe(200)
    // Written otherwise, it leads to its one address.
    for (const other of [`/bai/a/?${'x=1&'.repeat(2500)}`, '/bai/%61']) {
      const { status, headers } = await get(other)
      expect([status, headers.location]).toEqual([302, '/bai/a'])
    }
    expect(cache.size).toBe(1)
  })

  it('keeps a page for each way readers want it shown', async () => {
    const { get, cache } = await site({ front })
    for (const cookie of ['', 'hien-thi=lon.toi', 'x=1; hien-thi=lon.toi', 'hien-thi=khong.co', 'hien-thi=.sang']) await get('/bai/a', { cookie })
    expect(cache.size).toBe(3)
  })

  it('draws once for fifty who ask at once', async () => {
    const { get, state } = await site({ front })
    state.pause = () => new Promise((done) => setTimeout(done, 100))
    const all = await Promise.all(Array.from({ length: 50 }, () => get('/bai/a')))
    expect([new Set(all.map((a) => a.text)).size, all.every((a) => a.status === 200), state.asked]).toEqual([1, true, 1])
  })

  it('lets nobody join a drawing begun before a withdrawal, and keeps none', async () => {
    const { get, state, cache } = await site({ front })
    let go = (): void => undefined
    state.pause = () => new Promise<void>((done) => (go = done))
    const before = get('/bai/a')
    await expect.poll(() => state.asked).toBe(1)
    const release = go
    // The withdrawal is in the database, and its action is about to be answered.
    state.row = ROW(new Date(0).toISOString())
    state.pause = () => Promise.resolve()
    cache.drop(['tin-bai/1'])
    expect((await get('/bai/a')).status).toBe(410)
    release()
    expect((await before).text).toContain('Lời đã duyệt')
    expect((await get('/bai/a')).status).toBe(410)
    state.away = true
    expect((await get('/bai/a')).status).toBe(503)
  })

  it('shows the last page, byte for byte and marked, while the database is away; and fresh ones after', async () => {
    const { state, get, cache } = await site({ front })
    const fresh = await get('/bai/a?utm=1', { 'accept-encoding': 'br' })
    state.away = true
    cache.doubt()
    const stale = await get('/bai/a', { 'accept-encoding': 'br' })
    expect([stale.status, stale.body.equals(fresh.body), stale.headers['cache-control'], stale.stale]).toEqual([200, true, 'no-store', 'cu'])
    expect(stale.headers['content-security-policy']).toBe(fresh.headers['content-security-policy'])
    const same = await get('/bai/a', { 'accept-encoding': 'br', 'if-none-match': fresh.headers.etag! })
    expect([same.status, same.stale, same.headers['cache-control']]).toEqual([304, 'cu', 'no-store'])
    expect((await get('/bai/a', {}, 'HEAD')).status).toBe(200)
    const fifty = await Promise.all(Array.from({ length: 50 }, () => get('/bai/a')))
    expect(fifty.every((a) => a.status === 200 && a.stale === 'cu')).toBe(true)
    expect(await get('/bai/chua-tung-xem')).toMatchObject({ status: 503, stale: undefined })
    state.away = false
    expect((await get('/bai/a')).stale).toBeUndefined()
  })

  it('forgets an address that answers 410 or 404', async () => {
    for (const gone of [ROW(new Date(0).toISOString()), null]) {
      const { state, get, cache } = await site({ front })
      await get('/bai/a', { cookie: 'hien-thi=lon.toi' })
      state.row = gone
      cache.doubt()
      expect((await get('/bai/a')).status).toBe(gone ? 410 : 404)
      state.away = true
      expect((await get('/bai/a', { cookie: 'hien-thi=lon.toi' })).status).toBe(503)
      closeSite()
    }
  })

  it('keeps the site’s own policy where the app around it has another, and the app’s own headers for the app', async () => {
    const around: RequestHandler = (_req, res, next) => {
      res.set({ 'Content-Security-Policy': "style-src 'self'", 'X-App': String(Math.random()) })
      next()
    }
    const { get, cache } = await site({ front: false, around })
    const [drawn, kept] = [await get('/bai/a'), await get('/bai/a')]
    expect(cache.drawn).toBe(1)
    expect(kept.headers['content-security-policy']).toBe(drawn.headers['content-security-policy'])
    expect(kept.headers['content-security-policy']).toMatch(/style-src 'sha256-[^']+'/)
    expect(kept.headers['x-app']).not.toBe(drawn.headers['x-app'])
  })

  it('shows nothing past the hour of an emergency', async () => {
    // An hour that passed while the page was read: what it shows may have ended.
    const passed = await site({ con: -5, front })
    for (let i = 1; i <= 2; i += 1) expect([(await passed.get('/bai/a')).status, passed.state.asked]).toEqual([200, i])
    await closedSite()
    const { state, get } = await site({ con: 150, front })
    await get('/bai/a')
    state.away = true
    expect((await get('/bai/a')).status).toBe(200)
    await new Promise((r) => setTimeout(r, 200))
    expect((await get('/bai/a')).status).toBe(503)
  })

  it('keeps no searches, no missing pages and no failures', async () => {
    const { state, get, cache } = await site({ row: null, front })
    expect((await get('/tim-kiem?q=')).status).toBe(200)
    expect((await get('/bai/khong-co')).status).toBe(404)
    state.away = true
    for (const path of ['/tim-kiem?q=', '/bai/khong-co', '/']) expect((await get(path)).status).toBe(503)
    expect(cache.size).toBe(0)
  })

  it('answers whatever it is asked, never with a failure', async () => {
    const { get, cache } = await site({ front })
    const parameters = Array.from({ length: 3000 }, (_none, i) => `p${i}=1`).join('&')
    for (const warm of [false, true]) {
      if (warm) await get('/bai/a')
      for (const [path, headers] of [
        [`/bai/a?${'q'.repeat(10_000)}`, {}],
        [`/bai/a?${parameters.slice(0, 12_000)}`, {}],
        ['/bai/a?truoc=%E0%A4%A', {}],
        ['/bai/a?__proto__=1&constructor[prototype]=2', {}],
        ['/bai/a', { accept: 'x/'.repeat(3000) }],
        ['/bai/a', { 'accept-encoding': `${'x;q=2,'.repeat(1500)}br` }],
        ['/bai/a', { 'accept-encoding': 'identity;q=0, *;q=0' }],
        ['/bai/a', { range: 'bytes=5-2', 'if-range': '"x"' }],
        ['/bai/a', { 'if-none-match': '"'.repeat(8000) }],
        ['/bai/a', { cookie: `hien-thi=${'a'.repeat(8000)}` }],
        ['http://khac.example/bai/a', {}],
      ] as [string, Record<string, string>][])
        expect([path.slice(0, 30), (await get(path, headers)).status]).toEqual([path.slice(0, 30), 200])
      expect((await get('/bai/%E0%A4%A')).status).toBe(400)
      expect((await get('/bai/../../etc/passwd')).status).toBe(404)
      expect((await get('/bai/a', {}, 'POST')).status).toBe(405)
    }
    expect(cache.size).toBe(1)
  })

  it('tells a cache in front what it may keep; a page that must leave is kept by nobody', async () => {
    const plain = await site({ front, cdn: { seconds: 30 } })
    await plain.get('/bai/a')
    expect((await plain.get('/bai/a')).headers['cache-control']).toBe('public, max-age=0, s-maxage=30, stale-while-revalidate=30')
    expect((await plain.get('/bai/khong')).headers['cache-control']).not.toBe('no-store')
    closeSite()
    const emergency = await site({ front, con: 60_000, cdn: { seconds: 30 } })
    expect((await emergency.get('/bai/a')).headers['cache-control']).toBe('no-cache')
  })
})
