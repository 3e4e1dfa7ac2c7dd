/**
 * What the commonest jobs of each role cost its hands: touches, fields and screens, counted while a browser of a phone's size does
 * them from the desk's home to the word that they are done. Nothing is timed.
 */
import type { Page } from 'playwright-core'
import { emailOf, type PersonKey } from '../src/demo/people.ts'
import { openBrowser } from '../tests/support/browser.ts'
import { peopleAt, type Place } from '../tests/support/school.ts'
import { PASSWORD, startSite } from '../tests/support/site.ts'
import { act, approve, createStory, submit } from '../tests/support/stories.ts'
import { table } from './figures.ts'

/** A touch on a control, a field filled in; each loads what it loads. */
type Hand = { page: Page; tap: (selector: string, until?: string) => Promise<void>; type: (selector: string, text: string) => Promise<void> }
type Job = { who: PersonKey; name: string; before?: () => Promise<unknown>; go: (hand: Hand) => Promise<void> }

const DONE = '.da-lam[role=status]'
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
const nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)

const site = await startSite()
const browser = await openBrowser()
const school = { url: site.url, as: peopleAt(site.url) } as Place

let titles = 0
async function story(): Promise<{ id: number; banTrinh: number; tieuDe: string }> {
  titles += 1
  const tieuDe = `Việc số ${titles} của buổi sáng`
  const id = await createStory(school, 'giaovien', { tieuDe })
  return { id, banTrinh: (await submit(school, 'giaovien', id)).body.banTrinh.id as number, tieuDe }
}
let last = ''
const waitsForOffice = async (): Promise<void> => void (last = (await story()).tieuDe)
async function waitsForLeaders(): Promise<void> {
  const { id, banTrinh, tieuDe } = await story()
  await approve(school, 'vanphong', id, banTrinh)
  last = tieuDe
}
async function returned(): Promise<void> {
  const { id, banTrinh, tieuDe } = await story()
  await act(school, 'vanphong', 'tra-lai', id, { banTrinh, lyDo: 'Thiếu nguồn tin.' })
  last = tieuDe
}
const titled = (): string => `.viec a:has-text("${last}")`

const returning = async ({ tap }: Hand): Promise<void> => {
  await tap(titled(), 'form.duyet')
  await tap('summary:has-text("Trả lại để sửa")')
  await tap('#o-cau-0')
  await tap('button:has-text("Trả lại"):not([name])', DONE)
}

const approving = async ({ tap }: Hand): Promise<void> => {
  await tap(titled(), 'form.duyet')
  await tap('#o-datHet')
  await tap('form.duyet button[value=duyet]', DONE)
}

const JOBS: Job[] = [
  {
    who: 'giaovien',
    name: 'write a story and send it',
    go: async ({ tap, type }) => {
      await tap('a:has-text("Viết tin bài")', 'h1:has-text("Viết gì?")')
      await tap('main a[href*="loai=tin"], main a:has-text("Tin")', '[name=tieuDe]')
      await type('[name=tieuDe]', 'Tin viết ở bàn làm việc')
      await type('[name=tomTat]', 'Một câu tóm tắt.')
      await type('[name=noiDung]', 'Sáng nay cả lớp trồng cây quanh sân trường.')
      await tap('[name=chuDe]')
      await tap('button[value=trinh]', `${DONE}, .tom-loi`)
    },
  },
  {
    who: 'giaovien',
    name: 'correct what came back and send it again',
    before: returned,
    go: async ({ tap, type }) => {
      await tap(titled(), '[name=tieuDe]')
      await type('[name=tomTat]', 'Tóm tắt đã sửa, có nguồn.')
      await tap('button[value=trinh]', DONE)
    },
  },
  { who: 'giaovien', name: 'see where one’s story stands', before: waitsForOffice, go: ({ tap }) => tap(titled(), 'h1') },
  {
    who: 'vanphong',
    name: 'read and pass on',
    before: waitsForOffice,
    go: approving,
  },
  { who: 'vanphong', name: 'send back with a ready phrase', before: waitsForOffice, go: returning },
  {
    who: 'vanphong',
    name: 'see everything that waits, and for whom',
    go: ({ tap }) => tap('a:has-text("Mọi nội dung đang chờ")', 'h1'),
  },
  {
    who: 'phohieutruong',
    name: 'read, approve, publish',
    before: waitsForLeaders,
    go: approving,
  },
  { who: 'phohieutruong', name: 'send back with a ready phrase', before: waitsForLeaders, go: returning },
  {
    who: 'phohieutruong',
    name: 'approve for tomorrow',
    before: waitsForLeaders,
    go: async ({ tap, type }) => {
      await tap(titled(), 'form.duyet')
      await tap('#o-datHet')
      await tap('summary:has-text("Duyệt nhưng đăng vào giờ khác")')
      await type('form.duyet [name=ngay]', tomorrow)
      await tap('button[value=hen-gio]', DONE)
    },
  },
  {
    who: 'hieutruong',
    name: 'lend one’s authority',
    go: async ({ page, tap, type }) => {
      await tap('a:has-text("Ai được duyệt")', 'h1')
      await tap('summary:has-text("Giao quyền duyệt")')
      await tap('[name=nguoiDuocUyQuyen]')
      await page.selectOption('[name=nguoiDuocUyQuyen]', { index: 1 })
      await type('[name=denNgay]', nextWeek)
      await type('[name=soVanBan]', '12/UQ-THPT')
      await tap('form:has([name=nguoiDuocUyQuyen]) button[type=submit]', `${DONE}, .tom-loi`)
    },
  },
  {
    who: 'quantri',
    name: 'see whether the machine is well',
    go: ({ tap }) => tap('a:has-text("Máy chủ có ổn không")', 'h1:has-text("Máy chủ")'),
  },
]

/** From the home of whoever is signed in; what the sign-in costs is measured by `bench:desk`. */
async function done({ who, name, before, go }: Job): Promise<string[]> {
  await before?.()
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true })
  await context.request.post(`${site.url}/api/nguoi-dung/login`, { data: { email: emailOf(who), password: PASSWORD } })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${site.url}/lam-viec`)
  let [taps, fields, screens] = [0, 0, 1]
  page.on('framenavigated', (frame) => void (frame === page.mainFrame() && (screens += 1)))
  await go({
    page,
    tap: async (selector, until) => {
      taps += 1
      await page.locator(selector).first().tap()
      if (until) await page.waitForSelector(until)
    },
    type: async (selector, text) => {
      fields += 1
      await page.fill(selector, text)
    },
  })
  const refused = await page.locator('.tom-loi li').allInnerTexts()
  if (refused.length > 0) throw new Error(`${who}, ${name}: expected it done, received ${refused.join(' | ')}`)
  await context.close()
  return [who, name, String(taps), String(fields), String(screens)]
}

try {
  const rows: string[][] = []
  for (const job of JOBS) {
    try {
      rows.push(await done(job))
    } catch (error) {
      process.exitCode = 1
      rows.push([job.who, job.name, 'not done', '', ''])
      say(`${job.who}, ${job.name}: ${error instanceof Error ? error.message.slice(0, 600) : String(error)}`)
    }
  }
  say(table([['role', 'job', 'touches', 'fields', 'screens'], ...rows]))
} finally {
  await browser.close()
  await site.stop()
  site.remove()
}
