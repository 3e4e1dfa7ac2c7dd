/** People come and go: invited by mail or by a link shown once, roles asked for. A real mail server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptInvitation, client, type Answer, type Client } from '../support/client.ts'
import { mailCatcher, type MailCatcher } from '../support/mailCatcher.ts'
import { openSchool } from '../support/school.ts'
import { codes } from '../support/stories.ts'

let mail: MailCatcher
let mailIsUp = true
beforeAll(async () => {
  mail = await mailCatcher()
  Object.assign(process.env, { SMTP_URL: mail.url, SITE_URL: 'http://truong.test' })
})
const school = openSchool()
const stopMail = async (): Promise<void> => {
  if (mailIsUp) await mail.close()
  mailIsUp = false
}
afterAll(stopMail)

const PASSWORD = 'mot mat khau tu dat 26'
let made = 0
const person = (more: object = {}) => ({
  hoTen: `Người Được Mời ${++made}`,
  email: `moi${made}@thpt.example`,
  chucVu: 'Giáo viên',
  donVi: null,
  vaiTro: ['congTacVien'],
  ...more,
})
const moi = async (who: 'quantri' | 'hieutruong' | 'vanphong', more: object = {}): Promise<Answer & { sent: ReturnType<typeof person> }> => {
  const sent = person(more)
  return { ...(await (await school.as(who)).post('/api/nguoi-dung/moi', sent)), sent }
}
const linkMailed = async (to: string): Promise<string> => /\/lam-viec\/nhan-loi#(\S+)/.exec((await mail.next(to, /đặt mật khẩu/)).text)![1]!
const signIn = async (email: string, password = PASSWORD): Promise<Client | null> => {
  const answer = await school.visitor.post('/api/nguoi-dung/login', { email, password })
  return answer.status === 200 ? client(school.url, answer.body.token as string) : null
}
/** Someone who accepted. */
const member = async (more: object = {}): Promise<{ id: number; email: string }> => {
  const answer = await moi('hieutruong', more)
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)])
  expect((await acceptInvitation(school.visitor, await linkMailed(answer.sent.email), PASSWORD)).status).toBe(200)
  return { id: answer.body.nguoiDung as number, email: answer.sent.email }
}
const go = async (who: 'quantri' | 'hieutruong' | 'vanphong' | 'giaovien', path: string, body: object = {}): Promise<[number, string[]]> => {
  const answer = await (await school.as(who)).post(`/api/nguoi-dung/${path}`, body)
  return [answer.status, answer.status === 200 ? [] : codes(answer)]
}
const roles = async (id: number): Promise<string[]> =>
  (await school.sql.query('select value::text as v from nguoi_dung_vai_tro where parent_id = $1 order by 1', [id])).rows.map((r) => String(r.v))
const acts = async (id: number): Promise<string[]> =>
  (await school.sql.query(`select hanh_dong as h from nhat_ky where bo_suu_tap = 'nguoi-dung' and tai_lieu = $1 order by so`, [id])).rows.map((r) =>
    String(r.h),
  )
const account = async (id: number): Promise<{ kich_hoat: boolean; dia_chi_xac_nhan: Date | null }> =>
  (await school.sql.query('select kich_hoat, dia_chi_xac_nhan from nguoi_dung where id = $1', [id])).rows[0]

describe('by no other way', () => {
  it('does an account get authority while somebody may still hold a link that sets its password', async () => {
    const answer = await moi('hieutruong', { vaiTro: ['nguoiDuyet'] })
    const id = answer.body.nguoiDung as number
    // Its address is known by another link, and the invitation is still open.
    await school.sql.query('update nguoi_dung set dia_chi_xac_nhan = now() where id = $1', [id])
    const asked = (await school.sql.query('select id from xin_vai_tro where nguoi_dung = $1 and ket_qua is null', [id])).rows[0].id as number
    expect(await go('hieutruong', `vai-tro/${asked}/cap`)).toEqual([409, ['ADDRESS_UNCONFIRMED']])
    expect((await (await school.as('hieutruong')).patch(`/api/nguoi-dung/${id}`, { vaiTro: ['nguoiDuyet'] })).status).toBe(409)
    expect(await roles(id)).toEqual(['congTacVien'])
  })

  it('is a link of an approver, or of whose address is known, made anew for the administrator', async () => {
    const { id } = await member({ vaiTro: ['nguoiDuyet'] })
    const asked = (await school.sql.query('select id from xin_vai_tro where nguoi_dung = $1 and ket_qua is null', [id])).rows[0].id as number
    expect(await go('hieutruong', `vai-tro/${asked}/cap`)).toEqual([200, []])
    expect(await go('quantri', `${id}/moi-lai`)).toEqual([403, ['FORBIDDEN']])
    const waits = (await moi('quantri')).body.nguoiDung as number
    await school.sql.query('update nguoi_dung set dia_chi_xac_nhan = now() where id = $1', [waits])
    expect(await go('quantri', `${waits}/moi-lai`)).toEqual([409, ['INVITATION_ACCEPTED']])
  })

  it('does an account close, open, or get roles while it is closed', async () => {
    const { id } = await member({ vaiTro: ['nguoiDuyet'] })
    const asked = (await school.sql.query('select id from xin_vai_tro where nguoi_dung = $1 and ket_qua is null', [id])).rows[0].id as number
    const set = async (kichHoat: boolean): Promise<string[]> => codes(await (await school.as('hieutruong')).patch(`/api/nguoi-dung/${id}`, { kichHoat }))
    expect(await set(false)).toEqual(['ACCOUNT_SWITCH'])
    expect(await go('hieutruong', `${id}/nghi`)).toEqual([200, []])
    expect(await set(true)).toEqual(['ACCOUNT_SWITCH'])
    expect((await account(id)).kich_hoat).toBe(false)
    expect([404, 409]).toContain((await go('hieutruong', `vai-tro/${asked}/cap`))[0])
    expect(await roles(id)).toEqual(['congTacVien'])
  })
})

describe('an invitation (moi)', () => {
  it('comes by mail after the commit; its owner sets the password on a plain page, once, and is known by that address', async () => {
    const { status, body, sent } = await moi('quantri')
    expect([status, body]).toEqual([200, { nguoiDung: expect.any(Number), thuGui: true, lienKet: null }])
    const link = await linkMailed(sent.email)
    const page = await school.visitor.get('/lam-viec/nhan-loi')
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([200, expect.stringContaining("default-src 'none'")])
    expect(page.text.length, 'no panel').toBeLessThan(40_000)
    const weak = await acceptInvitation(school.visitor, link, 'ngan')
    expect([weak.status, weak.text.includes('12 ký tự'), weak.text.includes(link)]).toEqual([422, true, true])
    expect((await acceptInvitation(school.visitor, link, PASSWORD, 'khac han mat khau')).text).toContain('chưa giống nhau')
    const done = await acceptInvitation(school.visitor, `http://truong.test/lam-viec/nhan-loi#${link}`, PASSWORD)
    expect([done.status, done.text.includes(sent.email)]).toEqual([200, true])
    expect(await signIn(sent.email)).not.toBeNull()
    expect((await account(body.nguoiDung)).dia_chi_xac_nhan).not.toBeNull()
    expect(await acts(body.nguoiDung)).toEqual(['tao-tai-khoan', 'doi-mat-khau'])
    await mail.next(sent.email, /Mật khẩu vừa được đổi/)
  })

  it('used, expired, wrong and nobody’s: the same words, and no password', async () => {
    const { body, sent } = await moi('hieutruong')
    const link = await linkMailed(sent.email)
    const [token, seal] = link.split('.') as [string, string]
    await school.sql.query(`update loi_moi set han = ct_nay() - interval '1 second' where nguoi_dung = $1`, [body.nguoiDung])
    const expired = await acceptInvitation(school.visitor, link, PASSWORD)
    await school.sql.query(`update loi_moi set han = ct_nay() + interval '1 day' where nguoi_dung = $1`, [body.nguoiDung])
    // Another end than the one that was sealed: written into the database by the service's own password.
    const tries = [link, `${token}.${seal.slice(1)}a`, `${token}.`, token, '', 'x'.repeat(500), `${'a'.repeat(43)}.${seal}`]
    const words = (answer: Answer): string | undefined => /<p class="loi"[^>]*>([^<]*)/.exec(answer.text)?.[1]
    expect([expired.status, words(expired)]).toEqual([401, expect.stringContaining('đã dùng rồi, đã hết hạn hoặc không đúng')])
    for (const one of tries) {
      const answer = await acceptInvitation(school.visitor, one, PASSWORD)
      expect([one, answer.status, words(answer)]).toEqual([one, 401, words(expired)])
    }
    expect(await signIn(sent.email)).toBeNull()
  })

  it('accepted twice at one moment is accepted once', async () => {
    const { sent } = await moi('quantri')
    const link = await linkMailed(sent.email)
    const passwords = ['mat khau cua mot nguoi', 'mat khau cua nguoi khac']
    const both = await Promise.all(passwords.map((password) => acceptInvitation(school.visitor, link, password)))
    expect(both.map((a) => a.status).sort((a, b) => a - b)).toEqual([200, 401])
    const opens = await Promise.all(passwords.map((password) => signIn(sent.email, password)))
    expect(opens.map((session) => session !== null)).toEqual(both.map((a) => a.status === 200))
  })

  it('sent anew (moi-lai) voids the link before, also where that is being used', async () => {
    const { body, sent } = await moi('quantri')
    const first = await linkMailed(sent.email)
    expect(await go('quantri', `${body.nguoiDung}/moi-lai`)).toEqual([200, []])
    const second = await linkMailed(sent.email)
    expect(second).not.toBe(first)
    expect((await acceptInvitation(school.visitor, first, PASSWORD)).status).toBe(401)
    const [accepted, resent] = await Promise.all([acceptInvitation(school.visitor, second, PASSWORD), go('quantri', `${body.nguoiDung}/moi-lai`)])
    const inOrder = accepted.status === 200 ? [409, ['INVITATION_ACCEPTED']] : [200, []]
    expect(resent).toEqual(inOrder)
    if (accepted.status !== 200) expect((await acceptInvitation(school.visitor, await linkMailed(sent.email), PASSWORD)).status).toBe(200)
    expect(await go('quantri', `${body.nguoiDung}/moi-lai`)).toEqual([409, ['INVITATION_ACCEPTED']])
  })

  it('of an account closed meanwhile is dead', async () => {
    const { body, sent } = await moi('quantri')
    const link = await linkMailed(sent.email)
    const [, accepted] = await Promise.all([go('quantri', `${body.nguoiDung}/nghi`), acceptInvitation(school.visitor, link, PASSWORD)])
    expect([200, 401]).toContain(accepted.status)
    expect((await acceptInvitation(school.visitor, link, PASSWORD)).status).toBe(401)
    expect((await account(body.nguoiDung)).kich_hoat).toBe(false)
    expect(await signIn(sent.email)).toBeNull()
    expect(await go('quantri', `${body.nguoiDung}/moi-lai`)).toEqual([409, ['ACCOUNT_CLOSED']])
  })

  it('is refused whole, with nothing written and no mail, where something is wrong with it', async () => {
    const before = (await school.sql.query('select count(*)::int as n from nguoi_dung')).rows[0].n
    for (const [who, more, said] of [
      ['vanphong', {}, ['FORBIDDEN']],
      ['quantri', { email: 'ai-do@hop-thu-rieng.example' }, ['EMAIL_DOMAIN']],
      ['quantri', { email: 'khong phai thu' }, ['EMAIL_UNREADABLE']],
      ['quantri', { email: 'VanPhong@thpt.example' }, ['EMAIL_TAKEN']],
      ['quantri', { hoTen: 'Nguyễn Thu Hà', chucVu: 'Tổ trưởng Tổ Văn phòng' }, ['NAME_TAKEN']],
      ['quantri', { hoTen: ' ' }, ['MISSING_FIELD']],
      ['quantri', { vaiTro: ['vuaTo'] }, ['INVALID_VALUE']],
      ['quantri', { donVi: 'không' }, ['INVALID_VALUE']],
    ] as const) {
      const refused = await moi(who, more)
      expect([more, codes(refused)]).toEqual([more, said])
    }
    expect((await school.sql.query('select count(*)::int as n from nguoi_dung')).rows[0].n).toBe(before)
  })

  it('leaves no link in any table or line of the log', async () => {
    const { sent } = await moi('quantri')
    const [token] = (await linkMailed(sent.email)).split('.') as [string]
    const { rows } = await school.owner.query(`select tablename as t from pg_tables where schemaname = 'public'`)
    for (const { t } of rows) {
      const found = await school.owner.query(`select 1 from "${t}" x where strpos(x::text, $1) > 0 limit 1`, [token])
      expect([t, found.rowCount]).toEqual([t, 0])
    }
  })
})

describe('roles that approve are asked for (xin-vai-tro) and granted by the spokesperson (cap-vai-tro, tu-choi-vai-tro)', () => {
  const waiting = async (id: number): Promise<number> =>
    (await school.sql.query('select id from xin_vai_tro where nguoi_dung = $1 and ket_qua is null', [id])).rows[0]?.id

  it('asked for with the invitation: not there at first, granted with one word once the address is known', async () => {
    const { body, sent } = await moi('quantri', { vaiTro: ['congTacVien', 'nguoiDuyet'] })
    const id = body.nguoiDung as number
    expect(await roles(id)).toEqual(['congTacVien'])
    const request = await waiting(id)
    await mail.next('hieutruong@thpt.example', /Có yêu cầu cấp vai trò/)
    for (const who of ['quantri', 'vanphong'] as const) expect(await go(who, `vai-tro/${request}/cap`)).toEqual([403, ['ROLE_NOT_GRANTABLE']])
    expect(await go('hieutruong', `vai-tro/${request}/cap`)).toEqual([409, ['ADDRESS_UNCONFIRMED']])
    expect((await acceptInvitation(school.visitor, await linkMailed(sent.email), PASSWORD)).status).toBe(200)
    const both = await Promise.all([go('hieutruong', `vai-tro/${request}/cap`), go('hieutruong', `vai-tro/${request}/cap`)])
    expect(both.map(([status]) => status).sort((a, b) => a - b)).toEqual([200, 404])
    expect(await roles(id)).toEqual(['congTacVien', 'nguoiDuyet'])
    expect((await acts(id)).slice(-2)).toEqual(['doi-tai-khoan', 'cap-vai-tro'])
    await mail.next('quantri@thpt.example', /Vai trò đã được cấp/)
    await mail.next(sent.email, /Vai trò đã được cấp/)
  })

  it('asked by the office, refused with a word to whoever asked', async () => {
    const { id } = await member()
    const asked = { vaiTro: ['nguoiDuyet'], lyDo: 'Thay phó hiệu trưởng đi học' }
    expect(await go('giaovien', `${id}/xin-vai-tro`, asked)).toEqual([403, ['FORBIDDEN']])
    expect(await go('vanphong', `${id}/xin-vai-tro`, { ...asked, lyDo: '' })).toEqual([422, ['MISSING_REASON']])
    expect(await go('vanphong', `${id}/xin-vai-tro`, asked)).toEqual([200, []])
    expect(await go('quantri', `${id}/xin-vai-tro`, asked)).toEqual([409, ['ROLES_WAIT']])
    const request = await waiting(id)
    expect(await go('hieutruong', `vai-tro/${request}/tu-choi`)).toEqual([422, ['MISSING_REASON']])
    expect(await go('hieutruong', `vai-tro/${request}/tu-choi`, { lyDo: 'Để sau hè' })).toEqual([200, []])
    expect((await mail.next('vanphong@thpt.example', /Vai trò chưa được cấp/)).text).toContain('Để sau hè')
    expect(await roles(id)).toEqual(['congTacVien'])
    expect(await waiting(id)).toBeUndefined()
  })

  it('a grant needs a young proof, whoever asked', async () => {
    const { id } = await member()
    await go('vanphong', `${id}/xin-vai-tro`, { vaiTro: ['nguoiDuyet'], lyDo: 'Cần thêm người duyệt' })
    const principal = await school.visitor.login('hieutruong')
    await school.owner.query(`update nguoi_dung_sessions set created_at = ct_nay() - interval '1 hour', xac_nhan_luc = null`)
    const old = await principal.post(`/api/nguoi-dung/vai-tro/${await waiting(id)}/cap`, {})
    await school.owner.query(`update nguoi_dung_sessions set xac_nhan_luc = ct_nay()`)
    expect([old.status, codes(old)]).toEqual([403, ['PROOF_NEEDED']])
    expect(await roles(id)).toEqual(['congTacVien'])
  })
})

describe('without a mail server that takes anything', () => {
  it('whoever invites is shown the link once; it proves the address only where the spokesperson handed it over', async () => {
    await stopMail()
    for (const [who, known] of [
      ['quantri', false],
      ['hieutruong', true],
    ] as const) {
      const from = performance.now()
      const { status, body } = await moi(who)
      expect([status, body.thuGui, body.lienKet]).toEqual([200, false, expect.stringMatching(/^http:\/\/truong\.test\/lam-viec\/nhan-loi#[\w-]+\.[\w-]+$/)])
      expect(performance.now() - from).toBeLessThan(15_000)
      const link = String(body.lienKet).split('#')[1]!
      expect((await acceptInvitation(school.visitor, link, PASSWORD)).status).toBe(200)
      expect([(await account(body.nguoiDung)).dia_chi_xac_nhan !== null, who]).toEqual([known, who])
      if (known) continue
      // The spokesperson hands over a link himself; then it is known whose account this is.
      expect(await go('quantri', `${body.nguoiDung}/moi-lai`)).toEqual([409, ['INVITATION_ACCEPTED']])
      const anew = await (await school.as('hieutruong')).post(`/api/nguoi-dung/${body.nguoiDung}/moi-lai`, {})
      expect((await acceptInvitation(school.visitor, String(anew.body.lienKet).split('#')[1]!, `${PASSWORD} moi`)).status).toBe(200)
      expect((await account(body.nguoiDung)).dia_chi_xac_nhan).not.toBeNull()
    }
  })
})
