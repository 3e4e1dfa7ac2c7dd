/** Whoever something waits for is told, on the desk and by mail, once; a mail server that is away or says no loses nothing. */
import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emailOf, type PersonKey } from '../../src/demo/people.ts'
import { collect } from '../../src/notices/collect.ts'
import { sendDue } from '../../src/notices/send.ts'
import { PASSWORD } from '../support/database.ts'
import { DeskClient } from '../support/deskClient.ts'
import { atTheGate, personId, urgentAtTheGate } from '../support/gate.ts'
import { mailCatcher, type MailCatcher } from '../support/mailCatcher.ts'
import { moveClock, openSchool } from '../support/school.ts'
import { act, approve, CHECKED, createStory, submit } from '../support/stories.ts'

let mail: MailCatcher
beforeAll(async () => {
  mail = await mailCatcher()
  Object.assign(process.env, { SMTP_URL: mail.url, SITE_URL: 'http://truong.test' })
})
const school = openSchool()
afterAll(() => mail.close())

const failed: string[] = []
const noting = (what: string) => (error: unknown) => void failed.push(`${what}: ${String(error)}`)
async function tell(): Promise<void> {
  while ((await collect(school.payload, noting)) === 50);
}
const tellAndSend = async (): Promise<number> => {
  await tell()
  return sendDue(school.payload, noting)
}
type Row = { loai: string; khoa: string; dan: string; thu: string; thu_lan: number; thu_loi: string | null }
const inboxOf = async (who: PersonKey, about = ''): Promise<Row[]> =>
  (
    await school.sql.query(`select loai, khoa, dan, thu, thu_lan, thu_loi from hop_thu where nguoi = $1 and tieu_de like $2 order by id`, [
      await personId(school, who),
      `%${about}%`,
    ])
  ).rows as Row[]
const desk = async (who: PersonKey): Promise<DeskClient> => {
  const at = new DeskClient(school.url)
  await at.signIn(emailOf(who), PASSWORD)
  return at
}
/** From here on only what a test does is told. */
beforeAll(tellAndSend)

describe('a word when something waits', () => {
  it('goes to each whose turn it is and to nobody else, once, with one link to the screen', async () => {
    const id = await createStory(school, 'giaovien', { tieuDe: 'Lớp học trồng rau' })
    const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
    await tellAndSend()
    await tell()
    expect((await inboxOf('vanphong', 'trồng rau')).map(({ loai, dan, thu }) => [loai, dan, thu])).toEqual([['cho', `/lam-viec/doc/${banTrinh}`, 'da']])
    expect(await inboxOf('phohieutruong', 'trồng rau')).toEqual([])
    expect(await inboxOf('giaovien', 'trồng rau')).toEqual([])
    const letter = await mail.next(emailOf('vanphong'), /Lớp học trồng rau/)
    expect(letter.text).toContain(`http://truong.test/lam-viec/doc/${banTrinh}`)
    expect(letter.text).toMatch(/Message-ID: <bao-\d+-\d+@truong\.test>/i)

    await approve(school, 'vanphong', id, banTrinh)
    await tellAndSend()
    expect((await inboxOf('phohieutruong', 'trồng rau')).map(({ loai }) => loai)).toEqual(['cho'])
    await act(school, 'phohieutruong', 'tra-lai', id, { banTrinh, lyDo: 'Thiếu ảnh lớp học.' })
    await tellAndSend()
    const returned = await inboxOf('giaovien', 'trồng rau')
    expect(returned.map(({ loai, dan }) => [loai, dan])).toEqual([['traLai', `/lam-viec/viet/${id}`]])
    expect((await mail.next(emailOf('giaovien'), /Thiếu ảnh lớp học/)).text).toContain(`http://truong.test/lam-viec/viet/${id}`)
  })

  it('stands in the inbox until it is read there or on its screen', async () => {
    const { banTrinh } = await atTheGate(school, { tieuDe: 'Hội khoẻ Phù Đổng' })
    await tell()
    const at = await desk('phohieutruong')
    expect((await at.open('/lam-viec')).text).toMatch(/\d+ thông báo chưa đọc/)
    const page = await at.open('/lam-viec/hop-thu')
    expect(page.text).toMatch(new RegExp(`<li class="moi">\\s*<a href="/lam-viec/doc/${banTrinh}">“Hội khoẻ Phù Đổng” đang chờ bạn xem`))
    await at.open(`/lam-viec/doc/${banTrinh}`)
    expect((await at.open('/lam-viec/hop-thu')).text).not.toMatch(new RegExp(`<li class="moi">\\s*<a href="/lam-viec/doc/${banTrinh}"`))
    expect((await at.fill(await at.open('/lam-viec/hop-thu'))).text).not.toContain('class="moi"')
    // Read before its mail left: none is sent.
    await sendDue(school.payload, noting)
    expect((await inboxOf('phohieutruong', 'Phù Đổng')).map(({ thu }) => thu)).toEqual(['khong'])
  })

  it('a digest waits for the morning; on the desk alone means no mail; an emergency goes at once', async () => {
    const [deputy, office] = [await desk('phohieutruong'), await desk('vanphong')]
    for (const [at, cach] of [
      [deputy, 'tongHop'],
      [office, 'khong'],
    ] as const) {
      const page = await at.open('/lam-viec/tai-khoan')
      expect((await at.fill(page, { cach, viec: 'cach-bao' })).location).toBe('/lam-viec/tai-khoan?da=luu')
    }
    const id = await createStory(school, 'giaovien', { tieuDe: 'Bài vào thư gộp' })
    const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
    await tellAndSend()
    await approve(school, 'vanphong', id, banTrinh)
    await tellAndSend()
    expect((await inboxOf('phohieutruong', 'thư gộp')).map(({ thu }) => thu)).toEqual(['tongHop'])
    expect((await inboxOf('vanphong', 'thư gộp')).map(({ thu }) => thu)).toEqual(['khong'])
    await moveClock(school, '25 hours')
    expect(await sendDue(school.payload, noting)).toBeGreaterThan(0)
    expect((await mail.next(emailOf('phohieutruong'), /Bài vào thư gộp/)).text).toContain(`/lam-viec/doc/${banTrinh}`)
    await moveClock(school, '0')
    await approve(school, 'hieutruong', id, banTrinh)

    const urgent = await urgentAtTheGate(school)
    await act(school, 'hieutruong', 'dang-khan', urgent.id, { banTrinh: urgent.banTrinh, lyDo: 'Lũ về trong đêm' })
    await tellAndSend()
    expect((await mail.next(emailOf('phohieutruong'), /GẤP/)).text).toContain(`/lam-viec/doc/${urgent.banTrinh}`)
    const { rows } = await school.sql.query(
      `select extract(epoch from khan_den - ct_nay()) as s from ban_dang where khan_den > ct_nay() and ket_thuc_luc is null`,
    )
    await moveClock(school, `${Math.round(Number(rows[0].s) - 20 * 60)} seconds`)
    await tellAndSend()
    await tellAndSend()
    expect((await inboxOf('phohieutruong')).filter(({ loai }) => loai === 'khanSapHet')).toHaveLength(1)
    expect((await act(school, 'phohieutruong', 'duyet', urgent.id, { banTrinh: urgent.banTrinh, kiemTra: CHECKED })).status).toBe(200)
    await moveClock(school, '0')
    await deputy.fill(await deputy.open('/lam-viec/tai-khoan'), { cach: 'ngay', viec: 'cach-bao' })
  })

  it('a mail server that is away loses nothing: tried again, seen, sent once it is back', async () => {
    const port = Number(new URL(mail.url).port)
    await mail.close()
    const dead: Server = createServer((socket) => socket.destroy())
    await new Promise<void>((up) => dead.listen(port, '127.0.0.1', up))
    const { banTrinh } = await atTheGate(school, { tieuDe: 'Thư đi khi có mạng' })
    await tellAndSend()
    const [waiting] = await inboxOf('phohieutruong', 'khi có mạng')
    expect([waiting!.thu, waiting!.thu_lan, typeof waiting!.thu_loi]).toEqual(['cho', 1, 'string'])
    // Not tried again at once: nobody hammers a server that is away.
    expect(await sendDue(school.payload, noting)).toBe(0)
    const technician = await desk('quantri')
    expect((await technician.open('/lam-viec/may-chu')).text).toMatch(/Thư.*Cần xem.*lỗi gần nhất/su)
    await new Promise((down) => dead.close(down))
    mail = await mailCatcher(port)
    await school.owner.query(`update hop_thu set thu_sau = ct_nay() where thu = 'cho'`)
    await sendDue(school.payload, noting)
    expect((await mail.next(emailOf('phohieutruong'), /Thư đi khi có mạng/)).text).toContain(`/lam-viec/doc/${banTrinh}`)
    expect((await inboxOf('phohieutruong', 'khi có mạng')).map(({ thu }) => thu)).toEqual(['da'])
  })

  it('an address that bounces is given up, seen, and stops no one else', async () => {
    mail.refuse(emailOf('phohieutruong'))
    await atTheGate(school, { tieuDe: 'Hòm thư không còn' })
    await tellAndSend()
    expect((await inboxOf('phohieutruong', 'không còn')).map(({ thu, thu_loi }) => [thu, thu_loi])).toEqual([['bo', expect.stringContaining('550')]])
    expect((await inboxOf('hieutruong', 'không còn')).map(({ thu }) => thu)).toEqual(['da'])
    expect((await (await desk('phohieutruong')).open('/lam-viec/hop-thu')).text).toContain('thư không tới được')
  })

  it('a row of the log that cannot be told is passed, and those after it are told', async () => {
    await school.owner.query(
      `insert into nhat_ky (hanh_dong, ten_nguoi, bo_suu_tap, tai_lieu, chi_tiet) values ('trinh', 'Kẻ gian', 'tin-bai', 2147483647, '[]'), ('trinh', 'Kẻ gian', 'tin-bai', null, '{}')`,
    )
    await atTheGate(school, { tieuDe: 'Sau dòng lạ' })
    await tell()
    expect(await inboxOf('hieutruong', 'Sau dòng lạ')).toHaveLength(1)
  })

  it('two collectors at one moment tell nothing twice', async () => {
    await atTheGate(school, { tieuDe: 'Hai tiến trình' })
    await Promise.all([tell(), tell(), tell()])
    await Promise.all([sendDue(school.payload, noting), sendDue(school.payload, noting)])
    expect(await inboxOf('hieutruong', 'Hai tiến trình')).toHaveLength(1)
    expect(failed.filter((line) => !/row/.test(line))).toEqual([])
  })
})
