/** No word is too long for a page: nothing is pushed sideways, nothing is cut off, on the smallest phone and on a desk. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { GATES } from '../../src/policy/gate/gates/index.ts'
import { openBrowser } from '../support/browser.ts'
import { everyPage, publishLongWords } from '../support/longWords.ts'
import { openSchool } from '../support/school.ts'

const school = openSchool()
/** The last with the largest text a reader can choose. */
const SIZES = [320, 360, 700, 1280, 320].map((width, i) => ({ width, largest: i === 4 }))
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
  await publishLongWords(school)
}, 300_000)
afterAll(() => browser?.close())

/** What does not fit, by name; all that opens is open. Words for screen readers alone are clipped on purpose, and a field scrolls. */
const unfit = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
    const name = (e: Element): string => `${e.tagName.toLowerCase()}.${[...e.classList].join('.')}`
    const { scrollWidth, clientWidth } = document.scrollingElement!
    const all = [...document.body.querySelectorAll('*')]
    const clipped = all.filter((e) => {
      const { overflowX, clipPath } = getComputedStyle(e)
      return overflowX !== 'visible' && clipPath === 'none' && !e.matches('input,select,svg,svg *') && e.scrollWidth > e.clientWidth + 1
    })
    const wide =
      scrollWidth > clientWidth ? all.filter((e) => e.getBoundingClientRect().right > clientWidth + 1 && e.getClientRects().length > 0).slice(-3) : []
    const tall = [...document.querySelectorAll('.nut')].filter((e) => e.getClientRects().length > 0 && e.getBoundingClientRect().height > 80)
    return [
      ...(scrollWidth > clientWidth ? [`sideways ${scrollWidth}: ${wide.map(name).join(' ')}`] : []),
      ...clipped.map((e) => `clipped ${name(e)}`),
      ...tall.map((e) => `squeezed ${name(e)}`),
    ]
  })

async function walk(paths: readonly string[], headers: Record<string, string> = {}): Promise<string[]> {
  const context = await browser.newContext({ extraHTTPHeaders: headers })
  const page = await context.newPage()
  const found: string[] = []
  for (const path of paths) {
    await page.goto(school.url + path, { waitUntil: 'domcontentloaded' })
    for (const { width, largest } of SIZES) {
      await page.setViewportSize({ width, height: 740 })
      if (largest) await page.evaluate(() => document.documentElement.classList.add('co-rat-lon'))
      found.push(...(await unfit(page)).map((what) => `${width}${largest ? ' largest' : ''} ${path.slice(0, 60)} ${what}`))
    }
  }
  await context.close()
  return found
}

it('every page of the site holds words and addresses of sixty letters', async () => {
  const paths = await everyPage(school)
  expect(paths.length).toBeGreaterThan(60)
  expect(await walk(paths)).toEqual([])
}, 300_000)

it('so does every submission as its reviewers see it', async () => {
  const { rows } = await school.sql.query(`select max(id) as id from ban_trinh group by bo_suu_tap, loai`)
  expect(rows.length).toBeGreaterThanOrEqual(GATES.length)
  const paths = (rows as { id: string }[]).map(({ id }) => `/api/ban-trinh/${id}/xem`)
  expect(await walk(paths, { Authorization: `JWT ${(await school.as('hieutruong')).token}` })).toEqual([])
}, 300_000)
