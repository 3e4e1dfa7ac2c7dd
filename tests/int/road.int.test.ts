/** The whole road of a story, through the real HTTP interface, and what is visible on the way. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openSchool } from '../support/school.ts'
import { act, approve, codes, createStory, publishStory, submit } from '../support/stories.ts'

const school = openSchool()
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

describe('a story through the gate', () => {
  it('goes from the teacher to the reader, visible to nobody before the last approval', async () => {
    const title = 'Con đường của một bản tin'
    const id = await createStory(school, 'giaovien', { tieuDe: title })
    const page = '/bai/con-duong-cua-mot-ban-tin'
    expect((await school.visitor.get(page)).status).toBe(404)

    const submitted = await submit(school, 'giaovien', id)
    expect(submitted.status).toBe(200)
    expect(submitted.body).toMatchObject({ trangThai: 'choBienTap', banTrinh: { lan: 1 } })
    const banTrinh = submitted.body.banTrinh.id

    const edited = await approve(school, 'vanphong', id, banTrinh)
    expect(edited.body.trangThai).toBe('choDuyet')
    expect((await school.visitor.get(page)).status).toBe(404)
    expect((await school.visitor.get('/')).text).not.toContain(title)

    const live = await approve(school, 'phohieutruong', id, banTrinh)
    expect(live.body).toMatchObject({ trangThai: 'daDang', banDang: { slug: 'con-duong-cua-mot-ban-tin' } })
    const shown = await school.visitor.get(page)
    expect(shown.status).toBe(200)
    expect(shown.text).toContain(title)
    expect(shown.text).toContain('Đã duyệt: Phó hiệu trưởng Giàng A Sếnh')
    expect((await school.visitor.get('/')).text).toContain(title)
  })

  it('serves readers exactly the bytes the fingerprint covers', async () => {
    const { id, banTrinh } = await publishStory(school)
    const editions = await school.visitor.get(`/api/ban-dang?where[taiLieu][equals]=${id}&where[boSuuTap][equals]=tin-bai`)
    expect(editions.body.docs).toHaveLength(1)
    const edition = editions.body.docs[0]
    expect(sha256(edition.noiDung)).toBe(edition.vanTay)
    expect(edition.duyet).toMatchObject({ hoTen: 'Giàng A Sếnh', chucVu: 'Phó hiệu trưởng' })
    const frozen = await (await school.as('phohieutruong')).get(`/api/ban-trinh/${banTrinh}?depth=0`)
    expect(frozen.body.noiDung).toBe(edition.noiDung)
  })

  it('lets good deeds pass the youth union first', async () => {
    const consent = await (await school.as('lop12a1')).post('/api/dong-y', { hoTen: 'Người Được Kể', namSinh: 2008, mucDich: 'Kể chuyện', kenh: ['website'] })
    const id = await createStory(school, 'lop12a1', { loai: 'nguoiTotViecTot', nhanVat: [consent.body.doc.id] })
    const submitted = await submit(school, 'lop12a1', id)
    expect(submitted.body.trangThai).toBe('choTiepNhan')
    const banTrinh = submitted.body.banTrinh.id
    expect((await approve(school, 'vanphong', id, banTrinh)).status).toBe(403)
    expect((await approve(school, 'doantn', id, banTrinh)).body.trangThai).toBe('choBienTap')
    expect((await approve(school, 'vanphong', id, banTrinh)).body.trangThai).toBe('choDuyet')
    expect((await approve(school, 'phohieutruong', id, banTrinh)).body.trangThai).toBe('daDang')
    expect((await school.visitor.get('/nguoi-tot-viec-tot')).text).not.toContain('Người Được Kể')
  })

  it('keeps reception when the office edits a received story and submits it again', async () => {
    const consent = await (await school.as('lop12a1')).post('/api/dong-y', { hoTen: 'Một Bạn', namSinh: 1990, kenh: ['website'] })
    const id = await createStory(school, 'lop12a1', { loai: 'nguoiTotViecTot', nhanVat: [consent.body.doc.id] })
    const first = await submit(school, 'lop12a1', id)
    await approve(school, 'doantn', id, first.body.banTrinh.id)
    await (await school.as('vanphong')).patch(`/api/tin-bai/${id}`, { tieuDe: 'Đã được Văn phòng sửa câu chữ' })
    const again = await submit(school, 'vanphong', id)
    expect(again.body).toMatchObject({ trangThai: 'choDuyet', banTrinh: { lan: 2 } })
  })

  it('sends sensitive items on to the spokesperson after the vice principal', async () => {
    const id = await createStory(school, 'giaovien', { mucNhayCam: 'cao' })
    const { body } = await submit(school, 'giaovien', id)
    await approve(school, 'vanphong', id, body.banTrinh.id)
    expect((await approve(school, 'phohieutruong', id, body.banTrinh.id)).body.trangThai).toBe('choDuyet')
    expect((await approve(school, 'phohieutruong', id, body.banTrinh.id)).status).toBe(403)
    expect((await approve(school, 'hieutruong', id, body.banTrinh.id)).body.trangThai).toBe('daDang')
  })
})

describe('leaving the road', () => {
  it('returns a story with its reason, and refuses without one', async () => {
    const id = await createStory(school)
    const { body } = await submit(school, 'giaovien', id)
    const without = await act(school, 'vanphong', 'tra-lai', id, { banTrinh: body.banTrinh.id, lyDo: '  ' })
    expect([without.status, codes(without)]).toEqual([422, ['MISSING_REASON']])
    const returned = await act(school, 'vanphong', 'tra-lai', id, { banTrinh: body.banTrinh.id, lyDo: 'Thiếu ngày tổ chức.' })
    expect(returned.body.trangThai).toBe('traLai')
    const seen = await (await school.as('giaovien')).get(`/api/phieu-duyet?where[banTrinh][equals]=${body.banTrinh.id}&depth=0`)
    expect(seen.body.docs[0].lyDo).toBe('Thiếu ngày tổ chức.')
  })

  it('closes a rejected story to its author; the office may bring it back', async () => {
    const id = await createStory(school)
    const { body } = await submit(school, 'giaovien', id)
    expect((await act(school, 'vanphong', 'tu-choi', id, { banTrinh: body.banTrinh.id, lyDo: 'Ngoài nhiệm vụ.' })).body.trangThai).toBe('tuChoi')
    const again = await submit(school, 'giaovien', id)
    expect([again.status, codes(again)]).toEqual([409, ['CLOSED_BY_REJECTION']])
    expect((await submit(school, 'vanphong', id)).status).toBe(200)
  })

  it('lets only the submitter take a submission back', async () => {
    const id = await createStory(school)
    await submit(school, 'giaovien', id)
    expect((await act(school, 'vanphong', 'thu-hoi', id)).status).toBe(403)
    expect((await act(school, 'giaovien', 'thu-hoi', id)).body.trangThai).toBe('nhap')
    expect((await act(school, 'giaovien', 'thu-hoi', id)).status).toBe(409)
  })

  it('withdraws at once: the page answers 410 with the public reason, and the words are gone', async () => {
    const { id, slug } = await publishStory(school, { tomTat: 'Câu chỉ có trong bài này.' })
    expect((await act(school, 'vanphong', 'go', id, { lyDo: 'x' })).status).toBe(403)
    const gone = await act(school, 'phohieutruong', 'go', id, { lyDo: 'Sự kiện đã huỷ.' })
    expect(gone.body.trangThai).toBe('daGo')
    const page = await school.visitor.get(`/bai/${slug}`)
    expect(page.status).toBe(410)
    expect(page.text).toContain('Nội dung này không còn được đăng trên trang.')
    expect(page.text).not.toContain('Sự kiện đã huỷ.')
    expect(page.text).not.toContain('Câu chỉ có trong bài này.')
    const ended = await school.visitor.get(`/api/ban-dang?where[slug][equals]=${slug}`)
    expect(Object.keys(ended.body.docs[0]).sort()).toEqual(['id', 'ketThucLuc', 'lyDoGo', 'slug'])
  })

  it('replaces an edition by a newer one and keeps one live', async () => {
    const { id, slug } = await publishStory(school)
    await (await school.as('giaovien')).patch(`/api/tin-bai/${id}`, { tomTat: 'Đã sửa ngày.' })
    expect((await school.visitor.get(`/bai/${slug}`)).text).not.toContain('Đã sửa ngày.')
    const { body } = await submit(school, 'giaovien', id)
    expect(body).toMatchObject({ trangThai: 'choBienTap', banDang: { slug } })
    await approve(school, 'vanphong', id, body.banTrinh.id)
    await approve(school, 'phohieutruong', id, body.banTrinh.id)
    expect((await school.visitor.get(`/bai/${slug}`)).text).toContain('Đã sửa ngày.')
    const live = await school.sql.query('select count(*)::int as n from ban_dang where tai_lieu = $1 and bo_suu_tap = $2 and ket_thuc_luc is null', [
      id,
      'tin-bai',
    ])
    expect(live.rows[0].n).toBe(1)
  })

  it('waits for dang where the regulation does not publish at once', async () => {
    const principal = await school.as('hieutruong')
    await principal.post('/api/globals/quy-che', { dangNgay: false })
    const id = await createStory(school)
    const { body } = await submit(school, 'giaovien', id)
    await approve(school, 'vanphong', id, body.banTrinh.id)
    expect((await approve(school, 'phohieutruong', id, body.banTrinh.id)).body.trangThai).toBe('daDuyet')
    expect((await act(school, 'giaovien', 'dang', id)).status).toBe(403)
    expect((await act(school, 'vanphong', 'dang', id)).body.trangThai).toBe('daDang')
    await principal.post('/api/globals/quy-che', { dangNgay: true })
  })
})
