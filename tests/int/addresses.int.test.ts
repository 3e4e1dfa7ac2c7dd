/** Addresses and names of people: whose mailbox it is, and who is who. */
import { beforeAll, describe, expect, it } from 'vitest'
import { acceptInvitation, type Answer } from '../support/client.ts'
import { at, lend, personId } from '../support/gate.ts'
import { letterBox, tokenIn } from '../support/letters.ts'
import { openSchool } from '../support/school.ts'
import { codes } from '../support/stories.ts'

const school = openSchool()
let box: ReturnType<typeof letterBox>
beforeAll(() => void (box = letterBox(school)))

const row = async (id: number): Promise<{ email: string; email_moi: string | null; dia_chi_xac_nhan: Date | null }> =>
  (await school.sql.query('select email, email_moi, dia_chi_xac_nhan from nguoi_dung where id = $1', [id])).rows[0]
const acts = async (id: number): Promise<string[]> =>
  (await school.sql.query(`select hanh_dong from nhat_ky where bo_suu_tap = 'nguoi-dung' and tai_lieu = $1 order by so`, [id])).rows.map((r) =>
    String(r.hanh_dong),
  )
const change = async (who: 'quantri' | 'hieutruong' | 'giaovien' | 'lop12a1', id: number, data: object): Promise<[number, string[]]> => {
  const answer = await (await school.as(who)).patch(`/api/nguoi-dung/${id}`, data)
  return [answer.status, answer.status === 200 ? [] : codes(answer)]
}
const confirm = (token: string): Promise<Answer> => school.visitor.post('/api/nguoi-dung/xac-nhan-dia-chi', { token })
const invite = async (hoTen: string, email: string, more: object = {}): Promise<Answer> =>
  (await school.as('quantri')).post('/api/nguoi-dung', { hoTen, email, vaiTro: ['congTacVien'], kichHoat: true, ...more })

/** As after an invitation that was used. */
async function known(id: number): Promise<void> {
  await school.sql.query('update nguoi_dung set dia_chi_xac_nhan = now() where id = $1', [id])
  await school.sql.query('update loi_moi set bam = null, nhan_luc = now() where nguoi_dung = $1', [id])
}

describe('a new address', () => {
  it('takes effect by the link sent to it, once, and the old one is told', async () => {
    const id = await personId(school, 'lop12a1')
    expect(await change('quantri', id, { email: 'lop12a2@thpt.example' })).toEqual([200, []])
    expect(await row(id)).toMatchObject({ email: 'lop12a1@thpt.example', email_moi: 'lop12a2@thpt.example' })
    expect((await box.next('lop12a1@thpt.example', /Yêu cầu đổi địa chỉ/)).text).toContain('lop12a2@thpt.example')
    const token = tokenIn(await box.next('lop12a2@thpt.example', /Xác nhận địa chỉ/))
    const page = await school.visitor.get('/api/nguoi-dung/xac-nhan-dia-chi')
    expect([page.status, page.headers.get('content-security-policy')?.includes("default-src 'none'")]).toEqual([200, true])
    expect(await row(id), 'the page alone does nothing').toMatchObject({ email: 'lop12a1@thpt.example' })
    const [account, mac] = token.split('.') as [string, string]
    for (const bad of ['', 'x', `${account}.${mac.slice(1)}`, `${Number(account) + 1}.${mac}`]) expect([bad, (await confirm(bad)).status]).toEqual([bad, 401])
    const taken = await Promise.all([confirm(token), confirm(token)])
    expect(taken.map((a) => a.status).sort((a, b) => a - b)).toEqual([200, 401])
    expect(await row(id)).toMatchObject({ email: 'lop12a2@thpt.example', email_moi: null })
    await box.next('lop12a1@thpt.example', /Địa chỉ thư vừa được đổi/)
    expect((await acts(id)).slice(-2)).toEqual(['yeu-cau-doi-dia-chi', 'doi-dia-chi'])
  })

  it('written into the database by the service’s own password has no link', async () => {
    const id = await personId(school, 'doantn')
    await school.sql.query(`update nguoi_dung set email_moi = 'ke-gian@thpt.example', email_moi_han = now() + interval '1 hour' where id = $1`, [id])
    expect((await confirm(`${id}.${'a'.repeat(43)}`)).status).toBe(401)
    await school.sql.query(`update nguoi_dung set email_moi = null, email_moi_han = null where id = $1`, [id])
  })

  it('a save read before the address changed does not bring the old one back', async () => {
    const made = await invite('Người Đổi Thư', 'doithu@thpt.example')
    const id = made.body.doc.id as number
    await change('quantri', id, { email: 'doithu2@thpt.example' })
    const token = tokenIn(await box.next('doithu2@thpt.example', /Xác nhận địa chỉ/))
    await Promise.all([confirm(token), ...[1, 2, 3, 4].map((n) => change('quantri', id, { chucVu: `Giáo viên ${n}` }))])
    expect(await row(id)).toMatchObject({ email: 'doithu2@thpt.example', email_moi: null })
  })

  it('of whoever holds or held authority is nobody’s to change: by role, by delegation, once or now', async () => {
    expect((await lend(school, 'giaovien')).status).toBe(201)
    const former = (await invite('Cựu Phó', 'cuupho@thpt.example')).body.doc.id as number
    await known(former)
    expect(await change('hieutruong', former, { vaiTro: ['nguoiDuyet'] })).toEqual([200, []])
    expect(await change('hieutruong', former, { vaiTro: ['congTacVien'] })).toEqual([200, []])
    for (const id of [await personId(school, 'giaovien'), former, await personId(school, 'phohieutruong')]) {
      for (const who of ['quantri', 'hieutruong'] as const) expect(await change(who, id, { email: 'khac@thpt.example' })).toEqual([403, ['EMAIL_OF_APPROVER']])
      expect(await change('quantri', id, { kichHoat: false })).toEqual([403, ['ROLE_NOT_GRANTABLE']])
    }
    const revoked = await lend(school, 'doantn')
    await (await school.as('hieutruong')).patch(`/api/uy-quyen/${revoked.body.doc.id}`, { thuHoiLuc: at(0) })
    expect(await change('quantri', await personId(school, 'doantn'), { email: 'khac@thpt.example' })).toEqual([403, ['EMAIL_OF_APPROVER']])
  })

  it('asked for before authority was given does not take effect after', async () => {
    const id = (await invite('Sắp Duyệt', 'sapduyet@thpt.example')).body.doc.id as number
    await known(id)
    await change('quantri', id, { email: 'sapduyet2@thpt.example' })
    const token = tokenIn(await box.next('sapduyet2@thpt.example', /Xác nhận địa chỉ/))
    await change('hieutruong', id, { vaiTro: ['nguoiDuyet'] })
    expect((await confirm(token)).status).toBe(403)
    expect((await row(id)).email).toBe('sapduyet@thpt.example')
  })
})

describe('an account whose owner has not confirmed the address', () => {
  it('takes no authority, until the invitation was used', async () => {
    const id = (await invite('Phó Mới', 'phomoi@thpt.example')).body.doc.id as number
    expect((await row(id)).dia_chi_xac_nhan).toBeNull()
    expect(await change('hieutruong', id, { vaiTro: ['nguoiDuyet'] })).toEqual([409, ['ADDRESS_UNCONFIRMED']])
    const delegation = { nguoiDuocUyQuyen: id, phamVi: 'tin-bai', tuNgay: at(0), denNgay: at(3_600_000), soVanBan: '2/UQ' }
    const lent = await (await school.as('hieutruong')).post('/api/uy-quyen', delegation)
    expect([lent.status, codes(lent)]).toEqual([409, ['ADDRESS_UNCONFIRMED']])
    const direct = await (await school.as('hieutruong')).post('/api/nguoi-dung', { hoTen: 'Duyệt Ngay', email: 'ngay@thpt.example', vaiTro: ['nguoiDuyet'] })
    expect([direct.status, codes(direct)]).toEqual([409, ['ADDRESS_UNCONFIRMED']])
    for (const who of ['quantri', 'hieutruong'] as const) {
      await change(who, id, { diaChiXacNhan: '2026-01-01T00:00:00.000Z', emailMoi: 'x@thpt.example' })
      expect(await row(id), 'not written by hand').toMatchObject({ dia_chi_xac_nhan: null, email_moi: null })
    }
    const token = tokenIn(await box.next('phomoi@thpt.example', /Mời bạn đặt mật khẩu/))
    expect((await acceptInvitation(school.visitor, token, 'mat-khau-cua-pho-moi')).status).toBe(200)
    expect((await row(id)).dia_chi_xac_nhan).not.toBeNull()
    const { rows } = await school.sql.query(`select chi_tiet::jsonb->>'cach' as c from nhat_ky where hanh_dong = 'doi-mat-khau' and tai_lieu = $1`, [id])
    expect(rows).toEqual([{ c: 'loiMoi' }])
    expect(await change('hieutruong', id, { vaiTro: ['nguoiDuyet'] })).toEqual([200, []])
  })
})

describe('names and posts', () => {
  it('are not written by their owner', async () => {
    const id = await personId(school, 'giaovien')
    for (const data of [{ hoTen: 'Hiệu Trưởng Giả' }, { chucVu: 'Hiệu trưởng' }, { tenSapXep: 'A' }])
      expect([data, await change('giaovien', id, data)]).toEqual([data, [403, [expect.stringMatching(/NAME_OF_(OWNER|APPROVER)/)]]])
    const unit = (await school.sql.query('select id from don_vi order by id desc limit 1')).rows[0].id as number
    expect(await change('giaovien', id, { donVi: unit })).toEqual([403, ['NAME_OF_OWNER']])
  })

  it('no two open accounts look alike, nor do two made at one moment', async () => {
    const same = { chucVu: 'Giáo viên Toán' }
    expect((await invite('Lò Thị Ðào', 'dao1@thpt.example', same)).status).toBe(201)
    const again = await invite('  LÒ THỊ  ĐÀO', 'dao2@thpt.example', same)
    expect([again.status, codes(again)]).toEqual([422, ['NAME_TAKEN']])
    expect((await invite('Lò Thị Đào', 'dao3@thpt.example', { chucVu: 'Giáo viên Văn' })).status).toBe(201)
    const both = await Promise.all(['dao4', 'dao5'].map((ma) => invite('Hoàng Văn Một', `${ma}@thpt.example`, same)))
    expect(both.map((a) => a.status).sort((a, b) => a - b)).toEqual([201, 422])
    const third = (await school.sql.query(`select id from nguoi_dung where email = 'dao3@thpt.example'`)).rows[0].id as number
    expect(await change('quantri', third, same)).toEqual([422, ['NAME_TAKEN']])
    expect((await (await school.as('quantri')).post(`/api/nguoi-dung/${third}/nghi`, {})).status).toBe(200)
    expect(await change('quantri', third, same), 'a closed account is seen by nobody').toEqual([200, []])
    const back = await (await school.as('quantri')).post(`/api/nguoi-dung/${third}/tro-lai`)
    expect([back.status, codes(back)]).toEqual([422, ['NAME_TAKEN']])
  })

  it('a role taken away does not come back with a name written at the same moment', async () => {
    const id = await personId(school, 'vanphong')
    for (let round = 0; round < 8; round += 1) {
      await change('hieutruong', id, { vaiTro: ['bienTapVien', 'vanThu'] })
      const [taken] = await Promise.all([change('hieutruong', id, { vaiTro: ['vanThu'] }), change('quantri', id, { tenSapXep: `Tên ${round}` })])
      expect(taken).toEqual([200, []])
      const { rows } = await school.sql.query('select value::text from nguoi_dung_vai_tro where parent_id = $1', [id])
      expect(rows, `round ${round}`).toEqual([{ value: 'vanThu' }])
    }
  })
})
