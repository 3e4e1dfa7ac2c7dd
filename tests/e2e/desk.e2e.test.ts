/** The desk in a real browser: an approver between two lessons, on a phone without a script, and on a desk with one. Takes the guides' screenshots. */
import { describe, expect, it } from 'vitest'
import { emailOf, type PersonKey } from '../../src/demo/people.ts'
import { PASSWORD } from '../support/site.ts'
import { DESK, fits, PHONE, reads, shot, walkSite, WHOLE } from '../support/walk.ts'

const { signIn, open, problems, newContext, url } = walkSite()

/** Beside what waits and what is read: who, where, and the heading that says one is there. */
const SCREENS: [PersonKey, string, string][] = [
  ['giaovien', '/lam-viec', 'Đến lượt bạn'],
  ['giaovien', '/lam-viec/viet', 'Viết gì?'],
  ['giaovien', '/lam-viec/huong-dan', 'Hướng dẫn'],
  ['vanphong', '/lam-viec/cho', 'Mọi nội dung'],
  ['vanphong', '/lam-viec/lich', 'Tháng'],
  ['vanphong', '/lam-viec/hop-thu', 'Thông báo'],
  ['hieutruong', '/lam-viec/uy-quyen', 'Ai được duyệt'],
  ['hieutruong', '/lam-viec/tai-khoan', 'Tài khoản'],
  ['quantri', '/lam-viec/may-chu', 'Máy chủ'],
  ['vanphong', '/lam-viec/ho-so/tin-bai/1', 'Lịch sử'],
]

describe('the desk', () => {
  it('on a phone without a script: what waits, the text, and a refusal that leads to its point', async () => {
    const context = await newContext({ viewport: PHONE, javaScriptEnabled: false, timezoneId: 'Asia/Ho_Chi_Minh' })
    const page = await context.newPage()
    await page.goto(`${url()}/lam-viec`)
    await page.fill('[name=email]', emailOf('phohieutruong'))
    await page.fill('[name=password]', PASSWORD)
    await page.click('main button[type=submit]')
    await page.waitForURL(/\/lam-viec$/)
    await shot(page, 'ban-lam-viec-den-luot-360')
    await page.click('.viec a[href^="/lam-viec/doc/"]')
    const title = await page.locator('h1').innerText()
    expect(await page.frameLocator('iframe.khung-xem').locator('h1').innerText()).toBe(title)
    await page.click('button[value=duyet]')
    await page.waitForSelector('.tom-loi a')
    await page.click('.tom-loi a')
    await shot(page, 'ban-lam-viec-con-thieu-360')
    for (const point of await page.locator('form.duyet > .diem input[value=dat]').all()) await point.check()
    await page.click('button[value=duyet]')
    await page.waitForSelector('.da-lam[role=status]')
    await shot(page, 'ban-lam-viec-da-dang-360')
    await context.close()
  })

  it('is read by axe on both grounds, fits a phone and a desk, and the text grows to its whole height', async () => {
    for (const viewport of [PHONE, DESK]) {
      const context = await signIn('hieutruong', viewport)
      const home = await open(context, '/lam-viec')
      await reads(home)
      const to = await home.locator('.viec a[href^="/lam-viec/doc/"]').first().getAttribute('href')
      const page = await open(context, to!)
      await expect.poll(async () => page.locator('iframe.lon').evaluate((frame: HTMLIFrameElement) => frame.clientHeight >= (frame.contentDocument?.body.getBoundingClientRect().height ?? Infinity))).toBe(true) // prettier-ignore
      await reads(page)
      expect(await fits(page)).toBe(true)
      await shot(page, `ban-lam-viec-doc-${viewport.width}`)
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.click('.viec-khac summary')
      await shot(page, `ban-lam-viec-doc-toi-${viewport.width}`)
      await context.close()
    }
    expect(problems).toEqual([])
  })

  it.each(SCREENS)('%s shows %s to whoever works there: it fits, and axe finds nothing on either ground', async (who, path, title) => {
    for (const viewport of WHOLE ? [PHONE, DESK] : [PHONE]) {
      const context = await signIn(who, viewport)
      const page = await open(context, path)
      expect(await page.innerText('h1')).toContain(title)
      expect(await fits(page)).toBe(true)
      await reads(page)
      await shot(page, `ban-lam-viec-${path.split('/').at(-1)!.replace(/\W+/g, '-')}-${viewport.width}`)
      await context.close()
    }
    expect(problems).toEqual([])
  })
})
