/**
 * Photographs, films and the archive, each limit of it in one run. A 12-megapixel JPEG to all its sizes beside sharp alone; readers'
 * pages while 20 photographs and two films are taken; an archive of some gigabytes as one ZIP, by the memory of the service above
 * its idle. Exit code 1: a limit missed.
 */
import { linkSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import sharp from 'sharp'
import { emailOf } from '../src/demo/people.ts'
import { mediaChild } from '../src/media/child/pool.ts'
import { MAX_EDGE, wantedOf } from '../src/policy/gate/pictureLimits.ts'
import { DeskClient } from '../tests/support/deskClient.ts'
import { PASSWORD, startSite, type Site } from '../tests/support/site.ts'
import { quantile } from './figures.ts'

const { values: asked } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, gigabytes: { type: 'string', default: '5' }, only: { type: 'string' } },
})
const LIMITS = { jpeg: 1.25, p99: 2, zipMb: 64 }
let missed = false
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const judge = (name: string, value: number, limit: number): void => {
  missed ||= value > limit
  say(`${name}: ${value.toFixed(2)} (limit ${limit})${value > limit ? ' MISSED' : ''}`)
}

/** Textured like a photograph of leaves: what costs a phone's picture its bytes. */
const photograph = (): Promise<Buffer> =>
  sharp({ create: { width: 4032, height: 3024, channels: 3, background: '#586', noise: { type: 'gaussian', mean: 128, sigma: 30 } } })
    .blur(1.2)
    .jpeg({ quality: 88 })
    .toBuffer()

/** What a program would write that does the same with sharp and nothing else. */
async function sharpAlone(bytes: Buffer): Promise<void> {
  const master = await sharp(bytes).rotate().resize({ width: MAX_EDGE, height: MAX_EDGE, fit: 'inside' }).jpeg({ quality: 86, mozjpeg: true }).toBuffer()
  const { width } = await sharp(master).metadata()
  for (const { kieu, rong } of wantedOf({ rong: width, kieu: 'image/jpeg', coNenTrong: false })) {
    const image = sharp(master).resize({ width: rong })
    await (kieu === 'image/avif' ? image.avif({ quality: 50, effort: 2 }) : kieu === 'image/webp' ? image.webp({ quality: 75 }) : image.jpeg({ quality: 74, mozjpeg: true })).toBuffer() // prettier-ignore
  }
}

async function jpeg(): Promise<void> {
  const bytes = await photograph()
  const child = mediaChild()
  sharp.cache(false)
  sharp.concurrency(1)
  const [ours, alone]: [number[], number[]] = [[], []]
  const took = async (work: () => Promise<unknown>): Promise<number> => {
    const from = performance.now()
    await work()
    return performance.now() - from
  }
  const through = async (): Promise<void> => {
    const clean = await child.ask('cleanPicture', bytes)
    if ('refused' in clean) throw new Error(clean.refused)
    await child.ask('encodePicture', Buffer.from(clean.bytes))
  }
  // The child and the library begin before anything is counted.
  await Promise.all([through(), sharpAlone(bytes)])
  for (let n = 0; n < Number(asked.rounds); n += 1) {
    ours.push(await took(through))
    alone.push(await took(() => sharpAlone(bytes)))
  }
  child.close()
  say(
    `12-megapixel JPEG (${(bytes.length / 1e6).toFixed(1)} MB): ${(quantile(ours, 0.5) / 1000).toFixed(2)} s, sharp alone ${(quantile(alone, 0.5) / 1000).toFixed(2)} s`,
  )
  judge('JPEG to all sizes against sharp alone', quantile(ours, 0.5) / quantile(alone, 0.5), LIMITS.jpeg)
}

const film = (bytes: number): Buffer => {
  const whole = readFileSync(join(import.meta.dirname, '../tests/fixtures/phim/phim.mov'))
  const room = Buffer.alloc(bytes - whole.length)
  room.writeUInt32BE(room.length)
  room.write('free', 4)
  return Buffer.concat([whole, room])
}

async function signedIn(site: Site): Promise<DeskClient> {
  const desk = new DeskClient(site.url)
  await desk.signIn(emailOf('vanphong'), PASSWORD)
  return desk
}

async function upload(desk: DeskClient, name: string, type: string, bytes: Buffer): Promise<void> {
  const body = new FormData()
  body.append('_payload', JSON.stringify({ altText: name }))
  body.append('file', new Blob([new Uint8Array(bytes)], { type }), name)
  const answer = await desk.raw('/api/tu-lieu', { method: 'POST', body })
  if (answer.status !== 201) throw new Error(`${name}: ${answer.status} ${(await answer.text()).slice(0, 300)}`)
}

/** Answers to readers who come 25 a second, until `over`. */
async function readers(site: Site, over: () => boolean): Promise<number[]> {
  const times: number[] = []
  const each: Promise<void>[] = []
  while (!over()) {
    const from = performance.now()
    each.push(
      fetch(`${site.url}/tin-bai?n=${times.length}`)
        .then((answer) => answer.arrayBuffer())
        .then(() => void times.push(performance.now() - from)),
    )
    await pause(40)
  }
  await Promise.all(each)
  return times
}

async function pages(site: Site): Promise<void> {
  const desk = await signedIn(site)
  const from = performance.now()
  const idle = await readers(site, () => performance.now() - from > 20_000)
  const photo = await photograph()
  let done = false
  // As a person at the office chooses them: one after the other, each with all its sizes behind it.
  const work = (async () => {
    for (let n = 0; n < 20; n += 1) await upload(desk, `anh-${n}.jpg`, 'image/jpeg', photo)
    for (let n = 0; n < 2; n += 1) await upload(desk, `phim-${n}.mov`, 'video/quicktime', film(35_000_000))
    done = true
  })()
  const busy = await readers(site, () => done)
  await work
  say(
    `readers: idle p50 ${quantile(idle, 0.5).toFixed(1)} p99 ${quantile(idle, 0.99).toFixed(1)} ms; while 20 photographs and 2 films are taken p50 ${quantile(busy, 0.5).toFixed(1)} p99 ${quantile(busy, 0.99).toFixed(1)} ms (${busy.length} pages)`,
  )
  judge('p99 busy against idle', quantile(busy, 0.99) / quantile(idle, 0.99), LIMITS.p99)
}

const residentMb = async (site: Site): Promise<number> => {
  const text = await (await fetch(`${site.url}/metrics`)).text()
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? NaN) / 1e6
}

async function archive(site: Site): Promise<void> {
  const desk = await signedIn(site)
  await upload(desk, 'kho-lon.mov', 'video/quicktime', film(39_000_000))
  const db = new pg.Client({ connectionString: readFileSync(join(site.dataDir, 'database.url'), 'utf8').trim() })
  await db.connect()
  // One film many times over: rows and names of their own, one file on the disk.
  const many = Math.ceil((Number(asked.gigabytes) * 1e9) / 39_000_000)
  try {
    const { rows } = await db.query<{ filename: string }>(`select filename from tu_lieu where ten_goc = 'kho-lon.mov'`)
    const folder = join(site.dataDir, 'tu-lieu')
    for (let n = 1; n < many; n += 1) linkSync(join(folder, rows[0]!.filename), join(folder, `kho-lon-${n}.mp4`))
    await db.query(
      `insert into tu_lieu (alt_text, ten_goc, sha256, filename, mime_type, filesize, don_vi_id, tac_gia_id, created_at, updated_at)
       select 'Kho lớn', ten_goc, sha256, 'kho-lon-' || n || '.mp4', mime_type, filesize, don_vi_id, tac_gia_id, now(), now() from tu_lieu, generate_series(1, $1) n where ten_goc = 'kho-lon.mov'`,
      [many - 1],
    )
  } finally {
    await db.end()
  }
  const idle = await residentMb(site)
  let peak = idle
  let over = false
  const watching = (async () => {
    while (!over) {
      peak = Math.max(peak, await residentMb(site))
      await pause(500)
    }
  })()
  const from = performance.now()
  const answer = await desk.raw('/lam-viec/kho?loai=phim', { method: 'POST', body: new URLSearchParams({ viec: 'het' }) })
  let bytes = 0
  for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) bytes += part.length
  over = true
  await watching
  say(`archive: ${(bytes / 1e9).toFixed(2)} GB in ${((performance.now() - from) / 1000).toFixed(0)} s; memory ${idle.toFixed(0)} → ${peak.toFixed(0)} MB`)
  judge('MB above idle', peak - idle, LIMITS.zipMb)
}

const wants = (name: string): boolean => asked.only === undefined || asked.only === name
if (wants('jpeg')) await jpeg()
if (wants('pages') || wants('archive')) {
  const site = await startSite()
  try {
    if (wants('pages')) await pages(site)
    if (wants('archive')) await archive(site)
  } finally {
    await site.stop()
    site.remove()
  }
}
process.exitCode = missed ? 1 : 0
