/** Accounts: who makes whom what, and that each change of authority is a row of the log. */
import { describe, expect, it } from 'vitest'
import type { Client } from '../support/client.ts'
import { openSchool } from '../support/school.ts'
import { codes, createStory } from '../support/stories.ts'

const school = openSchool()
const idOf = async (ma: string): Promise<number> => (await school.sql.query('select id from nguoi_dung where email = $1', [`${ma}@thpt.example`])).rows[0].id

describe('the directory', () => {
  const others = async (who: 'vanphong' | 'phohieutruong' | 'giaovien' | 'doantn' | 'quantri'): Promise<Record<string, unknown>[]> =>
    (await (await school.as(who)).get('/api/nguoi-dung?limit=100&depth=0')).body.docs as Record<string, unknown>[]

  it('office and approvers read name, post and unit of everybody, and of others no address, no roles', async () => {
    for (const who of ['vanphong', 'phohieutruong'] as const) {
      const principal = (await others(who)).find((one) => one.hoTen === 'Trần Đức Lâm')!
      expect([who, principal.chucVu, principal.email, principal.vaiTro, principal.kichHoat]).toEqual([who, 'Hiệu trưởng', undefined, undefined, undefined])
      for (const asked of ['sort=email', 'where[email][like]=a', 'where[vaiTro][in]=nguoiDuyet'])
        expect([asked, (await (await school.as(who)).get(`/api/nguoi-dung?${asked}`)).status]).toEqual([asked, 400])
      expect((await (await school.as(who)).patch(`/api/nguoi-dung/${await idOf('giaovien')}`, { chucVu: 'Hiệu trưởng' })).status).toBe(403)
    }
    expect((await (await school.as('vanphong')).get('/api/nguoi-dung/me')).body.user).toMatchObject({ email: 'vanphong@thpt.example', kichHoat: true })
  })

  it('an author knows himself and the people of his own documents, no one else', async () => {
    const names = async (): Promise<unknown[]> => (await others('giaovien')).map((one) => one.hoTen)
    expect(await names()).toContain('Lò Thị Minh Xuân')
    expect(await names()).not.toContain('Nguyễn Thu Hà')
    const id = await createStory(school)
    await (await school.as('vanphong')).patch(`/api/tin-bai/${id}`, { tomTat: 'Văn phòng sửa một dòng.' })
    expect(await names()).toEqual(expect.arrayContaining(['Lò Thị Minh Xuân', 'Nguyễn Thu Hà']))
    const shown = (await (await school.as('vanphong')).get(`/api/tin-bai/${id}?depth=1`)).body.tacGia
    expect([shown.hoTen, shown.email]).toEqual(['Lò Thị Minh Xuân', undefined])
  })

  it('the youth union’s desk knows the authors of good deeds', async () => {
    expect((await others('doantn')).map((one) => one.hoTen)).not.toContain('Chi đoàn 12A1')
    await createStory(school, 'lop12a1', { loai: 'nguoiTotViecTot' })
    expect((await others('doantn')).map((one) => one.hoTen)).toContain('Chi đoàn 12A1')
  })
})

describe('how an invitation stands', () => {
  it('an invitation is shown to whoever invites, once, and how it stands is told to who may know', async () => {
    const made = await (
      await school.as('quantri')
    ).post('/api/nguoi-dung/moi', { hoTen: 'Người Không Thư', email: 'khongthu@thpt.example', chucVu: '', donVi: null, vaiTro: [] })
    expect([made.status, made.body.thuGui, made.headers.get('cache-control')]).toEqual([200, false, 'no-store'])
    const path = `/api/nguoi-dung/${made.body.nguoiDung}/tinh-trang`
    expect((await (await school.as('quantri')).get(path)).body).toMatchObject({ tinhTrang: 'daMoi', viec: ['moi-lai', 'nghi', 'xin-vai-tro'] })
    expect((await (await school.as('vanphong')).get(path)).body).toMatchObject({ tinhTrang: 'daMoi', viec: ['xin-vai-tro'] })
    expect((await (await school.as('giaovien')).get(path)).status).toBe(404)
    await school.sql.query(`update loi_moi set han = ct_nay() - interval '1 day' where nguoi_dung = $1`, [made.body.nguoiDung])
    expect((await (await school.as('quantri')).get(path)).body).toMatchObject({ tinhTrang: 'hetHan' })
  })
})

describe('roles', () => {
  it('the technical administrator makes accounts but no approver', async () => {
    const admin = await school.as('quantri')
    const made = await admin.post('/api/nguoi-dung', {
      hoTen: 'Người Mới',
      email: 'nguoimoi@thpt.example',
      password: 'mat-khau-do-quan-tri-dat',
      vaiTro: ['congTacVien'],
      kichHoat: true,
    })
    expect(made.status, made.text).toBe(201)
    for (const role of ['nguoiDuyet', 'nguoiPhatNgon']) {
      const refused = await admin.patch(`/api/nguoi-dung/${made.body.doc.id}`, { vaiTro: ['congTacVien', role] })
      expect([refused.status, codes(refused)]).toEqual([403, ['ROLE_NOT_GRANTABLE']])
      const created = await admin.post('/api/nguoi-dung', {
        hoTen: 'X',
        email: `${role}@thpt.example`,
        password: 'x'.repeat(12),
        vaiTro: [role],
        kichHoat: true,
      })
      expect(created.status).toBe(403)
    }
    const login = await school.visitor.post('/api/nguoi-dung/login', { email: 'nguoimoi@thpt.example', password: 'mat-khau-do-quan-tri-dat' })
    expect(login.status, 'whoever makes an account does not know its password').toBe(401)
  })

  it.each(['giaovien', 'vanphong', 'phohieutruong', 'quantri'] as const)('%s raises nobody, not even himself', async (who) => {
    const refused = await (await school.as(who)).patch(`/api/nguoi-dung/${await idOf(who)}`, { vaiTro: ['nguoiPhatNgon'] })
    expect(refused.status).toBeGreaterThanOrEqual(403)
    const { rows } = await school.sql.query('select value::text from nguoi_dung_vai_tro where parent_id = $1', [await idOf(who)])
    expect(rows.map((r) => r.value)).not.toContain('nguoiPhatNgon')
  })

  it('a role sent as null takes nothing away, a name beside the approval line is the spokesperson’s to write', async () => {
    const admin = await school.as('quantri')
    for (const data of [{ vaiTro: null }, { kichHoat: null }, { hoTen: 'Kẻ Mạo Danh' }, { chucVu: 'Bộ trưởng' }]) {
      expect([data, (await admin.patch(`/api/nguoi-dung/${await idOf('hieutruong')}`, data)).status]).toEqual([data, 403])
    }
    expect((await admin.patch(`/api/nguoi-dung/${await idOf('quantri')}`, { vaiTro: ['quanTriKyThuat', 'bienTapVien'] })).status).toBe(403)
    expect((await (await school.as('hieutruong')).patch(`/api/nguoi-dung/${await idOf('hieutruong')}`, { kichHoat: false })).status).toBe(409)
  })

  it('the spokesperson grants and removes approving roles, and never to an administrator', async () => {
    const principal = await school.as('hieutruong')
    const teacher = await idOf('giaovien')
    expect((await principal.patch(`/api/nguoi-dung/${teacher}`, { vaiTro: ['congTacVien', 'nguoiDuyet'] })).status).toBe(200)
    expect((await principal.patch(`/api/nguoi-dung/${teacher}`, { vaiTro: ['congTacVien'] })).status).toBe(200)
    const refused = await principal.patch(`/api/nguoi-dung/${await idOf('quantri')}`, { vaiTro: ['quanTriKyThuat', 'nguoiDuyet'] })
    expect([refused.status, codes(refused)]).toEqual([422, ['ROLE_CONFLICT']])
    const { rows } = await school.sql.query(
      `select count(*)::int as n from nhat_ky where hanh_dong = 'doi-tai-khoan' and nguoi is not null and tai_lieu = $1`,
      [teacher],
    )
    expect(rows[0].n).toBe(2)
  })
})

describe('passwords, addresses, closing', () => {
  it('nobody sets another’s password', async () => {
    for (const who of ['quantri', 'hieutruong'] as const) {
      const refused = await (await school.as(who)).patch(`/api/nguoi-dung/${await idOf('giaovien')}`, { password: 'mat-khau-moi-cua-ai' })
      expect([refused.status, codes(refused)]).toEqual([403, ['PASSWORD_OF_ANOTHER']])
    }
  })

  it('a new person sets the password through the link, once', async () => {
    await (
      await school.as('quantri')
    ).post('/api/nguoi-dung', { hoTen: 'Người Có Thư', email: 'cothu@thpt.example', password: 'khong-dung-den-dau', vaiTro: ['congTacVien'], kichHoat: true })
    const token = await school.payload.forgotPassword({
      collection: 'nguoi-dung',
      data: { email: 'cothu@thpt.example' },
      disableEmail: true,
      overrideAccess: true,
    })
    const chosen = { token, password: 'mat-khau-tu-chon-1' }
    expect((await school.visitor.post('/api/nguoi-dung/reset-password', chosen)).status).toBe(200)
    expect((await school.visitor.post('/api/nguoi-dung/login', { email: 'cothu@thpt.example', password: chosen.password })).status).toBe(200)
    expect((await school.visitor.post('/api/nguoi-dung/reset-password', chosen)).status).toBe(401)
  })

  it('nobody changes an approver’s e-mail alone, nor uses a personal mailbox', async () => {
    for (const who of ['quantri', 'hieutruong', 'phohieutruong'] as const) {
      const refused = await (await school.as(who)).patch(`/api/nguoi-dung/${await idOf('phohieutruong')}`, { email: 'khac@thpt.example' })
      expect([refused.status, codes(refused)]).toEqual([403, ['EMAIL_OF_APPROVER']])
    }
    // The teacher was an approver for a moment, two tests ago: whoever held authority counts as one.
    const former = await (await school.as('quantri')).patch(`/api/nguoi-dung/${await idOf('giaovien')}`, { email: 'khac@thpt.example' })
    expect([former.status, codes(former)]).toEqual([403, ['EMAIL_OF_APPROVER']])
    const personal = await (await school.as('quantri')).patch(`/api/nguoi-dung/${await idOf('lop12a1')}`, { email: 'lop12a1@thu-rieng.example' })
    expect([personal.status, codes(personal)]).toEqual([422, ['EMAIL_DOMAIN']])
  })

  it('a closed account is nobody at once, and cannot sign in', async () => {
    const session = await school.visitor.login('lop12a1')
    expect((await session.get('/api/chu-de')).status).toBe(200)
    const admin = await school.as('quantri')
    const id = await idOf('lop12a1')
    // By the act that hands over what is unfinished, and by no other way.
    for (const kichHoat of [false, true]) expect((await admin.patch(`/api/nguoi-dung/${id}`, { kichHoat })).status).toBe(kichHoat ? 200 : 422)
    expect((await admin.post(`/api/nguoi-dung/${id}/nghi`, { nguoiNhan: await idOf('giaovien') })).status).toBe(200)
    expect((await admin.patch(`/api/nguoi-dung/${id}`, { kichHoat: true })).status).toBe(422)
    expect((await session.get('/api/chu-de')).status).toBe(401)
    const login = await school.visitor.post('/api/nguoi-dung/login', { email: 'lop12a1@thpt.example', password: 'mat-khau-thu-nghiem' })
    expect(login.status).toBe(401)
    expect((await admin.post(`/api/nguoi-dung/${id}/tro-lai`)).status).toBe(200)
  })

  it('a change of an account leaves its sessions alone: who is signed in stays, who signs out meanwhile stays out', async () => {
    const admin = await school.as('quantri')
    const id = await idOf('lop12a1')
    const isIn = async (session: Client): Promise<boolean> => Boolean((await session.get('/api/nguoi-dung/me')).body.user)
    const stays = await school.visitor.login('lop12a1')
    for (let round = 0; round < 8; round += 1) {
      const leaves = await school.visitor.login('lop12a1')
      const change = admin.patch(`/api/nguoi-dung/${id}`, { chucVu: `Bí thư chi đoàn, lần ${round}` })
      const [changed, left] = await Promise.all([change, leaves.post('/api/nguoi-dung/logout')])
      expect([changed.status, left.status]).toEqual([200, 200])
      expect([await isIn(leaves), await isIn(stays)]).toEqual([false, true])
    }
  })

  it('accounts are closed, never deleted', async () => {
    const refused = await (await school.as('quantri')).del(`/api/nguoi-dung/${await idOf('giaovien')}`)
    expect([refused.status, codes(refused)]).toEqual([409, ['ACCOUNT_KEPT']])
    await expect(school.sql.query('delete from nguoi_dung where id = $1', [await idOf('giaovien')])).rejects.toThrow(/append-only/)
  })

  it('first-user registration stays closed when there is no account at all', async () => {
    await school.owner.query('alter table nguoi_dung disable trigger ct_keep_accounts')
    await school.owner.query('delete from nguoi_dung_sessions')
    await school.owner.query('delete from nguoi_dung_vai_tro')
    await school.owner.query('update tin_bai set tac_gia_id = null')
    await school.owner.query('alter table thanh_vien disable trigger ct_giu_thanh_vien')
    await school.owner.query('delete from thanh_vien')
    await school.owner.query('delete from nguoi_dung')
    const refused = await school.visitor.post('/api/nguoi-dung/first-register', {
      hoTen: 'X',
      email: 'x@thpt.example',
      password: 'mot-mat-khau-dai',
      vaiTro: ['nguoiPhatNgon'],
      kichHoat: true,
    })
    expect([refused.status, codes(refused)]).toEqual([403, ['FIRST_USER_CLOSED']])
    expect((await school.sql.query('select count(*)::int as n from nguoi_dung')).rows[0].n).toBe(0)
  })
})
