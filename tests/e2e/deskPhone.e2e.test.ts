/** Writing and signing at the desk on a phone in a real browser. Takes the guides' screenshots. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { fits, PHONE, reads, shot, walkSite } from '../support/walk.ts'
import { withScreenLock } from '../support/virtualPhone.ts'

const { signIn, open, problems, dataDir } = walkSite()
const NEW = '/lam-viec/viet'

describe('writing on a phone', () => {
  it('keeps what is typed on the device and on the server, and offers again what the server never got', async () => {
    const author = await signIn('giaovien', PHONE)
    const page = await open(author, `${NEW}?loai=tin`)
    await page.fill('[name=tieuDe]', 'Buổi đọc sách dưới tán ban')
    await page.fill('[name=noiDung]', 'Sáng thứ Bảy, cả lớp ngồi đọc.')
    await page.locator('[name=noiDung]').evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(0, 8))
    await page.click('.dau-chu button:has-text("Chữ đậm")')
    expect(await page.inputValue('[name=noiDung]')).toBe('**Sáng thứ** Bảy, cả lớp ngồi đọc.')
    await page.waitForSelector('.giu:has-text("Đã lưu lúc")')
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/lam-viec\/viet\/\d+$/)
    await author.setOffline(true)
    await page.fill('[name=noiDung]', 'Chữ gõ khi mất mạng.')
    await page.waitForSelector('.giu:has-text("Mất mạng")')
    await author.setOffline(false)
    await page.waitForSelector('.giu:has-text("Đã lưu lúc")')
    await author.setOffline(true)
    await page.fill('[name=noiDung]', 'Chữ chưa kịp gửi thì đóng trang.')
    await page.waitForSelector('.giu:has-text("Mất mạng")')
    const at = page.url()
    await page.close()
    await author.setOffline(false)
    const again = await open(author, new URL(at).pathname)
    await again.click('.da-lam button:has-text("Dùng lại chữ ấy")')
    expect(await again.inputValue('[name=noiDung]')).toBe('Chữ chưa kịp gửi thì đóng trang.')
    expect(await fits(again)).toBe(true)
    await shot(again, 'ban-lam-viec-viet-360')
    await reads(again)
    await again.click('button[value=trinh]')
    await again.waitForSelector('.tom-loi')
    await again.click('.tom-loi a')
    await again.check('[name=chuDe] >> nth=0')
    await again.click('button[value=trinh]')
    await again.waitForURL(/\/xem\?da=daTrinh/)
    await shot(again, 'ban-lam-viec-da-trinh-360')
    await reads(again)
    await author.close()
  })
})

/** In the panel: the same save, refused until the device has signed it. */
async function changesTheRegulation(page: Page): Promise<void> {
  await page.goto(new URL('/admin/globals/quy-che', page.url()).toString())
  await page.waitForSelector('#field-gioXacNhanKhan')
  await page.fill('#field-gioXacNhanKhan', '11')
  await page.click('#action-save')
  await page.waitForSelector('.ct-proof button:has-text("Ký bằng thiết bị này")')
  expect(await page.innerText('.ct-proof')).toMatch(/Quy chế mới \(mã [0-9a-f]{8}\)\. Thay đổi: giờ xác nhận đăng khẩn: 12 → 11/)
  await shot(page, 'quy-che-ky-360')
  await page.click('.ct-proof button:has-text("Ký bằng thiết bị này")')
  await page.waitForSelector('text=Đã ký. Hãy lưu lại')
  await page.click('#action-save')
  await page.waitForSelector('.toast-success')
}

describe('signing on a phone', () => {
  it('the principal’s key is made in two touches, confirmed at the console, and signs with one', async () => {
    const principal = await signIn('hieutruong', PHONE)
    const page = await open(principal, '/lam-viec/tai-khoan')
    await withScreenLock(principal, page)
    await page.click('[data-khoa-moi]')
    await page.waitForSelector('h1:has-text("Xác nhận khoá mới")')
    await page.click('[data-ky]')
    await page.waitForSelector('text=đang chờ xác nhận')
    await shot(page, 'ban-lam-viec-khoa-cho-360')
    await reads(page)
    const ma = (await page.locator('.da-lam strong').last().innerText()).replaceAll(' ', '')
    execFileSync(process.execPath, ['--conditions=production', resolve('build/key-confirm.mjs')], {
      env: { ...process.env, NODE_ENV: 'production', DATA_DIR: dataDir(), DATABASE_URL: readFileSync(join(dataDir(), 'database.url'), 'utf8').trim(), PAYLOAD_SECRET: 'x', NODE_OPTIONS: '' }, // prettier-ignore
      input: `${ma}\nxác nhận\n`,
    })
    await page.goto(new URL('/lam-viec', page.url()).toString())
    await page.click('.viec a[href^="/lam-viec/doc/"]')
    for (const point of await page.locator('form.duyet > .diem input[value=dat]').all()) await point.check()
    await page.click('form.duyet button[value=duyet]')
    await page.waitForSelector('h1:has-text("Ký quyết định")')
    expect(await fits(page)).toBe(true)
    await shot(page, 'ban-lam-viec-ky-360')
    await reads(page)
    await page.click('[data-ky]')
    await page.waitForSelector('.da-lam[role=status]')
    expect(await page.innerText('main')).toMatch(/Duyệt, lần \d/)
    await changesTheRegulation(page)
    await principal.close()
  })

  it('no page of these roads broke a script or the content security policy', () => expect(problems).toEqual([]))
})
