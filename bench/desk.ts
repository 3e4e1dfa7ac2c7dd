/**
 * What an approver's minute costs on a cheap phone: 360×740, slow 4G (1.6 Mb/s, 150 ms), processor ÷ 4, medians of some rounds. The
 * desk on a first visit, the desk from a mail's link with a key of the phone's own, and the panel's first view beside them. Exit
 * code 1: a limit missed. Bytes are those on the wire, without the story's own pictures and documents.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { emailOf, type PersonKey } from '../src/demo/people.ts'
import { openBrowser } from '../tests/support/browser.ts'
import { peopleAt, type Place } from '../tests/support/school.ts'
import { PASSWORD, startSite, type Site } from '../tests/support/site.ts'
import { approve, createStory, submit } from '../tests/support/stories.ts'
import { withScreenLock } from '../tests/support/virtualPhone.ts'
import { quantile, table } from './figures.ts'

const { values: asked } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } })
const ROUNDS = Number(asked.rounds)
/** Limits of the issue: kilobytes and seconds of the whole first visit, seconds of a step after, taps from the link to "Đã đăng". */
const LIMITS = { kB: 90, seconds: 6, step: 2, taps: 5 }
const OWN_FILES = /\/tep\/|\/api\/tu-lieu\/file\//

type Step = { name: string; kB: number; seconds: number; taps: number }
type Walked = { steps: Step[]; taps: (count: number) => void; step: (name: string, go: () => Promise<unknown>, until: string) => Promise<void> }

/** A phone that counts what it is sent and how often it is touched. */
async function walk(page: Page): Promise<Walked> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  let [bytes, touched] = [0, 0]
  const own = new Set<string>()
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => void (OWN_FILES.test(request.url) && own.add(requestId)))
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => void (own.has(requestId) || (bytes += encodedDataLength)))
  const steps: Step[] = []
  return {
    steps,
    taps: (count) => void (touched += count),
    step: async (name, go, until) => {
      bytes = 0
      const from = performance.now()
      await go()
      await page.waitForSelector(until, { timeout: 120_000 })
      await page.waitForLoadState('load')
      const seconds = (performance.now() - from) / 1000
      await page.waitForLoadState('networkidle')
      steps.push({ name, kB: bytes / 1000, seconds, taps: touched })
      touched = 0
    },
  }
}

/** One touch for all of them. */
async function answerPoints(page: Page): Promise<number> {
  await page.check('#o-datHet')
  return 1
}

const phone = (browser: Browser): Promise<BrowserContext> => browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true })

async function signInAt(page: Page, { step, taps }: Walked, url: string, who: PersonKey): Promise<void> {
  await step('sign-in page', () => page.goto(`${url}/lam-viec`), 'input[name=email]')
  await page.fill('input[name=email]', emailOf(who))
  await page.fill('input[name=password]', PASSWORD)
  taps(3)
  await step('signed in', () => page.click('main button[type=submit]'), 'h1:has-text("Đến lượt bạn")')
}

async function firstVisit(browser: Browser, url: string, banTrinh: number): Promise<Step[]> {
  const context = await phone(browser)
  const page = await context.newPage()
  const walked = await walk(page)
  await signInAt(page, walked, url, 'phohieutruong')
  walked.taps(1)
  await walked.step('read', () => page.click(`a[href="/lam-viec/doc/${banTrinh}"]`), 'form.duyet')
  walked.taps((await answerPoints(page)) + 1)
  await walked.step('approved', () => page.click('form.duyet button[value=duyet]'), '.da-lam[role=status]')
  await context.close()
  return walked.steps
}

/** The principal's phone has its key already; the mail's link is the first touch. */
async function fromTheLink(page: Page, url: string, banTrinh: number): Promise<Step[]> {
  const walked = await walk(page)
  walked.taps(1)
  await walked.step('read', () => page.goto(`${url}/lam-viec/doc/${banTrinh}`), 'form.duyet')
  walked.taps((await answerPoints(page)) + 1)
  await walked.step('asked to sign', () => page.click('form.duyet button[value=duyet]'), '[data-ky]')
  walked.taps(1)
  await walked.step('published', () => page.click('[data-ky]'), '.da-lam[role=status]')
  return walked.steps
}

async function panelView(browser: Browser, url: string): Promise<Step[]> {
  const context = await phone(browser)
  const page = await context.newPage()
  const walked = await walk(page)
  await walked.step('sign-in page', () => page.goto(`${url}/admin/login`), 'input[name=email]')
  await page.fill('input[name=email]', emailOf('phohieutruong'))
  await page.fill('input[name=password]', PASSWORD)
  walked.taps(3)
  await walked.step('signed in', () => page.click('button[type=submit]'), '.ct-queues')
  await context.close()
  return walked.steps
}

/** Made in the browser, confirmed at the console. */
async function withKey(browser: Browser, site: Site): Promise<Page> {
  const context = await phone(browser)
  const page = await context.newPage()
  await page.goto(`${site.url}/lam-viec`)
  await page.fill('input[name=email]', emailOf('hieutruong'))
  await page.fill('input[name=password]', PASSWORD)
  await page.click('main button[type=submit]')
  await page.goto(`${site.url}/lam-viec/tai-khoan`)
  await withScreenLock(context, page)
  await page.click('[data-khoa-moi]')
  await page.waitForSelector('h1:has-text("Xác nhận khoá mới")')
  await page.click('[data-ky]')
  await page.waitForSelector('text=đang chờ xác nhận')
  const ma = (await page.locator('.da-lam strong').last().innerText()).replaceAll(' ', '')
  const env = { ...process.env, NODE_ENV: 'production' as const, DATA_DIR: site.dataDir, DATABASE_URL: readFileSync(join(site.dataDir, 'database.url'), 'utf8').trim(), PAYLOAD_SECRET: 'x', NODE_OPTIONS: '' } // prettier-ignore
  execFileSync(process.execPath, ['--conditions=production', resolve('build/key-confirm.mjs')], { env, input: `${ma}\nxác nhận\n` })
  return page
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const median = (rounds: Step[][], at: number, of: (step: Step) => number): number =>
  quantile(
    rounds.map((steps) => of(steps[at]!)),
    0.5,
  )

/** Prints the steps and their sum; answers the sum. */
function report(title: string, rounds: Step[][]): Step {
  const steps = rounds[0]!.map((step, i): Step => ({
    name: step.name,
    kB: median(rounds, i, (s) => s.kB),
    seconds: median(rounds, i, (s) => s.seconds),
    taps: step.taps,
  }))
  const all = steps.reduce((sum, s) => ({ name: 'in all', kB: sum.kB + s.kB, seconds: sum.seconds + s.seconds, taps: sum.taps + s.taps }), {
    name: '',
    kB: 0,
    seconds: 0,
    taps: 0,
  })
  say(`\n${title}, medians of ${rounds.length}`)
  say(table([['', 'kB', 's', 'taps'], ...[...steps, all].map((s) => [s.name, s.kB.toFixed(1), s.seconds.toFixed(2), String(s.taps)])]))
  return all
}

const site = await startSite()
const browser = await openBrowser()
try {
  const school = { url: site.url, as: peopleAt(site.url) } as Place
  const waiting = async (): Promise<number> => {
    const id = await createStory(school)
    const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
    await approve(school, 'vanphong', id, banTrinh)
    return banTrinh
  }
  // The panel is a process of its own and begins when it is asked for: its start is nobody's first view.
  for (let n = 0; n < 60 && (await fetch(`${site.url}/admin/login`)).status !== 200; n += 1) await new Promise((r) => setTimeout(r, 1000))
  const [desk, linked, panel]: [Step[][], Step[][], Step[][]] = [[], [], []]
  const own = await withKey(browser, site)
  for (let round = 0; round < ROUNDS; round += 1) {
    desk.push(await firstVisit(browser, site.url, await waiting()))
    linked.push(await fromTheLink(own, site.url, await waiting()))
    panel.push(await panelView(browser, site.url))
  }
  const first = report('The desk, first visit: sign in, read, approve', desk)
  const later = report('The desk, from a mail’s link, with a key', linked)
  const beside = report('The panel, first view (it reviews nothing any more)', panel)
  const slowest = Math.max(...linked[0]!.map((_step, i) => median(linked, i, (s) => s.seconds)))
  const holds: [string, boolean][] = [
    [`first visit ≤ ${LIMITS.kB} kB`, first.kB <= LIMITS.kB],
    [`first visit ≤ ${LIMITS.seconds} s`, first.seconds <= LIMITS.seconds],
    [`a step after ≤ ${LIMITS.step} s`, slowest <= LIMITS.step],
    [`taps from the link to the page ≤ ${LIMITS.taps}`, later.taps <= LIMITS.taps],
  ]
  say(`\nbeside the panel's first view: ${(first.kB / beside.kB).toFixed(2)} of its bytes, ${(first.seconds / beside.seconds).toFixed(2)} of its time`)
  for (const [what, held] of holds) say(`${held ? 'yes' : 'NO '}  ${what}`)
  if (holds.some(([, held]) => !held)) process.exitCode = 1
} finally {
  await browser.close()
  await site.stop()
  site.remove()
}
