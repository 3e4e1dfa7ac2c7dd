/** Writing from where people write: a Word page pasted into a story, typed beside a picture, read on a phone. */
import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { answerChecklist, decide, beginStory, DESK, fits, PHONE, shot, walkSite } from '../support/walk.ts'

const TITLE = 'Ngày hội đọc sách dán từ Word'
const { signIn, open, problems, newContext } = walkSite()
const file = (name: string): string => readFileSync(new URL(`../fixtures/dan/${name}`, import.meta.url), 'utf8')

/** As a browser hands over what stands on the clipboard. */
/** `on`: where the caret stands already. */
async function paste(page: Page, kinds: Record<string, string>, on?: 'caret'): Promise<void> {
  if (!on) await page.click('.ContentEditable__root', { position: { x: 20, y: 10 } })
  await page.evaluate((given) => {
    const data = new DataTransfer()
    for (const [kind, words] of Object.entries(given)) data.setData(kind, words)
    document.querySelector('.ContentEditable__root')!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, kinds)
}
const words = (page: Page): Promise<string> => page.locator('.ContentEditable__root').innerText()

describe('a page of Word', () => {
  it('pasted: outline, lists and table are there, deletion, remark and pictures are not, and that is said; then submitted', async () => {
    const teacher = await signIn('giaovien')
    const page = await open(teacher, '/admin/bat-dau/tin-bai')
    await beginStory(page, TITLE)
    const html = `<html><body><!--StartFragment-->${file('word-doan-van.html').match(/<!--StartFragment-->([\s\S]*)<!--EndFragment-->/)![1]}${file('bang-word.html').match(/<!--StartFragment-->([\s\S]*)<!--EndFragment-->/)![1]}${file('anh-tu-trang-khac.html')}<!--EndFragment--></body></html>`
    // A host on the school's list.
    await paste(page, { 'text/html': html.replace('thuvien.example.vn', 'moet.gov.vn'), 'text/plain': 'x' })
    await page.waitForSelector('.ct-pasted[role=status]')
    expect(await page.locator('.ct-pasted p').innerText()).toBe(
      'Đã bỏ 1 ảnh, các nhận xét và 1 chỗ đã xoá khi theo dõi sửa; hãy tải ảnh lên thư viện rồi chèn vào bài.',
    )
    const root = page.locator('.ContentEditable__root')
    expect(await root.locator('h2').innerText()).toBe('NGÀY HỘI ĐỌC SÁCH')
    expect(await root.locator('ul li').count()).toBe(2)
    expect(await root.locator('table th').allInnerTexts()).toEqual(['Lớp', 'Điểm', 'Hạng'])
    expect(await words(page)).not.toMatch(/xoá đi|\[A1\]/)
    await root.locator('table td').first().click()
    await page.fill('.ct-table-band input', 'Kết quả thi đua tuần 12')
    await shot(page, 'dan-tu-word-1280')
    for (const [field, value] of [
      ['donVi', 'Tổ Ngữ văn'],
      ['chuDe', 'Văn hoá đọc'],
    ] as const) {
      await page.click(`#field-${field} .rs__control`)
      await page.keyboard.type(value)
      await page.click(`.rs__option:has-text("${value}")`)
    }
    await page.click('.ct-panel button:has-text("Trình duyệt")')
    await page.waitForSelector('.ct-panel :text("Chờ biên tập")')
    await teacher.close()
  })

  it('approved, it is read on a phone row by row, and axe finds nothing', async () => {
    for (const who of ['vanphong', 'phohieutruong'] as const) {
      const context = await signIn(who)
      const page = await open(context, '/admin')
      await page.click(`.ct-queues a:has-text("${TITLE}")`)
      await page.waitForSelector('form.duyet')
      await answerChecklist(page)
      await decide(page)
      await context.close()
    }
    for (const [name, viewport] of [
      ['360', PHONE],
      ['1280', DESK],
    ] as const) {
      const visitor = await newContext({ viewport, colorScheme: name === '360' ? 'dark' : 'light' })
      const page = await open(visitor, '/')
      await page.click(`a:has-text("${TITLE}")`)
      await page.waitForSelector('.bang table')
      expect(await page.locator('.bang caption').innerText()).toBe('Kết quả thi đua tuần 12')
      expect(await fits(page)).toBe(true)
      const before = await page
        .locator('.bang td')
        .first()
        .evaluate((td) => [getComputedStyle(td, '::before').content, getComputedStyle(td).display])
      expect(before).toEqual(name === '360' ? ['"Lớp: "', 'block'] : ['none', 'table-cell'])
      await shot(page, `doc-bang-${name}`)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map((v) => v.id)).toEqual([])
      await visitor.close()
    }
    expect(problems).toEqual([])
  })
})

describe('beside', () => {
  it('a picture that was clicked, letters stand behind it in the order they were typed', async () => {
    const teacher = await signIn('giaovien')
    const page = await open(teacher, '/admin/bat-dau/tin-bai')
    await beginStory(page, 'Bài có ảnh')
    await paste(page, { 'text/plain': 'Đoạn đầu.\n\nĐoạn hai.' })
    const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#384' } })
      .jpeg()
      .toBuffer()
    await page.evaluate((base64) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], 'anh.jpg', { type: 'image/jpeg' }))
      document.querySelector('.ContentEditable__root')!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, bytes.toString('base64'))
    await page.waitForSelector('.ContentEditable__root [data-lexical-decorator] img', { timeout: 30_000 })
    await page.waitForSelector('.ct-uploads :text("Đã nhận 1 trên 1 tệp")')
    await page.locator('.ContentEditable__root [data-lexical-decorator] img').first().click()
    await page.keyboard.type('abcdef', { delay: 40 })
    await expect.poll(() => words(page)).toContain('abcdef')
    const blocks = await page
      .locator('.ContentEditable__root > *')
      .evaluateAll((all) => all.map((e) => (e.hasAttribute('data-lexical-decorator') ? 'ảnh' : (e as HTMLElement).innerText.trim())))
    expect(blocks[blocks.indexOf('ảnh') + 1]).toBe('abcdef')
    await shot(page, 'go-canh-anh-1280')
    await teacher.close()
  })

  it('words of an old font: shown before they are put in; and nothing is asked of the server, the line may be away', async () => {
    const teacher = await signIn('giaovien')
    const page = await open(teacher, '/admin/bat-dau/tin-bai')
    await beginStory(page, 'Bài phông cũ')
    await teacher.setOffline(true)
    await paste(page, { 'text/html': file('tcvn3-word.html'), 'text/plain': 'x' })
    await page.waitForSelector('.ct-old-font')
    await shot(page, 'phong-chu-cu-1280')
    await page.click('.ct-old-font button:has-text("Chuyển sang Unicode")')
    await expect.poll(() => words(page)).toContain('Trường Trung học phổ thông tổ chức')
    await teacher.setOffline(false)
    await teacher.close()
  })

  it('five megabytes of Word and a table of ten thousand cells: said in one sentence each, what was written stays and goes on', async () => {
    const teacher = await signIn('giaovien')
    const page = await open(teacher, '/admin/bat-dau/tin-bai')
    await beginStory(page, 'Bài dán quá nhiều')
    await paste(page, { 'text/plain': 'Đoạn viết từ trước.' })
    const line = `<p class=MsoNormal style='text-align:justify;mso-fareast-font-family:"Times New Roman"'><span lang=VI style='font-size:14.0pt'>Sáng nay học sinh trồng cây.<o:p></o:p></span></p>\n`
    await paste(page, { 'text/html': line.repeat(Math.ceil(5_000_000 / line.length)), 'text/plain': 'x' }, 'caret')
    await page.waitForSelector('.ct-pasted :text("Đoạn dán dài quá một bài")')
    const row = `<tr>${'<td>ô</td>'.repeat(100)}</tr>`
    await paste(page, { 'text/html': `<table>${row.repeat(100)}</table>`, 'text/plain': 'x' }, 'caret')
    await page.waitForSelector('.ct-pasted :text("có 100 hàng và 100 cột")')
    expect(await words(page)).toContain('Đoạn viết từ trước.')
    // Longer than anybody writes, and still a text: it is taken, and typed on.
    await paste(page, { 'text/html': line.repeat(1500), 'text/plain': 'x' }, 'caret')
    await expect.poll(() => page.locator('.ContentEditable__root p').count()).toBeGreaterThan(1499)
    await page.keyboard.type('Gõ tiếp.')
    await expect.poll(() => words(page)).toContain('Gõ tiếp.')
    await teacher.close()
  })

  it('many files in the library: each taken or refused by its own name and reason', async () => {
    const teacher = await signIn('giaovien')
    const page = await open(teacher, '/admin/collections/tu-lieu')
    const good = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#843' } })
      .png()
      .toBuffer()
    await page.setInputFiles('.ct-many input[type=file]', [
      { name: 'tot.png', mimeType: 'image/png', buffer: good },
      { name: 'IMG_0001.HEIC', mimeType: 'image/heic', buffer: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1') }, // its head alone
      { name: 'trang.html', mimeType: 'text/html', buffer: Buffer.from('<!doctype html>') },
      { name: 'hong.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('\xff\xd8\xff\xe0 x', 'latin1') },
    ])
    await page.waitForSelector('.ct-many :text("Đã nhận 1 trên 4 tệp, 3 tệp chưa nhận.")', { timeout: 30_000 })
    const rows = await page.locator('.ct-many li').allInnerTexts()
    expect(rows[1]).toContain('Không đọc được tệp “IMG_0001.HEIC”')
    expect(rows[2]).toContain('“trang.html” không thuộc loại nhận được')
    expect(rows[3]).toContain('Không đọc được tệp “hong.jpg”')
    await shot(page, 'tai-nhieu-tep-1280')
    await teacher.close()
  })
})
