/** Everything readers can see passes the gate: topics, units, settings and pictures on their own too. */
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { openSchool } from '../support/school.ts'
import { approve, codes, submit } from '../support/stories.ts'

const school = openSchool()

async function throughTheGate(slug: string, id: number): Promise<string> {
  const { body } = await submit(school, 'vanphong', id, slug)
  const live = await approve(school, 'hieutruong', id, body.banTrinh.id, slug)
  return live.body.trangThai as string
}

describe('names', () => {
  it('a renamed topic keeps its old name before readers until the new one is approved', async () => {
    const editor = await school.as('vanphong')
    const topic =
      (await editor.get(`/api/chu-de?where[slug][exists]=false&where[ten][equals]=${encodeURIComponent('Văn hoá đọc')}`)).body.docs[0] ??
      (await editor.get(`/api/chu-de?where[ten][equals]=${encodeURIComponent('Văn hoá đọc')}`)).body.docs[0]
    await editor.patch(`/api/chu-de/${topic.id}`, { ten: 'Đọc sách mỗi ngày' })
    expect((await school.visitor.get('/chu-de/van-hoa-doc')).text).toContain('Văn hoá đọc')
    expect((await school.visitor.get('/')).text).not.toContain('Đọc sách mỗi ngày')
    expect(await throughTheGate('chu-de', topic.id)).toBe('daDang')
    expect((await school.visitor.get('/chu-de/van-hoa-doc')).text).toContain('Đọc sách mỗi ngày')
  })

  it('an address that was replaced leads to the one in force', async () => {
    const editor = await school.as('vanphong')
    const unit = (await editor.get(`/api/don-vi?where[ten][equals]=${encodeURIComponent('Tổ Ngữ văn')}`)).body.docs[0]
    await editor.patch(`/api/don-vi/${unit.id}`, { slug: 'to-van' })
    expect(await throughTheGate('don-vi', unit.id)).toBe('daDang')
    const old = await school.visitor.get('/don-vi/to-ngu-van')
    expect([old.status, old.headers.get('location')]).toEqual([302, '/don-vi/to-van'])
  })
})

describe('settings', () => {
  it('change before readers only after approval, exist once, and refuse colours nobody can read', async () => {
    const editor = await school.as('vanphong')
    const { id } = (await editor.get('/api/cai-dat')).body.docs[0]
    await editor.patch(`/api/cai-dat/${id}`, { khauHieu: 'Khẩu hiệu mới' })
    expect((await school.visitor.get('/')).text).not.toContain('Khẩu hiệu mới')
    expect(await throughTheGate('cai-dat', id)).toBe('daDang')
    expect((await school.visitor.get('/')).text).toContain('Khẩu hiệu mới')
    const second = await editor.post('/api/cai-dat', { tenTruong: 'Trường khác' })
    expect([second.status, codes(second)]).toEqual([409, ['SINGLE_DOCUMENT']])
    const faint = await editor.patch(`/api/cai-dat/${id}`, { mauChinh: '#ffe08a' })
    expect(faint.status).toBe(400)
    expect(faint.text).toMatch(/Hãy thử màu gần nhất đọc được: #[0-9a-f]{6}/)
    await editor.patch(`/api/cai-dat/${id}`, { menu: [{ nhan: 'Xấu', duongDan: 'javascript:alert(1)' }] })
    const refused = await submit(school, 'vanphong', id, 'cai-dat')
    expect([refused.status, codes(refused)]).toEqual([422, ['LINK_NOT_ALLOWED']])
  })
})

describe('a picture on its own', () => {
  it('passes the gate like a story and is drawn for its reviewers', async () => {
    const bytes = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#789' } })
      .png()
      .toBuffer()
    const made = await (await school.as('giaovien')).upload('/api/tu-lieu', { name: 'x.png', type: 'image/png', bytes }, { altText: 'Khoảng trời xanh xám' })
    const id = made.body.doc.id as number
    const { body } = await submit(school, 'giaovien', id, 'tu-lieu')
    const drawn = await (await school.as('vanphong')).get(`/api/ban-trinh/${body.banTrinh.id}/xem`)
    expect(drawn.text).toContain('Khoảng trời xanh xám')
    await approve(school, 'vanphong', id, body.banTrinh.id, 'tu-lieu')
    expect((await approve(school, 'phohieutruong', id, body.banTrinh.id, 'tu-lieu')).body.trangThai).toBe('daDang')
  })
})

describe('the site before anything is approved', () => {
  it('is a decent placeholder, not an error', async () => {
    // The owner alone ends editions without a row of the log.
    await school.owner.query(`alter table ban_dang disable trigger ct_co_nhat_ky_ket_thuc, disable trigger ct_ket_thuc_co_co`)
    await school.owner.query(`update ban_dang set ket_thuc_luc = clock_timestamp(), ly_do_go = 'thử' where ket_thuc_luc is null`)
    const home = await school.visitor.get('/')
    expect(home.status).toBe(200)
    expect(home.text).toContain('Trang đang được chuẩn bị')
  })
})
