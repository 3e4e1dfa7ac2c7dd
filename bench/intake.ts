/**
 * The form of a class on a cheap phone: 360×740, slow 4G (1.6 Mb/s, 150 ms), processor ÷ 4, medians of some rounds; usable when its
 * first field takes what is typed. And a photograph of an iPhone made into what is kept, beside its decoder alone, in one run.
 * Exit code 1: a limit missed.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { mediaChild } from '../src/media/child/pool.ts'
import { openBrowser } from '../tests/support/browser.ts'
import { DeskClient } from '../tests/support/deskClient.ts'
import { PASSWORD, startSite } from '../tests/support/site.ts'
import { emailOf } from '../src/demo/people.ts'
import { schoolYearOf } from '../src/policy/time/schoolYear.ts'
import { quantile } from './figures.ts'

const { values: asked } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, heic: { type: 'string' } } })
const LIMITS = { kB: 30, requests: 3, seconds: 1.5 }

const site = await startSite()
const browser = await openBrowser()
let missed = false
try {
  const doan = new DeskClient(site.url)
  await doan.signIn(emailOf('doantn'), PASSWORD)
  const made = await doan.post('/lam-viec/lop', { viec: 'lap', namHoc: schoolYearOf(Date.now()), moi: '1' })
  const [, code] = /<span class="ma">([0-9A-Z ]{9})<\/span>/.exec(made.text)!
  const rounds: { kB: number; requests: number; seconds: number }[] = []
  for (let n = 0; n < Number(asked.rounds); n += 1) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true })
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.enable')
    await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 })
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    let [bytes, requests] = [0, 0]
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
      requests += encodedDataLength > 0 ? 1 : 0
    })
    const from = performance.now()
    await page.goto(`${site.url}/gui-bai/${code!.replace(' ', '')}`, { waitUntil: 'commit' })
    await page.fill('[name=ai]', 'x')
    const seconds = (performance.now() - from) / 1000
    await page.waitForLoadState('networkidle')
    rounds.push({ kB: bytes / 1000, requests, seconds })
    await context.close()
  }
  const median = (of: 'kB' | 'requests' | 'seconds'): number => quantile(rounds.map((round) => round[of]), 0.5) // prettier-ignore
  for (const name of ['kB', 'requests', 'seconds'] as const) {
    const held = median(name) <= LIMITS[name]
    missed ||= !held
    process.stdout.write(`${name} ${median(name).toFixed(2)} (limit ${LIMITS[name]})${held ? '' : ' MISSED'}\n`)
  }
} finally {
  await browser.close()
  await site.stop()
  site.remove()
}
if (asked.heic) {
  const child = mediaChild()
  const bytes = readFileSync(asked.heic)
  const from = performance.now()
  const made = await child.ask('cleanHeic', bytes)
  process.stdout.write(
    `${asked.heic}: ${'refused' in made ? made.refused : `${made.rong}×${made.cao}`} in ${((performance.now() - from) / 1000).toFixed(1)} s, a child started for it\n`,
  )
  child.close()
}
process.exitCode = missed ? 1 : 0
