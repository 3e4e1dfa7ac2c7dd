/** Leaving and coming back: what hangs on a person is listed, handed over and on record. No mail server: links are shown. */
import { describe, expect, it } from 'vitest'
import { acceptInvitation, client, type Client } from '../support/client.ts'
import { at, personId } from '../support/gate.ts'
import { openSchool } from '../support/school.ts'
import { codes, createStory, submit } from '../support/stories.ts'

const school = openSchool()
const PASSWORD = 'mot mat khau tu dat 26'
let made = 0
const signIn = async (email: string): Promise<Client | null> => {
  const answer = await school.visitor.post('/api/nguoi-dung/login', { email, password: PASSWORD })
  return answer.status === 200 ? client(school.url, answer.body.token as string) : null
}
/** Someone who accepted. */
const member = async (more: object = {}): Promise<{ id: number; email: string }> => {
  const sent = { hoTen: `Người Được Mời ${++made}`, email: `moi${made}@thpt.example`, chucVu: 'Giáo viên', donVi: null, vaiTro: ['congTacVien'], ...more }
  const answer = await (await school.as('hieutruong')).post('/api/nguoi-dung/moi', sent)
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)])
  expect((await acceptInvitation(school.visitor, String(answer.body.lienKet).split('#')[1]!, PASSWORD)).status).toBe(200)
  return { id: answer.body.nguoiDung as number, email: sent.email }
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

  it('ends his membership and begins it anew, as rows and on record', async () => {
    const { rows: units } = await school.sql.query(`select tai_lieu from ban_dang where bo_suu_tap = 'don-vi' and ket_thuc_luc is null limit 1`)
    const { id } = await member({ donVi: Number(units[0].tai_lieu) })
    const memberships = async () => (await school.sql.query('select den is null as mo from thanh_vien where nguoi_id = $1 order by id', [id])).rows
    expect(await memberships()).toEqual([{ mo: true }])
    expect(await go('quantri', `${id}/nghi`)).toEqual([200, []])
    expect(await memberships()).toEqual([{ mo: false }])
    expect(await go('quantri', `${id}/tro-lai`)).toEqual([200, []])
    expect(await memberships()).toEqual([{ mo: false }, { mo: true }])
    expect((await acts(id)).slice(-5)).toEqual(['thanh-vien', 'nghi', 'doi-tai-khoan', 'thanh-vien', 'tro-lai'])
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
