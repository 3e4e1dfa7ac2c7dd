/** The service's own log: a broken function is a line with an id and no outage, nothing in a line is anybody's, and two apps count apart. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import { createStory, publishStory } from '../support/stories.ts'
import { linesIn, type LogLine } from '../support/logLines.ts'
import { openSchool } from '../support/school.ts'

const MARK = 'dauriengkhongaiduocthay'
const school = openSchool()

let output = ''
const lines = (): LogLine[] => linesIn(output)
const about = (id: string | null): LogLine[] => lines().filter((line) => line.id === id)
beforeAll(() => {
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    output += String(text)
    return true
  })
})
beforeEach(() => {
  output = ''
  school.payload.logger.level = 'trace'
})
afterEach(() => {
  school.payload.logger.level = 'fatal'
})
afterAll(() => vi.restoreAllMocks())

/** A function of the database that fails, for as long as the work takes. */
async function broken<T>(name: string, raise: string, work: () => Promise<T>): Promise<T> {
  const { rows } = await school.owner.query(
    `select pg_get_functiondef(oid) as was, pg_get_function_identity_arguments(oid) as args, pg_get_function_result(oid) as answer from pg_proc where proname = $1`,
    [name],
  )
  const { was, args, answer } = rows[0] as { was: string; args: string; answer: string }
  await school.owner.query(`create or replace function ${name}(${args}) returns ${answer} language plpgsql as $f$ begin ${raise}; end $f$`)
  try {
    return await work()
  } finally {
    await school.owner.query(was)
  }
}
const kinds = async (url = school.url): Promise<Record<string, number>> => {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Object.fromEntries([...text.matchAll(/^cong_truong_errors_total\{kind="(\w+)"\} (\d+)/gm)].map(([, kind, n]) => [kind!, Number(n)]))
}

describe('a function of the database that is broken', () => {
  const raise = `raise exception 'hong ${MARK}' using detail = '${MARK}'`

  it('is a 500 with an id, a line of that id and one more in the metric; and no outage', async () => {
    await broken('ct_nay', raise, async () => {
      school.cache.drop(['*'])
      // The watch asks for the clock too; its line is its own.
      await expect.poll(() => lines().filter((line) => line.where === 'watch').length, { timeout: 10_000 }).toBe(1)
      const before = await kinds()
      const page = await school.visitor.get('/thong-bao')
      const id = page.headers.get('x-request-id')
      expect([page.status, page.headers.get('cache-control'), page.headers.get('warning')]).toEqual([500, 'no-store', null])
      expect(page.text).toContain('Mã sự cố')
      expect(page.text).toContain(id!)
      expect(about(id)).toEqual([
        expect.objectContaining({ level: 'error', kind: 'query', where: 'site', method: 'GET', status: 500, sqlstate: 'P0001', function: 'ct_nay' }),
      ])
      const after = await kinds()
      expect(after.query! - before.query!).toBeGreaterThanOrEqual(1)
      expect(after.outage).toBe(before.outage)
      // Once a cause, however often the watch asks.
      await new Promise((done) => setTimeout(done, 3000))
      expect(lines().filter((line) => line.where === 'watch')).toHaveLength(1)
    })
    expect(output).not.toContain(MARK)
    await expect.poll(async () => (await school.visitor.get('/thong-bao')).status, { timeout: 5000 }).toBe(200)
  })

  it('counts one more for one answer, and the search says nothing of what was searched', async () => {
    const before = await kinds()
    const page = await broken('tim_trang_dau', `raise exception 'hong: %', $1`, () => school.visitor.get(`/tim-kiem?q=${MARK}`))
    expect(page.status).toBe(500)
    expect((await kinds()).query! - before.query!).toBe(1)
    expect(about(page.headers.get('x-request-id'))).toEqual([expect.objectContaining({ kind: 'query', route: '/tim-kiem', function: 'tim_trang_dau' })])
    expect(output).not.toContain(MARK)
  })

  it('is a 500 with an id in the interface too, once, and whatever Payload made of it', async () => {
    const author = await school.as('giaovien')
    const id = await createStory(school)
    output = ''
    const answers = await broken('ct_nay', raise, async () => [await author.post(`/api/tin-bai/${id}/trinh`, {}), await author.get('/api/nguoi-dung/xac-nhan')])
    for (const answer of answers) {
      const incident = answer.headers.get('x-request-id')
      expect([answer.status, answer.body.errors[0].code]).toEqual([500, 'INTERNAL'])
      expect(answer.body.errors[0].message).toContain(incident)
      expect(about(incident)).toEqual([expect.objectContaining({ kind: 'query', where: 'rest', sqlstate: 'P0001' })])
    }
    expect(about(answers[0]!.headers.get('x-request-id'))[0]!.route).toBe('/api/tin-bai/:/trinh')
    expect(output).not.toContain(MARK)
  })

  it('leaves a page that stands as it is, and shows none as the last one', async () => {
    const { slug } = await publishStory(school)
    expect((await school.visitor.get(`/bai/${slug}`)).status).toBe(200)
    await broken('ct_nay', raise, async () => {
      expect((await school.visitor.get(`/bai/${slug}`)).status).toBe(200)
      school.cache.doubt()
      const page = await school.visitor.get(`/bai/${slug}`)
      expect([page.status, page.headers.get('x-cong-truong')]).toEqual([500, null])
    })
  })
})

it('says nothing of anybody: sign-ins, uploads, searches, refusals, and values the database would not take', async () => {
  const author = await school.as('giaovien')
  const id = await createStory(school, 'giaovien', { tieuDe: MARK })
  const bytes = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
  const answers = [
    await school.visitor.post('/api/nguoi-dung/login', { email: `${MARK}@thpt.example`, password: MARK }),
    await school.visitor.post('/api/nguoi-dung/forgot-password', { email: `${MARK}@thpt.example` }),
    await school.visitor.post('/api/nguoi-dung/reset-password', { token: MARK, password: MARK }),
    await author.upload('/api/tu-lieu', { name: `${MARK}.jpg`, type: 'image/jpeg', bytes }, { altText: MARK }),
    await author.upload('/api/tu-lieu', { name: `${MARK}.jpg`, type: 'image/jpeg', bytes: Buffer.from(MARK) }, { altText: MARK }),
    await author.post('/api/tin-bai', { tieuDe: MARK, loai: MARK }),
    await author.raw('/api/tin-bai', { method: 'POST', body: `{"${MARK}`, headers: { 'Content-Type': 'application/json' } }),
    await author.get(`/api/tin-bai?where[${MARK}][equals]=${MARK}`),
    await author.get(`/api/tin-bai/${MARK}`),
    await author.raw('/api/tin-bai?limit=1', { headers: { Origin: `https://${MARK}.example`, Cookie: `x=${MARK}` } }),
    await school.visitor.get(`/tim-kiem?q=${MARK}`),
    await school.visitor.get(`/bai/${MARK}`),
    await school.visitor.raw('/thong-bao', { headers: { 'X-Forwarded-For': MARK, 'X-Request-Id': `${MARK} x` } }),
    await broken('ct_ho_so', `raise exception 'hong %', new using detail = new::text, hint = new::text`, () =>
      author.post(`/api/tin-bai/${id}/trinh`, { loiNhan: MARK }),
    ),
  ]
  expect(answers.map((answer) => answer.status).filter((status) => status >= 500)).toEqual([500])
  expect(lines().filter((line) => line.kind === 'query')).toHaveLength(1)
  expect(output).not.toContain(MARK)
  expect(output).not.toContain('127.0.0.1')
})

it('what makes no sense is counted, and no line', async () => {
  const before = await kinds()
  expect((await school.visitor.get('/bai/%E0%A4%A')).status).toBe(400)
  expect((await kinds()).stranger).toBe(before.stranger! + 1)
  expect(lines()).toEqual([])
})

it('two apps in one process each have numbers of their own', async () => {
  const options = { payload: school.payload, siteUrl: 'http://school.test', migrations: [], metricsToken: null, instanceKey: school.dataDir }
  const other = createApp(options)
  const server = createServer(other.handle)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await fetch(`${url}/khong-co`)
  const classes = async (at: string): Promise<string | undefined> =>
    /cong_truong_requests_total\{class="4xx"\} (\d+)/.exec(await (await fetch(`${at}/metrics`)).text())?.[1]
  expect([await classes(url), (await classes(school.url)) === '1']).toEqual(['1', false])
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('process_cpu_seconds_total')
  server.close()
  await other.close()
  expect(await kinds()).toHaveProperty('query')
})
