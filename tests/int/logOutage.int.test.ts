/** PostgreSQL stopped: the last page with a warning, "not now" with an id, and one line for the whole outage. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { embeddedPostgres, type Embedded } from '../../src/database/embedded/server.ts'
import { prepareSchool } from '../support/database.ts'
import type { LogLine } from '../support/logLines.ts'
import { startService, type Service } from '../support/service.ts'
import { publishStory } from '../support/stories.ts'

let folder: string
let database: Embedded
let school: Service

beforeAll(async () => {
  process.env.TEST_LOG = 'info'
  folder = mkdtempSync(join(tmpdir(), 'cong-truong-'))
  database = await embeddedPostgres(folder)
  await prepareSchool(database, folder)
  const dataDir = join(folder, 'dich-vu')
  mkdirSync(dataDir)
  for (const part of ['tu-lieu', 'kho-tep', 'khoa-ky.pem', 'vong-khoa.json']) cpSync(join(folder, part), join(dataDir, part), { recursive: true })
  school = await startService({ databaseUrl: database.runtimeUrl, ownerUrl: database.ownerUrl, dataDir })
}, 240_000)
afterAll(async () => {
  await school?.stop()
  await database?.stop()
  rmSync(folder, { recursive: true, force: true })
  delete process.env.TEST_LOG
})

const outages = (): LogLine[] => school.logged().filter((line) => line.kind === 'outage')
const failures = (): LogLine[] => school.logged().filter((line) => line.kind !== undefined)

it('each outage is one line, however many ask; and its end is told', { timeout: 180_000 }, async () => {
  const { slug } = await publishStory(school)
  for (const n of [1, 2]) {
    expect((await school.visitor.get(`/bai/${slug}`)).status).toBe(200)
    await database.stop()
    const author = await school.as('giaovien')
    await expect.poll(async () => (await school.visitor.get(`/bai/${slug}`)).headers.get('warning'), { timeout: 10_000 }).toMatch(/^110 /)
    const answers = [await school.visitor.get('/bai/chua-tung-xem'), await author.get('/api/tin-bai?limit=1'), await author.post('/api/tin-bai', {})]
    for (const _ of [1, 2, 3, 4, 5]) expect((await school.visitor.get(`/bai/${slug}`)).headers.get('x-cong-truong')).toBe('cu')
    expect(outages()).toHaveLength(n)
    // Whoever is told "not now" is told by which line.
    const { id } = outages().at(-1)!
    expect(answers.map((a) => [a.status, a.headers.get('x-request-id'), a.headers.get('retry-after')])).toEqual(answers.map(() => [503, id, '10']))
    expect(answers[0]!.text).toContain(String(id))
    await database.start()
    await expect.poll(() => school.logged().filter((line) => line.settled === 'database').length, { timeout: 20_000 }).toBe(n)
    await expect.poll(async () => (await school.visitor.get('/bai/chua-tung-xem')).status, { timeout: 20_000 }).toBe(404)
    // What was under way when it came back belongs to the outage that was.
    await new Promise((done) => setTimeout(done, 6000))
  }
  expect(outages()).toHaveLength(2)
  expect(failures()).toHaveLength(2)
})
