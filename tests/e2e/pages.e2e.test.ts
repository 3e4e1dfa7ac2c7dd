/** The public pages as readers meet them: on a phone and a desk, in both schemes, by keyboard, at 400 % zoom, without scripts, over weak 4G. */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { DESK, fits, found, PHONE, shot, walkSite, WHOLE } from '../support/walk.ts'

const STORY = '/bai/hon-ba-tram-cay-ban-duoc-trong-tren-suon-doi-sau-truong'
const PAGES = [
  '/',
  STORY,
  '/bai/thong-bao-nghi-hoc-do-mua-lon-ngay-12',
  '/tin-bai',
  '/nam-hoc/2026-2027',
  '/nguoi-tot-viec-tot',
  '/chu-de',
  '/chu-de/day-va-hoc',
  '/don-vi',
  '/don-vi/doan-thanh-nien',
  '/tim-kiem?q=cay+ban',
  '/van-ban',
  '/van-ban/12-kh-thpthb-ke-hoach-giao-duc-nam-hoc-2026-2027',
  '/gioi-thieu',
  '/cong-khai/2026-2027',
  '/tu-lieu',
  '/lich',
  '/rss',
  '/so-do-trang',
  '/tro-nang',
  '/so-duyet',
  '/khong-co-trang-nay',
]
/** Choices of how pages are shown, beside the default in both schemes. */
const CHOICES = ['.sang', '.toi', 'rat-lon.tuong-phan']
const LOOKS = [
  [PHONE, 'dark'],
  [DESK, 'light'],
  ...(WHOLE
    ? ([
        [PHONE, 'light'],
        [DESK, 'dark'],
      ] as const)
    : []),
] as const
/** A phone's 320 CSS pixels are 1280 at 400 %. */
const ZOOMED = { width: 320, height: 256 }

const { open, problems, newContext, url } = walkSite()

async function on<T>(options: BrowserContextOptions, path: string, look: (page: Page) => Promise<T>, choice?: string): Promise<T> {
  const context = await newContext(options)
  if (choice) await context.addCookies([{ name: 'hien-thi', value: choice, url: url() }])
  const page = await open(context, path)
  try {
    return await look(page)
  } finally {
    await context.close()
  }
}

const nameOf = (path: string): string => path.split('?')[0]!.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'trang-chu'

describe('every public page', () => {
  it.each(PAGES)('%s fits phone, desk and the greatest zoom, and axe finds nothing', async (path) => {
    // One look of a page a run, each look on every other page; the long tests have axe read all of them.
    const readIn = PAGES.indexOf(path) % LOOKS.length
    await on({ viewport: PHONE }, path, async (page) => {
      for (const [nth, [viewport, colorScheme]] of LOOKS.entries()) {
        await page.setViewportSize(viewport)
        await page.emulateMedia({ colorScheme })
        expect(await fits(page)).toBe(true)
        if (WHOLE || nth === readIn) expect(await found(page)).toEqual([])
        await shot(page, `trang-${nameOf(path)}-${colorScheme}-${viewport.width}`)
      }
      await page.setViewportSize(ZOOMED)
      expect(await fits(page)).toBe(true)
    })
  })

  it.each(CHOICES)('reads as well where the reader chose %s', async (choice) => {
    for (const path of ['/', STORY, '/tim-kiem?q=cay+ban']) {
      const options = { viewport: PHONE, colorScheme: 'dark' as const }
      expect(await on(options, path, async (page) => [await fits(page), await found(page)], choice)).toEqual([true, []])
    }
  })
})

describe('the home page', () => {
  const tops = (page: Page): Promise<{ notice: number; lead: number }> =>
    page.evaluate(() => {
      const top = (selector: string): number => document.querySelector(selector)!.getBoundingClientRect().top
      return { notice: top('#thong-bao-moi ~ ul li'), lead: top('.dau-tien') }
    })
  it('has its notices within the first 800 pixels of a phone, and the lead story begins on the same screen', async () => {
    const { notice, lead } = await on({ viewport: PHONE }, '/', tops)
    expect([notice < 800, notice < lead, lead < PHONE.height]).toEqual([true, true, true])
  })
})

describe('over weak 4G', () => {
  /** Bytes on the wire and requests, as a phone with a sharp screen fetches the page for the first time, scrolled to its end. */
  const weigh = (path: string): Promise<{ kB: number; requests: number }> =>
    on({ viewport: PHONE, deviceScaleFactor: 2 }, '/robots.txt', async (page) => {
      const network = await page.context().newCDPSession(page)
      await network.send('Network.enable')
      let [bytes, requests] = [0, 0]
      network.on('Network.loadingFinished', ({ encodedDataLength }) => {
        bytes += encodedDataLength
        requests += 1
      })
      await page.goto(url() + path, { waitUntil: 'networkidle' })
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
      await page.waitForLoadState('networkidle')
      return { kB: bytes / 1000, requests }
    })

  it('a page of text weighs 20 kB at most, in four requests at most', async () => {
    const { kB, requests } = await weigh('/bai/lich-kiem-tra-giua-hoc-ky-i')
    process.stdout.write(`    a page of text: ${kB.toFixed(1)} kB in ${requests} requests\n`)
    expect(kB).toBeLessThanOrEqual(20)
    expect(requests).toBeLessThanOrEqual(4)
  })

  it('the home page with its pictures weighs 150 kB at most', async () => {
    const { kB, requests } = await weigh('/')
    process.stdout.write(`    home: ${kB.toFixed(1)} kB in ${requests} requests\n`)
    expect(requests).toBeGreaterThan(3)
    expect(kB).toBeLessThanOrEqual(150)
  })
})

describe('a reader', () => {
  it('without JavaScript opens the menu, a list, a story, and searches', async () => {
    await on({ viewport: PHONE, javaScriptEnabled: false }, '/', async (page) => {
      await page.click('summary')
      await page.click('.menu-hep nav >> text=Người tốt việc tốt')
      await page.click('main h2 a')
      expect(await page.locator('.da-duyet summary').innerText()).toContain('Đã duyệt')
      await page.click('summary')
      await page.fill('#tim-hep', 'cay ban')
      await page.press('#tim-hep', 'Enter')
      expect(await page.locator('main').innerText()).toContain('cây ban')
    })
  })

  it('without JavaScript chooses larger text and other colours, and keeps them on the next page', async () => {
    await on({ viewport: PHONE, javaScriptEnabled: false }, STORY, async (page) => {
      await page.click('#hien-thi >> text=Rất lớn')
      expect(new URL(page.url()).pathname).toBe(STORY)
      await page.click('#hien-thi >> text=Tương phản cao')
      await page.click('.duong-di a')
      expect(await page.locator('html').getAttribute('class')).toBe('co-rat-lon mau-tuong-phan')
      expect(await page.locator('#hien-thi [aria-current]').allInnerTexts()).toEqual(['Rất lớn', 'Tương phản cao'])
      await page.click('#hien-thi >> text=Thường')
      expect(await page.locator('html').getAttribute('class')).toBe('mau-tuong-phan')
    })
  })

  it('who uses the keyboard alone skips to the text, sees where he is and opens the menu', async () => {
    await on({ viewport: PHONE }, STORY, async (page) => {
      await page.keyboard.press('Tab')
      expect(await page.locator(':focus').innerText()).toBe('Tới nội dung chính')
      expect((await page.locator(':focus').boundingBox())!.x).toBeGreaterThanOrEqual(0)
      await page.keyboard.press('Enter')
      await expect.poll(() => new URL(page.url()).hash).toBe('#noi-dung')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.querySelector('main')!.contains(document.activeElement))).toBe(true)
      for (const step of ['Shift+Tab', 'Shift+Tab']) await page.keyboard.press(step)
      await page.locator('.menu-hep summary').focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await page.locator(':focus').innerText()).toBe('Giới thiệu')
      expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).not.toBe('none')
    })
  })

  it('prints a story with its approval in full, without menus', async () => {
    await on({ viewport: DESK }, STORY, async (page) => {
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.menu-rong').isVisible()).toBe(false)
      expect(await page.locator('.da-duyet').innerText()).toContain('SHA-256')
      expect(await page.locator('.chi-in').innerText()).toContain(STORY)
    })
  })
})

it('no page broke a script or the content security policy', () => expect(problems).toEqual([]))
