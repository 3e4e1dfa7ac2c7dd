/** The less obvious ways in, each tried and found shut: jobs, trash, the adapter, offices held together, words that pose as addresses. */
import { describe, expect, it } from 'vitest'
import { createLocalReq } from 'payload'
import { at, AN_HOUR, atTheGate, pageOf, personId, stateOf } from '../support/gate.ts'
import { openSchool } from '../support/school.ts'
import { act, approve, CHECKED, codes, createStory, publishStory, submit } from '../support/stories.ts'
import { HANH_DONG } from '../../src/policy/gate/states.ts'

const school = openSchool()
const RECORD = ['ban-trinh', 'phieu-duyet', 'ban-dang', 'nhat-ky'] as const

describe('time and jobs', () => {
  it.each(['giaovien', 'vanphong', 'hieutruong', 'quantri'] as const)(
    'Payload’s own jobs are not there for %s, with or without a user to run as',
    async (who) => {
      const client = await school.as(who)
      for (const path of ['/api/payload-jobs/run', '/api/payload-jobs', '/api/payload-jobs/handle-schedules']) {
        expect([path, (await client.get(path)).status]).toEqual([path, 404])
        expect([path, (await client.post(path, { task: 'schedulePublish', input: { type: 'publish' } })).status]).toEqual([path, 404])
      }
    },
  )

  it('autosave before and after the approval changes no word that was approved', async () => {
    const { id, banTrinh } = await atTheGate(school, { tomTat: 'Đã đọc kỹ.' })
    const author = await school.as('giaovien')
    await author.patch(`/api/tin-bai/${id}?draft=true&autosave=true`, { tomTat: 'Tự lưu trước khi duyệt.' })
    await approve(school, 'phohieutruong', id, banTrinh)
    await author.patch(`/api/tin-bai/${id}?draft=true&autosave=true`, { tomTat: 'Tự lưu sau khi duyệt.', _status: 'draft' })
    const page = await pageOf(school, id)
    expect([page.text.includes('Đã đọc kỹ.'), page.text.includes('Tự lưu')]).toEqual([true, false])
  })

  it('a schedule written into the file by hand publishes nothing that is not approved', async () => {
    const id = await createStory(school)
    await submit(school, 'giaovien', id)
    const { runSchedule } = await import('../../src/jobs/schedule.ts')
    const who = await personId(school, 'hieutruong')
    await school.sql.query(
      `update ho_so set trang_thai = 'henGio', hen_gio_luc = now() - interval '1 hour', nguoi_hen_gio = $2 where bo_suu_tap = 'tin-bai' and tai_lieu = $1`,
      [id, who],
    )
    await runSchedule(school.payload)
    expect(await stateOf(school, id)).toBe('daDuyet')
    expect((await act(school, 'vanphong', 'dang', id)).status).toBe(409)
    const { rows } = await school.sql.query(`select 1 from ban_dang where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [id])
    expect(rows).toHaveLength(0)
  })
})

describe('one request for two things', () => {
  it('editing and approving in one request approves the frozen words and edits nothing', async () => {
    const { id, banTrinh } = await atTheGate(school, { tomTat: 'Lời đã đọc.' })
    const answer = await act(school, 'phohieutruong', 'duyet', id, {
      banTrinh,
      kiemTra: CHECKED,
      tomTat: 'Lời lén thêm.',
      noiDung: 'x',
      data: { tomTat: 'Lời lén thêm.' },
      vanTay: 'x',
      nguoi: 1,
      nguoiDongGop: [],
      tuCach: 'uyQuyen',
      khanDen: at(AN_HOUR),
    })
    expect(answer.body.trangThai).toBe('daDang')
    const page = await pageOf(school, id)
    expect([page.text.includes('Lời đã đọc.'), page.text.includes('Lời lén thêm.')]).toEqual([true, false])
    const copy = await (await school.as('vanphong')).get(`/api/tin-bai/${id}?depth=0`)
    expect(copy.body.tomTat).toBe('Lời đã đọc.')
  })

  it('a save that carries a verdict is a save', async () => {
    const { id, banTrinh } = await atTheGate(school)
    await (await school.as('phohieutruong')).patch(`/api/tin-bai/${id}`, { trangThai: 'daDang', duyet: { banTrinh }, banDang: 1, quyetDinh: 'duyet' })
    expect(await stateOf(school, id)).toBe('choDuyet')
  })
})

describe('offices', () => {
  it('a person who is author, office and approver at once takes none of the steps of his own words, and each of others’', async () => {
    const principal = await school.as('hieutruong')
    const vice = await personId(school, 'phohieutruong')
    const { rows } = await school.sql.query(`select id from don_vi where ten in ('Tổ Văn phòng', 'Ban giám hiệu') order by ten desc`)
    const asOffice = { vaiTro: ['congTacVien', 'bienTapVien', 'nguoiDuyet'], donVi: rows[0].id }
    expect((await principal.patch(`/api/nguoi-dung/${vice}`, asOffice)).status).toBe(200)
    const own = await createStory(school, 'phohieutruong')
    const banTrinh = (await submit(school, 'phohieutruong', own)).body.banTrinh.id
    expect([403, 404]).toContain((await approve(school, 'phohieutruong', own, banTrinh)).status)
    const other = await createStory(school)
    const second = (await submit(school, 'giaovien', other)).body.banTrinh.id
    expect((await approve(school, 'phohieutruong', other, second)).body.trangThai).toBe('choDuyet')
    expect((await approve(school, 'phohieutruong', other, second)).body.trangThai).toBe('daDang')
    await principal.patch(`/api/nguoi-dung/${vice}`, { vaiTro: ['nguoiDuyet'], donVi: rows[1].id })
  })

  it.each(HANH_DONG)('the technical administrator may not even know what he would %s', async (action) => {
    const { id, banTrinh } = await atTheGate(school)
    expect((await act(school, 'quantri', action, id, { banTrinh, kiemTra: CHECKED, lyDo: 'x', luc: at(AN_HOUR) })).status).toBe(404)
  })
})

describe('the working copy’s other ways', () => {
  it('trash and undelete do not exist: a date of deletion is not stored and brings nothing back', async () => {
    const { id } = await publishStory(school)
    const office = await school.as('vanphong')
    await office.patch(`/api/tin-bai/${id}?trash=true`, { deletedAt: at(0) })
    await office.patch(`/api/tin-bai/${id}?trash=true`, { deletedAt: null })
    expect((await office.del(`/api/tin-bai/${id}?trash=true`)).status).toBe(409)
    expect([(await pageOf(school, id)).status, await stateOf(school, id)]).toEqual([200, 'daDang'])
  })

  it.each(['chu-de', 'don-vi'] as const)('renaming in %s shows readers the approved name until the new one is approved', async (slug) => {
    const office = await school.as('vanphong')
    const { body } = await office.get(`/api/${slug}?limit=1&sort=id&depth=0`)
    const { id, ten } = body.docs[0]
    await office.patch(`/api/${slug}/${id}`, { ten: 'Tên chưa ai duyệt' })
    expect((await school.visitor.get('/')).text).not.toContain('Tên chưa ai duyệt')
    expect((await school.visitor.get(`/api/ban-dang?where[boSuuTap][equals]=${slug}&limit=100`)).text).not.toContain('Tên chưa ai duyệt')
    await office.patch(`/api/${slug}/${id}`, { ten })
  })

  it('settings and menu change nothing before they are approved', async () => {
    const office = await school.as('vanphong')
    const { body } = await office.get('/api/cai-dat?depth=0')
    await office.patch(`/api/cai-dat/${body.docs[0].id}`, { khauHieu: 'Khẩu hiệu lạ', menu: [{ nhan: 'Cá cược', duongDan: 'https://evil.example/' }] })
    const home = (await school.visitor.get('/')).text
    expect([home.includes('Khẩu hiệu lạ'), home.includes('Cá cược')]).toEqual([false, false])
  })
})

describe('the adapter, past every hook', () => {
  it.each(RECORD)('payload.db changes, deletes and invents nothing in %s', async (slug) => {
    await publishStory(school)
    const { rows } = await school.sql.query(`select max(id) as id from ${slug.replace('-', '_')}`)
    const where = { id: { equals: rows[0].id as number } }
    await expect(school.payload.db.updateOne({ collection: slug, where, data: { tieuDe: 'x', hoTen: 'x', tenNguoi: 'x' } })).rejects.toThrow()
    await expect(school.payload.db.deleteOne({ collection: slug, where })).rejects.toThrow()
    await expect(school.payload.db.deleteMany({ collection: slug, where })).rejects.toThrow()
    await expect(
      school.payload.db.create({ collection: slug, data: { boSuuTap: 'tin-bai', taiLieu: 1, lan: 99, slug: 'x', tieuDe: 'x', noiDung: '{}', vanTay: 'x' } }),
    ).rejects.toThrow()
  })

  it('payload.db can spoil a working copy; readers see nothing of it, and it is not published', async () => {
    const { id } = await publishStory(school, { tomTat: 'Lời thật.' })
    await school.payload.db.updateOne({ collection: 'tin-bai', id, data: { tomTat: 'Lời giả.' } })
    await expect(school.payload.db.updateOne({ collection: 'tin-bai', id, data: { _status: 'published' } })).rejects.toThrow()
    const page = await pageOf(school, id)
    expect([page.text.includes('Lời thật.'), page.text.includes('Lời giả.')]).toEqual([true, false])
  })

  it('the file is not written against its own past', async () => {
    const { id } = await atTheGate(school, { mucNhayCam: 'cao' })
    const change = (set: string): Promise<unknown> => school.sql.query(`update ho_so set ${set} where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [id])
    await expect(change(`nguoi_dong_gop = '[]'`)).rejects.toThrow(/contributors answer/)
    await expect(change(`muc_nhay_cam = 'thuong'`)).rejects.toThrow(/never lowered/)
    await expect(change('ban_trinh_id = ban_trinh_id - 1')).rejects.toThrow(/latest submission/)
    await expect(change('ban_trinh_id = null')).rejects.toThrow(/latest submission/)
    await expect(change('ban_dang_id = (select max(id) from ban_dang)')).rejects.toThrow(/live edition of its document/)
    await expect(change('tai_lieu = tai_lieu + 1')).rejects.toThrow(/stays with its document/)
  })

  it('the Local API takes no action for nobody', async () => {
    const id = await createStory(school)
    const { ACTIONS } = await import('../../src/actions/index.ts')
    const { tinBai } = await import('../../src/policy/gate/gates/index.ts')
    for (const action of HANH_DONG)
      await expect(ACTIONS[action](await createLocalReq({}, school.payload), tinBai, id, {})).rejects.toMatchObject({ status: 401 })
  })
})

describe('what is seen and what is linked', () => {
  const linked = (words: string, url: string): object => ({
    root: {
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'link', fields: { url, linkType: 'custom' }, children: [{ type: 'text', text: words }] }] }],
    },
  })
  it.each([
    ['words that name another site', 'https://thpt.example.vn/tin', 'https://evil.example/', 'LINK_MISLEADING'],
    ['an address of another person', 'vanphong@thpt.vn', 'mailto:ke-gian@evil.example', 'LINK_MISLEADING'],
    ['Cyrillic in the host', 'xem ở đây', 'https://mоet.gov.vn/', 'LINK_NOT_ALLOWED'],
    ['credentials that look like a host', 'xem ở đây', 'https://moet.gov.vn@evil.example/', 'LINK_NOT_ALLOWED'],
    ['a script', 'xem ở đây', 'javascript:alert(1)', 'LINK_NOT_ALLOWED'],
    ['a tab inside the scheme', 'xem ở đây', 'java\tscript:alert(1)', 'LINK_NOT_ALLOWED'],
    ['data', 'xem ở đây', 'data:text/html,x', 'LINK_NOT_ALLOWED'],
    ['reversed letters', 'moet\u202envog', 'https://moet.gov.vn/', 'FORBIDDEN_CHARACTER'],
    ['invisible letters', 'moet\u3164.gov.vn', 'https://moet.gov.vn/', 'FORBIDDEN_CHARACTER'],
  ])('%s is refused', async (_name, words, url, code) => {
    const id = await createStory(school, 'giaovien', { noiDung: linked(words, url) })
    const refused = await submit(school, 'giaovien', id)
    expect([refused.status, codes(refused)]).toEqual([422, expect.arrayContaining([code])])
  })

  it('the reviewer reads where each link really leads', async () => {
    const id = await createStory(school, 'giaovien', { noiDung: linked('xem ở đây', 'https://moet.gov.vn/van-ban?so=29') })
    const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id
    const drawn = await (await school.as('vanphong')).get(`/api/ban-trinh/${banTrinh}/xem`)
    expect(drawn.text.replace(/<[^>]+>/g, ' ')).toContain('https://moet.gov.vn/van-ban?so=29')
  })
})
