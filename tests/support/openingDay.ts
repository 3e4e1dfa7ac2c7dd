/**
 * The first day of an institution, in a real browser, on an installation without demo data: who speaks for it and one clerk open
 * the site by a preset, and take a story, a good deed, a sensitive item and one that is refused through its own chain.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { presetNamed } from '../../src/presets/index.ts'
import { openBrowser } from './browser.ts'
import { acceptInvitation, client, type Client } from './client.ts'
import { Hands, secondsOf, together, type Effort } from './hands.ts'
import { install, type Installed } from './install.ts'
import type { Institution } from './institutions.ts'
import { CHAINS } from './presetChains.ts'
import { refusedAt, throughChain } from './throughChain.ts'
import { DESK, fits, PATIENCE_MS, PHONE, reads, shot } from './walk.ts'

const PASSWORD = 'mot cau dai de nho 12'
const [HEAD, TECHNICIAN] = ['dungdau@donvi.example', 'kythuat@donvi.example']
const addressOf = (i: number): string => `nguoi${i}@donvi.example`

export function openingDay(institution: Institution): void {
  describe(`${institution.ten}, by ${institution.preset}`, () => day(institution))
}

function day(institution: Institution): void {
  const preset = presetNamed(institution.preset)!
  const listOf = (units: typeof institution.nguoi): string =>
    ['Họ và tên\tEmail\tChức vụ\tĐơn vị\tVai trò', ...units.map((p, i) => [p.hoTen, addressOf(i), p.chucVu, p.donVi, p.vaiTro ?? ''].join('\t'))].join('\n')
  let browser: Browser
  let installed: Installed
  const efforts: Effort[] = []
  const problems: string[] = []
  beforeAll(async () => {
    browser = await openBrowser()
    installed = await install()
    const made = await installed.atConsole('admin:create', [], 'Lò Văn Đứng Đầu', HEAD, PASSWORD, 'Cà Thị Kỹ Thuật', TECHNICIAN, PASSWORD)
    expect(made).toMatchObject({ code: 0 })
  })
  afterAll(async () => {
    await browser?.close()
    await installed?.remove()
  })

  const at = async (viewport: typeof DESK): Promise<{ hands: Hands; page: Page; context: BrowserContext }> => {
    const context = await browser.newContext({ viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' })
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE_MS)
    page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`))
    page.on('console', (message) => message.text().includes('Content Security Policy') && problems.push(`${page.url()}: ${message.text()}`))
    const hands = new Hands(page)
    efforts.push(hands.effort)
    return { hands, page, context }
  }
  const signIn = async (viewport: typeof DESK, email: string): Promise<{ hands: Hands; page: Page; context: BrowserContext }> => {
    const person = await at(viewport)
    await person.page.goto(`${installed.site.url}/lam-viec`)
    await person.hands.type('input[name=email]', email)
    await person.hands.type('input[name=password]', PASSWORD)
    await person.hands.follow('button:has-text("Đăng nhập")')
    return person
  }
  const accept = async (i: number): Promise<string> => {
    const { text } = await installed.mail.next(addressOf(i), /đặt mật khẩu/)
    return /\/lam-viec\/nhan-loi#(\S+)/.exec(text)![1]!
  }
  const step = (name: string): string => `ol.buoc a:has-text("${name}")`
  const OVERVIEW = '/lam-viec/khai-truong'
  const goal = async (page: Page, path: string): Promise<void> => {
    await page.waitForURL((url) => url.pathname === path)
    expect(await fits(page)).toBe(true)
  }
  const list = async (hands: Hands, count: number): Promise<void> => {
    await hands.follow('button:has-text("Xem trước")')
    await reads(hands.page)
    await hands.follow('form:has(input[value=them]) button')
    // A long list is added in several goes, each of some seconds.
    const told: number[] = []
    for (;;) {
      const said = await hands.page.locator('main').innerText()
      told.push(Number(/Đã thêm (\d+) /.exec(said)?.[1] ?? Number.NaN))
      expect(said).not.toContain('Chưa thêm được')
      if ((await hands.page.locator('button:has-text("Thêm tiếp")').count()) === 0) break
      await hands.follow('button:has-text("Thêm tiếp")')
    }
    expect(told.reduce((a, b) => a + b, 0)).toBe(count)
  }
  const people = new Map<number | null, Client>()
  const as = async (i: number | null): Promise<Client> => {
    const email = i === null ? HEAD : addressOf(i)
    if (!people.has(i)) {
      const answer = await client(installed.site.url, null).post('/api/nguoi-dung/login', { email, password: PASSWORD })
      expect([email, answer.status]).toEqual([email, 200])
      people.set(i, client(installed.site.url, answer.body.token as string))
    }
    return people.get(i)!
  }

  it('is begun by whoever speaks for it: the preset, the units, the people', async () => {
    const { hands, page, context } = await signIn(DESK, HEAD)
    await hands.follow('a:has-text("Mở các bước khai trương")')
    await reads(page)
    await shot(page, `khai-truong-1280-${institution.preset}`)
    await hands.follow(step('Loại cơ sở'))
    await reads(page)
    await hands.press(`label[for=o-preset-${institution.preset}]`)
    await hands.follow('button:has-text("Dùng mẫu này")')
    await goal(page, `${OVERVIEW}/nhan-dien`)
    // The clerk types the name and the crest; the units and people come first.
    await page.goto(`${installed.site.url}${OVERVIEW}`)
    await hands.follow(step('Đơn vị và lớp'))
    if (institution.donVi) await hands.paste('textarea[name=ds]', institution.donVi.join('\n'))
    await list(hands, (institution.donVi ?? preset.donVi).length)
    await hands.follow('a:has-text("Sang bước sau")')
    await goal(page, `${OVERVIEW}/nguoi`)
    await hands.paste('textarea[name=ds]', listOf(institution.nguoi))
    await list(hands, institution.nguoi.length)
    expect(await page.locator('text=nhan-loi#').count()).toBe(0)
    await context.close()
  })

  it('the clerk takes the invitation by mail, on his own screen', async () => {
    const { hands, page, context } = await at(DESK)
    await page.goto(`${installed.site.url}/lam-viec/nhan-loi#${await accept(0)}`)
    await reads(page)
    await shot(page, `nhan-loi-1280-${institution.preset}`)
    await hands.type('#mat-khau', PASSWORD)
    await hands.type('#lai', PASSWORD)
    await hands.follow('button:has-text("Đặt mật khẩu")')
    await hands.follow('a:has-text("Đăng nhập")')
    await context.close()
  })

  it('the clerk types what is at the head and the foot of every page, the topics, and sends all of it', async () => {
    const { hands, page, context } = await signIn(DESK, addressOf(0))
    await hands.follow('a:has-text("Mở các bước khai trương")')
    await hands.follow(step('Tên, biểu trưng, màu'))
    await hands.type('input[name=tenTruong]', institution.ten)
    await hands.type('input[name=khauHieu]', 'Dạy tốt, học tốt')
    const crest = join(installed.folder, 'bieu-trung.png')
    writeFileSync(
      crest,
      await sharp({ create: { width: 600, height: 600, channels: 4, background: '#7a1f1f' } })
        .png()
        .toBuffer(),
    )
    await page.setInputFiles('input[name=bieuTrung]', crest)
    hands.effort.clicks += 3
    await hands.follow('button:has-text("Lưu và sang bước sau")')
    await goal(page, `${OVERVIEW}/don-vi`)
    await page.goto(`${installed.site.url}${OVERVIEW}`)
    await hands.follow(step('Chủ đề'))
    const topics = institution.chuDe ?? preset.chuDe
    if (institution.chuDe) await hands.paste('textarea[name=ds]', institution.chuDe.join('\n'))
    await list(hands, topics.length)
    await hands.follow('a:has-text("Sang bước sau")')
    await goal(page, `${OVERVIEW}/chan-trang`)
    for (const [name, words] of Object.entries({
      coQuanChuQuan: 'Sở Giáo dục và Đào tạo tỉnh Thử',
      nguoiChiuTrachNhiem: 'Lò Văn Đứng Đầu',
      diaChi: 'Bản Thử, xã Nậm Thử, tỉnh Thử',
      dienThoai: '0215 000 000',
      email: 'vanthu@donvi.example',
    }))
      await hands.type(`input[name=${name}]`, words)
    await hands.follow('button:has-text("Lưu và sang bước sau")')
    await goal(page, `${OVERVIEW}/trinh`)
    await reads(page)
    await shot(page, `khai-truong-trinh-1280-${institution.preset}`)
    await hands.follow('button:has-text("Trình gói khai trương")')
    await page.waitForURL(/\/lam-viec\/goi\/\d+/)
    expect(await page.locator('.da-lam').allInnerTexts()).toContainEqual(expect.stringContaining('chờ người có quyền'))
    await context.close()
  })

  it('is opened on a phone with one decision, and readers see it', async () => {
    expect(await (await fetch(installed.site.url)).text()).not.toContain(institution.ten)
    const { hands, page, context } = await signIn(PHONE, HEAD)
    await reads(page)
    await shot(page, `ban-lam-viec-goi-360-${institution.preset}`)
    await hands.follow('a:has-text("Khai trương trang")')
    await reads(page)
    await shot(page, `goi-khai-truong-360-${institution.preset}`, false)
    const items = await page.locator('input[name=banTrinh]').count()
    const units = (institution.donVi ?? preset.donVi).length
    const topics = (institution.chuDe ?? preset.chuDe).length
    expect(items).toBe(1 + units + topics)
    await hands.follow('button:has-text("Duyệt các mục đã chọn")')
    expect(await page.locator('[role=status]').innerText()).toContain(`${items} nội dung đã duyệt.`)
    expect(await fits(page)).toBe(true)
    const home = await (await fetch(installed.site.url)).text()
    expect([home.includes(institution.ten), home.includes('Bản Thử, xã Nậm Thử')]).toEqual([true, true])
    await context.close()
  })

  it('whoever approves takes the invitation, is granted the role by one tap, and the plan’s own steps come into force', async () => {
    for (const [i] of institution.nguoi.entries())
      if (i > 0 && (i < 4 || i === institution.nguoi.length - 1))
        expect((await acceptInvitation(client(installed.site.url, null), await accept(i), PASSWORD)).status).toBe(200)
    const { hands, page, context } = await signIn(DESK, HEAD)
    const asked = institution.nguoi.filter((p) => p.vaiTro === 'Người duyệt').length
    await page.goto(`${installed.site.url}/admin`, { waitUntil: 'networkidle' })
    await page.waitForSelector('.ct-queues')
    expect(await page.locator('button:text-is("Cấp")').count()).toBe(asked)
    for (let i = 0; i < asked; i += 1) {
      await hands.press('button:text-is("Cấp")')
      await expect.poll(() => page.locator('[role=status]:has-text("Đã cấp")').count()).toBe(i + 1)
    }
    await page.goto(`${installed.site.url}${OVERVIEW}`)
    await hands.follow(step('Loại cơ sở'))
    // A plan of one step has no more to come into force.
    expect(await page.locator('button:has-text("Dùng quy trình đủ bước")').count()).toBe(preset.buoc.length > 1 ? 1 : 0)
    if (preset.buoc.length === 1) return context.close()
    await hands.follow('button:has-text("Dùng quy trình đủ bước")')
    expect(await page.locator('.tom-loi').count()).toBe(0)
    expect(new URL(page.url()).searchParams.get('da')).toBe('quyTrinh')
    await context.close()
  })

  it.each([
    ['a story', 'tin', { loai: 'tin', tieuDe: 'Khai giảng năm học mới' }],
    ['a good deed', 'viecTot', { loai: 'nguoiTotViecTot', tieuDe: 'Nhặt được của rơi' }],
    ['a sensitive item', 'cao', { loai: 'thongBao', tieuDe: 'Về việc thu chi', mucNhayCam: 'cao' }],
  ] as const)('takes %s through the plan’s own chain to a reader', async (_what, key, story) => {
    const { steps, state, slug } = await throughChain(as, institution, story)
    expect(steps).toEqual(CHAINS[institution.preset]![key])
    expect(state).toBe('daDang')
    const reader = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false })
    const page = await reader.newPage()
    await page.goto(`${installed.site.url}/bai/${slug}`)
    expect(await page.locator('h1').innerText()).toBe(story.tieuDe)
    expect(await fits(page)).toBe(true)
    await reader.close()
  })

  it('refuses one at its first step, with a reason its author reads', async () => {
    const first = CHAINS[institution.preset]!.tin[0]!
    const { state, told } = await refusedAt(first, as, institution)
    expect([state, told]).toEqual(['tuChoi', expect.stringContaining('Không thuộc phạm vi.')])
    expect(await (await fetch(installed.site.url)).text()).not.toContain('Không thuộc phạm vi')
  })

  it('took no more than a school can spare, and broke no script', () => {
    const all = together(efforts)
    const minutes = secondsOf(all) / 60
    process.stdout.write(
      `${institution.preset}: ${all.clicks} presses, ${all.keys} letters, ${(all.waited / 1000).toFixed(0)} s of waiting; ${minutes.toFixed(1)} minutes by the keystroke-level model\n`,
    )
    expect(all.clicks).toBeLessThanOrEqual(150)
    expect(minutes).toBeLessThanOrEqual(45)
    expect(problems).toEqual([])
  })
}
