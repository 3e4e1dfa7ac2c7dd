/**
 * A day of hard use, as fast as one process lets it: the panel walked by every role, two hundred stories through the gate,
 * forty photographs, ten thousand odd requests. What is measured after it says what use leaves behind.
 */
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { client } from '../tests/support/client.ts'
import { PEOPLE } from '../src/demo/people.ts'
import { publisher } from './publisher.ts'
import type { Served } from './schools.ts'

const STORIES = 200
const UPLOADS = 40
const ODD = 10_000
const AT_ONCE = 8
const PANEL = [
  '',
  '/account',
  '/collections/tin-bai',
  '/collections/tin-bai/create',
  '/collections/tu-lieu',
  '/collections/van-ban',
  '/collections/ho-so',
  '/globals/quy-che',
]

/** So many, some at once; what an odd request is answered is its own affair, that it is answered is not. */
async function many(count: number, one: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0
  const work = async (): Promise<void> => {
    while (next < count) await one(next++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

/** The first visit starts it; a busy machine takes its time. */
async function openPanel(url: string): Promise<void> {
  for (let n = 0; n < 60; n += 1) {
    const answer = await fetch(`${url}/admin/login`)
    await answer.arrayBuffer()
    if (answer.status === 200) return
    await pause(2000)
  }
  throw new Error('panel: expected it to start, it did not')
}

async function walkPanel(url: string): Promise<number> {
  let pages = 0
  await openPanel(url)
  for (const { ma } of PEOPLE) {
    const { token } = await client(url, null).login(ma)
    const headers = { cookie: `payload-token=${token}`, 'sec-fetch-site': 'same-origin' }
    const visit = async (n: number): Promise<void> => {
      const answer = await fetch(`${url}/admin${PANEL[n % PANEL.length]}`, { headers, redirect: 'manual' })
      await answer.arrayBuffer()
      if (answer.status >= 500) throw new Error(`panel ${PANEL[n % PANEL.length]}: received ${answer.status}`)
      pages += 1
    }
    // Pages nobody opened yet are read in one by one, as people open them; eight at once on one core would wait past the panel's patience.
    for (let n = 0; n < PANEL.length; n += 1) await visit(n)
    await many(PANEL.length * 4, visit)
  }
  return pages
}

async function uploads(url: string, count: number): Promise<void> {
  const teacher = await client(url, null).login('giaovien')
  for (let n = 0; n < count; n += 1) {
    const noise = Buffer.from(Array.from({ length: 64 * 48 * 3 }, (_none, i) => (i * 31 + n * 17) % 256))
    const bytes = await sharp(noise, { raw: { width: 64, height: 48, channels: 3 } })
      .resize(4000, 3000)
      .jpeg()
      .toBuffer()
    const answer = await teacher.upload('/api/tu-lieu', { name: `anh-${n}.jpg`, type: 'image/jpeg', bytes }, { altText: `Ảnh số ${n}` })
    if (![201, 429].includes(answer.status)) throw new Error(`upload ${n}: received ${answer.status} ${answer.text.slice(0, 200)}`)
  }
}

const JSON_TYPE = { 'content-type': 'application/json' }
/** What strangers, broken programs and readers on a bad line ask. */
const ODDITIES: ((n: number) => [path: string, init?: RequestInit])[] = [
  (n) => [`/khong-co-${n}`],
  (n) => [`/tim-kiem?q=${encodeURIComponent(`từ ${n % 97} lạ`)}`],
  (n) => [`/bai/khong-co-${n}?utm_source=${n}`],
  (n) => [`/tep/${n.toString(16).padStart(64, '0')}/anh.webp`],
  (n) => [`/api/tin-bai?where[tieuDe][like]=${n}&depth=9&limit=0`],
  () => ['/api/ban-dang?limit=100'],
  (n) => ['/api/nguoi-dung/login', { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ email: `la${n}@x.example`, password: 'x' }) }],
  () => ['/api/tin-bai', { method: 'POST', headers: { 'content-type': 'multipart/x' }, body: 'x' }],
  () => ['/api/tin-bai', { method: 'POST', headers: JSON_TYPE, body: '{"a":'.repeat(400) }],
  (n) => ['/', { method: ['HEAD', 'OPTIONS', 'PUT'][n % 3]! }],
  (n) => [`/thong-bao?truoc=${n * 7}`],
  (n) => ['/', { headers: { cookie: `hien-thi=${['.toi', 'rat-lon.sang', 'x'.repeat(n % 900)][n % 3]}` } }],
  () => ['/api/__proto__'],
  (n) => [`/rss.xml?${n}`, { headers: { 'if-none-match': '"x"', 'accept-encoding': 'gzip' } }],
]

/** Answers how many answers were a failure of the service, busy ones aside. */
async function oddRequests(url: string, count: number): Promise<number> {
  let failed = 0
  await many(count, async (n) => {
    const [path, init = {}] = ODDITIES[n % ODDITIES.length]!(n)
    // Each from an address of its own: limits are not what is measured.
    const headers = { ...(init.headers as Record<string, string>), 'x-forwarded-for': `10.${n % 200}.${(n >> 8) % 250}.${n % 250}` }
    const answer = await fetch(url + path, { ...init, headers, redirect: 'manual' })
    await answer.arrayBuffer()
    if (answer.status >= 500 && answer.status !== 503) failed += 1
  })
  return failed
}

/** `share`: of a whole day; 1 is what the limits are for. `after`: told when a part of the day is over, so that what taxes the service has a name. */
export async function oneDay(served: Served, share: number, say: (text: string) => void, after: (part: string) => Promise<void>): Promise<{ failed: number }> {
  const from = performance.now()
  const pages = await walkPanel(served.url)
  await after('panel')
  const publish = await publisher(served)
  for (let n = 0; n < STORIES * share; n += 1) await publish(`Một ngày bận rộn, tin số ${n}`, 10_000 + n)
  await after('stories')
  await uploads(served.url, UPLOADS * share)
  await after('uploads')
  const failed = await oddRequests(served.url, ODD * share)
  await after('odd requests')
  say(
    `a day: ${pages} pages of the panel, ${STORIES * share} stories, ${UPLOADS * share} photographs, ${ODD * share} odd requests in ${((performance.now() - from) / 1000).toFixed(0)} s; ${failed} failures`,
  )
  return { failed }
}
