/** An emergency stands on every page from the very next request until its hour, is withdrawn from every page at once, and ends by itself. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { AN_HOUR, settleEmergencies, urgentAtTheGate } from '../support/gate.ts'
import { page, publish } from '../support/pages.ts'
import { moveClock, openSchool } from '../support/school.ts'
import { act, approve, publishStory, submit } from '../support/stories.ts'

const school = openSchool()
const BAND = 'aria-labelledby="khan-nhan"'
let fixed: string[]
let gone: string

beforeAll(async () => {
  const story = await publishStory(school)
  const { slug } = await publish(school, 'trang', page('Giới thiệu trường ta'))
  const ended = await publishStory(school)
  await act(school, 'phohieutruong', 'go', ended.id, { lyDo: 'Thôi' })
  gone = `/bai/${ended.slug}`
  fixed = ['/', '/thong-bao', '/tin-bai', '/van-ban', '/lich', '/rss', '/so-duyet', '/so-do-trang', '/tim-kiem?q=tin', `/bai/${story.slug}`, `/${slug}`]
})

/** Which pages bear the band, of kept ones and of those that are never kept. */
const bearing = async (): Promise<string[]> => {
  const all = [...fixed, '/khong-co-trang-nay', gone]
  const bears = await Promise.all(all.map(async (path) => (await school.visitor.get(path)).text.includes(BAND)))
  return all.filter((_path, i) => bears[i])
}
const everywhere = (): string[] => [...fixed, '/khong-co-trang-nay', gone]
const bandOf = (text: string): string => /<div class="khan"[^]*?<main/.exec(text)?.[0] ?? ''

async function putOut(more: object = {}): Promise<{ id: number; banTrinh: number; slug: string; khanDen: string }> {
  const one = await urgentAtTheGate(school, more)
  const { banDang } = (await act(school, 'hieutruong', 'dang-khan', one.id, { lyDo: 'Bão' })).body
  return { ...one, slug: banDang.slug as string, khanDen: banDang.khanDen as string }
}
const withdraw = async (id: number): Promise<unknown> => expect((await act(school, 'phohieutruong', 'go', id, { lyDo: 'Hết bão' })).status).toBe(200)
/** The clock stands this long after the hour. */
const past = (khanDen: string, seconds: number): Promise<void> => moveClock(school, `${(Date.parse(khanDen) - Date.now()) / 1000 + seconds} seconds`)

/** Pages kept a few seconds before the hour are shown no longer than it, though nothing is told then. */
async function untilItEnds(khanDen: string): Promise<void> {
  await past(khanDen, -4)
  expect(await bearing()).toEqual(everywhere())
  await expect.poll(bearing).toEqual([])
}

describe('an emergency', () => {
  it('is on every page with its title, its page and its hour by the next request, and off by the next when it is withdrawn', async () => {
    expect(await bearing()).toEqual([])
    const one = await putOut({ tieuDe: 'Nghỉ học vì bão số 9' })
    expect(await bearing()).toEqual(everywhere())
    const band = bandOf((await school.visitor.get('/van-ban')).text)
    expect(band).toContain(`href="/bai/${one.slug}">Nghỉ học vì bão số 9</a>`)
    expect(band).toMatch(/role="region"[^]*Thông báo khẩn[^]*<time datetime="[^"]+">\d{2}:\d{2}, \d{2}\/\d{2}\/\d{4}</)
    expect(band).not.toContain('href="/thong-bao"')
    await withdraw(one.id)
    expect(await bearing()).toEqual([])
  })

  it('stands on when a second person confirmed it, until its hour; other publications leave kept pages alone', async () => {
    const one = await putOut()
    expect((await approve(school, 'phohieutruong', one.id, one.banTrinh)).body.trangThai).toBe('daDang')
    expect(await bearing()).toEqual(everywhere())
    const drawn = school.cache.drawn
    await publish(school, 'trang', page('Một trang khác'))
    expect(await bearing()).toEqual(everywhere())
    // The pages that list static pages, and what is drawn anew each time.
    expect(school.cache.drawn - drawn).toBeLessThanOrEqual(4)
    await untilItEnds(one.khanDen)
    await moveClock(school, '0')
    expect(await bearing()).toEqual(everywhere())
    await withdraw(one.id)
    expect(await bearing()).toEqual([])
  })

  it('that was withdrawn is not called one when its document is published anew before that hour', async () => {
    const one = await putOut()
    await approve(school, 'phohieutruong', one.id, one.banTrinh)
    await withdraw(one.id)
    await (await school.as('giaovien')).patch(`/api/tin-bai/${one.id}`, { tomTat: 'Đã yên.' })
    const again = (await submit(school, 'giaovien', one.id)).body.banTrinh.id as number
    await approve(school, 'vanphong', one.id, again)
    expect((await approve(school, 'phohieutruong', one.id, again)).body.trangThai).toBe('daDang')
    expect(await bearing()).toEqual([])
  })

  it('that nobody confirms ends at its hour without anybody doing anything', async () => {
    const one = await putOut()
    await past(one.khanDen, -AN_HOUR / 1000)
    expect(await bearing()).toEqual(everywhere())
    await untilItEnds(one.khanDen)
    await moveClock(school, '0')
    await settleEmergencies(school)
  })

  it('that is sent back gives the page of before back, and is on no page', async () => {
    const { id, slug } = await publishStory(school)
    await (await school.as('giaovien')).patch(`/api/tin-bai/${id}`, { tieuDe: 'Sửa gấp giữa bão', tomTat: 'Nước lên nhanh, mọi người ở lại trường.' })
    const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
    await approve(school, 'vanphong', id, banTrinh)
    expect((await act(school, 'hieutruong', 'dang-khan', id, { lyDo: 'Bão' })).status).toBe(200)
    expect(bandOf((await school.visitor.get('/lich')).text)).toContain('Sửa gấp giữa bão')
    expect((await act(school, 'phohieutruong', 'tra-lai', id, { banTrinh, lyDo: 'Chưa đúng' })).status).toBe(200)
    expect([await bearing(), (await school.visitor.get(`/bai/${slug}`)).status]).toEqual([[], 200])
  })

  it('is told to every page wherever it is kept, and so is what becomes of its document', async () => {
    const listener = new pg.Client({ connectionString: inject('runtimeUrl').replace(/\/[^/]*$/, `/${new URL(process.env.DATABASE_URL!).pathname.slice(1)}`) })
    const told: string[][] = []
    await listener.connect()
    listener.on('notification', ({ payload }) => void told.push(JSON.parse(payload!) as string[]))
    await listener.query('listen ban_dang')
    const everyPage = async (work: () => Promise<unknown>): Promise<boolean> => {
      told.length = 0
      await work()
      await expect.poll(() => told.length).toBeGreaterThan(0)
      return told.flat().includes('cai-dat')
    }
    try {
      const one = await urgentAtTheGate(school)
      expect(await everyPage(() => act(school, 'hieutruong', 'dang-khan', one.id, { lyDo: 'Bão' }))).toBe(true)
      expect(await everyPage(() => approve(school, 'phohieutruong', one.id, one.banTrinh))).toBe(true)
      expect(await everyPage(() => withdraw(one.id))).toBe(true)
      expect(await everyPage(() => publishStory(school))).toBe(false)
    } finally {
      await listener.end()
    }
  })
})

describe('on a screen', () => {
  const LONG = `${'Nghiêngngảkhúckhuỷu'.repeat(4).slice(0, 60)} ở bản xa`
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
    for (const tieuDe of ['Cấm cầu treo vì lũ', 'Nghỉ học buổi chiều', 'Ở lại ký túc xá đêm nay', LONG]) {
      const one = await putOut({ tieuDe, loai: 'thongBao' })
      await approve(school, 'phohieutruong', one.id, one.banTrinh)
    }
  })
  afterAll(() => browser?.close())

  it('the three newest stand there, and a way to the rest', async () => {
    const band = bandOf((await school.visitor.get('/')).text)
    expect(band.match(/<li>/g)).toHaveLength(3)
    expect(band).toContain('href="/thong-bao"')
    expect([band.indexOf(LONG) < band.indexOf('Ở lại ký túc xá'), band.includes('Cấm cầu treo')]).toEqual([true, false])
  })

  it.each(['light', 'dark', 'stark', 'print'] as const)('they can be read, %s, on the smallest phone and a desk', async (look) => {
    const context = await browser.newContext({ javaScriptEnabled: true, colorScheme: look === 'dark' ? 'dark' : 'light' })
    if (look === 'stark') await context.addCookies([{ name: 'hien-thi', value: '.tuong-phan', url: school.url }])
    const at = await context.newPage()
    if (look === 'print') await at.emulateMedia({ media: 'print' })
    for (const path of ['/', '/khong-co-trang-nay']) {
      await at.goto(school.url + path)
      for (const width of [320, 360, 1280]) {
        await at.setViewportSize({ width, height: 740 })
        const seen = await at.evaluate(() => {
          const { top, bottom } = document.querySelector('.khan')!.getBoundingClientRect()
          const { scrollWidth, clientWidth } = document.scrollingElement!
          return { fits: scrollWidth <= clientWidth, above: bottom <= document.querySelector('main')!.getBoundingClientRect().top + 1, tall: bottom - top }
        })
        expect([path, width, seen]).toEqual([path, width, { fits: true, above: true, tall: expect.any(Number) }])
        expect(seen.tall).toBeGreaterThan(50)
      }
      if (look !== 'print') expect((await new AxeBuilder({ page: at }).analyze()).violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([])
    }
    await context.close()
  })

  it('the notices of these days come next on a phone, before the lead story; on a desk beside it, in reading order', async () => {
    const at = await browser.newPage()
    await at.goto(school.url)
    const places = () =>
      at.evaluate(() => {
        const of = (selector: string): { x: number; y: number } => {
          const { left, top } = document.querySelector(selector)!.getBoundingClientRect()
          return { x: left, y: top }
        }
        return { notice: of('#thong-bao-moi'), lead: of('.dau-tien') }
      })
    await at.setViewportSize({ width: 360, height: 740 })
    const phone = await places()
    expect(phone.notice.y).toBeLessThan(phone.lead.y)
    await at.setViewportSize({ width: 1280, height: 900 })
    const desk = await places()
    expect([desk.notice.x < desk.lead.x, Math.abs(desk.notice.y - desk.lead.y) < 40]).toEqual([true, true])
    await at.close()
  })

  it('without a notice of the last thirty days there is no heading for them', async () => {
    expect((await school.visitor.get('/')).text).toContain('id="thong-bao-moi"')
    await school.owner.query('alter table ban_dang disable trigger user')
    await school.owner.query(`update ban_dang set dang_lan_dau = dang_lan_dau - interval '31 days' where loai = 'thongBao'`)
    await school.owner.query('alter table ban_dang enable trigger user')
    school.cache.drop(['*'])
    const { text } = await school.visitor.get('/')
    expect([text.includes('thong-bao-moi'), text.includes('mo-dau hai-phan'), text.includes('<h2 id="thong-bao">')]).toEqual([false, false, true])
  })
})
