/** A PostgreSQL that stands still: it takes connections and says nothing. Readers get the last page or "not now" within five seconds. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { embeddedPostgres, type Embedded } from '../../src/database/embedded/server.ts'
import { prepareSchool } from '../support/database.ts'
import { startService, type Service } from '../support/service.ts'
import { codes, publishStory } from '../support/stories.ts'

let folder: string
let database: Embedded
let school: Service

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cong-truong-'))
  database = await embeddedPostgres(folder)
  await prepareSchool(database, folder)
  const dataDir = join(folder, 'dich-vu')
  mkdirSync(dataDir)
  for (const part of ['tu-lieu', 'kho-tep', 'khoa-ky.pem']) cpSync(join(folder, part), join(dataDir, part), { recursive: true })
  school = await startService({ databaseUrl: database.runtimeUrl, ownerUrl: database.ownerUrl, dataDir })
  await school.ready()
}, 240_000)
afterAll(async () => {
  await school?.stop()
  await database?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The server and each of its backends. */
function signal(name: 'SIGSTOP' | 'SIGCONT'): void {
  const postmaster = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]!
  const backends = execFileSync('ps', ['-o', 'pid=', '--ppid', postmaster], { encoding: 'utf8' }).trim().split(/\s+/)
  for (const pid of [postmaster, ...backends]) process.kill(Number(pid), name)
}

it('readers are answered within five seconds, nobody is signed out, and all is as before when it goes on', { timeout: 180_000 }, async () => {
  const { slug } = await publishStory(school)
  await school.visitor.get(`/bai/${slug}`)
  const teacher = await school.as('giaovien')
  signal('SIGSTOP')
  const timed = async (path: string) => {
    const begun = performance.now()
    const answer = await school.visitor.get(path)
    return { path, status: answer.status, quick: performance.now() - begun < 5500, ms: Math.round(performance.now() - begun) }
  }
  let answers: Awaited<ReturnType<typeof timed>>[] = []
  let session: { status: number } | null = null
  try {
    const me = teacher.get('/api/nguoi-dung/me')
    answers = await Promise.all([`/bai/${slug}`, '/', '/khong-tung-co', '/tim-kiem?q=bai', '/thong-bao', '/van-ban', '/lich', '/so-duyet'].map(timed))
    session = await me
  } finally {
    signal('SIGCONT')
  }
  expect(answers.filter((a) => ![200, 503].includes(a.status) || !a.quick)).toEqual([])
  expect([session?.status, codes(session as never)]).toEqual([503, ['UNAVAILABLE']])
  await expect.poll(async () => (await school.visitor.get('/tim-kiem?q=bai')).status, { timeout: 30_000 }).toBe(200)
  await expect.poll(async () => (await teacher.get('/api/nguoi-dung/me')).body?.user?.id, { timeout: 30_000 }).toBeGreaterThan(0)
})
