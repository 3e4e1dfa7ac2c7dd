/** A session is not a person: what outlasts it asks again who is there. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../support/client.ts'
import { at, AN_HOUR, lend, personId } from '../support/gate.ts'
import { letterBox, tokenIn } from '../support/letters.ts'
import { openSchool } from '../support/school.ts'
import { codes } from '../support/stories.ts'

const school = openSchool()
const PASSWORD = 'mat-khau-thu-nghiem'
let box: ReturnType<typeof letterBox>
beforeAll(() => void (box = letterBox(school)))

const sid = (session: Client): string => (JSON.parse(Buffer.from(session.token!.split('.')[1]!, 'base64url').toString()) as { sid: string }).sid
/** The sign-in and every proof of this session were that long ago. */
const aged = async (session: Client, ago: string): Promise<Client> => {
  await school.owner.query(`update nguoi_dung_sessions set created_at = ct_nay() - $2::interval, xac_nhan_luc = null where id = $1`, [sid(session), ago])
  return session
}
const isIn = async (session: Client): Promise<boolean> => Boolean((await session.get('/api/nguoi-dung/me')).body.user)
const logOf = async (id: number): Promise<{ nguoi: number; cach: string }[]> => {
  const { rows } = await school.sql.query(
    `select nguoi::int, chi_tiet::jsonb->>'cach' as cach from nhat_ky where hanh_dong = 'doi-mat-khau' and tai_lieu = $1 order by so`,
    [id],
  )
  return rows as { nguoi: number; cach: string }[]
}

describe('an act that outlasts the session', () => {
  it('asks for a proof at most ten minutes old, demo accounts included; other acts do not', async () => {
    const principal = await aged(await school.visitor.login('hieutruong'), '10 minutes 1 second')
    const [ownId, teacher] = [await personId(school, 'hieutruong'), await personId(school, 'giaovien')]
    const delegation = { nguoiDuocUyQuyen: teacher, phamVi: 'tin-bai', tuNgay: at(0), denNgay: at(AN_HOUR), soVanBan: '1/UQ' }
    const acts = {
      'a new password': () => principal.patch(`/api/nguoi-dung/${ownId}`, { password: 'mot-mat-khau-khac' }),
      'a delegation': () => principal.post('/api/uy-quyen', delegation),
      roles: () => principal.patch(`/api/nguoi-dung/${teacher}`, { vaiTro: ['congTacVien', 'nguoiDuyet'] }),
      closing: () => principal.post(`/api/nguoi-dung/${teacher}/nghi`, { nguoiNhan: ownId }),
      'an address': () => principal.patch(`/api/nguoi-dung/${teacher}`, { email: 'moi@thpt.example' }),
      'a new account': () => principal.post('/api/nguoi-dung', { hoTen: 'Người Mới', email: 'moi@thpt.example', vaiTro: ['congTacVien'] }),
      'the regulation': () => principal.post('/api/globals/quy-che', { dangNgay: true }),
    }
    for (const [name, act] of Object.entries(acts)) {
      const refused = await act()
      expect([name, refused.status, codes(refused)]).toEqual([name, 403, ['PROOF_NEEDED']])
      expect(refused.body.errors[0].message).toContain('10 phút')
    }
    expect((await principal.patch(`/api/nguoi-dung/${teacher}`, { chucVu: 'Tổ trưởng tổ Ngữ văn' })).status, 'a post').toBe(200)

    const wrong = await principal.post('/api/nguoi-dung/xac-nhan', { matKhau: 'khong-phai' })
    expect([wrong.status, codes(wrong)]).toEqual([403, ['WRONG_PASSWORD']])
    expect((await acts['the regulation']()).status).toBe(403)
    expect((await principal.get('/api/nguoi-dung/xac-nhan')).body).toEqual({ conGiay: 0, ky: null })
    const proven = await principal.post('/api/nguoi-dung/xac-nhan', { matKhau: PASSWORD })
    expect([proven.status, proven.body.conGiay > 590]).toEqual([200, true])
    const made = await acts['a delegation']()
    expect(made.status, made.text).toBe(201)
    expect((await acts['the regulation']()).status).toBe(200)
    await aged(principal, '11 minutes')
    const end = await principal.patch(`/api/uy-quyen/${made.body.doc.id}`, { thuHoiLuc: at(0) })
    expect([end.status, codes(end)], 'the end of a delegation').toEqual([403, ['PROOF_NEEDED']])
  })

  it('is proved for one session alone, and by nobody who is not in', async () => {
    const [proven, other] = [await school.visitor.login('hieutruong'), await aged(await school.visitor.login('hieutruong'), '1 hour')]
    expect((await proven.post('/api/nguoi-dung/xac-nhan', { matKhau: PASSWORD })).status).toBe(200)
    expect((await other.post('/api/globals/quy-che', { dangNgay: true })).status).toBe(403)
    for (const asked of [school.visitor.post('/api/nguoi-dung/xac-nhan', { matKhau: PASSWORD }), school.visitor.get('/api/nguoi-dung/xac-nhan')])
      expect((await asked).status).toBe(401)
    expect(codes(await proven.post('/api/nguoi-dung/xac-nhan', {}))).toEqual(['MISSING_FIELD'])
  })
})

describe('a new password', () => {
  it('of one’s own: twelve characters, a row of the log, a letter, and the other sessions end', async () => {
    const id = await personId(school, 'lop12a1')
    const [session, stolen] = [await school.visitor.login('lop12a1'), await school.visitor.login('lop12a1')]
    for (const password of ['abc', '123456789012', 'lop12a1@thpt.example']) {
      const refused = await session.patch(`/api/nguoi-dung/${id}`, { password })
      expect([password, refused.status, codes(refused)]).toEqual([password, 422, ['PASSWORD_WEAK']])
    }
    expect(await logOf(id)).toEqual([])
    expect((await session.patch(`/api/nguoi-dung/${id}`, { password: 'con-suoi-sau-truong' })).status).toBe(200)
    expect([await isIn(session), await isIn(stolen)]).toEqual([true, false])
    expect(await logOf(id)).toEqual([{ nguoi: id, cach: 'tuDoi' }])
    expect((await box.next('lop12a1@thpt.example', /Mật khẩu vừa được đổi/)).text).toContain('Nếu không phải bạn')
    expect((await school.visitor.post('/api/nguoi-dung/login', { email: 'lop12a1@thpt.example', password: 'con-suoi-sau-truong' })).status).toBe(200)
  })

  it('through a mailed link: once, judged alike, logged, and the sessions end', async () => {
    const id = await personId(school, 'vanphong')
    const stolen = await school.visitor.login('vanphong')
    await school.visitor.post('/api/nguoi-dung/forgot-password', { email: 'vanphong@thpt.example' })
    const token = tokenIn(await box.next('vanphong@thpt.example', /Đặt lại mật khẩu/))
    const weak = await school.visitor.post('/api/nguoi-dung/reset-password', { token, password: 'abc' })
    expect([weak.status, codes(weak)]).toEqual([422, ['PASSWORD_WEAK']])
    const chosen = { token, password: 'van-phong-tang-hai' }
    const twice = await Promise.all([1, 2].map(() => school.visitor.post('/api/nguoi-dung/reset-password', chosen)))
    expect(
      twice.map((a) => a.status).sort((a, b) => a - b),
      'a link works once, at one moment too',
    ).toEqual([200, 401])
    expect(await isIn(stolen)).toBe(false)
    expect(await logOf(id)).toEqual([{ nguoi: id, cach: 'quenMatKhau' }])
    await box.next('vanphong@thpt.example', /Mật khẩu vừa được đổi/)
  })

  it('not by a token written into the database with the service’s own password, nor by one read there', async () => {
    const id = await personId(school, 'phohieutruong')
    await school.sql.query(`update nguoi_dung set reset_password_token = 'gia-mao', reset_password_expiration = now() + interval '1 hour' where id = $1`, [id])
    const forged = async (token: string): Promise<number> =>
      (await school.visitor.post('/api/nguoi-dung/reset-password', { token, password: 'chiem-duoc-roi-nhe' })).status
    expect(await forged('gia-mao')).toBe(401)
    expect(await forged('gia-mao.gia-mao')).toBe(401)
    await school.visitor.post('/api/nguoi-dung/forgot-password', { email: 'phohieutruong@thpt.example' })
    const { rows } = await school.sql.query('select reset_password_token as t from nguoi_dung where id = $1', [id])
    const token = tokenIn(await box.next('phohieutruong@thpt.example', /Đặt lại mật khẩu/))
    expect(token).not.toContain(String(rows[0].t))
    expect(await forged(String(rows[0].t))).toBe(401)
    expect(await forged(token.split('.')[0]!)).toBe(401)
    await school.sql.query(`update nguoi_dung set reset_password_expiration = reset_password_expiration + interval '1 hour' where id = $1`, [id])
    expect(await forged(token), 'its term is sealed too').toBe(401)
    expect(await logOf(id)).toEqual([])
  })

  it('asking for a link answers alike, whoever is signed in and whether the account is there', async () => {
    const ask = async (who: Client, email: string): Promise<[number, string]> => {
      const { status, text } = await who.post('/api/nguoi-dung/forgot-password', { email })
      return [status, text]
    }
    const teacher = await school.as('giaovien')
    // Each of an account nobody asked for yet: a second question within seconds is answered before it is looked at.
    expect(await ask(school.visitor, 'doantn@thpt.example')).toEqual(await ask(school.visitor, 'khong-co@thpt.example'))
    expect(await ask(teacher, 'quantri@thpt.example')).toEqual(await ask(teacher, 'khong-co@thpt.example'))
  })
})

it('an hour of a delegation is that hour: seven in the morning in Hà Nội is not a whole day', async () => {
  const [tuNgay, denNgay] = [1, 2].map((days) => `${new Date(Date.now() + days * 24 * AN_HOUR).toISOString().slice(0, 10)}T00:00:00.000Z`) as [string, string]
  const made = await lend(school, 'doantn', { tuNgay, denNgay })
  expect([made.body.doc.tuNgay, made.body.doc.denNgay]).toEqual([tuNgay, denNgay])
  const whole = await lend(school, 'doantn', { tuNgay: tuNgay.slice(0, 10), denNgay: denNgay.slice(0, 10) })
  expect(whole.body.doc.tuNgay).toBe(new Date(Date.parse(tuNgay) - 7 * AN_HOUR).toISOString())
  expect(whole.body.doc.denNgay).toBe(new Date(Date.parse(denNgay) + 17 * AN_HOUR - 1).toISOString())
})
