/** Films, faces covered, the archive, the official channels: walked as their users would, on a phone and at a desk, in light and in the dark. Takes the guides' screenshots. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { docxOf } from '../support/office.ts'
import { DESK, fits, PHONE, reads, shot, walkSite } from '../support/walk.ts'

const { signIn, open, problems, newContext, url } = walkSite()
const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures/phim', name))

/** Four people in a row, as far as a machine can draw them. */
const photo = (): Promise<Buffer> => {
  const faces = Array.from({ length: 4 }, (_, i) => `<circle cx="${200 + i * 240}" cy="300" r="70" fill="#d9a"/><circle cx="${175 + i * 240}" cy="285" r="9"/><circle cx="${225 + i * 240}" cy="285" r="9"/><rect x="${130 + i * 240}" y="380" width="140" height="260" fill="#276"/>`) // prettier-ignore
  return sharp(Buffer.from(`<svg width="1120" height="700"><rect width="1120" height="700" fill="#bcd"/>${faces.join('')}</svg>`))
    .jpeg()
    .toBuffer()
}

let film = 0
let picture = 0
const uploaded = async (context: BrowserContext, name: string, mimeType: string, buffer: Buffer, data: object): Promise<number> => {
  const answer = await context.request.post(`${url()}/api/tu-lieu`, {
    headers: { Origin: url() },
    multipart: { _payload: JSON.stringify(data), file: { name, mimeType, buffer } },
  })
  expect(answer.status()).toBe(201)
  return ((await answer.json()) as { doc: { id: number } }).doc.id
}

describe('a film and a paper', () => {
  it('come into a story from a phone, are read there before they are sent, and played by a reader', async () => {
    const office = await signIn('vanphong', PHONE)
    film = await uploaded(office, 'IMG_0042.MOV', 'video/quicktime', fixture('phim.mov'), {
      altText: 'Các bạn lớp 12A1 trồng cây trước cổng',
      chuThich: 'Buổi trồng cây đầu năm',
      tacGiaAnh: 'Lớp 12A1',
    })
    picture = await uploaded(office, 'lop.jpg', 'image/jpeg', await photo(), { altText: 'Bốn bạn đứng trước lớp' })
    await uploaded(office, 'mau.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', docxOf(), {
      altText: 'Mẫu đăng ký',
      chuThich: 'Mẫu đăng ký trồng cây',
    })
    const alone = await open(office, '/lam-viec/kho?loai=phim')
    await reads(alone)
    expect(await alone.locator('main').innerText()).toContain('Phim: Buổi trồng cây đầu năm')
    // Published by itself, as the gallery shows it.
    const sent = await office.request.post(`${url()}/api/tu-lieu/${film}/trinh`, {
      headers: { Origin: url() },
      data: { phienBan: (await (await office.request.get(`${url()}/api/tu-lieu/${film}`)).json()).phienBan },
    })
    expect([sent.status(), await sent.text()]).toEqual([200, expect.stringContaining('banTrinh')])
    const { banTrinh } = (await sent.json()) as { banTrinh: { id: number } }
    const leader = await signIn('phohieutruong', PHONE)
    const read = await open(leader, `/lam-viec/doc/${banTrinh.id}`)
    await shot(read, 'doc-phim-360')
    expect(await read.locator('.kem').innerText()).toContain('phim MP4')
    for (const context of [office, leader]) await context.close()
  })
})

describe('faces', () => {
  it.each([
    ['360', PHONE, 'light'],
    ['1280', DESK, 'dark'],
  ] as const)('are covered by touching them (%s)', async (name, viewport, colorScheme) => {
    const office = await signIn('vanphong', viewport)
    const page = await open(office, `/lam-viec/che/${picture}`)
    await page.emulateMedia({ colorScheme })
    await page.check('input[name=co][value=to]')
    const image = page.locator('input[type=image]')
    const box = (await image.boundingBox())!
    expect(box.width).toBe(320)
    await image.click({ position: { x: (200 / 1120) * box.width, y: (300 / 700) * box.height } })
    await page.waitForSelector('text=Đã chọn 1 chỗ.')
    await page.locator('input[type=image]').click({ position: { x: (440 / 1120) * box.width, y: (300 / 700) * box.height } })
    await page.waitForSelector('text=Đã chọn 2 chỗ.')
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[type=image]')!.getBoundingClientRect().height > 50)
    expect(await fits(page)).toBe(true)
    await shot(page, `che-mat-${name}`)
    await page.click('text=Che và lưu')
    await page.waitForSelector('text=Bỏ che, lấy lại ảnh cũ')
    await reads(page)
    await page.click('text=Bỏ che, lấy lại ảnh cũ')
    await page.waitForSelector('.da-lam')
    await office.close()
  })
})

describe('the archive and the channels', () => {
  it.each([
    ['360', PHONE, 'light'],
    ['1280', DESK, 'dark'],
  ] as const)('%s', async (name, viewport, colorScheme) => {
    const office = await signIn('vanphong', viewport)
    for (const [path, called] of [
      ['/lam-viec/kho', 'kho'],
      ['/lam-viec/kho?chu=khong-co-gi', 'kho-trong'],
      ['/lam-viec/kho/in', 'kho-in'],
      ['/lam-viec/quy-dinh', 'quy-dinh'],
      ['/lam-viec/chi-tieu', 'chi-tieu'],
    ] as const) {
      const page = await open(office, path)
      await page.emulateMedia({ colorScheme })
      await reads(page)
      expect([path, await fits(page)]).toEqual([path, true])
      await shot(page, `${called}-${name}`)
    }
    const page = await open(office, '/lam-viec/kho?chu=bon+ban+dung')
    await page.check('[name=chon] >> nth=0')
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Tải những tư liệu đã chọn')])
    expect(download.suggestedFilename()).toBe('tu-lieu.zip')
    await page.uncheck('[name=chon] >> nth=0')
    await page.click('text=Tải những tư liệu đã chọn')
    await page.waitForSelector('.tom-loi')
    await office.close()
    const reader = await newContext({ viewport, colorScheme })
    const channels = await open(reader, '/kenh-chinh-thuc')
    await reads(channels)
    await shot(channels, `kenh-chinh-thuc-${name}`)
    await reader.close()
    expect(problems).toEqual([])
  })
})
