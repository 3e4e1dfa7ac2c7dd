/** The whole road in a real browser, each role in a session of its own, on a phone and on a desk. Takes the guides' screenshots. */
import { describe, expect, it } from 'vitest'
import { answerChecklist, decide, beginStory, fits, follow, PHONE, shot, walkSite } from '../support/walk.ts'

const TITLE = 'Lớp 10A1 đọc thơ dưới gốc ban'
const { signIn, open, problems, newContext, url } = walkSite()

describe('a story, from the teacher’s desk to the reader’s phone', () => {
  let slugPage = ''

  it('the teacher writes and submits; what is missing is said at once, with links', async () => {
    const teacher = await signIn('giaovien')
    const page = await open(teacher, '/admin/bat-dau/tin-bai')
    await beginStory(page, TITLE)
    await page.click('.ct-panel button:has-text("Trình duyệt")')
    await page.waitForSelector('.ct-refusals')
    // Her own unit is filled in.
    expect(await page.locator('.ct-refusals li').allInnerTexts()).toEqual(['Còn thiếu nội dung.', 'Còn thiếu chủ đề.'])
    await shot(page, 'giao-vien-con-thieu-1280')

    await page.click('.ContentEditable__root')
    await page.keyboard.type('Sáng nay, cả lớp mang ghế ra gốc ban. Mỗi bạn đọc một câu thơ.')
    await page.click('#field-chuDe .rs__control')
    await page.keyboard.type('Văn hoá đọc')
    await page.click('.rs__option:has-text("Văn hoá đọc")')
    await page.click('.ct-panel button:has-text("Trình duyệt")')
    await page.waitForSelector('.ct-panel :text("Chờ biên tập")')
    await shot(page, 'giao-vien-da-trinh-1280')
    expect(await page.locator('button:has-text("Xuất bản"), #action-save:has-text("Publish")').count()).toBe(0)
    await teacher.close()
    const visitor = await newContext({ viewport: PHONE })
    expect(await (await open(visitor, '/')).content()).not.toContain(TITLE)
    await visitor.close()
  })

  it('the office finds it waiting, reads the frozen submission and passes it on', async () => {
    const office = await signIn('vanphong')
    const page = await open(office, '/admin')
    await shot(page, 'van-phong-viec-dang-cho-1280')
    await page.click(`.ct-queues a:has-text("${TITLE}")`)
    await page.waitForSelector('form.duyet')
    expect(await page.frameLocator('iframe.khung-xem').locator('h1').innerText()).toBe(TITLE)
    await page.click('form.duyet button[value=duyet]')
    await page.waitForSelector('.tom-loi')
    expect(await page.locator('.tom-loi li').count()).toBe(4)
    await answerChecklist(page)
    await decide(page)
    await page.waitForSelector('p:has-text("Chờ duyệt")')
    await shot(page, 'van-phong-da-chuyen-1280')
    await office.close()
  })

  it('the vice principal approves it on a phone, and the reader sees it a moment later', async () => {
    const vice = await signIn('phohieutruong', PHONE)
    const page = await open(vice, '/admin')
    expect(await fits(page)).toBe(true)
    await shot(page, 'pho-hieu-truong-viec-dang-cho-360')
    await page.click(`.ct-queues a:has-text("${TITLE}")`)
    await page.waitForSelector('form.duyet')
    await expect
      .poll(async () => page.locator('iframe.khung-xem').evaluate((f: HTMLIFrameElement) => f.contentDocument!.body.scrollHeight - f.clientHeight))
      .toBeLessThan(4)
    expect(await fits(page)).toBe(true)
    await answerChecklist(page)
    await shot(page, 'pho-hieu-truong-duyet-360')
    await decide(page)
    await page.waitForSelector('p:has-text("Đã đăng")')
    await vice.close()

    const reader = await newContext({ viewport: PHONE, javaScriptEnabled: false })
    const home = await open(reader, '/')
    expect(await home.locator(`a:has-text("${TITLE}")`).count()).toBeGreaterThan(0)
    await home.locator(`a:has-text("${TITLE}")`).first().click()
    expect(await home.locator('h1').innerText()).toBe(TITLE)
    expect(await home.locator('.da-duyet summary').innerText()).toContain('Phó hiệu trưởng Giàng A Sếnh')
    slugPage = new URL(home.url()).pathname
    await shot(home, 'ban-doc-bai-360')
    await reader.close()
  })

  it('the working copy links to the submission and offers no verdict; the principal withdraws with a reason', async () => {
    const principal = await signIn('hieutruong')
    const page = await open(principal, '/admin/collections/tin-bai')
    await follow(page, `a:has-text("${TITLE}")`, '.ct-panel')
    await page.waitForSelector('.ct-panel')
    expect(await page.locator('a[href^="/lam-viec/doc/"]').count()).toBeGreaterThan(0)
    await page.click('.ct-panel button:has-text("Gỡ khỏi trang")')
    expect(await page.locator('.ct-reason').innerText()).toContain(TITLE)
    await page.click('.ct-reason button:has-text("Gỡ khỏi trang")')
    await page.waitForSelector('.ct-refusals:has-text("lý do")')
    await page.fill('.ct-reason textarea', 'Đăng thử để hướng dẫn.')
    await page.selectOption('.ct-reason select', 'thayThe')
    await page.click('.ct-reason button:has-text("Gỡ khỏi trang")')
    await page.waitForSelector('.ct-panel :text("Đã gỡ")')
    await principal.close()
    const reader = await newContext({ viewport: PHONE })
    const gone = await reader.newPage()
    expect((await gone.goto(url() + slugPage))?.status()).toBe(410)
    expect(await gone.innerText('main')).toContain('đã được thay bằng thông tin khác')
    expect(await gone.innerText('main')).not.toContain('Đăng thử để hướng dẫn.')
    await reader.close()
  })

  it('no page of the road broke a script or the content security policy', () => expect(problems).toEqual([]))
})
