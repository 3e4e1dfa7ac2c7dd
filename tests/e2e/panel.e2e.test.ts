/**
 * Every page of the panel, as each role meets it, in a browser that asks for English: Vietnamese all the same, in words, with
 * nobody called by a number. A page that comes is met by this walk by itself: it reads the menu and the lists.
 */
import { en } from '@payloadcms/translations/languages/en'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { emailOf } from '../../src/demo/people.ts'
import { TRANG_THAI } from '../../src/policy/gate/states.ts'
import { PASSWORD } from '../support/site.ts'
import { DESK, fits, follow, PHONE, shot, walkSite, WHOLE } from '../support/walk.ts'

const { signIn, open, newContext, url } = walkSite()

type Words = { [name: string]: string | Words }
const textsOf = (words: Words): string[] => Object.values(words).flatMap((w) => (typeof w === 'string' ? [w] : textsOf(w)))
/** Payload's own English, as whole lines of a page; names that Vietnamese has too are left out. */
const ENGLISH = new Set(
  textsOf(en.translations as unknown as Words).filter((text) => /^[A-Z][A-Za-z ,.'?]{3,}$/.test(text) && !['Menu', 'Email'].includes(text)),
)
const ALSO = ['Failed to fetch', 'Invalid PDF file.', 'Filename:', 'Successfully saved', 'no nav groups']
/** Codes of the house that are words of no language. */
const CODES = [...TRANG_THAI, 'nguoiDuyet', 'congTacVien', 'bienTapVien', 'nguoiPhatNgon', 'chinhDanh', 'nguoiTotViecTot', 'tin-bai', 'chu-de', 'don-vi']

function faults(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim())
  const words = new Set(text.split(/[\s,.;:()“”]+/))
  return [
    ...lines.filter((line) => ENGLISH.has(line)),
    ...ALSO.filter((part) => text.includes(part)),
    ...CODES.filter((code) => words.has(code)),
    ...(text.match(/\[object Object\]|\bID: ?\d+|\d{4}-\d\d-\d\dT\d\d:\d\d\S*/g) ?? []),
  ]
}

const linksOf = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).pathname + (a as HTMLAnchorElement).search))

/** Every list of the menu, its form for something new and its first document; and what the menu leaves out, for it stays open. */
const EVERY = [
  'tin-bai',
  'tu-lieu',
  'dong-y',
  'van-ban',
  'trang',
  'cai-dat',
  'chu-de',
  'don-vi',
  'ho-so',
  'ban-trinh',
  'phieu-duyet',
  'ban-dang',
  'nhat-ky',
  'nguoi-dung',
  'uy-quyen',
]

describe('the panel in a browser that asks for English', () => {
  it('signs in and finds a password again in Vietnamese, under the school’s own name', async () => {
    const visitor = await newContext({ viewport: PHONE, locale: 'en-US' })
    for (const path of ['/admin/login', '/admin/forgot']) {
      const page = await open(visitor, path)
      expect([path, faults(await page.locator('body').innerText())]).toEqual([path, []])
      expect(await page.locator('html').getAttribute('lang')).toBe('vi')
      expect(await page.title()).toMatch(/ – Trường THPT Hoa Ban$/)
      expect(await fits(page)).toBe(true)
    }
    const page = await open(visitor, '/admin/login')
    await page.fill('input[name=email]', emailOf('giaovien'))
    await page.fill('input[name=password]', 'không phải mật khẩu này')
    await page.click('button[type=submit]')
    await page.waitForSelector('.toast-error, [data-sonner-toast]')
    expect(faults(await page.locator('body').innerText())).toEqual([])
    expect(await page.locator('.ct-logo').innerText()).toContain('Trường THPT Hoa Ban')
    expect(await page.locator('.ct-logo img').evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0)).toBe(true)
    await shot(page, 'dang-nhap-360')
    await page.fill('input[name=password]', PASSWORD)
    await page.click('button[type=submit]')
    await page.waitForSelector('.ct-queues')
    await visitor.close()
  })

  it.each(WHOLE ? (['giaovien', 'vanphong', 'hieutruong', 'quantri'] as const) : (['hieutruong'] as const))(
    '%s meets no English, no code, no number for a person',
    async (who) => {
      const person = await signIn(who, DESK, 'en-US')
      const page = await open(person, '/admin')
      const wrong: string[] = []
      const look = async (path: string): Promise<void> => {
        const answer = await page.goto(url() + path, { waitUntil: 'networkidle', timeout: 60_000 })
        if (answer?.status() === 404) return
        wrong.push(...faults(await page.locator('body').innerText()).map((fault) => `${path}: ${fault}`))
      }
      await look('/admin')
      await shot(page, `ban-lam-viec-${who}-1280`)
      const seen = await page.locator('a[id^=nav-]').evaluateAll((all) => all.filter((a) => getComputedStyle(a).display !== 'none').map((a) => a.id))
      expect(seen.includes('nav-nhat-ky')).toBe(who === 'hieutruong')
      expect(seen.includes('nav-tin-bai')).toBe(who !== 'quantri')
      if (who === 'giaovien') expect(seen.sort()).toEqual(['nav-dong-y', 'nav-tin-bai', 'nav-tu-lieu'])
      await look('/admin/account')
      await look('/admin/globals/quy-che')
      for (const slug of EVERY) {
        await look(`/admin/collections/${slug}`)
        const [first] = await linksOf(page, 'table tbody a')
        if (first) await look(first)
        if (first && ['tin-bai', 'trang'].includes(slug)) await look(`${first}/versions`)
      }
      for (const slug of ['tin-bai', 'tu-lieu', 'dong-y', 'uy-quyen', 'nguoi-dung']) await look(`/admin/collections/${slug}/create`)
      expect(wrong).toEqual([])
      await person.close()
    },
  )
})

describe('something new', () => {
  it('is begun with a title; opening, and opening again, stores nothing', async () => {
    const teacher = await signIn('giaovien', PHONE)
    const page = await open(teacher, '/admin')
    const count = async (): Promise<number> => (await (await page.request.get(`${url()}/api/tin-bai/count`)).json()).totalDocs as number
    const before = await count()
    for (let i = 0; i < 3; i += 1) await page.goto(`${url()}/admin/collections/tin-bai/create`, { waitUntil: 'networkidle' })
    await page.goto(`${url()}/admin/collections/tin-bai`, { waitUntil: 'networkidle' })
    // A story is begun at the desk; its long form in the panel is a link away.
    await follow(page, 'a:has-text("Tạo mới")', 'a[href="/lam-viec/viet?loai=tin"]')
    await page.click('a[href="/admin/bat-dau/tin-bai"]')
    await page.waitForSelector('.ct-begin')
    expect(await count()).toBe(before)
    await page.click('button:has-text("Bắt đầu viết")')
    await page.waitForSelector('.ct-refusals')
    expect(await count()).toBe(before)
    await page.fill('#field-tieuDe', 'Bắt đầu từ một cái tên')
    expect(await fits(page)).toBe(true)
    await page.click('button:has-text("Bắt đầu viết")')
    await page.waitForURL(/tin-bai\/\d+/)
    await expect.poll(() => page.inputValue('#field-tieuDe')).toBe('Bắt đầu từ một cái tên')
    expect(await count()).toBe(before + 1)
    // A refusal leads to its field: in sight, marked, below the strip.
    await page.click('.ct-panel button:has-text("Trình duyệt")')
    await page.locator('.ct-refusals a').last().click()
    const field = page.locator('.ct-meant')
    await field.waitFor()
    const { top, bottom } = await field.evaluate((e) => e.getBoundingClientRect().toJSON() as { top: number; bottom: number })
    expect(top).toBeGreaterThan(60)
    expect(bottom).toBeLessThanOrEqual(PHONE.height)
    await teacher.close()
  })

  it('of an account is an invitation: no page of the panel asks for another’s password', async () => {
    const technician = await signIn('quantri')
    const page = await open(technician, '/admin/collections/nguoi-dung/create')
    await page.waitForSelector('details[open] input[name=hoTen]')
    expect(new URL(page.url()).pathname).toBe('/admin/collections/nguoi-dung')
    expect(await page.locator('#field-password, #field-confirm-password').count()).toBe(0)
    await shot(page, 'quan-tri-moi-1280')
    await technician.close()
  })

  it('of the settings there is none: the one document opens', async () => {
    const office = await signIn('vanphong')
    const page = await open(office, '/admin/collections/cai-dat/create')
    await page.waitForURL(/cai-dat\/\d+/)
    expect(await page.locator('#field-tenTruong').inputValue()).toBe('Trường THPT Hoa Ban')
    await office.close()
  })
})

describe('a list', () => {
  it('offers no work on many at once, and is filtered by state with one tap', async () => {
    const office = await signIn('vanphong')
    const page = await open(office, '/admin/collections/tin-bai')
    for (const never of ['.cell-_select', '#heading-_select', '.list-selection']) expect(await page.locator(`${never}:visible`).count()).toBe(0)
    await follow(page, '.ct-filter a:has-text("Chờ duyệt")', '.ct-filter a[aria-current]:has-text("Chờ duyệt")')
    await expect
      .poll(() =>
        page
          .locator('.cell-trangThai')
          .allInnerTexts()
          .then((all) => [...new Set(all.map((t) => t.trim()))]),
      )
      .toEqual(['◕ Chờ duyệt'])
    expect(faults(await page.locator('body').innerText())).toEqual([])
    await office.close()
  })
})
