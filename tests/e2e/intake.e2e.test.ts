/** A class on a cheap phone tells of a good deed; the focal point takes it up; the papers of those in it. Takes the guides' screenshots. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '../../src/demo/people.ts'
import { DESK, fits, found, PHONE, reads, shot, walkSite, WHOLE } from '../support/walk.ts'

const { signIn, open, problems, newContext, url } = walkSite()

let code = ''
beforeAll(async () => {
  const doan = await signIn('doantn')
  const page = await open(doan, '/lam-viec/lop')
  await page.click('button:has-text("Lập mã cho mọi lớp chưa có")')
  await page.waitForSelector('.da-lam[role=status]')
  code = (await page.locator('tr:has-text("12A1") .ma').innerText()).replaceAll(' ', '')
  await doan.close()
})

const photo = async (shade: number): Promise<Buffer> => sharp({ create: { width: 1200, height: 900, channels: 3, background: { r: 90, g: shade, b: 140 } } }).jpeg().toBuffer() // prettier-ignore

async function tells(page: Page, ai: string): Promise<void> {
  await page.fill('[name=ai]', ai)
  await page.fill('[name=viec]', 'Chiều thứ năm hai bạn dọn bùn trước cổng trường sau trận lũ, rồi dìu một cụ già qua đoạn đường trơn.')
  await page.check('[name=dongY][value=roi]')
  await page.fill('[name=nguoiXacNhan]', 'Cô Hoa')
}

/** Over a megabyte: three parts. What is added is room that says nothing. */
function longFilm(): Buffer {
  const film = readFileSync(join(import.meta.dirname, '../fixtures/phim/phim.mov'))
  const room = Buffer.alloc(1_200_000)
  room.writeUInt32BE(room.length)
  room.write('free', 4)
  return Buffer.concat([film, room])
}

describe('a class', () => {
  it('on a phone without a script: the code, the form, a mistake that costs nothing, the receipt', async () => {
    const context = await newContext({ viewport: PHONE, javaScriptEnabled: false, timezoneId: 'Asia/Ho_Chi_Minh' })
    const page = await context.newPage()
    await page.goto(`${url()}/nguoi-tot-viec-tot`)
    await page.click('a:has-text("Kể một chuyện tốt")')
    await shot(page, 'gui-bai-ma-360')
    await page.fill('[name=ma]', 'sai mã')
    await page.click('main button[type=submit]')
    await page.waitForSelector('.tom-loi')
    await page.fill('[name=ma]', `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`)
    await page.click('main button[type=submit]')
    await page.waitForURL(/\/gui-bai\/[0-9A-Z]{8}$/)
    await shot(page, 'gui-bai-360')
    await tells(page, '')
    await page.setInputFiles('[name=anh]', { name: 'don-bun.jpg', mimeType: 'image/jpeg', buffer: await photo(60) })
    await page.waitForTimeout(2100)
    await page.click('main button[type=submit]')
    await page.waitForSelector('.tom-loi a')
    expect(await page.locator('[name=giu]').count()).toBe(1)
    expect(await page.inputValue('[name=viec]')).toContain('dọn bùn')
    await shot(page, 'gui-bai-con-thieu-360')
    await page.fill('[name=ai]', 'Hai bạn Lò Thị Na và Vừ A Chía, 12A1')
    await page.waitForTimeout(2100)
    await page.click('main button[type=submit]')
    await page.waitForURL(/\/gui-bai\/bien-nhan\//)
    expect(await page.locator('h1').innerText()).toBe('Đã nhận bài')
    await shot(page, 'gui-bai-bien-nhan-360')
    await context.close()
  })

  it('with one: keeps what is typed, sends each picture by itself, and forgets it all when it was received', async () => {
    const context = await newContext({ viewport: PHONE, timezoneId: 'Asia/Ho_Chi_Minh' })
    const page = await open(context, `/gui-bai/${code}`)
    await tells(page, 'Bạn Cà Văn Thêm, 12A1')
    await page.reload()
    expect(await page.inputValue('[name=ai]')).toBe('Bạn Cà Văn Thêm, 12A1')
    expect(await page.isChecked('[name=dongY][value=roi]')).toBe(true)
    await page.setInputFiles('[name=anh]', [
      { name: 'mot.jpg', mimeType: 'image/jpeg', buffer: await photo(120) },
      { name: 'hai.jpg', mimeType: 'image/jpeg', buffer: await photo(180) },
    ])
    await expect.poll(async () => page.locator('[name=giu]:checked').count(), { timeout: 20_000 }).toBe(2)
    // The line breaks; the picture is offered again, the others stay.
    await context.setOffline(true)
    await page.setInputFiles('[name=anh]', { name: 'ba.jpg', mimeType: 'image/jpeg', buffer: await photo(220) })
    await page.waitForSelector('button:has-text("Gửi lại ảnh này")')
    await shot(page, 'gui-bai-mat-mang-360')
    await context.setOffline(false)
    await page.click('button:has-text("Gửi lại ảnh này")')
    await expect.poll(async () => page.locator('[name=giu]:checked').count(), { timeout: 20_000 }).toBe(3)
    // A film goes on where its line broke, and nothing of it is sent twice.
    let parts = 0
    await page.route('**/phan/noi**', (route) => ((parts += 1) === 2 ? route.abort() : route.continue()))
    await page.setInputFiles('[name=anh]', { name: 'dai.mov', mimeType: 'video/quicktime', buffer: longFilm() })
    await expect.poll(async () => page.locator('[name=giu]:checked').count(), { timeout: 30_000 }).toBe(4)
    expect(parts).toBe(4)
    await page.waitForTimeout(2100)
    await page.click('main button[type=submit]')
    await page.waitForURL(/\/gui-bai\/bien-nhan\//)
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('ct-gui:')))).toEqual([])
    await context.close()
  })

  it('gets pages that axe finds nothing wrong with, that fit, and weigh little', async () => {
    for (const viewport of WHOLE ? [PHONE, DESK] : [PHONE]) {
      const context = await newContext({ viewport, timezoneId: 'Asia/Ho_Chi_Minh' })
      for (const path of ['/gui-bai', `/gui-bai/${code}`]) await reads(await open(context, path))
      await context.close()
    }
    const context = await newContext({ viewport: PHONE })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    let [bytes, requests] = [0, 0]
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
      // A picture that stands in the style is no request.
      requests += encodedDataLength > 0 ? 1 : 0
    })
    await page.goto(`${url()}/gui-bai/${code}`, { waitUntil: 'networkidle' })
    process.stdout.write(`/gui-bai with its form: ${bytes} bytes in ${requests} requests\n`)
    expect([bytes <= 30_000, requests <= 3]).toEqual([true, true])
    await context.close()
  })
})

const SCREENS: [PersonKey, string, string][] = [
  ['doantn', '/lam-viec/lop', 'Lớp và chuyện tốt'],
  ['doantn', '/lam-viec/lop/ap-phich', 'Áp phích'],
  ['doantn', '/lam-viec/phat-thanh', 'Phát thanh'],
  ['vanphong', '/lam-viec/dong-y', 'Phiếu đồng ý'],
  ['vanphong', '/lam-viec/dong-y/1', 'Phiếu đồng ý'],
  ['vanphong', '/lam-viec/khong-hien', 'Người không đưa lên trang'],
  ['giaovien', '/lam-viec/phieu-dong-y', 'In phiếu đồng ý'],
]
const nameOf = (path: string): string => path.replace(/^\/lam-viec\//, '').replaceAll('/', '-')

describe('the desk of the focal point', () => {
  it('shows what came, asks, and leads to writing it', async () => {
    const context = await signIn('doantn', PHONE)
    const page = await open(context, '/lam-viec/lop')
    await page.click('.viec a[href^="/lam-viec/nhan/"]')
    await page.waitForSelector('h2:has-text("Lớp kể")')
    await reads(page)
    await shot(page, 'doan-tn-nhan-bai-360')
    await page.click('summary:has-text("Hỏi lại lớp")')
    await page.fill('[name=hoi]', 'Việc này xảy ra hôm nào?')
    await page.click('button:has-text("Gửi câu hỏi")')
    await page.waitForSelector('.da-lam[role=status]')
    await page.click('summary:has-text("Nhờ giáo viên chủ nhiệm xác nhận")')
    await page.click('button:has-text("Làm liên kết")')
    const words = await page.locator('textarea[data-chep]').inputValue()
    const teacher = await newContext({ viewport: PHONE, javaScriptEnabled: false })
    const link = await teacher.newPage()
    await link.goto(url() + new URL(/https?:\S+/.exec(words)![0]).pathname)
    await shot(link, 'giao-vien-xac-nhan-360')
    expect(await fits(link)).toBe(true)
    await teacher.close()
    await page.goBack()
    await page.click('a:has-text("Soạn lại và trình")')
    await page.waitForSelector('[name=noiDung]')
    expect(await page.inputValue('[name=noiDung]')).toContain('dọn bùn')
    await context.close()
  })

  it.each(SCREENS)('%s on %s: fits, and axe finds nothing, on a phone and (all of them in the long tests) on a desk', async (who, path, title) => {
    for (const viewport of WHOLE || path === '/lam-viec/lop' ? [PHONE, DESK] : [PHONE]) {
      const context: BrowserContext = await signIn(who, viewport)
      const page = await open(context, path)
      expect(await page.locator('h1').innerText()).toContain(title)
      await reads(page)
      await shot(page, `${nameOf(path)}-${viewport.width}`)
      await page.emulateMedia({ colorScheme: 'dark' })
      await shot(page, `${nameOf(path)}-toi-${viewport.width}`)
      await context.close()
    }
  })

  it('prints one sheet a class and a paper without the desk around it', async () => {
    for (const [who, path, kept, gone] of [
      ['doantn', '/lam-viec/lop/ap-phich', '.ap-phich', 'header.ban'],
      ['giaovien', '/lam-viec/phieu-dong-y?tuoi=tu7', '.giay', '.khong-in'],
    ] as const) {
      const context = await signIn(who)
      const page = await open(context, path)
      await page.emulateMedia({ media: 'print' })
      expect([await page.locator(kept).first().isVisible(), await page.locator(gone).first().isVisible()]).toEqual([true, false])
      await shot(page, `in-${nameOf(path).split('?')[0]}`)
      await context.close()
    }
  })

  it('meets no script error and no refusal of its own policy', async () => {
    expect(problems).toEqual([])
    const context = await newContext({ viewport: PHONE })
    const page = await open(context, '/gui-bai/khong-co')
    expect([await page.locator('h1').innerText(), await found(page)]).toEqual(['Chưa làm được', []])
    await context.close()
  })
})

describe('a busy code', () => {
  it('asks for work: the machine does it while one types, and the form goes through', async () => {
    const form = `${url()}/gui-bai/${code}`
    const marks: string[] = []
    for (let n = 0; n < 12; n += 1) marks.push(/name="luc" value="([^"]+)"/.exec(await (await fetch(form)).text())![1]!)
    await new Promise((done) => setTimeout(done, 2100))
    for (const [n, luc] of marks.entries()) {
      const body = new FormData()
      const told = { luc, ai: `Bạn thứ ${n}`, viec: 'Nhặt được ví, trả lại người mất.', ngay: '2026-11-02', nguoiXacNhan: 'Cô Hoa', nguoiGui: '', dongY: 'roi' }
      for (const [name, value] of Object.entries(told)) body.append(name, value)
      await fetch(form, { method: 'POST', body })
    }
    const context = await newContext({ viewport: PHONE })
    const page = await open(context, `/gui-bai/${code}`)
    expect(await page.locator('input[data-cong]').count()).toBe(1)
    await tells(page, 'Bạn Giàng A Tủa, 12A1')
    await page.waitForTimeout(2100)
    await page.click('main button[type=submit]')
    await page.waitForURL(/\/gui-bai\/bien-nhan\//, { timeout: 60_000 })
    expect(await page.locator('h1').innerText()).toBe('Đã nhận bài')
    await context.close()
  })
})
