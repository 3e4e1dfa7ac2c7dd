/**
 * Kept pages and the database: an approval drops what it changed and nothing else, what was withdrawn is never shown after
 * the action answered, another process hears of it, and a database that is away leaves the last pages.
 */
import { createServer, type Server } from 'node:http'
import { connect, createServer as createTcpServer, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import express from 'express'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { schoolCache, schoolFront, schoolSite, siteEnd, type SchoolCache } from '../../src/theme/index.ts'
import { siteNow } from '../../src/theme/queries/siteNow.ts'
import { ofCollection, ofDocument, ofList } from '../../src/theme/content/tags.ts'
import { client, type Client } from '../support/client.ts'
import { atTheGate } from '../support/gate.ts'
import { moveClock, openSchool } from '../support/school.ts'
import { act, approve, publishStory, submit, topicId } from '../support/stories.ts'

const school = openSchool()
/** The kept pages' watch asks every two seconds. */
const TWO_QUESTIONS_MS = 4500

/** Which of these pages had to be drawn anew. */
async function redrawn(paths: readonly string[], reader: Client = school.visitor, cache = school.cache): Promise<string[]> {
  const drawn: string[] = []
  for (const path of paths) {
    const before = cache.drawn
    expect([path, (await reader.get(path)).status]).toEqual([path, 200])
    if (cache.drawn > before) drawn.push(path)
  }
  return drawn
}

const topicSlug = async (ten: string): Promise<string> => {
  const { rows } = await school.sql.query(`select slug from ban_dang where bo_suu_tap = 'chu-de' and tieu_de = $1 and ket_thuc_luc is null`, [ten])
  return rows[0].slug as string
}
const otherTopic = async (): Promise<{ id: number; slug: string }> => {
  const { rows } = await school.sql.query(
    `select tai_lieu, slug from ban_dang where bo_suu_tap = 'chu-de' and tieu_de <> 'Dạy và học' and ket_thuc_luc is null order by id limit 1`,
  )
  return { id: Number(rows[0].tai_lieu), slug: rows[0].slug as string }
}

describe('an emergency whose hour passed a moment ago', () => {
  it('lets no page be kept that may still show it', async () => {
    const { id } = await atTheGate(school)
    const { khanDen } = (await act(school, 'hieutruong', 'dang-khan', id, { lyDo: 'Bão' })).body.banDang
    const past = async (seconds: number): Promise<void> => moveClock(school, `${(Date.parse(khanDen as string) - Date.now()) / 1000 + seconds} seconds`)
    await past(3)
    const { khanConMs } = await siteNow(school.sql)
    expect(khanConMs).toBeLessThanOrEqual(0)
    expect(khanConMs).toBeGreaterThan(-15_000)
    expect([await redrawn(['/']), await redrawn(['/'])]).toEqual([['/'], ['/']])
    await past(20)
    expect((await siteNow(school.sql)).khanConMs).toBe(Infinity)
    expect([await redrawn(['/']), await redrawn(['/'])]).toEqual([['/'], []])
    await act(school, 'hieutruong', 'go', id, { lyDo: 'Hết bão' })
    await moveClock(school, '0')
    // The clock's jump back is noticed when the database is next asked, and drops everything; the tests below must not see it.
    await pause(TWO_QUESTIONS_MS)
  })
})

describe('what an approval drops', () => {
  it('is what was made from it, and nothing else', async () => {
    const other = await otherTopic()
    const one = await publishStory(school)
    const two = await publishStory(school, { chuDe: [other.id] })
    const [same, unlike] = [`/chu-de/${await topicSlug('Dạy và học')}`, `/chu-de/${other.slug}`]
    const all = ['/', '/thong-bao', '/nguoi-tot-viec-tot', same, unlike, `/bai/${one.slug}`, `/bai/${two.slug}`]
    await redrawn(all)
    expect(await redrawn(all)).toEqual([])
    const three = await publishStory(school, { chuDe: [await topicId(school, 'Dạy và học')] })
    expect(await redrawn(all)).toEqual(['/', same, `/bai/${one.slug}`])
    expect((await school.visitor.get('/')).text).toContain(`/bai/${three.slug}`)
    // Moved to the other topic: the list it leaves changes as well as the list it joins.
    await (await school.as('giaovien')).patch(`/api/tin-bai/${three.id}`, { chuDe: [other.id] })
    const { body } = await submit(school, 'giaovien', three.id)
    await approve(school, 'vanphong', three.id, body.banTrinh.id)
    await approve(school, 'phohieutruong', three.id, body.banTrinh.id)
    expect(await redrawn(all)).toEqual(['/', same, unlike, `/bai/${one.slug}`, `/bai/${two.slug}`])
    // What nobody approved changes nothing.
    await (await school.as('giaovien')).patch(`/api/tin-bai/${one.id}`, { tomTat: 'Đang sửa' })
    await submit(school, 'giaovien', one.id)
    expect(await redrawn(all)).toEqual([])
  })

  it('is everything, where the settings of the site change', async () => {
    const office = await school.as('vanphong')
    const settings = (await office.get('/api/cai-dat?depth=0')).body.docs[0]
    await redrawn(['/', '/thong-bao'])
    await office.patch(`/api/cai-dat/${settings.id}`, { khauHieu: 'Khẩu hiệu mới' })
    const { body } = await submit(school, 'vanphong', settings.id, 'cai-dat')
    const live = await approve(school, 'hieutruong', settings.id, body.banTrinh.id, 'cai-dat')
    expect(live.body.trangThai).toBe('daDang')
    expect(await redrawn(['/', '/thong-bao'])).toEqual(['/', '/thong-bao'])
    expect((await school.visitor.get('/')).text).toContain('Khẩu hiệu mới')
  })

  it('has the names the site gives to what its pages are made from', async () => {
    const text = JSON.stringify({ chuDe: [{ taiLieu: 5 }, { taiLieu: 6 }], donVi: { taiLieu: 3 } })
    const named = await school.sql.query(`select ct_the('tin-bai', 12.0, 'tin', $1) as the`, [text])
    const { the } = named.rows[0] as { the: string[] }
    const lists = [ofList('tin-bai', 'loai', 'tin'), ofList('tin-bai', 'chuDe', 5), ofList('tin-bai', 'chuDe', 6), ofList('tin-bai', 'donVi', 3)]
    expect(the.sort()).toEqual([ofCollection('tin-bai'), ofDocument('tin-bai', 12), ...lists].sort())
    expect((await school.sql.query(`select ct_the('cai-dat', 1, '', '{}') as the`)).rows[0].the).toEqual(['cai-dat', 'cai-dat/1'])
  })
})

describe('what was withdrawn', () => {
  it('is shown to nobody who asks after the action answered, however many are reading', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { id, slug } = await publishStory(school)
      const seen: { from: number; status: number }[] = []
      let going = true
      const reader = async (): Promise<void> => {
        while (going) {
          const from = performance.now()
          seen.push({ from, status: (await school.visitor.get(`/bai/${slug}`)).status })
        }
      }
      // Drawings of it are under way all the time.
      const dropping = setInterval(() => school.cache.drop([ofDocument('tin-bai', id)]), 2)
      const readers = Promise.all(Array.from({ length: 8 }, reader))
      let answered = Infinity
      try {
        await expect.poll(() => seen.length, { timeout: 20_000 }).toBeGreaterThan(30)
        await act(school, 'phohieutruong', 'go', id, { lyDo: 'Sai tên người.' })
        answered = performance.now()
        await expect.poll(() => seen.filter((s) => s.from > answered).length, { timeout: 20_000 }).toBeGreaterThan(30)
      } finally {
        going = false
        await readers
        clearInterval(dropping)
      }
      expect(new Set(seen.filter((s) => s.from > answered).map((s) => s.status))).toEqual(new Set([410]))
      expect(new Set(seen.map((s) => s.status))).toEqual(new Set([200, 410]))
    }
  }, 90_000)
})

it('fifty who ask at once for what is not kept have it drawn once', async () => {
  const { slug } = await publishStory(school)
  const before = school.cache.drawn
  const all = await Promise.all(Array.from({ length: 50 }, () => school.visitor.get(`/bai/${slug}`)))
  expect([all.every((a) => a.status === 200), new Set(all.map((a) => a.headers.get('etag')!.replace('W/', ''))).size, school.cache.drawn - before]).toEqual([
    true,
    1,
    1,
  ])
})

it('the service itself cannot set the count of what was told', async () => {
  for (const statement of ['update the_he set so = 0', 'delete from the_he', 'insert into the_he values (true, 1)', 'truncate the_he', 'drop table the_he'])
    await expect(school.sql.query(statement)).rejects.toThrow(/permission denied|must be owner/)
})

describe('another process', () => {
  const sockets = new Set<Socket>()
  let line: TcpServer
  let server: Server
  let pool: pg.Pool
  let kept: SchoolCache
  let reader: Client
  let cut = false

  /** A site of the theme alone: nobody tells it anything but the database, over a line that can be cut. */
  beforeAll(async () => {
    const target = new URL(process.env.DATABASE_URL!)
    line = createTcpServer((near) => {
      if (cut) return void near.destroy()
      const far = connect(Number(target.port), target.hostname)
      for (const socket of [near, far]) {
        sockets.add(socket)
        socket.on('error', () => undefined)
        socket.on('close', () => {
          sockets.delete(socket)
          near.destroy()
          far.destroy()
        })
      }
      near.pipe(far).pipe(near)
    })
    await new Promise<void>((done) => line.listen(0, '127.0.0.1', done))
    const through = new URL(target)
    through.host = `127.0.0.1:${(line.address() as AddressInfo).port}`
    const connectionString = through.toString()
    pool = new pg.Pool({ connectionString, max: 4 })
    pool.on('error', () => undefined)
    pool.on('connect', (one) => void one.on('error', () => undefined))
    kept = schoolCache({ db: pool, listener: () => new pg.Client({ connectionString, query_timeout: 2000 }), everyMs: 500 })
    const options = { db: pool, siteUrl: 'http://school.test', readFile: () => Promise.resolve(null), cache: kept.pages }
    const app = express()
    app.use(schoolSite(options))
    app.use(...siteEnd(options))
    server = createServer(schoolFront(kept.pages, app))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    reader = client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, null)
  })
  afterAll(async () => {
    await kept.close()
    server.close()
    await pool.end()
    line.close()
  })
  const cutTheLine = (): void => {
    cut = true
    for (const socket of sockets) socket.destroy()
  }
  /** Its pages are kept: the database has said that it heard everything. */
  const settled = async (path: string): Promise<void> => {
    await expect.poll(async () => (await redrawn([path], reader, kept.pages)).length, { timeout: 10_000 }).toBe(0)
  }

  it('hears of an approval and a withdrawal, drops that, and keeps the rest', async () => {
    const { id, slug } = await publishStory(school)
    const path = `/bai/${slug}`
    await settled(path)
    await settled('/thong-bao')
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'Sai.' })
    await expect.poll(async () => (await reader.get(path)).status, { timeout: 2000, interval: 10 }).toBe(410)
    expect(await redrawn(['/thong-bao'], reader, kept.pages)).toEqual([])
    const notice = await publishStory(school, { loai: 'thongBao' })
    await expect.poll(async () => (await reader.get('/thong-bao')).text.includes(notice.slug), { timeout: 2000, interval: 10 }).toBe(true)
  })

  it('that was not listening for a while shows nothing of what it missed as fresh', async () => {
    const { id, slug } = await publishStory(school)
    await settled(`/bai/${slug}`)
    const admin = new pg.Client({ connectionString: inject('superuserUrl') })
    await admin.connect()
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%' or query ilike '%from the_he%' and pid <> pg_backend_pid()`,
    )
    await admin.end()
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'Sai.' })
    await expect.poll(async () => (await reader.get(`/bai/${slug}`)).status, { timeout: 5000, interval: 10 }).toBe(410)
  })

  it('whose database is away shows the last pages, marked, to whoever has them too; and what is true when it is back', async () => {
    const [one, two] = [await publishStory(school), await publishStory(school)]
    for (const { slug } of [one, two]) await settled(`/bai/${slug}`)
    const fresh = await reader.get(`/bai/${one.slug}`)
    cutTheLine()
    await expect.poll(async () => (await reader.get(`/bai/${one.slug}`)).headers.get('x-cong-truong'), { timeout: 5000 }).toBe('cu')
    const stale = await reader.get(`/bai/${one.slug}`)
    expect([stale.status, stale.text === fresh.text, stale.headers.get('cache-control')]).toEqual([200, true, 'no-store'])
    const same = await reader.raw(`/bai/${one.slug}`, { headers: { 'If-None-Match': fresh.headers.get('etag')! } })
    expect([same.status, same.headers.get('x-cong-truong')]).toEqual([304, 'cu'])
    expect((await reader.get('/bai/chua-tung-xem')).status).toBe(503)
    await act(school, 'phohieutruong', 'go', one.id, { lyDo: 'Sai.' })
    cut = false
    await expect.poll(async () => (await reader.get(`/bai/${one.slug}`)).status, { timeout: 5000 }).toBe(410)
    const other = await reader.get(`/bai/${two.slug}`)
    expect([other.status, other.headers.get('x-cong-truong')]).toEqual([200, null])
  })
})
