/** Official documents, from the clerk's desk through the gate to the table readers search. */
import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { plainPdf } from '../../src/demo/pdf.ts'
import type { PersonKey } from '../../src/demo/people.ts'
import { client, type Answer, type Client } from '../support/client.ts'
import { regulation } from '../support/gate.ts'
import { create, documentOf, page, paper, publish, shown } from '../support/pages.ts'
import { openSchool } from '../support/school.ts'
import { act, approve, submit, topicId } from '../support/stories.ts'

const school = openSchool()
const at = (path: string): Promise<Answer> => school.visitor.get(path)
let tep = 0
beforeAll(async () => {
  tep = await paper(school, 'chung')
})

describe('an official document', () => {
  it('is known by its number, says whether it is in force, and is withdrawn with a reason', async () => {
    const data = documentOf(tep, '29-NQ/TW', 'Đổi mới căn bản, toàn diện giáo dục', {
      loai: 'nghiQuyet',
      coQuanBanHanh: 'Ban Chấp hành Trung ương',
      ngayBanHanh: '2013-11-04',
      nguoiKy: 'Kimvb, Tổng Bí thư',
      hieuLuc: 'conHieuLuc',
      ngayHieuLuc: '2013-11-04',
      chuDe: [await topicId(school, 'Dạy và học')],
    })
    const id = await create(school, 'van-ban', data)
    const banTrinh = (await submit(school, 'vanphong', id, 'van-ban')).body.banTrinh.id as number
    for (const path of ['/van-ban', '/van-ban?q=29-NQ', '/api/van-ban', `/api/van-ban/${id}`, '/api/ban-dang?limit=300'])
      expect([path, (await at(path)).text.includes('Kimvb')]).toEqual([path, false])
    const reviewer = await school.as('phohieutruong')
    const frozen = (await reviewer.get(`/api/ban-trinh/${banTrinh}`)).body
    expect([frozen.tieuDe, frozen.loai, frozen.slug]).toEqual([
      'Đổi mới căn bản, toàn diện giáo dục',
      'nghiQuyet',
      '29-nq-tw-doi-moi-can-ban-toan-dien-giao-duc',
    ])
    const drawn = await reviewer.get(`/api/ban-trinh/${banTrinh}/xem`)
    for (const said of ['29-NQ/TW', '04/11/2013', 'Tổng Bí thư', 'Bản PDF chung', '/van-ban/29-nq-tw']) expect(shown(drawn)).toContain(said)
    await approve(school, 'phohieutruong', id, banTrinh, 'van-ban')
    const live = await at(`/van-ban/${frozen.slug}`)
    expect(live.status).toBe(200)
    for (const said of ['29-NQ/TW', 'Nghị quyết', 'Ban Chấp hành Trung ương', 'Còn hiệu lực từ ngày 04/11/2013', 'Dạy và học', 'Đã duyệt:', 'Tải về'])
      expect(shown(live)).toContain(said)
    expect(live.text).toMatch(/download="29-nq-tw[^"]*\.pdf"/)
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'Nhập nhầm văn bản', maLyDo: 'saiSot' }, 'van-ban')
    const gone = await at(`/van-ban/${frozen.slug}`)
    expect([gone.status, gone.text.includes('chưa chính xác')]).toEqual([410, true])
    expect((await at('/van-ban')).text).not.toContain('29-NQ/TW')
  })

  it('needs a PDF, not a picture, and says all that is missing at once', async () => {
    const id = await create(school, 'van-ban', { soKyHieu: '1/TB' })
    const refused = await submit(school, 'vanphong', id, 'van-ban')
    expect(refused.body.errors.map((e: { field: string }) => e.field)).toEqual(['loai', 'trichYeu', 'coQuanBanHanh', 'ngayBanHanh', 'tep'])
  })

  it('passes the chain of every collection: a step for notices of the news is not one for documents', async () => {
    const { buoc } = (await (await school.as('hieutruong')).get('/api/globals/quy-che')).body
    await regulation(school, { buoc: [...buoc.slice(0, 2), { ma: 'thu', ten: 'Thử', vaiTro: 'dauMoi', apDung: ['thongBao'] }, ...buoc.slice(2)] })
    const id = await create(school, 'van-ban', documentOf(tep, '5/TB', 'Thông báo nghỉ lễ', { loai: 'thongBao' }))
    expect((await submit(school, 'vanphong', id, 'van-ban')).body.trangThai).toBe('choDuyet')
    await regulation(school, { buoc })
  })

  describe('a clerk', () => {
    let clerk: Client
    beforeAll(async () => {
      const account = { hoTen: 'Cán bộ văn thư', email: 'vanthu@thpt.example', password: 'mat-khau-thu-nghiem', vaiTro: ['vanThu'], kichHoat: true }
      const made = await (await school.as('quantri')).post('/api/nguoi-dung', account)
      // The first password goes to its owner by mail; here the console sets it.
      const req = await createLocalReq({ context: { console: true } }, school.payload)
      await school.payload.update({ collection: 'nguoi-dung', id: made.body.doc.id, data: { password: account.password }, overrideAccess: true, req })
      clerk = await client(school.url, null).login('vanthu' as PersonKey)
    })
    it('writes and submits documents, follows those of others, and edits no page', async () => {
      const bytes = plainPdf('van thu', ['x'])
      const own = (await clerk.upload('/api/tu-lieu', { name: 'a.pdf', type: 'application/pdf', bytes }, { altText: 'Bản PDF', chuThich: 'Bản PDF' })).body.doc
        .id as number
      const made = await clerk.post('/api/van-ban', documentOf(own, '77/CV', 'Công văn của văn thư'))
      expect(made.status).toBe(201)
      const submitted = await clerk.post(`/api/van-ban/${made.body.doc.id}/trinh`)
      expect([submitted.status, submitted.body.trangThai]).toEqual([200, 'choDuyet'])
      expect((await clerk.post(`/api/van-ban/${made.body.doc.id}/duyet`, { banTrinh: submitted.body.banTrinh.id })).status).toBe(403)
      const other = await create(school, 'van-ban', documentOf(tep, '78/CV', 'Công văn của văn phòng'))
      expect((await clerk.patch(`/api/van-ban/${other}`, { nguoiKy: 'Hiệu trưởng' })).status).toBe(200)
      expect((await clerk.get(`/api/ho-so?where[boSuuTap][equals]=van-ban&where[taiLieu][equals]=${other}`)).body.totalDocs).toBe(1)
      expect(
        (await clerk.get('/api/ho-so?where[boSuuTap][not_equals]=van-ban')).body.docs.filter((d: { boSuuTap: string }) => d.boSuuTap !== 'tu-lieu'),
      ).toEqual([])
      expect((await clerk.post('/api/trang', page('Không được'))).status).toBe(403)
    })
  })
})

describe('the list of documents', () => {
  const asked = async (query: string): Promise<string[]> =>
    [...(await at(`/van-ban?${query}`)).text.matchAll(/<th scope="row"[^>]*>([^<]+)</g)].map((m) => m[1]!.trim())

  beforeAll(async () => {
    const topic = await topicId(school, 'Văn hoá đọc')
    await publish(
      school,
      'van-ban',
      documentOf(tep, '108/HD-SGDĐT', 'Hướng dẫn thư viện hoà nhập', {
        loai: 'huongDan',
        coQuanBanHanh: 'Sở Giáo dục và Đào tạo',
        ngayBanHanh: '2025-10-14',
        chuDe: [topic],
      }),
    )
    await publish(school, 'van-ban', documentOf(tep, '21/TB-THPTHB', 'Lịch trực bán trú', { loai: 'thongBao', ngayBanHanh: '2026-01-01' }))
    await publish(
      school,
      'van-ban',
      documentOf(tep, '15/QĐ-THPTHB', 'Quyết định về quy chế phát ngôn', { loai: 'quyetDinh', ngayBanHanh: '2026-09-08', hieuLuc: 'chuaCoHieuLuc' }),
    )
  })

  it('is found by number, by words with or without accents, and narrowed by kind, issuer, year and topic', async () => {
    const all = await asked('')
    expect(all.indexOf('15/QĐ-THPTHB')).toBeLessThan(all.indexOf('21/TB-THPTHB'))
    expect(all.indexOf('21/TB-THPTHB')).toBeLessThan(all.indexOf('108/HD-SGDĐT'))
    expect(await asked('q=108%2FHD')).toEqual(['108/HD-SGDĐT'])
    expect(await asked('q=15%20qd')).toEqual(['15/QĐ-THPTHB'])
    expect(await asked('q=thu+vien+hoa+nhap')).toEqual(['108/HD-SGDĐT'])
    expect(await asked(`q=${encodeURIComponent('THƯ VIỆN'.normalize('NFD'))}`)).toEqual(['108/HD-SGDĐT'])
    expect(await asked('loai=quyetDinh')).toEqual(['15/QĐ-THPTHB'])
    expect(await asked('nam=2025')).toEqual(['108/HD-SGDĐT'])
    expect(await asked(`co-quan=${encodeURIComponent('Sở Giáo dục và Đào tạo')}`)).toEqual(['108/HD-SGDĐT'])
    expect(await asked('chu-de=van-hoa-doc')).toEqual(['108/HD-SGDĐT'])
    expect(await asked('chu-de=van-hoa-doc&nam=2026')).toEqual([])
    expect(shown(await at('/van-ban?q=khonghecogi'))).toContain('Không có văn bản nào khớp')
    const form = (await at('/van-ban?nam=2025&q=thu')).text
    expect(form).toMatch(/<option value="2025"\s+selected>2025<\/option>/)
    expect(form).toContain('value="thu"')
  })

  it('answers what can name nothing with 404, and whatever else is sent without a fault', async () => {
    for (const query of ['loai=tho', 'nam=26', 'chu-de=khong-co', 'truoc=x', 'nam=2026&nam=2025'])
      expect([query, (await at(`/van-ban?${query}`)).status]).toEqual([query, 404])
    for (const query of [
      "q='%20or%201=1",
      'q=%00',
      'q=***',
      `q=${'a%20'.repeat(500)}`,
      'q=%E0%A4',
      'truoc=1',
      'truoc=999999999',
      `co-quan=${'x'.repeat(9000)}`,
    ])
      expect([query.slice(0, 20), (await at(`/van-ban?${query}`)).status < 500]).toEqual([query.slice(0, 20), true])
  })

  it('goes on page after page without a document twice', async () => {
    const before = await asked('')
    await school.owner.query(`alter table ban_dang disable trigger user, enable trigger ct_bao_doc_gia, drop constraint ban_dang_ban_trinh`)
    await school.owner
      .query(`insert into ban_dang (ban_trinh_id, bo_suu_tap, tai_lieu, lan, loai, slug, tieu_de, noi_dung, van_tay, duyet_ho_ten, duyet_luc, dang_lan_dau, created_at, updated_at)
      select d.ban_trinh_id + 100000 + n, d.bo_suu_tap, 100000 + n, 1, d.loai, 'ban-sao-' || n, d.tieu_de, jsonb_set(d.noi_dung::jsonb, '{soKyHieu}', to_jsonb('C' || n))::text, d.van_tay, d.duyet_ho_ten, now(), now(), now(), now()
      from (select * from ban_dang where bo_suu_tap = 'van-ban' and ket_thuc_luc is null limit 1) d, generate_series(1, 70) n`)
    await school.owner.query(`alter table ban_dang enable trigger user`)
    await expect.poll(async () => (await asked('')).length).toBe(30)
    const seen: string[] = []
    let path = '/van-ban'
    for (let pages = 0; path !== '' && pages < 9; pages += 1) {
      const answer = await at(path)
      expect(answer.status).toBe(200)
      seen.push(...[...answer.text.matchAll(/<th scope="row"[^>]*>([^<]+)</g)].map((m) => m[1]!.trim()))
      path = /href="(\/van-ban\?truoc=\d+)" rel="next"/.exec(answer.text)?.[1] ?? ''
    }
    expect(seen.length).toBe(before.length + 70)
    expect(new Set(seen).size).toBe(seen.length)
  })
})
