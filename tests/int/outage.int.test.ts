/**
 * The database restarted, killed, cut off; connections used up; a full disk; a clock that jumps: readers keep getting
 * pages, the service is back by itself within ten seconds, nothing acknowledged is lost and nothing is half done.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { embeddedPostgres, type Embedded } from '../../src/database/embedded/server.ts'
import { keepDatabase } from '../../src/database/embedded/keep.ts'
import { prepareSchool } from '../support/database.ts'
import { at, atTheGate, stateOf } from '../support/gate.ts'
import { brokenInvariants } from '../support/invariants.ts'
import { startLoad, type Load } from '../support/load.ts'
import { moveClock } from '../support/school.ts'
import { startService, type Service } from '../support/service.ts'
import { act, approve, CHECKED, codes, createStory, publishStory, submit } from '../support/stories.ts'

const LIMIT_MS = 10_000
let folder: string
let database: Embedded
let unwatch: () => void
let school: Service
let pages: string[]

const upload = async (name: string) => {
  const size = 900
  // Noise, so that it does not compress to nothing.
  const bytes = await sharp({ create: { width: size, height: size, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
    .jpeg()
    .toBuffer()
  return (await school.as('giaovien')).upload('/api/tu-lieu', { name, type: 'image/jpeg', bytes }, { altText: 'Một ảnh' })
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cong-truong-'))
  database = await embeddedPostgres(folder)
  await prepareSchool(database, folder)
  unwatch = keepDatabase(database)
  // The service's folder is its own: it is taken away with it.
  const dataDir = join(folder, 'dich-vu')
  mkdirSync(dataDir)
  for (const part of ['tu-lieu', 'kho-tep', 'khoa-ky.pem', 'vong-khoa.json']) cpSync(join(folder, part), join(dataDir, part), { recursive: true })
  school = await startService({ databaseUrl: database.runtimeUrl, ownerUrl: database.ownerUrl, dataDir })
  const picture = await upload('a.jpg')
  const { slug } = await publishStory(school, { anhBia: picture.body.doc.id })
  const page = await school.visitor.get(`/bai/${slug}`)
  const file = /src="(\/tep\/[^"]+)"/.exec(page.text)![1]!
  pages = ['/', `/bai/${slug}`, '/nguoi-tot-viec-tot', file]
}, 240_000)
afterAll(async () => {
  await school?.stop()
  unwatch?.()
  await database?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Milliseconds until the service is ready and writes again. */
async function untilItWrites(): Promise<number> {
  const from = performance.now()
  await school.ready(60_000)
  for (;;) {
    const id = await createStory(school).catch(() => null)
    if (id !== null && (await submit(school, 'giaovien', id).catch(() => null))?.status === 200) return performance.now() - from
    await pause(50)
  }
}

type Seen = { tookMs: number; load: Load }

/** Breaks something under load, waits until the service is itself again, and looks at everything. */
async function outage(name: string, breakIt: () => unknown, reads: readonly number[] = [200], limitMs = LIMIT_MS): Promise<Seen> {
  for (const page of pages) expect((await school.visitor.get(page)).status).toBe(200)
  const load = await startLoad(school, pages)
  await pause(600)
  expect(load.refused).toEqual({})
  await breakIt()
  const tookMs = await untilItWrites()
  await pause(300)
  await load.stop()
  const stale = load.readings.filter((r) => r.stale).length
  const slowest = Math.max(...load.readings.map((r) => r.ms))
  process.stdout.write(
    `        ${name}: writes again after ${(tookMs / 1000).toFixed(2)} s; ${load.readings.length} pages read, ${stale} of them remembered ones, the slowest ${slowest.toFixed(0)} ms; refused: ${JSON.stringify(load.refused)}\n`,
  )
  expect(tookMs).toBeLessThan(limitMs)
  expect(new Set(load.readings.map((r) => r.status))).toEqual(new Set(reads))
  // Nobody is told anything but "not now": not signed out, not missing, not the server's fault.
  for (const code of Object.keys(load.refused)) expect(['503 UNAVAILABLE', '503 UNCERTAIN', ...(reads.includes(0) ? ['none'] : [])]).toContain(code)
  await load.verify()
  expect(await brokenInvariants(school)).toEqual([])
  return { tookMs, load }
}

const postmaster = (): number => Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

describe('under load', { timeout: 120_000 }, () => {
  it('the database restarted', async () => {
    const starts = school.starts()
    const { load } = await outage('restart', () => database.stop())
    expect(load.readings.some((r) => r.stale)).toBe(true)
    expect(school.starts()).toBe(starts)
  })

  it('the database killed', async () => {
    const { load } = await outage('kill -9 of the database', () => process.kill(postmaster(), 'SIGKILL'))
    expect(load.readings.some((r) => r.stale)).toBe(true)
  })

  it('every connection cut, three times', async () => {
    await outage('connections cut', async () => {
      const admin = new pg.Client({ connectionString: database.superuserUrl })
      await admin.connect()
      for (let i = 0; i < 3; i += 1) {
        await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ung_dung'`)
        await pause(150)
      }
      await admin.end()
    })
  })

  it('the service killed: readers are refused until it is started again, and no longer', async () => {
    await outage('kill -9 of the service', () => school.kill(), [200, 0], Math.max(LIMIT_MS, 3 * school.firstStartMs))
  })

  it('more people waiting for one lock than there are connections: readers notice nothing, the others wait their turn', async () => {
    const { id } = await atTheGate(school)
    const holder = await school.owner.connect()
    holder.on('error', () => undefined)
    await holder.query('begin')
    await holder.query(`select 1 from ho_so where bo_suu_tap = 'tin-bai' and tai_lieu = $1 for update`, [id])
    const author = await school.as('giaovien')
    let waiting: Promise<{ status: number }[]> = Promise.resolve([])
    const { load } = await outage('connections used up', async () => {
      waiting = Promise.all(Array.from({ length: 40 }, () => author.patch(`/api/tin-bai/${id}`, { tomTat: 'Chờ.' })))
      await pause(200)
    })
    expect(load.readings.filter((r) => r.stale)).toEqual([])
    expect(new Set((await waiting).map((a) => a.status))).toEqual(new Set([503]))
    await holder.query('rollback')
    holder.release()
    expect((await author.patch(`/api/tin-bai/${id}`, { tomTat: 'Hết chờ.' })).status).toBe(200)
  })

  it('the gate’s clock jumping forward and back', async () => {
    await outage('clock', async () => {
      for (const jump of ['3 hours', '-3 hours', '2 days', '0']) {
        await moveClock(school, jump)
        await publishStory(school)
      }
    })
  })
})

describe('while the database is away', { timeout: 120_000 }, () => {
  it('says so: alive, not ready, and "not now" to whoever writes or signs in', async () => {
    unwatch()
    await database.stop()
    expect((await school.visitor.get('/healthz')).status).toBe(200)
    expect((await school.visitor.get('/readyz')).status).toBe(503)
    const answers = [
      await (await school.as('giaovien')).get('/api/tin-bai?limit=1'),
      await (await school.as('giaovien')).post('/api/tin-bai', {}),
      await school.visitor.get('/api/ban-dang'),
      await school.visitor.post('/api/nguoi-dung/login', { email: 'giaovien@thpt.example', password: 'x' }),
    ]
    expect(answers.map((a) => [a.status, codes(a)])).toEqual(answers.map(() => [503, ['UNAVAILABLE']]))
    await database.start()
    unwatch = keepDatabase(database)
    expect(await untilItWrites()).toBeLessThan(LIMIT_MS)
  })

  it('shows nothing that was withdrawn a moment before', async () => {
    const { id, slug } = await publishStory(school)
    const shown = await school.visitor.get(`/bai/${slug}`)
    await school.visitor.get('/')
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'Sai tên người.' })
    // Stopped, not killed: a backend outlives a killed postmaster for a moment, and would still answer.
    unwatch()
    await database.stop()
    const answers = await Promise.all([`/bai/${slug}`, '/'].map((path) => school.visitor.get(path)))
    await database.start()
    unwatch = keepDatabase(database)
    await untilItWrites()
    const title = /<h1[^>]*>([^<]+)</.exec(shown.text)![1]!
    expect(answers.map((page) => [page.status, page.text.includes(title)])).toEqual(answers.map(() => [503, false]))
    expect((await school.visitor.get(`/bai/${slug}`)).status).toBe(410)
  })
})

describe('a full disk', { timeout: 120_000 }, () => {
  /** The store on a file system of half a megabyte; where none may be mounted, a store that cannot be written at all. */
  async function fullStore(work: (mounted: boolean) => Promise<void>): Promise<void> {
    const store = join(school.dataDir, 'kho-tep')
    const aside = `${store}.day`
    renameSync(store, aside)
    mkdirSync(store)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'day', store]).status === 0
    if (mounted) writeFileSync(join(store, 'day'), Buffer.alloc(60_000))
    else {
      rmSync(store, { recursive: true })
      writeFileSync(store, '')
    }
    process.stdout.write(`        the store is ${mounted ? 'a full tmpfs' : 'a file: nothing may be mounted here'}\n`)
    try {
      await work(mounted)
    } finally {
      if (mounted) spawnSync('umount', [store])
      rmSync(store, { recursive: true, force: true })
      renameSync(aside, store)
    }
  }

  it('refuses what it cannot keep, in words, and takes it when there is room again', async () => {
    const picture = await upload('day.jpg')
    const id = await createStory(school, 'giaovien', { anhBia: picture.body.doc.id })
    await fullStore(async (mounted) => {
      const refused = await submit(school, 'giaovien', id)
      expect([refused.status, codes(refused)]).toEqual(mounted ? [507, ['STORAGE_FULL']] : [503, ['UNAVAILABLE']])
      expect(await stateOf(school, id)).toBe('nhap')
      // What needs no room goes on.
      const other = await atTheGate(school)
      expect((await approve(school, 'phohieutruong', other.id, other.banTrinh)).status).toBe(200)
      expect((await school.visitor.get('/')).status).toBe(200)
    })
    expect((await submit(school, 'giaovien', id)).status).toBe(200)
    expect(await brokenInvariants(school)).toEqual([])
  })
})

describe('a schedule', { timeout: 60_000 }, () => {
  it('whose hour passes while the database is away fires when it is back', async () => {
    const { id, banTrinh } = await atTheGate(school)
    await act(school, 'phohieutruong', 'duyet', id, { banTrinh, kiemTra: CHECKED, henGio: at(1500) })
    process.kill(postmaster(), 'SIGKILL')
    await pause(1600)
    await untilItWrites()
    await expect.poll(() => stateOf(school, id), { timeout: 10_000 }).toBe('daDang')
  })
})
