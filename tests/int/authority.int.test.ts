/** Delegations, emergencies and the school with one leader, as their people meet them. */
import { describe, expect, it } from 'vitest'
import { createLocalReq } from 'payload'
import { AN_HOUR, at, atTheGate, lend, pageOf, personId, regulation, settleEmergencies, urgentAtTheGate, urgentWords } from '../support/gate.ts'
import { moveClock, openSchool } from '../support/school.ts'
import { act, approve, CHECKED, codes, createStory, submit } from '../support/stories.ts'

const school = openSchool()

describe('uy-quyen', () => {
  it('lets a teacher take the principal’s step within scope and time, named on the page', async () => {
    const lent = await lend(school, 'doantn')
    expect([lent.status, lent.body.doc?.nguoiUyQuyen?.id ?? lent.body.doc?.nguoiUyQuyen]).toEqual([201, await personId(school, 'hieutruong')])
    const { id, banTrinh } = await atTheGate(school)
    const delegate = await school.as('doantn')
    expect((await delegate.get(`/api/ban-trinh/${banTrinh}/xem`)).status).toBe(200)
    const done = await act(school, 'doantn', 'duyet', id, { banTrinh, kiemTra: CHECKED })
    expect([done.status, done.body.trangThai]).toEqual([200, 'daDang'])
    expect((await pageOf(school, id)).text).toContain('theo uỷ quyền số 12/UQ-THPT')
    const { rows } = await school.sql.query(`select tu_cach, vai_tro, uy_quyen::int from phieu_duyet where ban_trinh_id = $1 order by id desc limit 1`, [
      banTrinh,
    ])
    expect(rows[0]).toEqual({ tu_cach: 'uyQuyen', vai_tro: 'nguoiPhatNgon', uy_quyen: lent.body.doc.id })
  })

  it('ends with its date, its revocation and its lender’s office', async () => {
    const lent = await lend(school, 'lop12a1')
    const { id, banTrinh } = await atTheGate(school)
    const tries = async (): Promise<number> => (await act(school, 'lop12a1', 'duyet', id, { banTrinh, kiemTra: {} })).status
    expect(await tries()).toBe(422)
    await moveClock(school, '2 days')
    expect(await tries()).toBe(404)
    await moveClock(school, '-1 day')
    expect(await tries()).toBe(404)
    await moveClock(school, '0')
    const principal = await school.as('hieutruong')
    const revoked = await principal.patch(`/api/uy-quyen/${lent.body.doc.id}`, { thuHoiLuc: '2030-01-01T00:00:00Z' })
    expect(revoked.status).toBe(200)
    expect(Date.parse(revoked.body.doc.thuHoiLuc)).toBeLessThan(Date.now() + 60_000)
    expect(await tries()).toBe(404)
    const log = await school.sql.query(`select hanh_dong from nhat_ky where bo_suu_tap = 'uy-quyen' and tai_lieu = $1 order by so`, [lent.body.doc.id])
    expect(log.rows.map((r) => r.hanh_dong)).toEqual(['uy-quyen', 'thu-hoi-uy-quyen'])
  })

  it('covers its scope alone', async () => {
    await lend(school, 'lop12a1', { phamVi: 'chu-de' })
    const { id, banTrinh } = await atTheGate(school)
    expect((await act(school, 'lop12a1', 'duyet', id, { banTrinh, kiemTra: CHECKED })).status).toBe(404)
  })

  it('is not passed on, not taken by the administrator, not written by an approver or editor', async () => {
    await lend(school, 'doantn', { phamVi: 'tatCa' })
    for (const who of ['doantn', 'phohieutruong', 'vanphong', 'quantri', 'giaovien'] as const) {
      expect([who, (await lend(school, 'lop12a1', {}, who)).status]).toEqual([who, 403])
    }
    expect(codes(await lend(school, 'quantri'))).toEqual(['DELEGATE_UNFIT'])
    expect(codes(await lend(school, 'hieutruong'))).toEqual(['DELEGATE_UNFIT'])
  })

  it('is never changed, deleted or forged as another’s', async () => {
    const lent = await lend(school, 'lop12a1', { nguoiUyQuyen: await personId(school, 'phohieutruong'), phamVi: 'don-vi' })
    expect(lent.body.doc.nguoiUyQuyen?.id ?? lent.body.doc.nguoiUyQuyen).toBe(await personId(school, 'hieutruong'))
    const principal = await school.as('hieutruong')
    for (const change of [{ denNgay: at(48 * AN_HOUR) }, { phamVi: 'tatCa' }, { nguoiDuocUyQuyen: await personId(school, 'giaovien') }, { soVanBan: 'khác' }]) {
      expect(codes(await principal.patch(`/api/uy-quyen/${lent.body.doc.id}`, change))).toEqual(['DELEGATION_KEPT'])
    }
    expect((await principal.del(`/api/uy-quyen/${lent.body.doc.id}`)).status).toBe(403)
    await expect(school.sql.query(`update uy_quyen set den_ngay = den_ngay + interval '1 day' where id = $1`, [lent.body.doc.id])).rejects.toThrow(
      /written once/,
    )
    await expect(school.sql.query(`delete from uy_quyen`)).rejects.toThrow(/append-only/)
    await expect(
      school.sql.query(
        `insert into uy_quyen (so_van_ban, nguoi_uy_quyen_id, nguoi_duoc_uy_quyen_id, pham_vi, tu_ngay, den_ngay) values ('x', $1, $2, 'tatCa', now(), now() + interval '1 day')`,
        [await personId(school, 'phohieutruong'), await personId(school, 'giaovien')],
      ),
    ).rejects.toThrow(/spokesperson lends/)
    await expect(
      school.payload.create({ collection: 'uy-quyen', data: {} as never, overrideAccess: true, req: await createLocalReq({}, school.payload) }),
    ).rejects.toThrow()
  })

  it('does not make its holder review his own words', async () => {
    await lend(school, 'giaovien')
    const { id, banTrinh } = await atTheGate(school)
    expect(codes(await act(school, 'giaovien', 'duyet', id, { banTrinh, kiemTra: CHECKED }))).toEqual(['SELF_REVIEW'])
  })

  it('gives a sensitive item of the only spokesperson its reviewer', async () => {
    const id = await createStory(school, 'hieutruong', { mucNhayCam: 'cao' })
    await lend(school, 'phohieutruong')
    const submitted = await submit(school, 'hieutruong', id)
    expect(submitted.status).toBe(200)
    const { id: banTrinh } = submitted.body.banTrinh
    await approve(school, 'vanphong', id, banTrinh)
    await approve(school, 'phohieutruong', id, banTrinh)
    expect((await approve(school, 'phohieutruong', id, banTrinh)).body.trangThai).toBe('daDang')
  })
})

describe('dang-khan', () => {
  const emergency = async (more: object = {}): Promise<{ id: number; banTrinh: number; khanDen: string; slug: string }> => {
    const story = await urgentAtTheGate(school, more)
    const answer = await act(school, 'hieutruong', 'dang-khan', story.id, { lyDo: 'Bão số 9' })
    expect([answer.status, answer.body.trangThai]).toEqual([200, 'choDuyet'])
    return { ...story, khanDen: answer.body.banDang.khanDen, slug: answer.body.banDang.slug }
  }

  it('is live at once, says until when, and leaves by itself: by the query, over a restart', async () => {
    const { id, khanDen, slug } = await emergency()
    expect(Date.parse(khanDen) - Date.now()).toBeGreaterThan(11 * AN_HOUR)
    const page = await pageOf(school, id)
    expect([page.status, page.text.includes('Thông tin khẩn')]).toEqual([200, true])
    expect((await school.visitor.get('/')).text).toContain(`"/bai/${slug}"`)
    expect((await school.visitor.get(`/api/ban-dang?where[boSuuTap][equals]=tin-bai&where[taiLieu][equals]=${id}`)).body.totalDocs).toBe(1)
    await moveClock(school, '13 hours')
    const gone = await pageOf(school, id)
    expect([gone.status, gone.text.includes('hết giờ chờ xác nhận')]).toEqual([410, true])
    expect((await school.visitor.get(`/api/ban-dang?where[boSuuTap][equals]=tin-bai&where[taiLieu][equals]=${id}`)).body.totalDocs).toBe(0)
    expect((await school.visitor.get('/')).text).not.toContain(`"/bai/${slug}"`)
    await moveClock(school, '0')
  })

  it('is confirmed by the review, and stands from then on', async () => {
    const { id, banTrinh } = await emergency()
    const confirmed = await approve(school, 'phohieutruong', id, banTrinh)
    expect([confirmed.body.trangThai, confirmed.body.banDang.khanDen]).toEqual(['daDang', undefined])
    await moveClock(school, '13 hours')
    const page = await pageOf(school, id)
    expect([page.status, page.text.includes('Thông tin khẩn')]).toEqual([200, false])
    await moveClock(school, '0')
  })

  it('is confirmed after its hour too, and is not live in between', async () => {
    const { id, banTrinh } = await emergency()
    await moveClock(school, '13 hours')
    expect((await pageOf(school, id)).status).toBe(410)
    // Whoever opens it late is told that its hour has passed, and that approving brings it back.
    const shown = await (await school.as('phohieutruong')).get(`/api/tin-bai/${id}/viec`)
    expect([shown.body.coBanDang, typeof shown.body.khanDen]).toEqual([false, 'string'])
    expect((await approve(school, 'phohieutruong', id, banTrinh)).body.trangThai).toBe('daDang')
    expect((await pageOf(school, id)).status).toBe(200)
    await moveClock(school, '0')
  })

  it('may be the principal’s own words, which he still cannot confirm himself', async () => {
    await settleEmergencies(school)
    const id = await createStory(school, 'hieutruong', urgentWords())
    const banTrinh = (await submit(school, 'hieutruong', id)).body.banTrinh.id
    expect((await act(school, 'hieutruong', 'dang-khan', id, { lyDo: 'Cho nghỉ học' })).status).toBe(200)
    await approve(school, 'vanphong', id, banTrinh)
    expect(codes(await approve(school, 'hieutruong', id, banTrinh))).toEqual(['SELF_REVIEW'])
    expect((await approve(school, 'phohieutruong', id, banTrinh)).body.trangThai).toBe('daDang')
  })

  it('is not repeated to last for ever', async () => {
    const { id } = await emergency()
    await (await school.as('giaovien')).patch(`/api/tin-bai/${id}`, { tomTat: 'Thêm một câu.' })
    await submit(school, 'giaovien', id)
    expect(codes(await act(school, 'hieutruong', 'dang-khan', id, { lyDo: 'Lần nữa' }))).toEqual(['EMERGENCY_USED'])
  })

  it('ends with a return, a rejection, a taking back and a withdrawal', async () => {
    const one = await emergency()
    await act(school, 'phohieutruong', 'tra-lai', one.id, { banTrinh: one.banTrinh, lyDo: 'Sai giờ' })
    const two = await emergency()
    await act(school, 'giaovien', 'thu-hoi', two.id)
    const three = await emergency()
    expect((await act(school, 'phohieutruong', 'go', three.id, { lyDo: 'Hết bão' })).body.trangThai).toBe('daGo')
    for (const { id } of [one, two, three]) expect((await pageOf(school, id)).status).toBe(410)
    expect((await approve(school, 'phohieutruong', three.id, three.banTrinh)).status).toBe(409)
  })

  it('is the spokesperson’s alone, in review, with a reason', async () => {
    const { id, banTrinh } = await urgentAtTheGate(school)
    for (const who of ['phohieutruong', 'vanphong', 'giaovien'] as const) expect((await act(school, who, 'dang-khan', id, { lyDo: 'x' })).status).toBe(403)
    expect(codes(await act(school, 'hieutruong', 'dang-khan', id, {}))).toEqual(['MISSING_REASON'])
    await approve(school, 'phohieutruong', id, banTrinh)
    expect(codes(await act(school, 'hieutruong', 'dang-khan', id, { lyDo: 'x' }))).toEqual(['WRONG_STATE'])
  })

  it('is refused by the database without the spokesperson’s verdict', async () => {
    const { banTrinh } = await atTheGate(school)
    await expect(school.sql.query(`insert into ban_dang (ban_trinh_id, khan_den) values ($1, now() + interval '1 hour')`, [banTrinh])).rejects.toThrow(
      /verdict/,
    )
  })
})

describe('a school with one leader', () => {
  it('is off by default, and the database knows it', async () => {
    const id = await createStory(school, 'hieutruong')
    await lend(school, 'giaovien', { phamVi: 'cai-dat' })
    expect((await school.sql.query(`select mot_lanh_dao from quy_che`)).rows[0].mot_lanh_dao).toBe(false)
    const banTrinh = (await submit(school, 'hieutruong', id)).body.banTrinh.id
    await approve(school, 'vanphong', id, banTrinh)
    expect(codes(await approve(school, 'hieutruong', id, banTrinh))).toEqual(['SELF_REVIEW'])
  })

  it('lets the only spokesperson approve his own, marked on the edition and in the log', async () => {
    const { rows: live } = await school.sql.query(`select id from uy_quyen where thu_hoi_luc is null`)
    const principal = await school.as('hieutruong')
    for (const row of live) await principal.patch(`/api/uy-quyen/${row.id}`, { thuHoiLuc: at(0) })
    await regulation(school, { motLanhDao: true })
    const id = await createStory(school, 'hieutruong', { mucNhayCam: 'cao' })
    const banTrinh = (await submit(school, 'hieutruong', id)).body.banTrinh.id
    await approve(school, 'vanphong', id, banTrinh)
    await approve(school, 'phohieutruong', id, banTrinh)
    const done = await approve(school, 'hieutruong', id, banTrinh)
    expect([done.status, done.body.trangThai]).toEqual([200, 'daDang'])
    expect((await pageOf(school, id)).text).toContain('đơn vị có một lãnh đạo')
    const edition = await school.visitor.get(`/api/ban-dang/${done.body.banDang.id}`)
    expect(edition.body.motLanhDao).toBe(true)
    const { rows } = await school.sql.query(`select chi_tiet from nhat_ky where hanh_dong = 'dang' and bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [id])
    expect(JSON.parse(rows[0].chi_tiet)).toMatchObject({ ngoaiLe: 'motLanhDao' })
    // Where somebody else can, nobody is excepted.
    const other = await createStory(school, 'hieutruong')
    const second = (await submit(school, 'hieutruong', other)).body.banTrinh.id
    await approve(school, 'vanphong', other, second)
    expect(codes(await approve(school, 'hieutruong', other, second))).toEqual(['SELF_REVIEW'])
    await regulation(school, { motLanhDao: false })
  })
})
