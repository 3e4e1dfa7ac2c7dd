/** What goes on around a document at the desk: comments, who sees to it, what must wait, the month, the whole in view, delegations, one's own account. */
import { describe, expect, it } from 'vitest'
import { emailOf, type PersonKey } from '../../src/demo/people.ts'
import { toLexical } from '../../src/demo/lexical.ts'
import { PASSWORD } from '../support/database.ts'
import { DeskClient, fieldsOf, type DeskAnswer, desksAt } from '../support/deskClient.ts'
import { atTheGate, personId, stateOf } from '../support/gate.ts'
import { openSchool } from '../support/school.ts'
import { act, CHECKED, publishStory } from '../support/stories.ts'

const school = openSchool()
const at = desksAt(school)
const text = (html: string): string => html.replace(/<style>.*?<\/style>|<[^>]+>/gsu, ' ').replace(/\s+/gu, ' ') // prettier-ignore
const open = async (who: PersonKey, path: string): Promise<DeskAnswer> => (await at(who)).open(path)
const post = async (who: PersonKey, path: string, fields: Record<string, string>): Promise<DeskAnswer> => (await at(who)).post(path, fields)
const history = (id: number): string => `/lam-viec/ho-so/tin-bai/${id}`
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)

describe('comments on a passage', () => {
  it('stay with their words through the next round until settled', async () => {
    const { id, banTrinh } = await atTheGate(school, { noiDung: toLexical(['Đội tuyển giành giải Nhì.', 'Thầy cô cổ vũ.']) })
    const page = await open('phohieutruong', `/lam-viec/doc/${banTrinh}`)
    const nth = /<option value="(\d+)">[^<]*giành giải Nhì/.exec(page.text)![1]!
    const bad = await post('phohieutruong', `/lam-viec/doc/${banTrinh}`, { viec: 'y-kien', doan: nth, loi: ' ' })
    expect([bad.status, bad.text.includes('href="#o-loi"')]).toEqual([422, true])
    expect((await post('phohieutruong', `/lam-viec/doc/${banTrinh}`, { viec: 'y-kien', doan: '9999', loi: 'x' })).status).toBe(400)
    expect((await post('phohieutruong', `/lam-viec/doc/${banTrinh}`, { viec: 'y-kien', doan: nth, loi: 'Kiểm lại giải.' })).location).toMatch(/da=luu/)
    await act(school, 'phohieutruong', 'tra-lai', id, { banTrinh, lyDo: 'Xem góp ý.' })
    const writing = await open('giaovien', `/lam-viec/viet/${id}`)
    expect(text(writing.text)).toMatch(/Góp ý cần xem \(1\).*Đội tuyển giành giải Nhì\..*Kiểm lại giải\./)
    expect((await (await at('giaovien')).fill(writing, { noiDung: 'Đội tuyển giành giải Nhất.', viec: 'trinh' })).location).toMatch(/da=daTrinh/)
    const { rows } = await school.sql.query(`select ban_trinh_id as id from ho_so where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [id])
    const again = await open('vanphong', `/lam-viec/doc/${rows[0].id}`)
    expect(text(again.text)).toMatch(/\(đoạn này đã sửa\).*Kiểm lại giải\./)
    const comment = /name="yKienXong" value="(\d+)"/.exec(again.text)![1]!
    expect((await post('lop12a1', `/lam-viec/doc/${rows[0].id}`, { viec: 'xong-y-kien', yKienXong: comment })).status).toBe(404)
    expect((await post('giaovien', `/lam-viec/doc/${rows[0].id}`, { viec: 'xong-y-kien', yKienXong: comment })).status, 'whose text it is').toBe(403)
    expect((await post('vanphong', `/lam-viec/doc/${rows[0].id}`, { viec: 'xong-y-kien', yKienXong: comment })).location).toMatch(/da=luu/)
    expect((await open('giaovien', `/lam-viec/viet/${id}`)).text).not.toContain('Góp ý cần xem')
    await school.owner.query(
      `insert into y_kien_duyet (bo_suu_tap, tai_lieu, ban_trinh, loi, nguoi) select 'tin-bai', $1, $2, 'x', $3 from generate_series(1, 100)`,
      [id, rows[0].id, await personId(school, 'vanphong')],
    )
    const full = await post('vanphong', `/lam-viec/doc/${rows[0].id}`, { viec: 'y-kien', doan: '', loi: 'Thêm một' })
    expect([full.status, full.text.includes('100 góp ý chưa xong')]).toEqual([409, true])
  })
})

describe('who sees to it, until when, and not before', () => {
  it('an embargo holds for approval, schedule and publication, and goes out at its hour', async () => {
    const { id, banTrinh } = await atTheGate(school)
    expect((await post('giaovien', history(id), { viec: 'giao-viec', uuTien: 'cao' })).status).toBe(403)
    const form = await open('vanphong', history(id))
    const set = await (
      await at('vanphong')
    ).fill(form, {
      viec: 'giao-viec',
      nguoi: String(await personId(school, 'giaovien')),
      uuTien: 'cao',
      hanNgay: inDays(2),
      hanGio: '10:00',
      khongTruocNgay: inDays(3),
      khongTruocGio: '07:00',
      ghiChu: 'Chờ lễ xong.',
    })
    // A page drawn before that lifts nothing.
    expect((await (await at('vanphong')).fill(form, { ghiChu: 'Chỉ ghi chú' })).status).toBe(409)
    expect((await (await at('vanphong')).fill(await open('vanphong', history(id)), { nguoi: String(await personId(school, 'lop12a1')) })).status).toBe(400)
    expect([set.location, text(set.text)]).toEqual([`${history(id)}?da=luu`, expect.stringMatching(/theo dõi: .*ưu tiên cao.*không đăng trước 07:00/)])
    expect((await open('giaovien', '/lam-viec/hop-thu')).text).toContain('Bạn được giao theo dõi')
    const early = await act(school, 'phohieutruong', 'duyet', id, { banTrinh, kiemTra: CHECKED, henGio: new Date(Date.now() + 86_400_000).toISOString() })
    expect([early.status, early.body.errors[0].code]).toEqual([422, 'EMBARGO'])
    const approved = await act(school, 'phohieutruong', 'duyet', id, { banTrinh, kiemTra: CHECKED })
    expect(approved.body.trangThai).toBe('henGio')
    const { rows } = await school.sql.query(`select hen_gio_luc from ho_so where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [id])
    expect(new Date(rows[0].hen_gio_luc as string).toISOString()).toBe(new Date(`${inDays(3)}T07:00:00+07:00`).toISOString())
    expect((await act(school, 'vanphong', 'dang', id)).body.errors[0].code).toBe('EMBARGO')
    expect((await act(school, 'vanphong', 'hen-gio', id, { luc: new Date(Date.now() + 86_400_000).toISOString() })).body.errors[0].code).toBe('EMBARGO')
    expect(await stateOf(school, id)).toBe('henGio')
  })

  it('a word to the spokesperson is a row of the log; a live page is marked as looked at again', async () => {
    const { id } = await publishStory(school)
    expect((await post('giaovien', history(id), { viec: 'bao-cao', loi: 'Nhờ xem' })).status).toBe(403)
    const empty = await post('vanphong', history(id), { viec: 'bao-cao', loi: '' })
    expect([empty.status, text(empty.text).slice(0, 300)]).toEqual([422, expect.any(String)])
    expect((await post('vanphong', history(id), { viec: 'bao-cao', loi: 'Phụ huynh hỏi nhiều về bài này.' })).location).toBe(`${history(id)}?da=baoCao`)
    expect(text((await open('hieutruong', history(id))).text)).toContain('Báo cáo người phát ngôn')
    const seen = await post('giaovien', history(id), { viec: 'xem-lai' })
    expect(text(seen.text)).toMatch(/Xem lại lần cuối/)
    expect((await post('lop12a1', history(id), { viec: 'xem-lai' })).status).toBe(404)
  })
})

describe('the month and the whole', () => {
  it('shows what was published, what waits for its hour and what is due, and moves an hour', async () => {
    const { id, banTrinh } = await atTheGate(school, { tieuDe: 'Bài hẹn giờ' })
    const day = inDays(40)
    await act(school, 'phohieutruong', 'duyet', id, { banTrinh, kiemTra: CHECKED, henGio: `${day}T07:00:00+07:00` })
    const month = `/lam-viec/lich?thang=${day.slice(0, 7)}`
    const page = await open('vanphong', month)
    expect(text(page.text)).toMatch(/Sẽ đăng, 07:00 Bài hẹn giờ/)
    expect((await open('giaovien', month)).text).toContain('Bài hẹn giờ')
    expect((await open('lop12a1', month)).text).not.toContain('Bài hẹn giờ')
    const moved = await post('vanphong', month, { muc: `tin-bai/${id}`, ngay: day, gio: '09:30' })
    expect(text(moved.text)).toMatch(/Sẽ đăng, 09:30 Bài hẹn giờ/)
    expect((await post('giaovien', month, { muc: `tin-bai/${id}`, ngay: day, gio: '10:00' })).status).toBe(403)
    const past = await post('vanphong', month, { muc: `tin-bai/${id}`, ngay: '2020-01-01', gio: '10:00' })
    expect([past.status, past.text.includes('value="2020-01-01"')]).toEqual([422, true])
    for (const odd of ['2026-13', 'x', '9999-01', '0001-01']) expect((await open('vanphong', `/lam-viec/lich?thang=${odd}`)).status).toBe(200)
  })

  it('office and leaders see all that waits, for whom and since when; an author does not', async () => {
    const { banTrinh } = await atTheGate(school, { tieuDe: 'Đang chờ thầy cô' })
    expect(text((await open('hieutruong', '/lam-viec/cho')).text)).toMatch(/Đang chờ thầy cô .*chờ người duyệt/)
    expect((await open('hieutruong', `/lam-viec/cho?sau=${banTrinh}`)).text).not.toContain('Đang chờ thầy cô')
    expect((await open('giaovien', '/lam-viec/cho')).status).toBe(404)
  })
})

describe('delegations and one’s own account', () => {
  it('the spokesperson lends and takes back with the password; others see it', async () => {
    const desk = await at('hieutruong')
    await school.owner.query(`update nguoi_dung_sessions set xac_nhan_luc = null, created_at = now() - interval '1 hour'`)
    const page = await open('hieutruong', '/lam-viec/uy-quyen')
    const lend = { nguoiDuocUyQuyen: String(await personId(school, 'vanphong')), phamVi: 'tin-bai', tuNgay: inDays(0), denNgay: inDays(5), soVanBan: '7/UQ' }
    const asked = await desk.fill(page, lend)
    expect([asked.status, asked.text.includes('name="matKhau"'), fieldsOf(asked.text).fields.find(([name]) => name === 'soVanBan')?.[1]]).toEqual([
      403,
      true,
      '7/UQ',
    ])
    const done = await desk.fill(asked, { matKhau: PASSWORD })
    expect([done.location, text(done.text)]).toEqual(['/lam-viec/uy-quyen?da=giao', expect.stringMatching(/Đang được giao quyền .*Nguyễn Thu Hà/)])
    expect(text((await open('vanphong', '/lam-viec/uy-quyen')).text)).toContain('theo 7/UQ')
    expect((await post('vanphong', '/lam-viec/uy-quyen', { viec: 'giao', ...lend })).status).toBe(403)
    const id = /name="uyQuyen" value="(\d+)"/.exec(done.text)![1]!
    expect((await post('phohieutruong', '/lam-viec/uy-quyen', { viec: 'thu-hoi', uyQuyen: id })).status).toBe(403)
    expect((await post('hieutruong', '/lam-viec/uy-quyen', { viec: 'thu-hoi', uyQuyen: id })).text).toContain('Hiện không ai đang được giao quyền')
  })

  it('sessions are seen by their device and ended; the password is changed with the old one', async () => {
    const [here, there] = [await at('lop12a1'), new DeskClient(school.url)]
    await there.signIn(emailOf('lop12a1'), PASSWORD)
    const page = await here.open('/lam-viec/tai-khoan')
    const ma = /name="phien" value="([0-9a-f]{16})"/.exec(page.text)![1]!
    expect((await (await at('giaovien')).post('/lam-viec/tai-khoan', { viec: 'ket-thuc', phien: ma })).location).toMatch(/da=phien/)
    expect((await there.open('/lam-viec/tai-khoan')).text).toContain('Đang đăng nhập ở')
    await here.post('/lam-viec/tai-khoan', { viec: 'ket-thuc', phien: ma })
    expect((await there.open('/lam-viec')).text).toContain('name="password"')
    const wrong = await here.post('/lam-viec/tai-khoan', {
      viec: 'mat-khau',
      matKhauCu: 'sai mật khẩu',
      password: 'câu mật khẩu mới 27',
      matKhauLai: 'câu mật khẩu mới 27',
    })
    expect([wrong.status, wrong.text.includes('câu mật khẩu mới 27')]).toEqual([403, false])
    expect(
      (await here.post('/lam-viec/tai-khoan', { viec: 'mat-khau', matKhauCu: PASSWORD, password: 'câu mật khẩu mới 27', matKhauLai: 'khác' })).status,
    ).toBe(422)
    expect((await here.post('/lam-viec/tai-khoan', { viec: 'mat-khau', matKhauCu: PASSWORD, password: '123', matKhauLai: '123' })).status).toBe(422)
    expect(
      (await here.post('/lam-viec/tai-khoan', { viec: 'mat-khau', matKhauCu: PASSWORD, password: 'câu mật khẩu mới 27', matKhauLai: 'câu mật khẩu mới 27' }))
        .location,
    ).toBe('/lam-viec/tai-khoan?da=matKhau')
    expect((await new DeskClient(school.url).signIn(emailOf('lop12a1'), PASSWORD)).status).not.toBe(303)
  })

  it('the machine is told of to those who keep it, and to nobody else', async () => {
    expect(text((await open('quantri', '/lam-viec/may-chu')).text)).toMatch(/Sổ duyệt .*Tốt.*Thư .*Cần xem.*Sao lưu .*Chưa biết/)
    expect((await open('phohieutruong', '/lam-viec/may-chu')).status).toBe(404)
  })
})
