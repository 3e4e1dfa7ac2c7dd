/** Payload's own ways to publish, each tried and found shut. */
import { describe, expect, it } from 'vitest'
import { createLocalReq } from 'payload'
import { openSchool } from '../support/school.ts'
import { act, approve, buildStory, codes, createStory, publishStory, submit } from '../support/stories.ts'

const school = openSchool()
const statuses = async (id: number): Promise<string[]> =>
  (
    await school.sql.query(`select _status::text as s from tin_bai where id = $1 union all select version__status::text from _tin_bai_v where parent_id = $1`, [
      id,
    ])
  ).rows.map((r) => r.s)

describe('the publish switch is shut', () => {
  it.each(['', '?draft=true', '?draft=true&autosave=true', '?draft=false'])('create with _status published%s', async (query) => {
    const answer = await (await school.as('vanphong')).post(`/api/tin-bai${query}`, await buildStory(school, { _status: 'published' }))
    expect([answer.status, codes(answer)]).toEqual([403, ['PUBLISH_SWITCH_CLOSED']])
  })

  it.each(['', '?draft=true', '?autosave=true', '?draft=true&autosave=true', '?publishAllLocales=true', '?publishSpecificLocale=vi'])(
    'update%s, even by the principal',
    async (query) => {
      const id = await createStory(school)
      const answer = await (await school.as('hieutruong')).patch(`/api/tin-bai/${id}${query}`, { _status: 'published' })
      expect(answer.status).toBe(403)
      expect(await statuses(id)).not.toContain('published')
    },
  )

  it('an edit without _status changes no live word', async () => {
    const { id, slug } = await publishStory(school)
    await (await school.as('giaovien')).patch(`/api/tin-bai/${id}`, { tieuDe: 'Lén đổi tiêu đề' })
    expect((await school.visitor.get(`/bai/${slug}`)).text).not.toContain('Lén đổi tiêu đề')
    expect(await statuses(id)).not.toContain('published')
  })

  it('bulk update and bulk delete by where', async () => {
    const editor = await school.as('vanphong')
    const update = await editor.patch('/api/tin-bai?where[id][greater_than]=0', { _status: 'published' })
    expect(update.status).toBe(403)
    expect((await editor.patch('/api/tin-bai?where[id][greater_than]=0', { tieuDe: 'x' })).status).toBe(403)
    expect((await editor.del('/api/tin-bai?where[id][greater_than]=0')).status).toBe(403)
  })

  it('a duplicate, which would carry one person’s words under another’s name', async () => {
    const { id } = await publishStory(school)
    const copy = await (await school.as('vanphong')).post(`/api/tin-bai/${id}/duplicate?draft=false`, {})
    expect(copy.status).toBe(404)
  })

  it('restoring a version changes the working copy alone', async () => {
    const { id, slug } = await publishStory(school)
    const author = await school.as('vanphong')
    await author.patch(`/api/tin-bai/${id}`, { tieuDe: 'Bản sau' })
    const versions = await author.get(`/api/tin-bai/versions?where[parent][equals]=${id}&sort=createdAt`)
    const restored = await author.post(`/api/tin-bai/versions/${versions.body.docs[0].id}?draft=false`, {})
    expect(restored.status).toBe(200)
    expect(await statuses(id)).not.toContain('published')
    expect((await school.visitor.get(`/bai/${slug}`)).text).not.toContain('Bản sau')
  })

  it('the Local API without access control is stopped by the same hook', async () => {
    const id = await createStory(school)
    const req = await createLocalReq({}, school.payload)
    await expect(school.payload.update({ collection: 'tin-bai', id, data: { _status: 'published' } as never, overrideAccess: true, req })).rejects.toThrow(
      /duyệt/,
    )
  })

  it('payload.db and raw SQL are stopped by the database', async () => {
    const id = await createStory(school)
    await expect(school.payload.db.updateOne({ collection: 'tin-bai', id, data: { _status: 'published' } })).rejects.toThrow()
    await expect(school.sql.query(`update tin_bai set _status = 'published' where id = $1`, [id])).rejects.toThrow(/khong_xuat_ban/)
  })

  it('forged computed fields are not stored and not believed', async () => {
    const id = await createStory(school, 'giaovien', { trangThai: 'daDang', vanTay: 'x', nguoiDuyet: 1, nguoiDongGop: [], tacGia: 1 })
    const file = await (await school.as('vanphong')).get(`/api/ho-so?where[taiLieu][equals]=${id}&where[boSuuTap][equals]=tin-bai&depth=0`)
    expect(file.body.docs[0]).toMatchObject({ trangThai: 'nhap' })
    expect(file.body.docs[0].nguoiDongGop).toHaveLength(1)
    for (const slug of ['ho-so', 'ban-trinh', 'phieu-duyet', 'ban-dang', 'nhat-ky']) {
      expect((await (await school.as('hieutruong')).post(`/api/${slug}`, { trangThai: 'daDang' })).status).toBe(403)
      expect((await (await school.as('hieutruong')).patch(`/api/${slug}/1`, { trangThai: 'daDang' })).status).toBe(403)
      expect((await (await school.as('hieutruong')).del(`/api/${slug}/1`)).status).toBe(403)
    }
  })
})

describe('nobody approves his own words', () => {
  it('not the vice principal who wrote it', async () => {
    const id = await createStory(school, 'phohieutruong')
    const { body } = await submit(school, 'phohieutruong', id)
    const refused = await approve(school, 'phohieutruong', id, body.banTrinh.id)
    expect(refused.status).toBe(403)
  })

  it('not the vice principal who changed a comma before it was submitted again', async () => {
    const id = await createStory(school)
    await (await school.as('phohieutruong')).patch(`/api/tin-bai/${id}`, { tomTat: 'Một dòng, tóm tắt.' })
    const { body } = await submit(school, 'giaovien', id)
    await approve(school, 'vanphong', id, body.banTrinh.id)
    const refused = await approve(school, 'phohieutruong', id, body.banTrinh.id)
    expect([refused.status, codes(refused)]).toEqual([403, ['SELF_REVIEW']])
    expect((await approve(school, 'hieutruong', id, body.banTrinh.id)).body.trangThai).toBe('daDang')
  })

  it('not the one who rewrites the working copy while the submission waits', async () => {
    const id = await createStory(school)
    const { body } = await submit(school, 'giaovien', id)
    await approve(school, 'vanphong', id, body.banTrinh.id)
    await (await school.as('phohieutruong')).patch(`/api/tin-bai/${id}`, { tomTat: 'Sửa giữa chừng.' })
    expect(codes(await approve(school, 'phohieutruong', id, body.banTrinh.id))).toEqual(['SELF_REVIEW'])
  })

  it('not through an old version somebody else restores', async () => {
    const id = await createStory(school, 'vanphong')
    await (await school.as('phohieutruong')).patch(`/api/tin-bai/${id}`, { tomTat: 'Lời của phó hiệu trưởng' })
    await (await school.as('vanphong')).patch(`/api/tin-bai/${id}`, { tomTat: 'Lời của Văn phòng' })
    const first = await submit(school, 'vanphong', id)
    await approve(school, 'hieutruong', id, first.body.banTrinh.id)
    const versions = await (
      await school.as('vanphong')
    ).get(`/api/tin-bai/versions?where[parent][equals]=${id}&where[version.tomTat][like]=${encodeURIComponent('phó hiệu trưởng')}`)
    expect((await (await school.as('vanphong')).post(`/api/tin-bai/versions/${versions.body.docs[0].id}`, {})).status).toBe(200)
    const { body } = await submit(school, 'vanphong', id)
    expect(codes(await approve(school, 'phohieutruong', id, body.banTrinh.id))).toEqual(['SELF_REVIEW'])
  })

  it('a topic lowered for a minute keeps its recorded sensitivity', async () => {
    const editor = await school.as('vanphong')
    const topic = (await editor.get(`/api/chu-de?where[ten][equals]=${encodeURIComponent('An toàn trường học')}`)).body.docs[0].id
    await editor.patch(`/api/chu-de/${topic}`, { mucNhayCam: 'thuong' })
    const id = await createStory(school, 'giaovien', { chuDe: [topic] })
    const { body } = await submit(school, 'giaovien', id)
    const frozen = await editor.get(`/api/ban-trinh/${body.banTrinh.id}`)
    expect(frozen.body).toMatchObject({ mucNhayCam: 'cao' })
    expect(frozen.body.buoc.at(-1).vaiTro).toBe('nguoiPhatNgon')
  })

  it('a sensitive item of the only spokesperson finds no approver', async () => {
    const id = await createStory(school, 'hieutruong', { mucNhayCam: 'cao' })
    const refused = await submit(school, 'hieutruong', id)
    expect([refused.status, codes(refused)]).toEqual([422, ['NO_APPROVER']])
  })
})

describe('what was read is what is approved', () => {
  it('refuses a verdict on a superseded submission', async () => {
    const id = await createStory(school)
    const first = await submit(school, 'giaovien', id)
    await (await school.as('giaovien')).patch(`/api/tin-bai/${id}`, { tomTat: 'Lần hai.' })
    await submit(school, 'giaovien', id)
    const stale = await approve(school, 'vanphong', id, first.body.banTrinh.id)
    expect([stale.status, codes(stale)]).toEqual([409, ['STALE_SUBMISSION']])
  })

  it('publishes the frozen words although the working copy changed meanwhile', async () => {
    const id = await createStory(school, 'giaovien', { tomTat: 'Lời đã duyệt.' })
    const { body } = await submit(school, 'giaovien', id)
    await (await school.as('giaovien')).patch(`/api/tin-bai/${id}`, { tomTat: 'Lời chưa ai đọc.' })
    await approve(school, 'vanphong', id, body.banTrinh.id)
    const live = await approve(school, 'phohieutruong', id, body.banTrinh.id)
    const page = await school.visitor.get(`/bai/${live.body.banDang.slug}`)
    expect(page.text).toContain('Lời đã duyệt.')
    expect(page.text).not.toContain('Lời chưa ai đọc.')
  })

  it('refuses an approval with a mandatory point unanswered or answered no', async () => {
    const id = await createStory(school)
    const { body } = await submit(school, 'giaovien', id)
    const empty = await act(school, 'vanphong', 'duyet', id, { banTrinh: body.banTrinh.id, kiemTra: {} })
    expect(empty.status).toBe(422)
    expect(codes(empty)).toEqual(['CHECKLIST_INCOMPLETE', 'CHECKLIST_INCOMPLETE', 'CHECKLIST_INCOMPLETE', 'CHECKLIST_INCOMPLETE'])
  })

  it('does not let two approvals of one step both count', async () => {
    const id = await createStory(school)
    const { body } = await submit(school, 'giaovien', id)
    await approve(school, 'vanphong', id, body.banTrinh.id)
    const answers = await Promise.all([approve(school, 'phohieutruong', id, body.banTrinh.id), approve(school, 'hieutruong', id, body.banTrinh.id)])
    expect(answers.map((a) => a.status).sort((a, b) => a - b)).toEqual([200, 409])
    const log = await school.sql.query(`select count(*)::int as n from nhat_ky where hanh_dong = 'dang' and tai_lieu = $1 and bo_suu_tap = 'tin-bai'`, [id])
    expect(log.rows[0].n).toBe(1)
  })

  it('uses a role no longer than it is held', async () => {
    const id = await createStory(school)
    const { body } = await submit(school, 'giaovien', id)
    await approve(school, 'vanphong', id, body.banTrinh.id)
    const { rows } = await school.sql.query(`select id from nguoi_dung where email like 'phohieutruong@%'`)
    const principal = await school.as('hieutruong')
    await principal.patch(`/api/nguoi-dung/${rows[0].id}`, { vaiTro: ['congTacVien'] })
    expect((await approve(school, 'phohieutruong', id, body.banTrinh.id)).status).toBe(404)
    await principal.patch(`/api/nguoi-dung/${rows[0].id}`, { vaiTro: ['nguoiDuyet'] })
    expect((await approve(school, 'phohieutruong', id, body.banTrinh.id)).status).toBe(200)
  })
})

describe('deleting', () => {
  it('a draft never submitted may go, a submitted document may not', async () => {
    const draft = await createStory(school)
    const author = await school.as('giaovien')
    expect((await author.del(`/api/tin-bai/${draft}`)).status).toBe(200)
    const id = await createStory(school)
    await submit(school, 'giaovien', id)
    const kept = await author.del(`/api/tin-bai/${id}`)
    expect([kept.status, codes(kept)]).toEqual([409, ['HAS_RECORD']])
    await expect(school.sql.query('delete from tin_bai where id = $1', [id])).rejects.toThrow(/never deleted/)
  })
})

describe('the doors of people are shut to whoever keeps no accounts', () => {
  const OF = ['moi', ':id/moi-lai', ':id/nghi', ':id/tro-lai', ':id/xin-vai-tro', 'vai-tro/1/cap', 'vai-tro/1/tu-choi'] as const
  it.each(OF)('POST %s', async (door) => {
    const id = (await school.sql.query(`select id from nguoi_dung where email = 'phohieutruong@thpt.example'`)).rows[0].id as number
    const before = (await school.sql.query('select count(*)::int as n from nhat_ky')).rows[0].n
    const body = { hoTen: 'X', email: 'x@thpt.example', vaiTro: ['nguoiPhatNgon'], lyDo: 'x', nguoiNhan: id }
    const path = `/api/nguoi-dung/${door.replace(':id', String(id))}`
    expect((await school.visitor.post(path, body)).status).toBe(401)
    for (const who of ['giaovien', 'lop12a1', 'doantn'] as const) expect([who, (await (await school.as(who)).post(path, body)).status]).toEqual([who, 403])
    expect((await school.sql.query('select count(*)::int as n from nhat_ky')).rows[0].n).toBe(before)
  })
  it.each([
    ['tinh-trang', 404],
    ['vuong-mac', 403],
  ])('GET :id/%s', async (door, status) => {
    expect((await school.visitor.get(`/api/nguoi-dung/1/${door}`)).status).toBe(401)
    for (const who of ['giaovien', 'lop12a1', 'doantn'] as const) expect((await (await school.as(who)).get(`/api/nguoi-dung/1/${door}`)).status).toBe(status)
  })
  it('POST /lam-viec/nhan-loi from another site, or with nothing', async () => {
    const send = (site: string) =>
      school.visitor.raw('/lam-viec/nhan-loi', { method: 'POST', body: new URLSearchParams({}), headers: { 'Sec-Fetch-Site': site } })
    expect([(await send('cross-site')).status, (await send('same-origin')).status]).toEqual([403, 401])
  })
})
