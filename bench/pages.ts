/**
 * What serving pages costs: kept pages against a bare `node:http` server that sends the same bytes, pages drawn anew in a
 * small school and a large one, and how soon readers see what was approved while others read. Exit code 1: a limit missed.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { cpus } from 'node:os'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { client } from '../tests/support/client.ts'
import type { BareAnswer } from './bare.ts'
import { oneDay } from './day.ts'
import { quantile, table } from './figures.ts'
import type { Loaded, Order } from './load.ts'
import { pinned, told } from './pinned.ts'
import { openSchools, type Served } from './schools.ts'
import { approveUnderLoad } from './visible.ts'

const { values: asked } = parseArgs({
  options: {
    small: { type: 'string', default: '1000' },
    large: { type: 'string', default: '100000' },
    log: { type: 'string', default: '300000' },
    rounds: { type: 'string', default: '8' },
    cold: { type: 'string', default: '200' },
    approvals: { type: 'string', default: '40' },
    keep: { type: 'string' },
    day: { type: 'boolean', default: false },
    share: { type: 'string', default: '1' },
  },
})
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const missed: string[] = []
const judge = (what: string, holds: boolean): string => {
  if (!holds) missed.push(what)
  return holds ? 'yes' : 'NO'
}
const n = (value: number, digits = 2): string => value.toFixed(digits)
const BROWSER = { 'accept-encoding': 'gzip, deflate, br', 'user-agent': 'Mozilla/5.0 (Linux; Android 12)', accept: 'text/html', 'accept-language': 'vi' }

type Target = { url: string; child: ChildProcess }
type Block = { perSecond: number; perCpuSecond: number; busy: number; latencies: number[] }

async function cpuOf(child: ChildProcess): Promise<number> {
  const answer = told<{ user: number; system: number }>(child, 'cpu')
  child.send('cpu')
  const { user, system } = await answer
  return (user + system) / 1e6
}

/** One block of load on one target; what the target itself spent tells apart whoever else used the machine. */
async function block(load: ChildProcess, { url, child }: Target, order: Omit<Order, 'url'>): Promise<Block> {
  const from = await cpuOf(child)
  const answer = told<Loaded>(load, 'loaded')
  load.send({ ...order, url })
  const { requests, ms, latencies } = await answer
  const spent = (await cpuOf(child)) - from
  return { perSecond: requests / (ms / 1000), perCpuSecond: requests / spent, busy: spent / (ms / 1000), latencies }
}

/** The validator of a page once it is as it will stand. */
async function packedWell(url: string): Promise<string> {
  for (;;) {
    const answer = await fetch(url, { headers: BROWSER })
    await answer.arrayBuffer()
    const etag = answer.headers.get('etag')!
    if (!etag.startsWith('W/')) return etag
    await pause(100)
  }
}

/** `least`: of what the bare server does in a second of processor. */
async function hot(served: Served, slug: string, when: string, least: number): Promise<void> {
  const path = `/bai/${slug}`
  const etag = await packedWell(served.url + path)
  const bytes = await wireBytes(served.url, path)
  const headers = Object.fromEntries([...bytes.headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name)))
  const bare = pinned(0, () => fork(resolve('bench/bare.ts'), { execArgv: ['--import', 'tsx'] }))
  const load = pinned(1, () => fork(resolve('bench/load.ts'), { execArgv: ['--import', 'tsx'] }))
  const ready = told<{ url: string }>(bare, 'ready')
  bare.send({ headers, body: bytes.body.toString('base64'), etag } satisfies BareAnswer)
  const targets = { bare: { url: (await ready).url, child: bare }, kept: { url: served.url, child: served.child } }
  const kinds = { page: BROWSER, '304': { ...BROWSER, 'if-none-match': etag } }
  const found = Object.fromEntries(Object.keys(kinds).map((k) => [k, { bare: [] as Block[], kept: [] as Block[] }]))
  for (let round = -1; round < Number(asked.rounds); round += 1) {
    for (const [kind, headers] of Object.entries(kinds)) {
      for (const which of round % 2 === 0 ? (['bare', 'kept'] as const) : (['kept', 'bare'] as const)) {
        const one = await block(load, targets[which], { path, headers, connections: 10, ms: 2000 })
        if (round >= 0) found[kind]![which].push(one)
      }
    }
  }
  for (const child of [bare, load]) child.disconnect()
  const rows = Object.entries(found).map(([kind, { bare, kept }]) => {
    const median = (blocks: Block[], of: (b: Block) => number): number => quantile(blocks.map(of), 0.5)
    const ratios = kept.map((k, i) => k.perCpuSecond / bare[i]!.perCpuSecond)
    const ratio = median(kept, (b) => b.perCpuSecond) / median(bare, (b) => b.perCpuSecond)
    const wall = median(kept, (b) => b.perSecond) / median(bare, (b) => b.perSecond)
    const p99 = (blocks: Block[]): number => quantile(blocks.flatMap((b) => b.latencies), 0.99) // prettier-ignore
    const slower = p99(kept) / p99(bare)
    return [
      kind,
      ...[bare, kept].flatMap((blocks) => [n(median(blocks, (b) => b.perSecond), 0), n(median(blocks, (b) => b.perCpuSecond), 0), n(median(blocks, (b) => b.busy)), n(p99(blocks))]),
      n(wall),
      `${n(ratio)} (${n(Math.min(...ratios))}–${n(Math.max(...ratios))})`,
      judge(`${kind} ${when} at least ${least} of bare`, ratio >= least),
      n(slower),
      judge(`${kind} ${when} p99 at most twice that of bare`, slower <= 2),
    ]
  }) // prettier-ignore
  say(`\nkept article ${when}, ${bytes.body.length} bytes of brotli, against bare node:http`)
  say(
    table([
      ['', 'bare /s', '/cpu s', 'busy', 'p99 ms', 'kept /s', '/cpu s', 'busy', 'p99 ms', 'ratio /s', 'ratio /cpu s', `≥ ${least}`, 'p99', '≤ 2'],
      ...rows,
    ]),
  )
}

/** The bytes as they are on the wire: `fetch` would unpack them. */
async function wireBytes(url: string, path: string): Promise<{ headers: Headers; body: Buffer }> {
  const { request } = await import('node:http')
  return new Promise((done, fail) => {
    request(url + path, { headers: BROWSER }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () => done({ headers: new Headers(res.headers as Record<string, string>), body: Buffer.concat(chunks) }))
    })
      .on('error', fail)
      .end()
  })
}

type Sample = { article: string[]; topic: string[]; deep: number[] }
async function sampleOf({ db }: Served): Promise<Sample> {
  const rows = async (text: string): Promise<string[]> => (await db.query(text)).rows.map((r) => String(Object.values(r as object)[0]))
  return {
    article: await rows(`select slug from ban_dang where bo_suu_tap = 'tin-bai' and ket_thuc_luc is null order by md5(slug) limit 900`),
    topic: await rows(`select slug from ban_dang where bo_suu_tap = 'chu-de' and ket_thuc_luc is null order by id`),
    deep: (await rows(`select id from ban_dang where bo_suu_tap = 'tin-bai' and ket_thuc_luc is null order by md5(slug) limit 500`)).map(Number),
  }
}

async function cold(small: Served, large: Served): Promise<void> {
  const KINDS: Record<string, (s: Sample, i: number) => string> = {
    article: (s, i) => `/bai/${s.article[i % s.article.length]}`,
    home: () => '/',
    topic: (s, i) => `/chu-de/${s.topic[i % s.topic.length]}`,
    'list, deep': (s, i) => `/thong-bao?truoc=${s.deep[i % s.deep.length]}`,
  }
  const sides = await Promise.all([small, large].map(async (served) => ({ served, sample: await sampleOf(served) })))
  const times = Object.fromEntries(Object.keys(KINDS).map((k) => [k, [[], []] as number[][]]))
  for (let i = -20; i < Number(asked.cold); i += 1) {
    for (const [kind, pathOf] of Object.entries(KINDS)) {
      for (const which of i % 2 === 0 ? [0, 1] : [1, 0]) {
        const { served, sample } = sides[which]!
        const dropped = told(served.child, 'dropped')
        served.child.send('drop')
        await dropped
        const from = performance.now()
        const answer = await fetch(served.url + pathOf(sample, i + 20), { headers: BROWSER })
        await answer.arrayBuffer()
        const took = performance.now() - from
        if (answer.status !== 200 && kind !== 'list, deep') throw new Error(`cold ${pathOf(sample, i + 20)}: expected 200, received ${answer.status}`)
        if (i >= 0 && answer.status === 200) times[kind]![which]!.push(took)
      }
    }
  }
  const decades = Math.log10(Number(asked.large) / Number(asked.small))
  const rows = Object.entries(times).map(([kind, [few = [], many = []]]) => {
    const slope = Math.log10(quantile(many, 0.5) / quantile(few, 0.5)) / decades
    const fits = quantile(many, 0.5) <= 10 && quantile(many, 0.95) <= 50
    return [
      kind,
      String(many.length),
      ...[few, many].flatMap((t) => [n(quantile(t, 0.5), 1), n(quantile(t, 0.95), 1)]),
      judge(`${kind} drawn in 10 ms, 50 at p95`, fits),
      n(slope),
      judge(`${kind} grows by at most 0.15`, slope <= 0.15),
    ]
  })
  say(`\ndrawn anew, one connection, ms`)
  say(table([['', 'each', `${asked.small} p50`, 'p95', `${asked.large} p50`, 'p95', '≤ 10, 50', 'slope', '≤ 0.15'], ...rows]))
}

async function afterADay(served: Served, slug: string): Promise<void> {
  const fresh = await served.memory()
  const load = pinned(1, () => fork(resolve('bench/load.ts'), { execArgv: ['--import', 'tsx'] }))
  const { failed } = await oneDay(served, Number(asked.share), say, async (part) => {
    const etag = await packedWell(`${served.url}/bai/${slug}`)
    const { perCpuSecond } = await block(
      load,
      { url: served.url, child: served.child },
      { path: `/bai/${slug}`, headers: { ...BROWSER, 'if-none-match': etag }, connections: 10, ms: 2000 },
    )
    const { rss, heap, external, panel, followed } = await served.memory()
    say(
      `  after ${part}: ${n(perCpuSecond, 0)} answers of 304 a processor second, ${n(rss / 1e6, 0)} MB resident, heap ${n(heap / 1e6, 0)}, beside it ${n(external / 1e6, 0)}; panel ${n(panel / 1e6, 0)}${followed ? '; async hooks in force' : ''}`,
    )
  })
  load.disconnect()
  if (failed > 0) missed.push('no failure in a day')
  await pause(REST_MS)
  await hot(served, slug, 'after a day', 0.85)
  const now = await served.memory()
  const grown = (now.rss + now.panel) / fresh.rss
  say(
    `\nresident: ${n(fresh.rss / 1e6, 0)} MB fresh, ${n(now.rss / 1e6, 0)} MB after a day and a rest, its panel ${n(now.panel / 1e6, 0)} (${n(grown)}; heap ${n(fresh.heap / 1e6, 0)} and ${n(now.heap / 1e6, 0)} MB), at most 1.3: ${judge('memory back within 1.3 of fresh', grown <= 1.3)}`,
  )
}

async function seen(large: Served, article: string[]): Promise<void> {
  const seen = await approveUnderLoad(large, article, Number(asked.approvals))
  say(`\nseen after the approval, ${seen.article.length} approvals under ${n(seen.perSecond, 0)} requests a second, ms`)
  say(
    table([
      ['', 'p50', 'p95', 'greatest', '≤ 200'],
      ...(['article', 'home'] as const).map((k) => [
        k,
        ...[0.5, 0.95, 1].map((q) => n(quantile(seen[k], q), 1)),
        judge(`${k} seen within 200 ms`, quantile(seen[k], 1) <= 200),
      ]),
    ]),
  )
  say(`answers that were not the newest after the action returned: ${seen.stale}; failures under load: ${seen.failed}`)
  if (seen.stale + seen.failed > 0) missed.push('no stale page, no failure')
}

/** What a rest is for: children end, pages are packed, garbage is collected. */
const REST_MS = 45_000

const schools = await openSchools(say, asked.keep)
try {
  await schools.make('nho', { editions: Number(asked.small), logRows: 0 })
  await schools.make('lon', { editions: Number(asked.large), logRows: Number(asked.log) })
  const [small, large] = [await schools.serve('nho', { core: 0, check: false }), await schools.serve('lon', { core: 0, check: false, panel: asked.day })]
  const { article } = await sampleOf(large)
  const kept = await client(large.url, null).get(`/bai/${article[0]}`)
  if (kept.status !== 200) throw new Error(`article: expected 200, received ${kept.status}`)
  await hot(large, article[0]!, 'fresh', asked.day ? 0.85 : 0.8)
  if (asked.day) await afterADay(large, article[0]!)
  else {
    await cold(small, large)
    await seen(large, article)
  }
  say(`machine: ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}`)
  say(missed.length === 0 ? '\nEVERY LIMIT HELD' : `\nMISSED: ${missed.join('; ')}`)
  process.exitCode = missed.length === 0 ? 0 : 1
} finally {
  await schools.close()
}
