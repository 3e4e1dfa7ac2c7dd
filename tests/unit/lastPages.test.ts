/** The last pages drawn: bounded, forgotten in time, and never one that was withdrawn. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, describe, expect, it } from 'vitest'
import { LastPages } from '../../src/theme/lastPages.ts'
import { schoolSite } from '../../src/theme/site.ts'
import { siteEnd } from '../../src/theme/end.ts'
import type { Db } from '../../src/theme/queries/db.ts'

const page = (body: string) => ({ type: 'html', body })

describe('the store', () => {
  it('keeps a page for its time and no longer, by a clock that only goes forward', () => {
    let now = 0
    const pages = new LastPages({ maxAgeMs: 1000, now: () => now })
    pages.remember('/', page('a'), 0)
    now = 999
    expect(pages.get('/')).toEqual(page('a'))
    now = 1000
    expect(pages.get('/')).toBeNull()
  })

  it('keeps a page of an emergency only until its hour, and none whose hour has come', () => {
    let now = 0
    const pages = new LastPages({ maxAgeMs: 1000, now: () => now })
    pages.remember('/a', page('a'), 0, 10)
    pages.remember('/b', page('b'), 0, 0)
    expect([pages.get('/a'), pages.get('/b')]).toEqual([page('a'), null])
    now = 10
    expect(pages.get('/a')).toBeNull()
  })

  it('drops the oldest beyond its bytes, counts what it replaces, and refuses what is too large alone', () => {
    const pages = new LastPages({ maxBytes: 2000 })
    pages.remember('/1', page('x'.repeat(300)), 0)
    for (let i = 0; i < 50; i += 1) pages.remember('/2', page('y'.repeat(300)), 0)
    expect([pages.get('/1'), pages.get('/2')].every(Boolean)).toBe(true)
    pages.remember('/3', page('z'.repeat(300)), 0)
    expect([pages.get('/1') !== null, pages.get('/2') !== null, pages.get('/3') !== null]).toEqual([false, true, true])
    pages.remember('/4', page('w'.repeat(5000)), 0)
    expect([pages.get('/4'), pages.get('/3') !== null]).toEqual([null, true])
  })

  it('remembers nothing that was begun before everything was forgotten', () => {
    const pages = new LastPages()
    const begun = pages.generation
    pages.remember('/', page('a'), begun)
    pages.forgetAll()
    expect(pages.get('/')).toBeNull()
    pages.remember('/', page('a'), begun)
    expect(pages.get('/')).toBeNull()
    pages.remember('/', page('b'), pages.generation)
    expect(pages.get('/')).toEqual(page('b'))
  })
})

describe('the site', () => {
  let server: Server
  afterEach(() => void server.close())

  /** A site over a database that answers what it is told to, or not at all. */
  async function site(edition: { row: Record<string, unknown> | null; con: number | null }) {
    const state = { away: false, ...edition, asked: () => Promise.resolve() }
    const db: Db = {
      query: async (text) => {
        if (state.away) throw new Error('connect ECONNREFUSED')
        if (text.includes("'cai-dat'")) return { rows: [{ noi_dung: null, con: state.con }] }
        const row = state.row
        await state.asked()
        return { rows: text.includes('slug = $2') && row ? [row] : [] }
      },
    }
    const lastPages = new LastPages()
    const options = { db, lastPages, siteUrl: 'http://school.test', readFile: () => Promise.resolve(null) }
    const app = express()
    app.use(schoolSite(options))
    app.use(...siteEnd(options))
    server = createServer(app)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const get = async (path: string, method = 'GET') => {
      const r = await fetch(url + path, { redirect: 'manual', method })
      return { status: r.status, text: await r.text(), stale: r.headers.get('x-cong-truong'), cache: r.headers.get('cache-control') }
    }
    return { state, get, lastPages }
  }
  const row = (ended: string | null = null) => ({
    id: 1, bo_suu_tap: 'tin-bai', tai_lieu: 1, lan: 1, van_tay: 'x', slug: 'a', tieu_de: 'Tin', khan_den: null, mot_lanh_dao: false,
    noi_dung: JSON.stringify({ loai: 'tin', tieuDe: 'Lời đã duyệt', noiDung: { root: { type: 'root', children: [] } } }),
    duyet_ho_ten: 'A', duyet_chuc_vu: '', duyet_luc: new Date(0), duyet_uy_quyen: null, dang_lan_dau: new Date(0), created_at: new Date(0),
    ket_thuc_luc: ended, ly_do_go: ended && 'Đã huỷ',
  }) // prettier-ignore

  it('serves the last page, byte for byte and marked, while the database is away; and fresh ones after', async () => {
    const { state, get } = await site({ row: row(), con: null })
    const fresh = await get('/bai/a?utm=1')
    expect(fresh).toMatchObject({ status: 200, stale: null })
    state.away = true
    expect(await get('/bai/a')).toEqual({ ...fresh, stale: 'cu', cache: 'no-store' })
    expect((await get('/bai/a', 'HEAD')).status).toBe(200)
    expect(await get('/bai/chua-tung-xem')).toMatchObject({ status: 503, stale: null })
    state.away = false
    expect((await get('/bai/a')).stale).toBeNull()
  })

  it('forgets an address that answers 410 or 404', async () => {
    for (const gone of [row(new Date(0).toISOString()), null]) {
      const { state, get } = await site({ row: row(), con: null })
      await get('/bai/a')
      state.row = gone
      expect((await get('/bai/a')).status).toBe(gone ? 410 : 404)
      state.away = true
      expect((await get('/bai/a')).status).toBe(503)
      server.close()
    }
  })

  it('does not remember a page that was being drawn while its edition was withdrawn', async () => {
    const { state, get, lastPages } = await site({ row: row(), con: null })
    state.asked = async () => lastPages.forgetAll()
    expect((await get('/bai/a')).text).toContain('Lời đã duyệt')
    state.away = true
    expect((await get('/bai/a')).status).toBe(503)
  })

  it('serves nothing past the hour of an emergency', async () => {
    const { state, get } = await site({ row: row(), con: 150 })
    await get('/bai/a')
    state.away = true
    expect((await get('/bai/a')).stale).toBe('cu')
    await new Promise((r) => setTimeout(r, 200))
    expect((await get('/bai/a')).status).toBe(503)
  })

  it('keeps no searches', async () => {
    const { state, get } = await site({ row: null, con: null })
    expect((await get('/tim-kiem?q=')).status).toBe(200)
    state.away = true
    expect((await get('/tim-kiem?q=')).status).toBe(503)
  })
})
