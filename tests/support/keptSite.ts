/** A site with kept pages over a database that answers what it is told to, or not at all. */
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type RequestHandler } from 'express'
import { schoolFront } from '../../src/theme/cache/front.ts'
import { PageCache } from '../../src/theme/cache/pageCache.ts'
import { siteEnd } from '../../src/theme/http/end.ts'
import type { Db } from '../../src/theme/queries/db.ts'
import { schoolSite } from '../../src/theme/site.ts'

let server: Server
/** Ends the last site. */
export const closeSite = (): void => void server.close()
export const closedSite = (): Promise<unknown> => new Promise((done) => server.close(done))

export type Got = { status: number; body: Buffer; text: string; headers: IncomingHttpHeaders; stale: string | undefined }

/** A site over a database that answers what it is told to, or not at all; `front`: as in the service. */
export async function site({
  row = ROW(),
  con = null,
  front = false,
  cdn,
  around = (_req, _res, next) => next(),
}: Partial<{ row: Row | null; con: number | null; front: boolean; cdn: { seconds: number }; around: RequestHandler }> = {}) {
  const state = { away: false, row, con, asked: 0, pause: () => Promise.resolve() as Promise<unknown> }
  const db: Db = {
    query: async (statement) => {
      const text = typeof statement === 'string' ? statement : statement.text
      if (state.away) throw new Error('connect ECONNREFUSED')
      if (text.includes("'cai-dat'")) return { rows: [{ noi_dung: null, con: state.con }] }
      const found = /slug = \$2|tai_lieu = \$2 and /.test(text) && state.row ? [state.row] : []
      state.asked += text.includes('slug = $2') ? 1 : 0
      await state.pause()
      return { rows: found }
    },
  }
  const cache = new PageCache()
  cache.confirm(cache.now() + 1e9)
  const options = { db, cache, cdn, siteUrl: 'http://school.test', readFile: () => Promise.resolve(null) }
  const app = express()
  app.use(around)
  app.use(schoolSite(options))
  app.use(...siteEnd(options))
  server = createServer(front ? schoolFront(cache, app) : app)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> =>
    new Promise((done, fail) => {
      request({ port, host: '127.0.0.1', path, method, headers, agent: false }, (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('end', () => {
          const body = Buffer.concat(chunks)
          done({ status: res.statusCode!, body, text: body.toString(), headers: res.headers, stale: res.headers['x-cong-truong'] as string | undefined })
        })
      })
        .on('error', fail)
        .end()
    })
  return { state, get, cache }
}
export type Row = Record<string, unknown>
export const ROW = (ended: string | null = null): Row => ({
  id: 1, bo_suu_tap: 'tin-bai', tai_lieu: 1, lan: 1, van_tay: 'x', slug: 'a', tieu_de: 'Tin', khan_den: null, mot_lanh_dao: false,
  noi_dung: JSON.stringify({ loai: 'tin', tieuDe: 'Lời đã duyệt', noiDung: { root: { type: 'root', children: [] } } }),
  duyet_ho_ten: 'A', duyet_chuc_vu: '', duyet_luc: new Date(0), duyet_uy_quyen: null, dang_lan_dau: new Date(0), created_at: new Date(0),
  ket_thuc_luc: ended, ly_do_go: ended && 'Đã huỷ',
}) // prettier-ignore
export const without = ({ date: _date, connection: _connection, ...rest }: IncomingHttpHeaders): IncomingHttpHeaders => rest
