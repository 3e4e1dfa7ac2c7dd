/** The plan of a school year as office and teacher meet it: begun by a paste from Word, corrected, written from, read on a phone and on paper. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DESK, fits, PHONE, reads, shot, walkSite } from '../support/walk.ts'

const { signIn, open, problems } = walkSite()
const AT = '/lam-viec/ke-hoach'
const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures/plan', name))
const hanoi = new Date(Date.now() + 7 * 3_600_000)
const month = hanoi.getUTCMonth() + 1

describe('the plan', () => {
  it('is pasted from Word with its table, and read again as what was pasted last', async () => {
    const office = await signIn('vanphong', DESK)
    const page = await open(office, `${AT}/nhap?nam=2031-2032`)
    await reads(page)
    await shot(page, 'ke-hoach-nhap-1280')
    const paste = async (html: string, text: string): Promise<void> => {
      await page.focus('textarea[name=ds]')
      await page.keyboard.press('Control+A')
      await page.evaluate(
        ([drawn, words]) => {
          const box = document.querySelector<HTMLTextAreaElement>('textarea[name=ds]')!
          const data = new DataTransfer()
          if (drawn) data.setData('text/html', drawn)
          data.setData('text/plain', words!)
          box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
          box.value = words!
          box.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }))
        },
        [html, text],
      )
    }
    await paste(fixture('word.html').toString(), 'STT\tTháng\tNội dung')
    await page.click('text=Đọc và xem lại')
    await page.waitForSelector('text=Đọc được 3 nội dung')
    expect(await page.inputValue('[name="nguoi.1"]')).toBe('Hạnh, Thu')
    await reads(page)
    await page.goBack()
    await page.reload()
    await paste(fixture('word.html').toString(), 'STT\tTháng')
    await paste('', 'Tháng 9: Chỉ một việc (Lan)')
    await page.click('text=Đọc và xem lại')
    await page.waitForSelector('text=Đọc được 1 nội dung')
    await office.close()
  })

  it.each([
    ['360', PHONE, 'light'],
    ['1280', DESK, 'dark'],
  ] as const)('is begun, written from and printed at %s', async (name, viewport, colorScheme) => {
    const office = await signIn('vanphong', viewport)
    const page = await open(office, AT)
    await page.emulateMedia({ colorScheme })
    if (name === '360') {
      expect(await page.textContent('.trong-khong')).toContain('chưa có kế hoạch')
      await shot(page, 'ke-hoach-trong-360')
      await page.click('text=Nhập từ Word, Excel, Zalo')
      await page.setInputFiles('input[name=tep]', { name: 'KH.docx', mimeType: 'application/octet-stream', buffer: fixture('A-thang.docx') })
      await page.click('text=Đọc và xem lại')
      await page.waitForSelector('text=Đọc được 28 nội dung')
      await reads(page)
      expect(await fits(page)).toBe(true)
      await shot(page, 'ke-hoach-xem-lai-360')
      await page.click('text=Lưu vào kế hoạch')
      await page.waitForSelector('.da-lam')
    }
    await page.goto(new URL(`${AT}/them`, page.url()).href)
    await reads(page)
    expect(await fits(page)).toBe(true)
    await page.fill('[name=noiDung]', `Việc của tháng ở ${name}`)
    await page.check(`[name=thang][value="${month}"]`)
    await page.fill('[name=suKienTu]', hanoi.toISOString().slice(0, 10))
    const unit = page.locator('[name=donVi] >> nth=0')
    if (!(await unit.isVisible())) await page.click('#o-donVi summary')
    await unit.check()
    await shot(page, `ke-hoach-them-${name}`)
    await page.click('button:has-text("Thêm")')
    await page.waitForSelector('.da-lam')
    await reads(page)
    await page.emulateMedia({ colorScheme })
    await shot(page, `ke-hoach-dong-${name}`)
    await page.click('text=Viết tin cho nội dung này')
    expect(await page.locator('[name=keHoach] option:checked').textContent()).toContain(`Việc của tháng ở ${name}`)
    for (const [path, called] of [
      ['', 'ke-hoach'],
      ['/in', 'ke-hoach-in'],
      ['/hai-nam', 'ke-hoach-hai-nam'],
    ] as const) {
      const shown = await open(office, `${AT}${path}`)
      await reads(shown)
      await shown.emulateMedia({ colorScheme })
      await shot(shown, `${called}-${name}`)
    }
    const quotas = await open(office, '/lam-viec/chi-tieu?du=1')
    expect(await fits(quotas)).toBe(true)
    await office.close()
    expect(problems).toEqual([])
  })
})
