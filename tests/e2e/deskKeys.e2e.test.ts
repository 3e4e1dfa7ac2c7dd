/** The desk without a mouse and without eyes: every screen by Tab alone, as a screen reader is told it, and an approval by keyboard from signing in to "Đã đăng". */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { emailOf, type PersonKey } from '../../src/demo/people.ts'
import { DESK, PHONE, walkSite, WHOLE } from '../support/walk.ts'
import { PASSWORD } from '../support/site.ts'

const { signIn, open, problems, newContext, url } = walkSite()

const SCREENS: [PersonKey, string][] = [
  ['giaovien', '/lam-viec'],
  ['giaovien', '/lam-viec/viet'],
  ['giaovien', '/lam-viec/viet/tin-bai'],
  ['vanphong', '/lam-viec/cho'],
  ['vanphong', '/lam-viec/lich'],
  ['vanphong', '/lam-viec/ho-so/tin-bai/1'],
  ['hieutruong', '/lam-viec'],
  ['hieutruong', '/lam-viec/uy-quyen'],
  ['hieutruong', '/lam-viec/tai-khoan'],
  ['quantri', '/lam-viec/may-chu'],
  ['doantn', '/lam-viec/lop'],
  ['doantn', '/lam-viec/phat-thanh'],
  ['doantn', '/lam-viec/dot'],
  ['vanphong', '/lam-viec/dong-y'],
  ['vanphong', '/lam-viec/khong-hien'],
  ['vanphong', '/lam-viec/kho'],
  ['phohieutruong', '/lam-viec/quy-dinh'],
]
const MOST_STOPS = 400

type Stop = { at: string; name: string; ring: boolean; covered: string | null }

/** What has the focus: how it is called, whether one sees that it has it, and what lies over its middle. */
const stopNow = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const it = document.activeElement
    if (!(it instanceof HTMLElement) || it === document.body) return null
    // The text that is read has links of its own.
    if (it instanceof HTMLIFrameElement) return { at: 'iframe', name: it.title, ring: true, covered: null }
    const box = it.getClientRects()[0] ?? it.getBoundingClientRect()
    const style = getComputedStyle(it)
    const label = it instanceof HTMLInputElement || it instanceof HTMLTextAreaElement || it instanceof HTMLSelectElement ? [...(it.labels ?? [])].map((l) => l.innerText).join(' ') : ''
    const name = (it.getAttribute('aria-label') ?? '') || label || it.innerText || it.getAttribute('title') || (it instanceof HTMLInputElement ? it.value : '')
    const over = document.elementFromPoint(box.x + box.width / 2, Math.min(box.y + box.height / 2, box.y + 40))
    const seen = over === null || it.contains(over) || over.closest('label')?.control === it
    return {
      at: `${it.tagName.toLowerCase()} ${(it.getAttribute('href') ?? it.getAttribute('name') ?? it.className).slice(0, 60)}`,
      name: name.trim(),
      ring: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
      covered: seen ? null : `${over.tagName.toLowerCase()}.${over.className}`,
    }
  }) // prettier-ignore

/** Every place Tab stops at, in order, until it leaves the page. */
async function stopsOf(page: Page): Promise<Stop[]> {
  const stops: Stop[] = []
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  for (let n = 0; n < MOST_STOPS; n += 1) {
    await page.keyboard.press('Tab')
    const stop = await stopNow(page)
    if (stop === null) return stops
    stops.push(stop)
  }
  throw new Error(`Tab did not leave ${page.url()} after ${MOST_STOPS} stops`)
}

/** Tab until what has the focus is called so; as a person who listens. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let n = 0; n < MOST_STOPS; n += 1) {
    await page.keyboard.press('Tab')
    if (name.test((await stopNow(page))?.name ?? '')) return
  }
  throw new Error(`${page.url()}: Tab reaches nothing called ${name}`)
}

const bad = (stops: readonly Stop[]): Stop[] => stops.filter(({ name, ring, covered }) => name === '' || !ring || covered !== null)

/** What a screen reader is told of the page: one heading, its landmarks, levels without a gap, nothing that says no name. */
async function hears(page: Page): Promise<void> {
  const heard = await page.locator('body').ariaSnapshot()
  expect(heard.match(/\[level=1\]/g)).toHaveLength(1)
  for (const landmark of ['banner', 'main', 'navigation']) expect(heard).toContain(`- ${landmark}`)
  const levels = [...heard.matchAll(/\[level=(\d)\]/g)].map(([, level]) => Number(level))
  for (const [n, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[n - 1] ?? 0) + 1)
  expect(heard).not.toMatch(/- (?:link|button|textbox|combobox|checkbox|radio)(?:\s\[[^\]]*\])*:?$/m)
}

async function byTabAlone(page: Page): Promise<void> {
  const controls = 'main :is(a[href],button,summary,input:not([type=hidden]):not([type=radio]),textarea,select):visible'
  const wanted = await page.locator(controls).count()
  const stops = await stopsOf(page)
  expect(stops.length).toBeGreaterThanOrEqual(wanted)
  expect([page.url(), bad(stops)]).toEqual([page.url(), []])
}

describe('the desk by keyboard', () => {
  it.each(SCREENS)('%s reaches everything on %s by Tab, named, seen and uncovered; and it is heard as it stands', async (who, path) => {
    for (const viewport of WHOLE ? [PHONE, DESK] : [PHONE]) {
      const context = await signIn(who, viewport)
      const page = await open(context, path)
      await hears(page)
      await byTabAlone(page)
      await context.close()
    }
    expect(problems).toEqual([])
  })

  it('the review screen too, with everything on it opened', async () => {
    for (const viewport of [PHONE, DESK]) {
      const context = await signIn('hieutruong', viewport)
      const home = await open(context, '/lam-viec')
      const page = await open(context, (await home.locator('.viec a[href^="/lam-viec/doc/"]').first().getAttribute('href'))!)
      await hears(page)
      await page.evaluate(() => document.querySelectorAll('main details').forEach((one) => one.setAttribute('open', '')))
      await byTabAlone(page)
      await context.close()
    }
  })

  it('such a walk notices a ring that is gone, and what lies over a control', async () => {
    const page = await open(await signIn('giaovien', PHONE), '/lam-viec')
    const dress = (css: string): Promise<void> =>
      page.evaluate((text) => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(text)
        document.adoptedStyleSheets = [sheet]
      }, css)
    await dress('*{outline:none!important;box-shadow:none!important}')
    expect(bad(await stopsOf(page)).some(({ ring }) => !ring)).toBe(true)
    await dress('body::after{content:"";position:fixed;inset:50% 0 0;background:red;z-index:9}main{position:static}')
    expect(bad(await stopsOf(page)).some(({ covered }) => covered !== null)).toBe(true)
  })

  it('a vice principal signs in, reads, answers and approves without a mouse', async () => {
    const context = await newContext({ viewport: DESK, timezoneId: 'Asia/Ho_Chi_Minh' })
    const page = await context.newPage()
    await page.goto(`${url()}/lam-viec`)
    await tabTo(page, /thư điện tử|email/i)
    await page.keyboard.type(emailOf('phohieutruong'))
    await tabTo(page, /mật khẩu/i)
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/lam-viec$/)
    const title = await page.locator('.viec a[href^="/lam-viec/doc/"]').first().innerText()
    await tabTo(page, new RegExp(title.slice(0, 30).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/lam-viec\/doc\//)
    await tabTo(page, /^Duyệt/)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.tom-loi')
    await tabTo(page, /Tôi đã xem cả/)
    await page.keyboard.press('Space')
    await tabTo(page, /^Duyệt/)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.da-lam[role=status]')
    expect(await page.innerText('.da-lam[role=status]')).toMatch(/Đã/)
    await context.close()
  })
})
