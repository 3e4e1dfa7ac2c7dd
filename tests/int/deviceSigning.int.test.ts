/** Verdicts signed by the approver's own device: registered, vouched for, used at the desk and over the interface, and checked offline. */
import { createLocalReq } from 'payload'
import { describe, expect, it } from 'vitest'
import { xacNhanKhoa } from '../../src/actions/khoaNguoi.ts'
import { boMaDaMat } from '../../src/actions/maXacNhan.ts'
import { endText } from '../../src/policy/keys/texts.ts'
import { codeAt } from '../../src/policy/people/totp.ts'
import { phone, type Phone } from '../support/authenticator.ts'
import { ACCOUNT, ANSWERS, asked, devicesIn, secretOf, signedChange, touched } from '../support/deviceSigning.ts'
import { fieldsOf } from '../support/deskClient.ts'
import { atTheGate, personId, stateOf, urgentAtTheGate } from '../support/gate.ts'
import { moveClock, openSchool } from '../support/school.ts'
import { act, CHECKED, codes, createStory } from '../support/stories.ts'

const school = openSchool()
const { at, register, atConsole, vouch } = devicesIn(school)

const [principal, deputy, lost] = [phone(), phone('school.test', 'ed25519'), phone()] as [Phone, Phone, Phone]

async function signedRegulation(change: object): Promise<void> {
  const person = await school.as('hieutruong')
  expect((await signedChange(person, principal, () => person.post('/api/globals/quy-che', change))).status).toBe(200)
}

describe('a key of one’s own', () => {
  it('is the spokesperson’s once the console has confirmed it, not before', async () => {
    expect((await register('hieutruong', principal)).text).toContain('đang chờ xác nhận')
    const { banTrinh } = await atTheGate(school)
    // It signs nothing yet: the school seals as before.
    expect((await (await at('hieutruong')).post(`/lam-viec/doc/${banTrinh}`, { viec: 'duyet', ...ANSWERS })).location).toMatch(/da=dang/)
    await expect(atConsole('0'.repeat(16))).rejects.toThrow()
    await expect(xacNhanKhoa(await createLocalReq({}, school.payload), principal.ma)).rejects.toThrow()
    expect((await atConsole(principal.ma)).cach).toBe('dau')
    expect((await (await at('hieutruong')).open(ACCOUNT)).text).toContain('đang ký được')
  })

  it('of another is vouched for by the spokesperson’s device, and by nothing else', async () => {
    await register('phohieutruong', deputy)
    const bad = await (await at('hieutruong')).post(ACCOUNT, { viec: 'bao-lanh', ma: deputy.ma, chuKy: JSON.stringify(deputy.signs('x')) })
    expect(bad.status).toBe(403)
    expect((await (await at('vanphong')).post(ACCOUNT, { viec: 'bao-lanh', ma: deputy.ma, chuKy: JSON.stringify(principal.signs('x')) })).status).toBe(403)
    expect((await vouch('hieutruong', principal, deputy.ma)).location).toMatch(/da=khoaNhan/)
    const { rows } = await school.sql.query(`select tai_lieu::int as ai from nhat_ky where hanh_dong = 'them-khoa' order by so`)
    expect(rows.map(({ ai }) => ai)).toEqual([await personId(school, 'hieutruong'), await personId(school, 'phohieutruong')])
    // Whoever prints the page holds them against the school's papers.
    const printed = (await school.visitor.get('/so-duyet')).text
    for (const { ma } of [principal, deputy]) expect(printed).toContain(`<code>${ma.replace(/(.{4})(?=.)/g, '$1 ')}</code>`)
    expect(printed).not.toContain(lost.ma.slice(0, 4).concat(' '))
  })

  it('is not made with another’s signature, for another host, or an hour late', async () => {
    const desk = await at('vanphong')
    const own = phone('khac.example')
    const second = await desk.post(ACCOUNT, { viec: 'khoa-moi', spki: own.spki, credId: own.credId })
    expect((await desk.fill(second, touched(second, own))).status).toBe(403)
    expect((await desk.fill(second, { chuKy: JSON.stringify(lost.signs('', { challenge: asked(second).challenge })) })).status).toBe(403)
    expect((await desk.fill(second, { chuKy: '{}' })).status).toBe(403)
    expect((await desk.fill(second, { ...touched(second, own), luc: new Date(Date.now() - 3_600_000).toISOString() })).status).toBe(409)
    for (const spki of ['', 'AAAA', principal.spki.slice(0, 40)]) expect((await desk.post(ACCOUNT, { viec: 'khoa-moi', spki, credId: 'x' })).status).toBe(403)
    expect((await desk.post(ACCOUNT, { viec: 'khoa-moi', spki: principal.spki, credId: 'x' })).status).toBe(200)
  })
})

describe('a verdict', () => {
  it('is tried before anybody signs, signed with one touch, and takes effect once', async () => {
    const { id, banTrinh } = await atTheGate(school, { tieuDe: 'Bài được ký bằng điện thoại' })
    const [desk, doc] = [await at('phohieutruong'), `/lam-viec/doc/${banTrinh}`]
    const refused = await desk.post(doc, { viec: 'duyet', yKien: 'Tốt' })
    expect([refused.status, refused.text.includes('data-ky=')]).toEqual([422, false])
    const page = await desk.post(doc, { viec: 'duyet', yKien: 'Nên đăng\n“ngay” – é é 😀', ...ANSWERS })
    expect([page.status, page.text.includes('Ký quyết định'), asked(page).keys.map(({ ma }) => ma), await stateOf(school, id)]).toEqual([
      200,
      true,
      [deputy.ma],
      'choDuyet',
    ])
    const sent = await desk.fill(page, touched(page, deputy))
    expect([sent.location, await stateOf(school, id)]).toEqual([`${doc}?da=dang`, 'daDang'])
    expect((await desk.fill(page, touched(page, deputy))).status).toBe(409)
    const { rows } = await school.sql.query(`select noi_dung_ky from phieu_duyet where ban_trinh_id = $1 and quyet_dinh = 'duyet' order by id desc limit 1`, [
      banTrinh,
    ])
    expect(JSON.parse(rows[0].noi_dung_ky as string)).toMatchObject({
      v: 3,
      cachKy: 'thietBi',
      lyDo: 'Nên đăng\n“ngay” – é é 😀',
      sau: { so: expect.any(Number) },
    })
  })

  it('changed in anything after it was signed is not taken', async () => {
    const { id, banTrinh } = await atTheGate(school)
    const other = await atTheGate(school)
    const [desk, doc] = [await at('phohieutruong'), `/lam-viec/doc/${banTrinh}`]
    const page = await desk.post(doc, { viec: 'duyet', yKien: 'Đồng ý', ...ANSWERS })
    const right = touched(page, deputy)
    const given = JSON.parse(right.chuKy!) as Record<string, string>
    const luc = fieldsOf(page.text).fields.find(([name]) => name === 'luc')![1]
    const shifted = (ms: number): string => new Date(Date.parse(luc) + ms).toISOString()
    const [firstPoint] = Object.keys(ANSWERS) as [string]
    const tampered: Record<string, string>[] = [
      { ...right, yKien: 'Không đồng ý' },
      { ...right, viec: 'tu-choi', lyDo: 'x' },
      { ...right, [firstPoint]: 'khongApDung' },
      { ...right, luc: shifted(-1000) },
      { ...right, luc: shifted(-6 * 60_000) },
      { ...right, luc: shifted(60_000) },
      { ...right, luc: luc.replace('Z', '+00:00') },
      { ...right, sauBam: '0'.repeat(64) },
      { ...right, sauSo: '1' },
      { ...right, viec: 'hen-gio', ngay: '2027-01-05', gio: '07:00' },
      { chuKy: '{}' },
      { chuKy: 'x' },
      { chuKy: '[]' },
      ...Object.keys(given).map((name) => ({ chuKy: JSON.stringify({ ...given, [name]: given[name]!.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A')) }) })),
      { chuKy: JSON.stringify(principal.signs('', { challenge: asked(page).challenge })) },
      { chuKy: JSON.stringify({ ...principal.signs('', { challenge: asked(page).challenge }), khoa: deputy.ma }) },
      { chuKy: JSON.stringify({ ...given, goi: ['0'.repeat(64)] }) },
    ]
    for (const changes of tampered) {
      const answer = await desk.fill(page, changes)
      expect([JSON.stringify(changes).slice(0, 90), answer.status >= 400 || answer.text.includes('data-ky='), await stateOf(school, id)]).toEqual([JSON.stringify(changes).slice(0, 90), true, 'choDuyet']) // prettier-ignore
    }
    expect((await desk.post(`/lam-viec/doc/${other.banTrinh}`, Object.fromEntries([...fieldsOf(page.text).fields, ...Object.entries(right)]))).status).toBe(403)
    expect((await desk.fill(page, right)).location).toBe(`${doc}?da=dang`)
  })

  it('over the interface: the text is asked for, signed and sent; without a signature it is refused', async () => {
    const { id, banTrinh } = await atTheGate(school)
    const body = { banTrinh, kiemTra: CHECKED }
    expect(codes(await act(school, 'phohieutruong', 'duyet', id, body))).toEqual(['SIGNATURE_NEEDED'])
    const { vanBan, luc, sau } = (await act(school, 'phohieutruong', 'duyet', id, { ...body, nhap: true })).body
    expect(await stateOf(school, id)).toBe('choDuyet')
    const chuKy = deputy.signs(vanBan as string)
    expect(codes(await act(school, 'hieutruong', 'duyet', id, { ...body, luc, sau, chuKy }))).toEqual(['DEVICE_SIGNATURE'])
    expect(codes(await act(school, 'phohieutruong', 'duyet', id, { ...body, luc, sau, chuKy: 'x' }))).toEqual(['DEVICE_SIGNATURE'])
    expect((await act(school, 'phohieutruong', 'duyet', id, { ...body, luc, sau, chuKy })).body.trangThai).toBe('daDang')
  })

  it('an emergency and a return are signed the same way; taking one’s own back needs none', async () => {
    const urgent = await urgentAtTheGate(school)
    const desk = await at('hieutruong')
    const page = await desk.post(`/lam-viec/doc/${urgent.banTrinh}`, { viec: 'dang-khan', lyDo: 'Lũ về' })
    expect((await desk.fill(page, touched(page, principal))).status).toBe(200)
    const back = await (await at('phohieutruong')).post(`/lam-viec/doc/${urgent.banTrinh}`, { viec: 'tra-lai', lyDo: 'Sai giờ' })
    expect((await (await at('phohieutruong')).fill(back, touched(back, deputy))).location).toMatch(/da=tra-lai/)
  })

  it('of an hour past is not taken, nor after a row the log has moved on from', async () => {
    const { id, banTrinh } = await atTheGate(school)
    const body = { banTrinh, kiemTra: CHECKED }
    const { vanBan, luc, sau } = (await act(school, 'phohieutruong', 'duyet', id, { ...body, nhap: true })).body
    await moveClock(school, '6 minutes')
    expect(codes(await act(school, 'phohieutruong', 'duyet', id, { ...body, luc, sau, chuKy: deputy.signs(vanBan as string) }))).toEqual(['SIGNED_TOO_LATE'])
    await moveClock(school, '0')
  })
})

describe('where the regulation demands devices', () => {
  it('an approval by anything less is refused', async () => {
    await signedRegulation({ kyThietBi: true })
    const { id, banTrinh } = await atTheGate(school)
    // Whoever has no key approves nothing; steps before are the school's as ever.
    await school.owner.query(`update nguoi_dung_sessions set xac_nhan_luc = now()`)
    const uyQuyen = {
      nguoiDuocUyQuyen: await personId(school, 'doantn'),
      phamVi: 'tin-bai',
      tuNgay: new Date(Date.now() - 1000).toISOString(),
      denNgay: new Date(Date.now() + 86_400_000).toISOString(),
      soVanBan: '9/UQ',
    }
    const me = await school.as('hieutruong')
    expect((await signedChange(me, principal, () => me.post('/api/uy-quyen', uyQuyen))).status).toBe(201)
    expect(codes(await act(school, 'doantn', 'duyet', id, { banTrinh, kiemTra: CHECKED }))).toEqual(['DEVICE_NEEDED'])
    const page = await (await at('phohieutruong')).post(`/lam-viec/doc/${banTrinh}`, { viec: 'duyet', ...ANSWERS })
    expect((await (await at('phohieutruong')).fill(page, touched(page, deputy))).location).toMatch(/da=dang/)
  })
})

describe('a bundle', () => {
  it('is signed with one touch; each document bears the list, and the list serves no other document', async () => {
    const ids = [await createStory(school, 'vanphong'), await createStory(school, 'vanphong'), await createStory(school, 'vanphong')]
    const made = await (
      await school.as('vanphong')
    ).post('/api/goi-trinh', { ten: 'Ba tin một lượt', taiLieu: ids.map((taiLieu) => ({ boSuuTap: 'tin-bai', taiLieu })) })
    expect([made.status, made.body.thieu]).toEqual([200, []])
    const submissions = (made.body.banTrinh as (number | { id: number })[]).map((one) => String(typeof one === 'object' ? one.id : one))
    const [desk, goi] = [await at('phohieutruong'), `/lam-viec/goi/${made.body.id}`]
    const page = await desk.post(goi, { banTrinh: submissions.slice(0, 2), ...ANSWERS })
    expect(page.text).toContain('2 nội dung đã chọn')
    const signed = touched(page, deputy)
    // Another document slipped in after the list was signed is left out.
    const done = await desk.fill(page, { ...signed, banTrinh: submissions })
    expect(done.text).toMatch(/2 nội dung đã duyệt\. 1 chưa được/)
    expect([await stateOf(school, ids[0]!), await stateOf(school, ids[1]!), await stateOf(school, ids[2]!)]).toEqual(['daDang', 'daDang', 'choDuyet'])
    const { rows } = await school.sql.query(
      `select chi_tiet::jsonb -> 'thietBi' -> 'goi' as goi from nhat_ky where hanh_dong = 'duyet' order by so desc limit 2`,
    )
    expect(rows.map(({ goi: list }) => (list as string[]).length)).toEqual([2, 2])
  })
})

describe('a key that ends', () => {
  it('signs nothing more, and the log that says so is sound', async () => {
    const desk = await at('phohieutruong')
    const { id, banTrinh } = await atTheGate(school)
    const before = await desk.post(`/lam-viec/doc/${banTrinh}`, { viec: 'duyet', ...ANSWERS })
    // Whoever has a key gives no code, and sets none up.
    expect((await desk.post(ACCOUNT, { viec: 'ma-bat-dau' })).status).toBe(403)
    expect((await desk.post(`/lam-viec/doc/${banTrinh}`, { viec: 'duyet', ...ANSWERS, maXacNhan: '123456' })).status).toBe(403)
    const ky = deputy.signs(endText(deputy.ma, await personId(school, 'phohieutruong')))
    expect((await (await at('vanphong')).post(ACCOUNT, { viec: 'bo-khoa', ma: deputy.ma, chuKy: JSON.stringify(ky) })).status).toBe(403)
    const ended = await desk.post(ACCOUNT, { viec: 'bo-khoa', ma: deputy.ma, chuKy: JSON.stringify(ky) })
    expect([ended.location, ended.text.includes('đang ký được')]).toEqual([`${ACCOUNT}?da=khoaBo#khoa`, false])
    expect((await desk.post(ACCOUNT, { viec: 'bo-khoa', ma: deputy.ma, chuKy: JSON.stringify(ky) })).status).toBe(403)
    // It was asked to sign while the key still stood.
    expect((await desk.fill(before, touched(before, deputy))).status).toBe(403)
    expect(await stateOf(school, id)).toBe('choDuyet')
  })

  it('what cannot be tried is not done by trying', async () => {
    const { id } = await atTheGate(school)
    for (const action of ['thu-hoi', 'trinh', 'go']) expect((await act(school, 'giaovien', action, id, { nhap: true, lyDo: 'x' })).status).toBe(400)
    expect(await stateOf(school, id)).toBe('choDuyet')
  })
})

describe('a code', () => {
  it('is set up with the application, used once, replaced by recovery codes, and marked in the verdict', async () => {
    await signedRegulation({ kyThietBi: false })
    const desk = await at('vanphong')
    const start = await desk.post(ACCOUNT, { viec: 'ma-bat-dau' })
    const bytes = secretOf(start.text)
    const code = (by = 0): string => codeAt(bytes, Math.floor(Date.now() / 30_000) + by)
    const wrong = await desk.fill(start, { ma: '000000' })
    expect([wrong.status, wrong.text.includes('Mã đang hiện')]).toEqual([403, true])
    const used = code(-1)
    const set = await desk.fill(wrong, { ma: used })
    const recovery = [...set.text.matchAll(/<code>([a-z0-9-]+)<\/code>/g)].map(([, one]) => one!)
    expect(recovery).toHaveLength(10)

    const story = await act(school, 'giaovien', 'trinh', (await atTheGate(school)).id)
    expect(story.status).toBe(200)
    const { rows } = await school.sql.query(
      `select ban_trinh_id::int as b, tai_lieu::int as t from ho_so where trang_thai = 'choBienTap' order by id desc limit 2`,
    )
    const doc = `/lam-viec/doc/${rows[0]?.b ?? 0}`
    if (!rows[0]) throw new Error('expected a story that waits for the office')
    const page = await desk.post(doc, { viec: 'duyet', ...ANSWERS })
    expect(page.text).toContain('name="maXacNhan"')
    expect((await desk.fill(page, { maXacNhan: used })).status).toBe(403)
    const done = await desk.fill(page, { maXacNhan: `${code().slice(0, 3)} ${code().slice(3)}` })
    expect(done.location).toBe(`${doc}?da=buoc`)
    const signed = (await school.sql.query(`select noi_dung_ky from phieu_duyet order by id desc limit 1`)).rows[0].noi_dung_ky as string
    expect(JSON.parse(signed)).toMatchObject({ v: 3, cachKy: 'ma' })

    const office = await school.as('vanphong')
    await school.owner.query(`update nguoi_dung_sessions set xac_nhan_luc = null, created_at = now() - interval '1 hour'`)
    expect((await office.post('/api/nguoi-dung/xac-nhan', { ma: recovery[0]!.toUpperCase() })).status).toBe(200)
    expect(codes(await office.post('/api/nguoi-dung/xac-nhan', { ma: recovery[0] }))).toEqual(['WRONG_CODE'])
  })

  it('that is lost with its recovery codes ends at the console alone, in the log, and is set up anew', async () => {
    const { email } = (await school.sql.query(`select email from nguoi_dung where id = $1`, [await personId(school, 'vanphong')])).rows[0] as { email: string }
    await expect(boMaDaMat(await createLocalReq({}, school.payload), email)).rejects.toThrow()
    const atTheConsole = async (of: string): ReturnType<typeof boMaDaMat> => boMaDaMat(await createLocalReq({ context: { console: true } }, school.payload), of)
    await expect(atTheConsole('khong-ai@example.vn')).rejects.toThrow()
    expect((await (await at('vanphong')).open(ACCOUNT)).text).toContain('mã dự phòng chưa dùng')
    await atTheConsole(email.toUpperCase())
    await expect(atTheConsole(email)).rejects.toThrow()
    const { rows } = await school.sql.query(`select nguoi, chi_tiet from nhat_ky where hanh_dong = 'doi-ma' order by so desc limit 1`)
    expect([rows[0].nguoi, (JSON.parse(rows[0].chi_tiet as string) as { viec: string }).viec]).toEqual([null, 'mat'])
    expect((await (await at('vanphong')).open(ACCOUNT)).text).toContain('Bắt đầu dùng mã')
  })
})
