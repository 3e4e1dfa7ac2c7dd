/** People come and go: invited by mail or by a link shown once, roles asked for, leaving and coming back. A real mail server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptInvitation, client, type Answer, type Client } from '../support/client.ts'
import { at, lend, personId } from '../support/gate.ts'
import { mailCatcher, type MailCatcher } from '../support/mailCatcher.ts'
import { openSchool } from '../support/school.ts'
import { codes, createStory, submit } from '../support/stories.ts'

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

describe('the directory', () => {
  const others = async (who: 'vanphong' | 'phohieutruong' | 'giaovien' | 'doantn' | 'quantri'): Promise<Record<string, unknown>[]> =>
    (await (await school.as(who)).get('/api/nguoi-dung?limit=100&depth=0')).body.docs as Record<string, unknown>[]

  it('office and approvers read name, post and unit of everybody, and of others no address, no roles', async () => {
    for (const who of ['vanphong', 'phohieutruong'] as const) {
      const principal = (await others(who)).find((one) => one.hoTen === 'Trần Đức Lâm')!
      expect([who, principal.chucVu, principal.email, principal.vaiTro, principal.kichHoat]).toEqual([who, 'Hiệu trưởng', undefined, undefined, undefined])
      for (const asked of ['sort=email', 'where[email][like]=a', 'where[vaiTro][in]=nguoiDuyet'])
        expect([asked, (await (await school.as(who)).get(`/api/nguoi-dung?${asked}`)).status]).toEqual([asked, 403])
      expect((await (await school.as(who)).patch(`/api/nguoi-dung/${await personId(school, 'giaovien')}`, { chucVu: 'Hiệu trưởng' })).status).toBe(403)
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

describe('leaving (nghi) and coming back (tro-lai)', () => {
  const draftOf = async (email: string): Promise<number> => {
    const writer = (await signIn(email))!
    return (await writer.post('/api/tin-bai', { tieuDe: `Bài dở của ${email}` })).body.doc.id as number
  }
  const authorOf = async (id: number): Promise<{ tac_gia_id: number; ho_so: string; dong_gop: number[] }> =>
    (
      await school.sql.query(
        `select t.tac_gia_id, h.tac_gia::int as ho_so, h.nguoi_dong_gop as dong_gop from tin_bai t join ho_so h on h.bo_suu_tap = 'tin-bai' and h.tai_lieu = t.id where t.id = $1`,
        [id],
      )
    ).rows[0]

  it('hands what was begun to a named author; who wrote it stays on record; sessions end', async () => {
    const { id, email } = await member()
    const story = await draftOf(email)
    const session = (await signIn(email))!
    const shown = await (await school.as('quantri')).get(`/api/nguoi-dung/${id}/vuong-mac`)
    expect([shown.status, shown.body]).toEqual([200, { bai: [expect.objectContaining({ taiLieu: story })], buoc: [], uyQuyen: [], donVi: [] }])
    expect(await go('quantri', `${id}/nghi`)).toEqual([422, ['HANDOVER_NEEDED']])
    for (const heir of [id, await personId(school, 'quantri'), 999_999_999, 'x'])
      expect(await go('quantri', `${id}/nghi`, { nguoiNhan: heir })).toEqual([422, ['HANDOVER_UNFIT']])
    expect((await account(id)).kich_hoat).toBe(true)
    const heir = await personId(school, 'giaovien')
    expect(await go('quantri', `${id}/nghi`, { nguoiNhan: heir })).toEqual([200, []])
    expect(await authorOf(story)).toEqual({ tac_gia_id: heir, ho_so: heir, dong_gop: [id] })
    expect((await session.get('/api/nguoi-dung/me')).body.user).toBeNull()
    expect((await school.sql.query('select 1 from nguoi_dung_sessions where _parent_id = $1', [id])).rowCount).toBe(0)
    const { rows } = await school.sql.query(`select chi_tiet::jsonb - 'ky' as c from nhat_ky where hanh_dong = 'nghi' and tai_lieu = $1`, [id])
    expect(rows).toEqual([{ c: { nguoiNhan: heir, banGiao: [`tin-bai/${story}`], uyQuyen: [], buoc: [] } }])
    // The heir goes on writing, and can bring it before readers; whoever left counts as one of its authors.
    const saved = await (await school.as('giaovien')).patch(`/api/tin-bai/${story}`, { tieuDe: 'Viết tiếp bài nhận bàn giao' })
    expect([saved.status, saved.text]).toEqual([200, expect.any(String)])
    expect((await authorOf(story)).dong_gop).toEqual([id, heir])
    expect(await go('quantri', `${id}/nghi`)).toEqual([409, ['ACCOUNT_CLOSED']])
  })

  it('comes back as an author; what was held before is asked for anew', async () => {
    const { id, email } = await member({ vaiTro: ['bienTapVien', 'dauMoi'] })
    expect(await go('hieutruong', `${id}/tro-lai`)).toEqual([409, ['ACCOUNT_OPEN']])
    expect(await go('quantri', `${id}/nghi`)).toEqual([200, []])
    expect(await signIn(email)).toBeNull()
    expect(await go('vanphong', `${id}/tro-lai`)).toEqual([403, ['FORBIDDEN']])
    expect(await go('quantri', `${id}/tro-lai`)).toEqual([200, []])
    expect(await roles(id)).toEqual(['congTacVien'])
    expect(await signIn(email)).not.toBeNull()
    expect((await acts(id)).slice(-2)).toEqual(['doi-tai-khoan', 'tro-lai'])
  })

  it('an approver is sent off by the spokesperson alone, his delegation ends with him; the only spokesperson and oneself never', async () => {
    const { id } = await member()
    const lent = await (
      await school.as('hieutruong')
    ).post('/api/uy-quyen', { nguoiDuocUyQuyen: id, phamVi: 'tin-bai', tuNgay: at(0), denNgay: at(3_600_000), soVanBan: '7/UQ' })
    expect(lent.status, lent.text).toBe(201)
    expect(await go('quantri', `${id}/nghi`)).toEqual([403, ['ROLE_NOT_GRANTABLE']])
    const left = await (await school.as('hieutruong')).post(`/api/nguoi-dung/${id}/nghi`, {})
    expect([left.status, left.body.uyQuyen]).toEqual([200, [{ id: lent.body.doc.id, soVanBan: '7/UQ' }]])
    expect((await school.sql.query('select thu_hoi_luc from uy_quyen where id = $1', [lent.body.doc.id])).rows[0].thu_hoi_luc).not.toBeNull()
    expect(await go('quantri', `${id}/tro-lai`)).toEqual([403, ['ROLE_NOT_GRANTABLE']])
    expect(await go('hieutruong', `${await personId(school, 'hieutruong')}/nghi`)).toEqual([403, ['LEAVING_SELF']])
    expect(await go('quantri', `${await personId(school, 'hieutruong')}/nghi`)).toEqual([403, ['ROLE_NOT_GRANTABLE']])
  })

  it('names the steps that only this person may take', async () => {
    const story = await createStory(school)
    const { body } = await submit(school, 'giaovien', story)
    const shown = (await (await school.as('quantri')).get(`/api/nguoi-dung/${await personId(school, 'vanphong')}/vuong-mac`)).body
    expect([body.trangThai, shown.buoc]).toEqual(['choBienTap', [expect.objectContaining({ boSuuTap: 'tin-bai', taiLieu: story })]])
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
