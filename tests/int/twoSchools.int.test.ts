/** Two schools in one process: same ids, same addresses, same names of people, and neither ever answers for the other. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { client, type Client } from '../support/client.ts'
import { copySchool, dropDatabase, openSchool } from '../support/school.ts'
import { publishStory } from '../support/stories.ts'

const one = openSchool()
const two = {} as { url: string; sql: pg.Pool; payload: Awaited<ReturnType<typeof openSecond>>['payload']; close: () => Promise<void> }

async function openSecond() {
  const copy = await copySchool()
  Object.assign(process.env, { DATABASE_URL: copy.databaseUrl, DATA_DIR: copy.dataDir, SIGNING_KEY_FILE: `${copy.dataDir}/khoa-ky.pem` })
  // Read anew, as the configuration of another school is.
  vi.resetModules()
  const { default: config } = await import('../../payload.config.ts')
  const { getPayload } = await import('payload')
  return { copy, payload: await getPayload({ config, key: 'truong-hai' }) }
}

beforeAll(async () => {
  const { copy, payload } = await openSecond()
  const { createApp } = await import('../../src/server/app.ts')
  const options = { payload, siteUrl: 'http://hai.test', migrations: [], metricsToken: null }
  // Without its key every answer would be the first school's.
  expect(() => createApp(options)).toThrow(/expected the key this Payload was opened with/)
  expect(() => createApp({ ...options, instanceKey: 'truong-ba' })).toThrow(/expected the key/)
  const app = createApp({ ...options, instanceKey: 'truong-hai' })
  const server = createServer(app.handle)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const sql = new pg.Pool({ connectionString: copy.databaseUrl, max: 2 })
  Object.assign(two, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sql,
    payload,
    close: async () => {
      server.close()
      await sql.end()
      await app.close()
      await payload.destroy()
      await dropDatabase(copy.databaseUrl)
    },
  })
})
afterAll(() => two.close())

it('what one publishes the other does not show, by page, by interface, by number', async () => {
  const story = await publishStory(one)
  const other = client(two.url, null)
  expect((await one.visitor.get(`/bai/${story.slug}`)).status).toBe(200)
  expect((await other.get(`/bai/${story.slug}`)).status).toBe(404)
  const titles = async (who: Client): Promise<string[]> =>
    (await who.get('/api/ban-dang?limit=100&where[boSuuTap][equals]=tin-bai')).body.docs.map((d: { slug: string }) => d.slug)
  expect(await titles(one.visitor)).toContain(story.slug)
  expect(await titles(other)).toEqual([])
})

it('whoever is signed in at one is nobody at the other', async () => {
  const here = await one.as('giaovien')
  expect((await here.get('/api/nguoi-dung/me')).body.user?.email).toBe('giaovien@thpt.example')
  expect((await client(two.url, here.token).get('/api/nguoi-dung/me')).body.user ?? null).toBeNull()
  const there = await client(two.url, null).login('giaovien')
  const made = await there.post('/api/tin-bai?draft=true', { loai: 'tin', tieuDe: 'Chỉ của trường hai' })
  expect(made.status).toBe(201)
  const rows = async (sql: pg.Pool): Promise<number> =>
    (await sql.query(`select count(*)::int as n from tin_bai where tieu_de = 'Chỉ của trường hai'`)).rows[0].n
  expect([await rows(one.sql), await rows(two.sql)]).toEqual([0, 1])
})

it('each counts its own answers', async () => {
  const before = await numbers(one.url)
  await client(two.url, null).get('/khong-co-trang-nay')
  expect(await numbers(one.url)).toBe(before)
})
const numbers = async (url: string): Promise<string> =>
  /cong_truong_requests_total\{class="4xx"\} (\d+)/.exec((await client(url, null).get('/metrics')).text)?.[1] ?? '0'
