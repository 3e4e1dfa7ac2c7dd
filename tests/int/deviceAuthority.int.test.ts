/** Roles, delegations and the regulation, signed by the spokesperson's own device: at the desk, over the interface, and checked offline. */
import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalText, sha256, type Json } from '../../src/policy/gate/fingerprint.ts'
import { codeAt } from '../../src/policy/people/totp.ts'
import { phone, type Phone } from '../support/authenticator.ts'
import { ACCOUNT, asked, devicesIn, secretOf, signedChange, touched } from '../support/deviceSigning.ts'
import { atTheGate, personId } from '../support/gate.ts'
import { exported, rewrite, runVerifier, schoolKey, type Line } from '../support/ledger.ts'
import { moveClock, openSchool } from '../support/school.ts'
import { act, approve, CHECKED, codes, createStory, submit } from '../support/stories.ts'

const school = openSchool()
const { at, register, atConsole } = devicesIn(school)
const principal = phone() as Phone
const AT = '/lam-viec/uy-quyen'
const PROOF = '/api/nguoi-dung/xac-nhan'
const day = (n: number): string => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  await register('hieutruong', principal)
  await atConsole(principal.ma)
})
const lend = async (more: Record<string, string> = {}): Promise<Record<string, string>> => ({
  viec: 'giao',
  nguoiDuocUyQuyen: String(await personId(school, 'vanphong')),
  phamVi: 'tatCa',
  tuNgay: day(0),
  denNgay: day(3),
  soVanBan: '12/UQ-THPT',
  ...more,
})
const lent = async (): Promise<number> => (await school.sql.query('select count(*)::int as n from uy_quyen')).rows[0].n as number

describe('a delegation at the desk', () => {
  it('is tried, told in words, signed with one touch, and made', async () => {
    const desk = await at('hieutruong')
    const before = await lent()
    const page = await desk.post(AT, await lend())
    expect([page.status, page.text.includes('Giao quyền duyệt thay cho'), page.text.includes('12/UQ-THPT'), await lent()]).toEqual([403, true, true, before])
    const done = await desk.fill(page, touched(page, principal))
    expect([done.location, await lent()]).toEqual([`${AT}?da=giao`, before + 1])
    const again = await desk.fill(page, touched(page, principal))
    expect([again.location, await lent()], 'one touch, one delegation').toEqual([null, before + 1])
  })

  it('with other words than were signed asks anew; with another’s touch it is refused', async () => {
    const desk = await at('hieutruong')
    const before = await lent()
    const page = await desk.post(AT, await lend({ soVanBan: '13/UQ-THPT' }))
    const other = await desk.fill(page, { ...touched(page, principal), soVanBan: '14/UQ-THPT' })
    expect([other.status, asked(other).challenge === asked(page).challenge, await lent()]).toEqual([403, false, before])
    const wrong = await desk.fill(other, touched(other, phone() as Phone))
    expect([wrong.status, wrong.text.includes('không đúng'), await lent()]).toEqual([403, true, before])
  })

  it('is ended without one: whoever takes power back is not held up', async () => {
    const desk = await at('hieutruong')
    const { rows } = await school.sql.query('select id from uy_quyen where thu_hoi_luc is null order by id desc limit 1')
    expect((await desk.post(AT, { viec: 'thu-hoi', uyQuyen: String(rows[0].id) })).location).toBe(`${AT}?da=thuHoi`)
  })
})

describe('over the interface', () => {
  it('a role is granted by the same save, once signed; another session is asked for nothing', async () => {
    const me = await school.as('hieutruong')
    const id = await personId(school, 'giaovien')
    const roles = { vaiTro: ['congTacVien', 'nguoiDuyet'] }
    const refused = await me.patch(`/api/nguoi-dung/${id}`, roles)
    expect([refused.status, codes(refused)]).toEqual([403, ['CHANGE_SIGNATURE']])
    const { ky } = (await me.get(PROOF)).body
    expect(ky).toMatchObject({ viec: expect.stringContaining('Người duyệt'), rpId: 'school.test' })
    expect((await (await school.as('vanphong')).get(PROOF)).body.ky).toBeNull()
    const touch = principal.signs('', { challenge: ky.challenge })
    expect(codes(await me.post(PROOF, { ve: 'a'.repeat(64), chuKy: touch }))).toEqual(['SIGNED_TOO_LATE'])
    expect(codes(await me.post(PROOF, { ve: ky.ve, chuKy: principal.signs('khác') }))).toEqual(['DEVICE_SIGNATURE'])
    expect((await me.post(PROOF, { ve: ky.ve, chuKy: touch })).status).toBe(200)
    expect(codes(await me.patch(`/api/nguoi-dung/${id}`, { vaiTro: ['nguoiPhatNgon'] })), 'signed for one thing, used for another').toEqual([
      'CHANGE_SIGNATURE',
    ])
    expect((await me.patch(`/api/nguoi-dung/${id}`, roles)).status).toBe(200)
    expect(codes(await me.patch(`/api/nguoi-dung/${id}`, { vaiTro: ['congTacVien'] }))).toEqual(['CHANGE_SIGNATURE'])
    expect((await me.patch(`/api/nguoi-dung/${id}`, { chucVu: 'Giáo viên Ngữ văn, trưởng ban' })).status, 'a post is no authority').toBe(200)
  })

  it('the regulation changes by the device alone', async () => {
    const me = await school.as('hieutruong')
    const change = { kyThietBi: true }
    expect(codes(await me.post('/api/globals/quy-che', change))).toEqual(['CHANGE_SIGNATURE'])
    const { ky } = (await me.get(PROOF)).body
    expect(ky.viec).toMatch(/^Quy chế mới \(mã [0-9a-f]{8}\)\. Thay đổi: người duyệt phải ký bằng thiết bị: không → có$/)
    await me.post(PROOF, { ve: ky.ve, chuKy: principal.signs('', { challenge: ky.challenge }) })
    expect((await me.post('/api/globals/quy-che', change)).status).toBe(200)
  })
})

describe('what stands in the database beside the signed log', () => {
  it('is never signed along: a regulation somebody changed there is refused, and can be put back', async () => {
    const me = await school.as('hieutruong')
    await school.owner.query('update quy_che set mot_lanh_dao = true')
    expect(codes(await me.post('/api/globals/quy-che', { gioXacNhanKhan: 9 }))).toEqual(['AUTHORITY_UNSIGNED'])
    expect((await signedChange(me, principal, () => me.post('/api/globals/quy-che', { motLanhDao: false }))).status).toBe(200)
  })

  it('names nobody: with the names of two accounts changed over nothing is lent', async () => {
    const [a, b] = [await personId(school, 'doantn'), await personId(school, 'lop12a1')]
    const swap = (): Promise<unknown> =>
      school.owner.query(`update nguoi_dung n set ho_ten = o.ho_ten from nguoi_dung o where n.id in ($1, $2) and o.id in ($1, $2) and o.id <> n.id`, [a, b])
    await swap()
    const refused = await (await at('hieutruong')).post(AT, await lend({ nguoiDuocUyQuyen: String(b), soVanBan: '15/UQ' }))
    expect([refused.status, refused.text.includes('data-ky=')]).toEqual([403, false])
    await swap()
  })

  it('a touch that came too late is asked for anew, at once', async () => {
    const me = await school.as('hieutruong')
    const change = (): ReturnType<typeof me.post> => me.post('/api/globals/quy-che', { gioXacNhanKhan: 10 })
    expect(codes(await change())).toEqual(['CHANGE_SIGNATURE'])
    const { ky } = (await me.get(PROOF)).body
    expect(ky.viec).toMatch(/giờ xác nhận đăng khẩn: 12 → 10/)
    await me.post(PROOF, { ve: ky.ve, chuKy: principal.signs('', { challenge: ky.challenge }) })
    await school.sql.query(`update cho_ky set luc_ky = $1`, [new Date(Date.now() - 400_000).toISOString()])
    const from = performance.now()
    expect([codes(await change()), performance.now() - from < 2000]).toEqual([['CHANGE_SIGNATURE'], true])
    expect((await signedChange(me, principal, change)).status).toBe(200)
  })
})

describe('the offline verifier', () => {
  it('takes what was signed, and names what was not', async () => {
    const { lines } = await exported(school)
    const key = schoolKey(school)
    const said = await runVerifier(school, lines)
    expect([said.code, said.text]).toEqual([0, expect.stringContaining('nguyên vẹn')])
    const rowOf = (viec: string): number =>
      lines.findLastIndex((line) => line.kieu === 'nhat-ky' && line.hanhDong === viec && String(line.chiTiet).includes('"thietBi"'))
    const anew = (at: number, change: (ct: Record<string, unknown>) => void): Line[] => {
      const copy = lines.map((line) => ({ ...line }))
      const ct = JSON.parse(copy[at]!.chiTiet as string) as Record<string, unknown>
      change(ct)
      copy[at]!.chiTiet = canonicalText(ct as Json)
      return rewrite(copy, 0, key)
    }
    for (const viec of ['uy-quyen', 'doi-tai-khoan', 'doi-quy-che']) {
      expect([viec, rowOf(viec) > 0]).toEqual([viec, true])
      expect([
        viec,
        (
          await runVerifier(
            school,
            anew(rowOf(viec), (ct) => void delete ct.thietBi),
          )
        ).code,
      ]).toEqual([viec, 1])
      const elsewhere = await runVerifier(
        school,
        anew(rowOf(viec), (ct) => void ((ct.thietBi as { sau: { so: number } }).sau.so -= 1)),
      )
      expect([viec, elsewhere.code]).toEqual([viec, 1])
    }
    // Rows that the owner of database and key adds at the end, signed by the school.
    const last = lines.findLast((line) => line.kieu === 'nhat-ky')!
    const keyRow = lines.find((line) => line.kieu === 'nhat-ky' && line.hanhDong === 'them-khoa')!
    const grant = lines[rowOf('doi-tai-khoan')]!
    const detail = JSON.parse(grant.chiTiet as string) as Record<string, unknown>
    const { thietBi: _touch, ...unsigned } = detail
    const add = (more: object): Line[] => rewrite([...lines, { ...last, so: Number(last.so) + 1, ...more } as Line], 0, key)
    const before = new Date(Date.parse(keyRow.luc as string) - 1000).toISOString()
    const role = { ...grant, taiLieu: await personId(school, 'doantn') }
    const granting = (ct: object, more: object = {}): Line[] =>
      add({ ...role, chiTiet: canonicalText({ ...ct, vaiTro: { tu: ['dauMoi'], den: ['dauMoi', 'nguoiDuyet'] } } as Json), luc: last.luc, ...more })
    const version = lines.findLast((line) => line.kieu === 'quy-che-ban')!
    const lax = canonicalText({ ...(JSON.parse(version.noiDung as string) as Record<string, Json>), motLanhDao: true })
    const [quyCheBan, phienBan, vanTay] = [Number(version.id) + 1, Number(version.so) + 1, sha256(lax)]
    const another = { ...version, id: quyCheBan, so: phienBan, noiDung: lax, vanTay, tu: last.luc } as Line
    const bySide = {
      ...last,
      so: Number(last.so) + 1,
      hanhDong: 'bao-cao',
      nguoi: null,
      tenNguoi: 'Hệ thống',
      chiTiet: canonicalText({ quyCheBan, phienBan, vanTay }),
    }
    const forged: [string, Line[]][] = [
      ['dated back to before the key', granting(unsigned, { luc: before })],
      ['an hour in another spelling', granting(unsigned, { luc: ` ${String(last.luc)}` })],
      ['a touch used before', granting(detail)],
      [
        'closed by the console',
        add({
          ...role,
          nguoi: null,
          tenNguoi: 'Hệ thống',
          taiLieu: await personId(school, 'phohieutruong'),
          luc: last.luc,
          chiTiet: canonicalText({ ...unsigned, vaiTro: { tu: ['nguoiDuyet'], den: ['nguoiDuyet'] }, kichHoat: { tu: true, den: false } } as Json),
        }),
      ],
      ['a regulation by a row of another kind', rewrite([...lines, another, bySide as Line], 0, key)],
    ]
    for (const [what, copy] of forged) expect([what, (await runVerifier(school, copy)).code]).toEqual([what, 1])
  })
})

describe('a second factor', () => {
  it('is asked for at every visit, and from its day on nobody approves without', async () => {
    const me = await school.as('hieutruong')
    const lopHaiTu = new Date(Date.now() + 86_400_000).toISOString()
    expect((await signedChange(me, principal, () => me.post('/api/globals/quy-che', { kyThietBi: false, lopHaiTu }))).status).toBe(200)
    const { id, banTrinh } = await atTheGate(school)
    const home = async (who: 'phohieutruong' | 'hieutruong' | 'giaovien'): Promise<boolean> =>
      (await (await at(who)).open('/lam-viec')).text.includes('lớp bảo vệ thứ hai')
    expect([await home('phohieutruong'), await home('hieutruong')]).toEqual([true, false])
    await moveClock(school, '25 hours')
    expect(codes(await approve(school, 'phohieutruong', id, banTrinh))).toEqual(['FACTOR_NEEDED'])
    expect((await act(school, 'phohieutruong', 'tra-lai', id, { banTrinh, lyDo: 'Thiếu ngày.' })).status, 'a return publishes nothing').toBe(200)
    const other = await createStory(school, 'vanphong')
    const again = (await submit(school, 'vanphong', other)).body.banTrinh.id as number
    expect(codes(await approve(school, 'phohieutruong', other, again))).toEqual(['FACTOR_NEEDED'])
    await moveClock(school, '0')
    expect((await approve(school, 'phohieutruong', other, again)).status).toBe(200)
  })

  it('that is set up only after that day counts a day later, and everybody who approves hears of it', async () => {
    const HOUR = 3_600_000
    const other = await createStory(school, 'vanphong')
    const banTrinh = (await submit(school, 'vanphong', other)).body.banTrinh.id as number
    await moveClock(school, '25 hours')
    const desk = await at('phohieutruong')
    const start = await desk.post(ACCOUNT, { viec: 'ma-bat-dau' })
    const secret = secretOf(start.text)
    const code = (hours: number, by = 0): string => codeAt(secret, Math.floor((Date.now() + hours * HOUR) / 30_000) + by)
    const set = await desk.fill(start, { ma: code(25) })
    expect(set.text).toMatch(/Mã mới dùng để duyệt được từ \d/)
    const approving = async (ma: string) => act(school, 'phohieutruong', 'duyet', other, { banTrinh, kiemTra: CHECKED, ma })
    expect(codes(await approving(code(25, 1)))).toEqual(['CODE_WAITS'])
    expect(codes(await approve(school, 'phohieutruong', other, banTrinh))).toEqual(['SIGNATURE_NEEDED'])
    const recovery = /<code>([a-z0-9-]+)<\/code>/.exec(set.text)![1]!
    expect(codes(await approving(recovery))).toEqual(['CODE_WAITS'])
    expect((await desk.open(ACCOUNT)).text).toContain('Dùng được từ')
    const told = await school.sql.query(
      `select detail from (select chi_tiet::jsonb as detail from nhat_ky where hanh_dong = 'doi-ma' order by so desc limit 1) x`,
    )
    expect(Date.parse((told.rows[0] as { detail: { hieuLuc: string } }).detail.hieuLuc) - Date.now()).toBeGreaterThan(48 * HOUR)
    await moveClock(school, '50 hours')
    expect((await approving(code(50))).status).toBe(200)
    // One that does not count yet is ended by whoever holds the password; one that counts is not.
    expect((await desk.post(ACCOUNT, { viec: 'ma-bo' })).status).toBe(403)
    expect((await desk.post(ACCOUNT, { viec: 'ma-bo', ma: /<code>([a-z0-9-]+)<\/code>/.exec(set.text)![1]! })).location).toMatch(/da=maBo/)
    const again = await desk.post(ACCOUNT, { viec: 'ma-bat-dau' })
    await desk.fill(again, { ma: codeAt(secretOf(again.text), Math.floor((Date.now() + 50 * HOUR) / 30_000)) })
    expect((await desk.open(ACCOUNT)).text).toContain('Bỏ mã này')
    expect((await desk.post(ACCOUNT, { viec: 'ma-bo' })).location).toMatch(/da=maBo/)
    expect((await desk.open(ACCOUNT)).text).toContain('Bắt đầu dùng mã')
    await moveClock(school, '0')
  })
})
