/**
 * `npm run bench:lighthouse -- <url> [path…]`: Lighthouse, as a phone on slow 4G, over every kind of page of a running site,
 * and over a bare static page with the same words beside it, in turns, five times each. Exit code 1: the median of a category
 * under 98, or the largest paint later than 1.15 times the bare page's. Lighthouse itself is fetched by npm when first asked for.
 */
import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompressSync } from 'node:zlib'

const LIGHTHOUSE = 'lighthouse@12.2.3'
const CHROMIUM = '--headless --no-sandbox --disable-quic --no-first-run --disable-background-networking'
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
const [, , url = 'http://localhost:3000', ...asked] = process.argv
const folder = mkdtempSync(join(tmpdir(), 'cong-truong-lighthouse-'))
const run = promisify(execFile)

/** Lighthouse slows the processor four times, for a desktop of index 1500 to 2000; here by as much as makes the same phone of this machine, as fast as it was lately. */
const PHONE = 1500 / 4
const RUNS = 5
const indices = []
const slowdown = () => (indices.length === 0 ? 4 : Math.max(1, Math.round((median(indices.slice(-5)) / PHONE) * 10) / 10))
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

async function ask(address, attempts = 3) {
  const out = join(folder, 'bao-cao.json')
  const options = ['--quiet', '--output=json', `--output-path=${out}`, `--throttling.cpuSlowdownMultiplier=${slowdown()}`, `--chrome-flags=${CHROMIUM}`]
  try {
    await run('npm', ['exec', '--yes', '--', LIGHTHOUSE, address, ...options], { maxBuffer: 1e8 })
    const report = JSON.parse(readFileSync(out, 'utf8'))
    indices.push(report.environment.benchmarkIndex)
    return report
  } catch (error) {
    // Chromium now and then gives no trace; Lighthouse itself says to ask again.
    if (attempts === 1) throw error
    return ask(address, attempts - 1)
  }
}

async function lookOnce(address) {
  const report = await ask(address)
  return {
    tbt: report.audits['total-blocking-time'].numericValue,
    scores: CATEGORIES.map((c) => Math.round((report.categories[c]?.score ?? 0) * 100)),
    lcp: report.audits['largest-contentful-paint'].numericValue,
    kB: report.audits['total-byte-weight'].numericValue / 1000,
    failed: Object.values(report.audits).filter((a) => a.score !== null && a.score < 0.9 && a.scoreDisplayMode !== 'informative').map((a) => a.id), // prettier-ignore
  }
}

/** Page and bare page in turns: one run says more of the moment than of the page. */
async function inTurns(address, bareAddress) {
  const [pages, bares] = [[], []]
  for (let i = 0; i < RUNS; i += 1) {
    pages.push(await lookOnce(address))
    bares.push(await lookOnce(bareAddress))
  }
  const of = (runs, figure) => median(runs.map(figure))
  return {
    tbt: of(pages, (r) => r.tbt),
    scores: CATEGORIES.map((_category, i) => of(pages, (r) => r.scores[i])),
    least: Math.min(...pages.map((r) => r.scores[0])),
    lcp: of(pages, (r) => r.lcp),
    bare: of(bares, (r) => r.lcp),
    ratio: median(pages.map((page, i) => page.lcp / bares[i].lcp)),
    kB: of(pages, (r) => r.kB),
    failed: [...new Set(pages.flatMap((r) => r.failed))],
  }
}

/** The words and pictures of a page and nothing else: no style, no frame. */
async function bareTwin(address) {
  const page = await (await fetch(address)).text()
  const words = page.replace(/<(head|header|footer|nav)[\s>][\s\S]*?<\/\1>/g, '').replace(/<(link|script)[^>]*>/g, '')
  const body = brotliCompressSync(`<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trơn</title><meta name="viewport" content="width=device-width"></head>${words.replace(/^[\s\S]*?<body[^>]*>/, '<body>')}`) // prettier-ignore
  const server = createServer((req, res) => {
    if (req.url === '/') return res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' }).end(body)
    // Pictures as the site sends them.
    fetch(url + req.url, { headers: { accept: req.headers.accept ?? '' } }).then(
      async (file) => res.writeHead(file.status, { 'content-type': file.headers.get('content-type') ?? '' }).end(Buffer.from(await file.arrayBuffer())),
      () => res.destroy(),
    )
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }
}

const newest = (boSuuTap) => fetch(`${url}/api/ban-dang?limit=1&where[boSuuTap][equals]=${boSuuTap}&where[ketThucLuc][exists]=false`)
const slugs = {}
for (const kind of ['tin-bai', 'chu-de', 'van-ban', 'trang']) slugs[kind] = (await (await newest(kind)).json()).docs?.[0]?.slug
const one = (boSuuTap) => slugs[boSuuTap]
const KINDS = ['/', `/bai/${one('tin-bai')}`, '/tin-bai', `/chu-de/${one('chu-de')}`, '/nguoi-tot-viec-tot', '/van-ban', `/van-ban/${one('van-ban')}`, `/${one('trang')}`, '/cong-khai', '/tu-lieu', '/lich', '/so-do-trang'] // prettier-ignore
for (let i = 0; i < 3; i += 1) await ask(url)
let low = false
process.stdout.write(`${'page'.padEnd(64)} perf least a11y best seo   LCP ms  bare  ratio   kB  TBT\n`)
for (const path of asked.length > 0 ? asked : KINDS.filter((k) => !k.includes('undefined'))) {
  const twin = await bareTwin(url + path)
  const page = await inTurns(url + path, twin.address)
  twin.close()
  low ||= page.scores.some((s) => s < 98) || page.ratio > 1.15
  process.stdout.write(`${path.slice(0, 64).padEnd(64)} ${[page.scores[0], page.least, ...page.scores.slice(1)].map((s) => String(s).padStart(4)).join(' ')} ${page.lcp.toFixed(0).padStart(8)} ${page.bare.toFixed(0).padStart(5)} ${page.ratio.toFixed(2).padStart(6)} ${page.kB.toFixed(1).padStart(6)} ${page.tbt.toFixed(0).padStart(4)} ${page.failed.join(' ')}\n`) // prettier-ignore
}
process.stdout.write(`this machine’s index was ${Math.min(...indices)} to ${Math.max(...indices)}, its processor slowed ${slowdown()} times at last\n`)
rmSync(folder, { recursive: true, force: true })
process.exitCode = low ? 1 : 0
