/**
 * One more gated collection, as CONTRIBUTING tells it: a gate, a collection, a page and a migration, and the three places
 * that name them (tests/support/toyConfig.ts, the site's options below). Nothing else of the product knows that it is there.
 */
import { readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express from 'express'
import { getPayload, type Payload } from 'payload'
import pg from 'pg'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toLexical } from '../../src/demo/lexical.ts'
import { grantRuntime } from '../../src/database/grants.ts'
import { trangCauLacBo } from '../fixtures/cauLacBo/page.ts'
import { up } from '../fixtures/cauLacBo/migration.ts'
import { client, type Answer } from '../support/client.ts'
import { copySchool, dropDatabase, peopleAt, type Place } from '../support/school.ts'
import { act, approve, codes, submit } from '../support/stories.ts'
import { toyConfig } from '../support/toyConfig.ts'

const school = {} as Place
let payload: Payload
const closers: (() => unknown)[] = []
const SLUG = 'cau-lac-bo'

async function migrate(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const execute = (query: { queryChunks: { value: string[] }[] }): Promise<unknown> => owner.query(query.queryChunks.flatMap((c) => c.value).join(''))
  await owner.query('begin')
  await up({ db: { execute } } as never)
  await owner.query('commit')
  await grantRuntime(owner, 'ung_dung')
  await owner.end()
}

beforeAll(async () => {
  const { databaseUrl, ownerUrl, dataDir } = await copySchool()
  Object.assign(process.env, { NODE_ENV: 'production', DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PAYLOAD_SECRET: 'bi-mat-thu-nghiem' })
  await migrate(ownerUrl)
  payload = await getPayload({ config: toyConfig({ databaseUrl, dataDir, keyFile: join(dataDir, 'khoa-ky.pem') }) })
  payload.logger.level = 'fatal'
  const { rest } = await import('../../src/server/rest.ts')
  const { siteOptionsOf } = await import('../../src/server/siteOptions.ts')
  const { schoolSite, siteEnd } = await import('../../src/theme/index.ts')
  const site = { ...siteOptionsOf(payload, { siteUrl: 'http://school.test' }), collections: [trangCauLacBo] }
  const app = express()
  app.set('query parser', 'simple')
  app.use('/api', rest(payload, 'http://school.test'))
  app.use(schoolSite(site))
  app.use(...siteEnd(site))
  const server = createServer(app)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const sql = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  Object.assign(school, { url, sql, owner, dataDir, visitor: client(url, null), as: peopleAt(url) } satisfies Place)
  closers.push(
    () => sql.end(),
    () => owner.end(),
    () => server.close(),
    () => site.close(),
    () => payload.destroy(),
    () => dropDatabase(databaseUrl),
    () => rmSync(dataDir, { recursive: true, force: true }),
  )
})
afterAll(async () => {
  for (const close of closers) await close()
})

const at = (path: string): Promise<Answer> => school.visitor.get(path)
const firstOf = async (slug: string, ten: string): Promise<number> =>
  (await (await school.as('vanphong')).get(`/api/${slug}?where[ten][equals]=${encodeURIComponent(ten)}&depth=0`)).body.docs[0].id as number

let id = 0
let banTrinh = 0
let address = ''

describe('a collection that was added', () => {
  it('is three files and one migration', () => {
    expect(readdirSync('tests/fixtures/cauLacBo').sort()).toEqual(['collection.ts', 'gate.ts', 'migration.ts', 'page.ts'])
  })

  it('is written by a teacher through the form’s own interface, and seen by no reader', async () => {
    const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#678' } })
      .png()
      .toBuffer()
    const teacher = await school.as('giaovien')
    const anh = (await teacher.upload('/api/tu-lieu', { name: 'buoi.png', type: 'image/png', bytes }, { altText: 'Buổi đầu ở sân trường' })).body.doc
      .id as number
    const made = await teacher.post(`/api/${SLUG}`, {
      tieuDe: 'Câu lạc bộ Chuồn chuồn',
      noiDung: toLexical(['Quan sát côn trùng quanh trường.']),
      donVi: await firstOf('don-vi', 'Tổ Ngữ văn'),
      buoi: [{ luc: 'Chiều thứ năm', anh }],
    })
    expect([made.status, made.text.slice(0, 300)]).toEqual([201, expect.any(String)])
    id = made.body.doc.id as number
    expect((await at(`/api/${SLUG}/${id}`)).status).toBe(401)
    expect((await at('/cau-lac-bo/cau-lac-bo-chuon-chuon')).status).toBe(404)
    expect((await at('/cau-lac-bo')).text).toContain('Chưa có nội dung nào')
  })

  it('says all that is missing, each with its field, rows too', async () => {
    const teacher = await school.as('giaovien')
    const bare = (await teacher.post(`/api/${SLUG}`, { tieuDe: '', buoi: [{ luc: '' }] })).body.doc.id as number
    const refused = await submit(school, 'giaovien', bare, SLUG)
    expect(refused.status).toBe(422)
    expect((refused.body.errors as { field: string }[]).map((e) => e.field).sort()).toEqual(['buoi.0.luc', 'donVi', 'noiDung', 'tieuDe'])
  })

  it('is frozen with the pictures of its rows, and drawn for its reviewers by its own page', async () => {
    const submitted = await submit(school, 'giaovien', id, SLUG)
    expect([submitted.status, submitted.text.slice(0, 300)]).toEqual([200, expect.any(String)])
    banTrinh = submitted.body.banTrinh.id as number
    const drawn = await (await school.as('vanphong')).get(`/api/ban-trinh/${banTrinh}/xem`)
    expect(drawn.text).toContain('<h1>Câu lạc bộ Chuồn chuồn</h1>')
    expect(drawn.text).toContain('Buổi đầu ở sân trường')
    expect(drawn.text).toContain('/cau-lac-bo/cau-lac-bo-chuon-chuon')
  })

  it('is published by nobody but the people of its steps', async () => {
    expect(codes(await approve(school, 'giaovien', id, banTrinh, SLUG))).toContain('FORBIDDEN')
    const published = await (await school.as('vanphong')).patch(`/api/${SLUG}/${id}`, { _status: 'published' })
    expect(published.status).toBeGreaterThanOrEqual(400)
    await expect(school.owner.query(`update cau_lac_bo set _status = 'published' where id = $1`, [id])).rejects.toThrow(/cau_lac_bo_khong_xuat_ban/)
    await expect(school.owner.query('delete from cau_lac_bo where id = $1', [id])).rejects.toThrow(/never deleted/)
    // No step of the regulation names it: then whoever speaks for the school decides.
    expect(codes(await approve(school, 'phohieutruong', id, banTrinh, SLUG))).toContain('FORBIDDEN')
    const live = await approve(school, 'hieutruong', id, banTrinh, SLUG)
    expect(live.body.trangThai).toBe('daDang')
    address = `/cau-lac-bo/${String(live.body.banDang.slug)}`
  })

  it('stands before readers: its page, its list, the sitemap, the editions', async () => {
    const page = await at(address)
    expect(page.status).toBe(200)
    for (const word of ['Quan sát côn trùng quanh trường.', 'Chiều thứ năm', 'Buổi đầu ở sân trường']) expect(page.text).toContain(word)
    const file = /\/tep\/[0-9a-f]{64}\/[^"' ]+/.exec(page.text)![0]
    expect((await at(file)).status).toBe(200)
    expect((await at('/cau-lac-bo')).text).toContain(`href="${address}"`)
    expect((await at('/sitemap.xml')).text).toContain(`/sitemap/${SLUG}-1.xml`)
    expect((await at(`/sitemap/${SLUG}-1.xml`)).text).toContain(address)
    const editions = await at(`/api/ban-dang?where[boSuuTap][equals]=${SLUG}`)
    expect(editions.body.docs.map((d: { tieuDe: string }) => d.tieuDe)).toEqual(['Câu lạc bộ Chuồn chuồn'])
  })

  it('keeps its first word from static pages, and may be what a delegation covers', async () => {
    const trang = (await (await school.as('vanphong')).post('/api/trang', { tieuDe: 'X', muc: 'khac', slug: SLUG, noiDung: toLexical(['Một đoạn.']) })).body.doc
    expect(codes(await submit(school, 'vanphong', trang.id as number, 'trang'))).toContain('SLUG_RESERVED')
    const delegate = (await (await school.as('quantri')).get('/api/nguoi-dung?where[email][equals]=giaovien@thpt.example')).body.docs[0].id as number
    const [now, later] = [new Date(), new Date(Date.now() + 86_400_000)]
    const lent = await (
      await school.as('hieutruong')
    ).post('/api/uy-quyen', { soVanBan: '1/UQ', nguoiDuocUyQuyen: delegate, phamVi: SLUG, tuNgay: now.toISOString(), denNgay: later.toISOString() })
    expect([lent.status, lent.body.doc?.phamVi]).toEqual([201, SLUG])
  })

  it('leaves with its reason', async () => {
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'Câu lạc bộ nghỉ hè.' }, SLUG)
    expect((await at(address)).status).toBe(410)
    expect((await at('/cau-lac-bo')).text).not.toContain(address)
  })
})
