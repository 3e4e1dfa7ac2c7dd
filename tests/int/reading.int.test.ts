/** An approver reads and decides at the desk, without a script: all that speaks for or against a text on one page, and the verdict. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type PersonKey } from '../../src/demo/people.ts'
import { toLexical } from '../../src/demo/lexical.ts'
import { DeskClient, fieldsOf, type DeskAnswer, desksAt } from '../support/deskClient.ts'
import { atTheGate, pageOf, settleEmergencies, stateOf, urgentAtTheGate } from '../support/gate.ts'
import { openSchool } from '../support/school.ts'
import { act, CHECKED, createStory, submit } from '../support/stories.ts'

const school = openSchool()
const at = desksAt(school)
beforeAll(() => settleEmergencies(school))

const doc = (banTrinh: number): string => `/lam-viec/doc/${banTrinh}`
const ANSWERS = Object.fromEntries(Object.entries(CHECKED).map(([ma, value]) => [`kiemTra.${ma}`, value]))
const reads = async (who: PersonKey, banTrinh: number): Promise<DeskAnswer> => (await at(who)).open(doc(banTrinh))
const verdict = async (who: PersonKey, banTrinh: number, fields: Record<string, string | readonly string[]>): Promise<DeskAnswer> =>
  (await at(who)).post(doc(banTrinh), fields)
const text = (html: string): string => html.replace(/<style>.*?<\/style>|<[^>]+>/gsu, ' ').replace(/\s+/gu, ' ') // prettier-ignore

describe('reading at the desk', () => {
  it('what waits stands on the home page with whose it is, and is read and approved from there', async () => {
    const { id, banTrinh } = await atTheGate(school, { tieuDe: 'Ngày hội đọc sách của khối 12' })
    const home = await (await at('phohieutruong')).open('/lam-viec')
    expect(home.text).toContain(`href="${doc(banTrinh)}"`)
    const page = await reads('phohieutruong', banTrinh)
    expect(page.status).toBe(200)
    expect(page.text).toContain(`src="/api/ban-trinh/${banTrinh}/xem"`)
    expect(text(page.text)).toMatch(/Người trình Lò Thị Minh Xuân .*Ý kiến đã có .*Duyệt , lần 1: Tổ trưởng Tổ Văn phòng Nguyễn Thu Hà/)
    expect(fieldsOf(page.text).fields.filter(([name]) => name.startsWith('kiemTra.'))).toEqual([])

    const unanswered = await verdict('phohieutruong', banTrinh, { viec: 'duyet', yKien: 'Bài tốt' })
    expect([unanswered.status, unanswered.text.includes('>\nBài tốt</textarea>'), await stateOf(school, id)]).toEqual([422, true, 'choDuyet'])
    expect(unanswered.text).toMatch(/<a href="#o-kiemTra\.[^"]+">/)

    const done = await verdict('phohieutruong', banTrinh, { viec: 'duyet', ...ANSWERS })
    expect([done.status, done.location]).toEqual([200, `${doc(banTrinh)}?da=dang`])
    expect(done.text).toContain('Đã duyệt và đăng lên trang.')
    expect(page.text).not.toContain('nhóm Zalo')
    expect(done.text).toMatch(
      /data-chep>\nNgày hội đọc sách của khối 12\nMột dòng tóm tắt\.\nhttp:\/\/school\.test\/bai\/ngay-hoi-doc-sach-cua-khoi-12\nTrường THPT Hoa Ban<\/textarea>/,
    )
    expect((await pageOf(school, id)).text).toContain('Ngày hội đọc sách của khối 12')
  })

  it('one touch answers the mandatory points that were shown; what is answered by itself stands', async () => {
    const { id, banTrinh } = await atTheGate(school)
    const page = await reads('phohieutruong', banTrinh)
    const all = /name="datHet" id="o-datHet" value="([^"]+)"/.exec(page.text)![1]!
    expect(all.split(' ').length).toBeGreaterThan(1)
    const [first] = all.split(' ')
    const refused = await verdict('phohieutruong', banTrinh, { viec: 'duyet', datHet: all, [`kiemTra.${first}`]: 'khong' })
    expect([refused.status, await stateOf(school, id)]).toEqual([422, 'choDuyet'])
    expect((await verdict('phohieutruong', banTrinh, { viec: 'duyet', datHet: first! })).status, 'points that were not on the page').toBe(422)
    expect((await verdict('phohieutruong', banTrinh, { viec: 'duyet', datHet: all })).location).toBe(`${doc(banTrinh)}?da=dang`)
    const { rows } = await school.sql.query(`select kiem_tra from phieu_duyet where ban_trinh_id = $1 order by id desc limit 1`, [banTrinh])
    expect(rows[0].kiem_tra).toEqual(Object.fromEntries(all.split(' ').map((ma) => [ma, 'dat'])))
  })

  it('a return says why in ready phrases and own words, and the next round shows what was changed since', async () => {
    const { id, banTrinh } = await atTheGate(school, { noiDung: toLexical(['Đội tuyển giành giải Nhì môn bóng chuyền nam.', 'Thầy cô đến cổ vũ rất đông.']) })
    expect((await verdict('phohieutruong', banTrinh, { viec: 'tra-lai', lyDo: ' ' })).status).toBe(422)
    const returned = await verdict('phohieutruong', banTrinh, {
      viec: 'tra-lai',
      cau: ['Bổ sung nguồn tin.', 'Câu không có trong danh sách.'],
      lyDo: 'Giải Nhất, không phải giải Nhì.',
    })
    expect([returned.location, await stateOf(school, id)]).toEqual([`${doc(banTrinh)}?da=tra-lai`, 'traLai'])
    expect(text((await (await at('giaovien')).open('/lam-viec')).text)).toContain('Được trả lại để sửa')

    const author = await school.as('giaovien')
    const noiDung = toLexical(['Đội tuyển giành giải Nhất môn bóng chuyền nam.', 'Thầy cô đến cổ vũ rất đông.'])
    expect((await author.patch(`/api/tin-bai/${id}?draft=true`, { noiDung })).status).toBe(200)
    const again = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
    const page = await reads('phohieutruong', again)
    expect(page.text).toContain('1 thay đổi so với lần trình 1 mà bạn đã đọc')
    expect(page.text).toContain('giải <del>Nhì</del><ins>Nhất</ins> môn')
    expect(text(page.text)).toContain('Bổ sung nguồn tin. Giải Nhất, không phải giải Nhì.')
    expect(page.text).not.toContain('Câu không có trong danh sách.')
    const old = await reads('phohieutruong', banTrinh)
    expect([old.text.includes(`href="${doc(again)}"`), old.text.includes('value="duyet"')]).toEqual([true, false])
    expect((await verdict('vanphong', again, { viec: 'duyet', ...ANSWERS })).location).toBe(`${doc(again)}?da=buoc`)
    expect((await verdict('phohieutruong', banTrinh, { viec: 'duyet', ...ANSWERS })).status).toBe(409)
  })

  it('a machine points out what a tired eye passes over', async () => {
    const { banTrinh } = await atTheGate(school, { noiDung: toLexical(['Họp phụ huynh vào thứ Hai, ngày 20/11/2026. Liên hệ 098 765 4321.']) })
    const { text: page } = await reads('phohieutruong', banTrinh)
    expect(page).toContain('ngày ấy là thứ Sáu')
    expect(page).toContain('giống số điện thoại riêng')
  })

  it('approved for an hour of Việt Nam; an hour without a day is asked for again', async () => {
    const { id, banTrinh } = await atTheGate(school)
    const noDay = await verdict('hieutruong', banTrinh, { viec: 'hen-gio', gio: '07:00', ...ANSWERS })
    expect([noDay.status, noDay.text.includes('href="#o-ngay"'), await stateOf(school, id)]).toEqual([422, true, 'choDuyet'])
    const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
    const done = await verdict('hieutruong', banTrinh, { viec: 'hen-gio', ngay: day, gio: '06:30', ...ANSWERS })
    expect([done.location, await stateOf(school, id)]).toEqual([`${doc(banTrinh)}?da=henGio`, 'henGio'])
    const { rows } = await school.sql.query(`select hen_gio_luc from ho_so where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [id])
    expect(new Date(rows[0].hen_gio_luc as string).toISOString()).toBe(new Date(`${day}T06:30:00+07:00`).toISOString())
  })

  it('an emergency is published by the spokesperson, confirmed by another, and stands first with its hour', async () => {
    const { id, banTrinh } = await urgentAtTheGate(school)
    expect((await verdict('hieutruong', banTrinh, { viec: 'dang-khan', lyDo: '' })).status).toBe(422)
    expect((await verdict('hieutruong', banTrinh, { viec: 'dang-khan', lyDo: 'Bão đổ bộ trong hai giờ tới' })).status).toBe(200)
    const home = await (await at('phohieutruong')).open('/lam-viec')
    expect(home.text.slice(0, home.text.indexOf('Đăng khẩn, hết hạn')).match(/<li>/g)).toHaveLength(1)
    const page = await reads('phohieutruong', banTrinh)
    expect(page.text).toContain('duyệt ở đây là xác nhận')
    expect((await verdict('phohieutruong', banTrinh, { viec: 'duyet', ...ANSWERS })).location).toBe(`${doc(banTrinh)}?da=dang`)
    expect(await stateOf(school, id)).toBe('daDang')
  })

  it('is closed to whoever may not read it, to other sites, and to verbs it does not know', async () => {
    const { id, banTrinh } = await atTheGate(school)
    expect((await reads('lop12a1', banTrinh)).status).toBe(404)
    expect((await verdict('lop12a1', banTrinh, { viec: 'duyet', ...ANSWERS })).status).toBe(404)
    expect((await verdict('giaovien', banTrinh, { viec: 'duyet', ...ANSWERS })).status).toBe(403)
    expect((await reads('giaovien', banTrinh)).text).not.toContain('value="duyet"')
    const desk = await at('phohieutruong')
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://khac.example' }] as Record<
      string,
      string
    >[])
      expect((await desk.post(doc(banTrinh), { viec: 'duyet', ...ANSWERS }, headers)).status).toBe(403)
    for (const viec of ['', 'go', 'constructor', 'thu-hoi', '__proto__'])
      expect((await verdict('phohieutruong', banTrinh, { viec, ...ANSWERS })).status).toBe(400)
    for (const bad of ['0', 'x', '99999999', '1e3']) expect((await desk.open(`/lam-viec/doc/${bad}`)).status).toBe(404)
    expect((await verdict('phohieutruong', banTrinh, { viec: 'tra-lai', lyDo: 'a'.repeat(100_000) })).status).toBe(422)
    expect(await stateOf(school, id)).toBe('choDuyet')
  })

  it('who agreed is read by those who judge by it, not by the author', async () => {
    const consent = (await (await school.as('giaovien')).post('/api/dong-y', { hoTen: 'Em Học Sinh', namSinh: 2008, kenh: ['website'] })).body.doc.id as number
    const id = await createStory(school, 'giaovien', { nhanVat: [consent] })
    const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
    expect((await reads('vanphong', banTrinh)).text).toContain('Em Học Sinh, sinh năm 2008')
    const own = await reads('giaovien', banTrinh)
    expect([own.status, own.text.includes('Người đã đồng ý'), own.text.includes('Em Học Sinh')]).toEqual([200, false, false])
  })

  it('a verdict sent twice takes effect once, and the words of a session that ended are kept', async () => {
    const { id, banTrinh } = await atTheGate(school)
    const both = await Promise.all([1, 2].map(() => verdict('phohieutruong', banTrinh, { viec: 'tra-lai', lyDo: 'Viết lại câu đầu.' })))
    expect(both.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const { rows } = await school.sql.query('select count(*)::int as n from phieu_duyet where ban_trinh_id = $1 and quyet_dinh = $2', [banTrinh, 'traLai'])
    expect([rows[0].n, await stateOf(school, id)]).toEqual([1, 'traLai'])
    const stranger = new DeskClient(school.url)
    const asked = await stranger.post(doc(banTrinh), { viec: 'tra-lai', lyDo: 'Câu đang gõ dở.' })
    expect([asked.status, asked.text.includes('Câu đang gõ dở.')]).toEqual([401, true])
  })

  it('other pages’ drafts and live editions are compared by their own fields', async () => {
    const id = await createStory(school, 'giaovien', { tieuDe: 'Hội khoẻ Phù Đổng' })
    expect(id).toBeGreaterThan(0)
    const first = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
    for (const who of ['vanphong', 'phohieutruong'] as const)
      expect((await act(school, who, 'duyet', id, { banTrinh: first, kiemTra: CHECKED })).status).toBe(200)
    expect((await (await school.as('vanphong')).patch(`/api/tin-bai/${id}?draft=true`, { tieuDe: 'Hội khoẻ Phù Đổng cấp tỉnh' })).status).toBe(200)
    const second = (await submit(school, 'vanphong', id)).body.banTrinh.id as number
    const { text: page } = await reads('phohieutruong', second)
    expect(page).toContain('1 thay đổi so với bản đang đăng')
    expect(page).toContain('Phù Đổng<ins> cấp tỉnh</ins>')
  })

  it('the history of a document says who did what, when and why, to whoever may follow it', async () => {
    const { id, banTrinh } = await atTheGate(school)
    await verdict('phohieutruong', banTrinh, { viec: 'tra-lai', lyDo: 'Chưa có nguồn tin.' })
    const { status, text: page } = await (await at('giaovien')).open(`/lam-viec/ho-so/tin-bai/${id}`)
    expect(status).toBe(200)
    expect(text(page)).toMatch(
      /Trả lại , \d\d:\d\d, [\d/]+, Giàng A Sếnh, lần trình 1 Chưa có nguồn tin\. .*Duyệt , .*Nguyễn Thu Hà.*Trình duyệt , .*Lò Thị Minh Xuân.*Ai đã viết/,
    )
    expect(page).not.toMatch(/tra-lai|traLai|choDuyet|\d{4}-\d\d-\d\dT/)
    expect((await (await at('lop12a1')).open(`/lam-viec/ho-so/tin-bai/${id}`)).status).toBe(404)
    for (const bad of ['tin-bai/0', 'nguoi-dung/1', 'constructor/1', 'tin-bai/x'])
      expect((await (await at('hieutruong')).open(`/lam-viec/ho-so/${bad}`)).status).toBe(404)
  })
})
