/**
 * `npm run bench:lighthouse -- <url> [path…]`: Lighthouse, as a phone on slow 4G, over every kind of page of a running site,
 * and over a bare static page with the same words beside it. Exit code 1: a category under 98, or the largest paint later
 * than 1.15 times the bare page's. Lighthouse itself is fetched by npm when first asked for.
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

async function look(address) {
  const out = join(folder, 'bao-cao.json')
  await run('npm', ['exec', '--yes', '--', LIGHTHOUSE, address, '--quiet', '--output=json', `--output-path=${out}`, `--chrome-flags=${CHROMIUM}`], {
    maxBuffer: 1e8,
  })
  const report = JSON.parse(readFileSync(out, 'utf8'))
  return {
    scores: CATEGORIES.map((c) => Math.round((report.categories[c]?.score ?? 0) * 100)),
    lcp: report.audits['largest-contentful-paint'].numericValue,
    kB: report.audits['total-byte-weight'].numericValue / 1000,
    failed: Object.values(report.audits).filter((a) => a.score !== null && a.score < 0.9 && a.scoreDisplayMode !== 'informative').map((a) => a.id), // prettier-ignore
  }
}

/** The words of a page and nothing else: no style, no picture, one request. */
async function bareTwin(address) {
  const page = await (await fetch(address)).text()
  const words = page.replace(/<(head|header|footer|nav)[\s>][\s\S]*?<\/\1>/g, '').replace(/<(picture|img|source|link|script)[^>]*>/g, '')
  const body = brotliCompressSync(`<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trơn</title><meta name="viewport" content="width=device-width"></head>${words.replace(/^[\s\S]*?<body[^>]*>/, '<body>')}`) // prettier-ignore
  const server = createServer((_req, res) => res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' }).end(body))
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }
}

const editions = (await (await fetch(`${url}/api/ban-dang?limit=200`)).json()).docs ?? []
const one = (boSuuTap) => editions.find((e) => e.boSuuTap === boSuuTap)?.slug
const KINDS = ['/', `/bai/${one('tin-bai')}`, '/tin-bai', `/chu-de/${one('chu-de')}`, '/nguoi-tot-viec-tot', '/van-ban', `/van-ban/${one('van-ban')}`, `/${one('trang')}`, '/cong-khai', '/tu-lieu', '/lich', '/so-do-trang'] // prettier-ignore
let low = false
process.stdout.write(`${'page'.padEnd(64)} perf a11y best seo   LCP ms  bare  ratio   kB\n`)
for (const path of asked.length > 0 ? asked : KINDS.filter((k) => !k.includes('undefined'))) {
  const page = await look(url + path)
  const twin = await bareTwin(url + path)
  const bare = await look(twin.address)
  twin.close()
  const ratio = page.lcp / bare.lcp
  low ||= page.scores.some((s) => s < 98) || ratio > 1.15
  process.stdout.write(`${path.slice(0, 64).padEnd(64)} ${page.scores.map((s) => String(s).padStart(4)).join(' ')} ${page.lcp.toFixed(0).padStart(8)} ${bare.lcp.toFixed(0).padStart(5)} ${ratio.toFixed(2).padStart(6)} ${page.kB.toFixed(1).padStart(6)} ${page.failed.join(' ')}\n`) // prettier-ignore
}
rmSync(folder, { recursive: true, force: true })
process.exitCode = low ? 1 : 0
