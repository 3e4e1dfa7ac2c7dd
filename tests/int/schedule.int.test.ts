/** Schedules: set by whoever may publish, asked everything again when their hour has come. */
import { describe, expect, it } from 'vitest'
import { runSchedule } from '../../src/jobs/schedule.ts'
import { AN_HOUR, at, atTheGate, pageOf, personId, regulation, stateOf } from '../support/gate.ts'
import { moveClock, openSchool } from '../support/school.ts'
import { act, approve, CHECKED, codes, createStory, submit } from '../support/stories.ts'

const school = openSchool()

describe('hen-gio', () => {
  const approved = async (): Promise<{ id: number; banTrinh: number }> => {
    await regulation(school, { dangNgay: false })
    const story = await atTheGate(school)
    await approve(school, 'phohieutruong', story.id, story.banTrinh)
    await regulation(school, { dangNgay: true })
    return story
  }

  it('waits for its hour, then publishes as the person who set it', async () => {
    const { id } = await approved()
    const set = await act(school, 'vanphong', 'hen-gio', id, { luc: at(AN_HOUR) })
    expect([set.status, set.body.trangThai]).toEqual([200, 'henGio'])
    await runSchedule(school.payload)
    expect(await stateOf(school, id)).toBe('henGio')
    await moveClock(school, '2 hours')
    await runSchedule(school.payload)
    await moveClock(school, '0')
    expect(await stateOf(school, id)).toBe('daDang')
    expect((await pageOf(school, id)).status).toBe(200)
    const log = await school.sql.query(
      `select hanh_dong, ten_nguoi, chi_tiet from nhat_ky where bo_suu_tap = 'tin-bai' and tai_lieu = $1 order by so desc limit 2`,
      [id],
    )
    expect(log.rows.map((r) => r.hanh_dong)).toEqual(['dang', 'hen-gio'])
    expect(log.rows[0]).toMatchObject({ ten_nguoi: 'Nguyễn Thu Hà' })
    expect(JSON.parse(log.rows[0].chi_tiet)).toMatchObject({ theoHen: true, tu: 'henGio' })
  })

  it('publishes once where two processes look at the same second', async () => {
    const { id } = await approved()
    await act(school, 'vanphong', 'hen-gio', id, { luc: at(AN_HOUR) })
    await moveClock(school, '2 hours')
    await Promise.all([runSchedule(school.payload), runSchedule(school.payload), runSchedule(school.payload)])
    await moveClock(school, '0')
    const { rows } = await school.sql.query(`select count(*)::int as n from nhat_ky where hanh_dong = 'dang' and bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [
      id,
    ])
    expect([rows[0].n, await stateOf(school, id)]).toEqual([1, 'daDang'])
  })

  it('is set by the last approver with the approval itself', async () => {
    const { id, banTrinh } = await atTheGate(school)
    const answer = await act(school, 'phohieutruong', 'duyet', id, { banTrinh, kiemTra: CHECKED, henGio: at(AN_HOUR) })
    expect([answer.status, answer.body.trangThai]).toEqual([200, 'henGio'])
    const now = await act(school, 'vanphong', 'dang', id)
    expect(now.body.trangThai).toBe('daDang')
  })

  it('is not set in the past, not without a time zone, not before the last step, and not by an author', async () => {
    const { id } = await approved()
    for (const luc of [at(-1000), '2099-01-01T00:00:00Z', '2026-12-01T07:00', 'ngày mai', null]) {
      expect(codes(await act(school, 'vanphong', 'hen-gio', id, { luc }))).toEqual(['SCHEDULE_TIME'])
    }
    expect((await act(school, 'giaovien', 'hen-gio', id, { luc: at(AN_HOUR) })).status).toBe(403)
    const early = await createStory(school)
    const banTrinh = (await submit(school, 'giaovien', early)).body.banTrinh.id
    expect(codes(await act(school, 'vanphong', 'duyet', early, { banTrinh, kiemTra: CHECKED, henGio: at(AN_HOUR) }))).toEqual(['SCHEDULE_TIME'])
    expect(codes(await act(school, 'vanphong', 'hen-gio', early, { luc: at(AN_HOUR) }))).toEqual(['WRONG_STATE'])
  })

  it('is cancelled by go, and by a newer submission', async () => {
    const one = await approved()
    await act(school, 'vanphong', 'hen-gio', one.id, { luc: at(AN_HOUR) })
    expect((await act(school, 'phohieutruong', 'go', one.id, { lyDo: 'Hoãn lại' })).body.trangThai).toBe('daGo')
    const two = await approved()
    await act(school, 'vanphong', 'hen-gio', two.id, { luc: at(AN_HOUR) })
    await (await school.as('giaovien')).patch(`/api/tin-bai/${two.id}`, { tomTat: 'Mới.' })
    await submit(school, 'giaovien', two.id)
    await moveClock(school, '2 hours')
    await runSchedule(school.payload)
    await moveClock(school, '0')
    expect([await stateOf(school, one.id), await stateOf(school, two.id)]).toEqual(['daGo', 'choBienTap'])
  })

  it('stops at its hour where the consent was withdrawn, and says so', async () => {
    const consent = (await (await school.as('giaovien')).post('/api/dong-y', { hoTen: 'Một học sinh', namSinh: 1990, kenh: ['website'] })).body.doc.id
    await regulation(school, { dangNgay: false })
    const { id, banTrinh } = await atTheGate(school, { nhanVat: [consent] })
    await approve(school, 'phohieutruong', id, banTrinh)
    await regulation(school, { dangNgay: true })
    await act(school, 'vanphong', 'hen-gio', id, { luc: at(AN_HOUR) })
    await (await school.as('giaovien')).patch(`/api/dong-y/${consent}`, { thuHoiLuc: at(0) })
    await moveClock(school, '2 hours')
    await runSchedule(school.payload)
    await moveClock(school, '0')
    expect(await stateOf(school, id)).toBe('daDuyet')
    const shown = await (await school.as('vanphong')).get(`/api/tin-bai/${id}/viec`)
    expect(shown.body.loiHenGio.code).toBe('MISSING_CONSENT')
    expect(shown.body.loiHenGio.message).not.toContain('undefined')
  })

  it('stops where another document took its address meanwhile, instead of trying for ever', async () => {
    await regulation(school, { dangNgay: false })
    const tieuDe = 'Một nhan đề của hai bài'
    const late = await atTheGate(school, { tieuDe })
    await approve(school, 'phohieutruong', late.id, late.banTrinh)
    await act(school, 'vanphong', 'hen-gio', late.id, { luc: at(AN_HOUR) })
    // Two with one address are not submitted any more; a database of before may hold such a pair.
    const stateOfLate = (state: string): Promise<unknown> =>
      school.owner
        .query(`begin; alter table ho_so disable trigger user; update ho_so set trang_thai = '${state}' where bo_suu_tap = 'tin-bai' and tai_lieu = ${late.id};
        alter table ho_so enable trigger user; commit`)
    await stateOfLate('traLai')
    const early = await atTheGate(school, { tieuDe })
    await stateOfLate('henGio')
    await approve(school, 'phohieutruong', early.id, early.banTrinh)
    expect((await act(school, 'vanphong', 'dang', early.id)).body.trangThai).toBe('daDang')
    await regulation(school, { dangNgay: true })
    await moveClock(school, '2 hours')
    await runSchedule(school.payload)
    await moveClock(school, '0')
    expect(await stateOf(school, late.id)).toBe('daDuyet')
    const shown = await (await school.as('vanphong')).get(`/api/tin-bai/${late.id}/viec`)
    expect(shown.body.loiHenGio).toEqual({ code: 'SLUG_TAKEN', message: 'Đường dẫn đã thuộc về nội dung khác. Hãy trình lại để nhận đường dẫn mới.' })
    const again = await submit(school, 'giaovien', late.id)
    await approve(school, 'vanphong', late.id, again.body.banTrinh.id)
    expect((await approve(school, 'phohieutruong', late.id, again.body.banTrinh.id)).body.banDang.slug).toBe('mot-nhan-de-cua-hai-bai-2')
  })

  it('stops where the person who set it lost the role or the account meanwhile', async () => {
    const { id } = await approved()
    await act(school, 'vanphong', 'hen-gio', id, { luc: at(AN_HOUR) })
    const principal = await school.as('hieutruong')
    await principal.patch(`/api/nguoi-dung/${await personId(school, 'vanphong')}`, { vaiTro: ['congTacVien'] })
    await moveClock(school, '2 hours')
    await runSchedule(school.payload)
    await moveClock(school, '0')
    await principal.patch(`/api/nguoi-dung/${await personId(school, 'vanphong')}`, { vaiTro: ['bienTapVien', 'vanThu'] })
    expect(await stateOf(school, id)).toBe('daDuyet')
  })

  it('stops where a signature does not hold', async () => {
    const { id, banTrinh } = await approved()
    await act(school, 'vanphong', 'hen-gio', id, { luc: at(AN_HOUR) })
    await school.owner.query('alter table phieu_duyet disable trigger user')
    await school.owner.query(`update phieu_duyet set ho_ten = 'Người khác' where ban_trinh_id = $1`, [banTrinh])
    await school.owner.query('alter table phieu_duyet enable trigger user')
    await moveClock(school, '2 hours')
    await runSchedule(school.payload)
    await moveClock(school, '0')
    const shown = await (await school.as('vanphong')).get(`/api/tin-bai/${id}/viec`)
    expect([await stateOf(school, id), shown.body.loiHenGio.code]).toEqual(['daDuyet', 'BAD_SIGNATURE'])
  })

  it('publishes nothing for nobody: a schedule without its person is stopped', async () => {
    const { id } = await approved()
    await act(school, 'vanphong', 'hen-gio', id, { luc: at(AN_HOUR) })
    await school.sql.query(`update ho_so set nguoi_hen_gio = null where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [id])
    await moveClock(school, '2 hours')
    await runSchedule(school.payload)
    await moveClock(school, '0')
    expect(await stateOf(school, id)).toBe('daDuyet')
  })
})
