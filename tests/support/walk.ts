/** Walking a role's path in a real browser: sign in, open, look. What breaks on the way is collected, not overlooked. */
import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, vi } from 'vitest'
import { emailOf, type PersonKey } from '../../src/demo/people.ts'
import { openBrowser } from './browser.ts'
import { copyOf } from './seededSite.ts'
import { PASSWORD, startSite, type Site } from './site.ts'

export const PHONE = { width: 360, height: 740 }
export const DESK = { width: 1280, height: 900 }
/** A long form on a busy machine takes its time to awake; what waits here is never a measure of speed. */
export const PATIENCE_MS = 90_000
/** Every viewport, scheme and role: in the long tests. With every change one of each kind is walked. */
export const WHOLE = process.env.WHOLE_WALKS === 'yes'
const SHOTS = process.env.SCREENSHOTS ?? 'build/screenshots'

export type Walk = {
  newContext: (options: BrowserContextOptions) => Promise<BrowserContext>
  /** The address of the site, once it runs. */
  url: () => string
  /** Its folder, where `database.url` lies. */
  dataDir: () => string
  /** `locale`: the language the browser asks for. */
  signIn: (who: PersonKey, viewport?: typeof PHONE, locale?: string) => Promise<BrowserContext>
  open: (context: BrowserContext, path: string) => Promise<Page>
  /** Script errors and refusals of the content security policy, with the page they were met on. */
  problems: string[]
}

/** Begins a story with its title; the form it is written in is open then. */
export async function beginStory(page: Page, title: string): Promise<void> {
  await page.fill('#field-tieuDe', title)
  await page.click('button:has-text("Bắt đầu viết")')
  await page.waitForURL(/tin-bai\/\d+/)
  await page.waitForSelector('.ct-panel button:has-text("Trình duyệt")')
}

/** A site and a browser of the test file's own, from before its first test until after its last. */
export function walkSite(): Walk {
  let site: Site
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
    site = await startSite({ dataDir: copyOf(inject('seededSite')) })
    // The panel is a process of its own and begins when it is asked for.
    await vi.waitFor(async () => expect((await fetch(`${site.url}/admin/login`)).status).toBe(200), { timeout: 60_000, interval: 200 })
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
    site?.remove()
  })
  const problems: string[] = []
  mkdirSync(SHOTS, { recursive: true })
  return {
    problems,
    newContext: (options) => browser.newContext(options),
    url: () => site.url,
    dataDir: () => site.dataDir,
    signIn: async (who, viewport = DESK, locale = 'vi-VN') => {
      const context = await browser.newContext({ viewport, locale, timezoneId: 'Asia/Ho_Chi_Minh' })
      // The form of the panel is walked in panel.e2e.test.ts; here its question alone is asked.
      const answer = await context.request.post(`${site.url}/api/nguoi-dung/login`, { data: { email: emailOf(who), password: PASSWORD } })
      expect(answer.status()).toBe(200)
      return context
    },
    open: async (context, path) => {
      const page = await context.newPage()
      page.setDefaultTimeout(PATIENCE_MS)
      page.on('pageerror', (error) => problems.push(`${path}: ${error.message}`))
      page.on('console', (message) => message.text().includes('Content Security Policy') && problems.push(`${path}: ${message.text()}`))
      await page.goto(site.url + path, { waitUntil: 'networkidle' })
      return page
    },
  }
}

export const shot = (page: Page, name: string, fullPage = true): Promise<Buffer> => page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage })
export const fits = async (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth + 1)

/** An id that stands twice takes the label from the second field. */
const idsTwice = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    return ids.filter((id, n) => ids.indexOf(id) !== n).map((id) => `the id ${id} stands twice`)
  })

/** What axe finds wrong on the page as it stands; the text that is read there runs no script, and is a page that axe reads elsewhere. */
export const found = async (page: Page): Promise<string[]> => [
  ...(await idsTwice(page)),
  ...(await new AxeBuilder({ page }).exclude('iframe.khung-xem').analyze()).violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`),
]

/** The page fits, and axe finds nothing, on the light ground and on the dark. */
export async function reads(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    expect([page.url(), colorScheme, await fits(page), await found(page)]).toEqual([page.url(), colorScheme, true, []])
  }
}

/** Follows a link of a list. The panel's library puts its own words into the address as it awakes, which ends a walk begun before; a person clicks again. */
export async function follow(page: Page, link: string, until: string): Promise<void> {
  const arrived = async (): Promise<boolean> => {
    await page.click(link, { timeout: 3000 }).catch(() => undefined)
    return page.waitForSelector(until, { timeout: 5000 }).then(
      () => true,
      () => false,
    )
  }
  await expect.poll(arrived, { timeout: 60_000 }).toBe(true)
}

/** At the desk: every mandatory point is met. */
export async function answerChecklist(page: Page): Promise<void> {
  for (const point of await page.locator('form.duyet > .diem input[value=dat]').all()) await point.check()
}

/** At the desk: decides, and waits until it is said what was done. */
export async function decide(page: Page, verb = 'duyet'): Promise<void> {
  await page.click(`form.duyet button[value=${verb}]`)
  await page.waitForSelector('.da-lam[role=status]')
}
