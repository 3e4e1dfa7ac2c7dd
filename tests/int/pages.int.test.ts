/** Static pages and official documents, from the office's desk through the gate to their readers. */
import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { toLexical } from '../../src/demo/lexical.ts'
import { plainPdf } from '../../src/demo/pdf.ts'
import type { PersonKey } from '../../src/demo/people.ts'
import { schoolYearOf } from '../../src/policy/schoolYear.ts'
import type { Answer, Client } from '../support/client.ts'
import { client } from '../support/client.ts'
import { lend, regulation } from '../support/gate.ts'
import { openSchool } from '../support/school.ts'
import { act, approve, codes, publishStory, submit, topicId } from '../support/stories.ts'

const school = openSchool()

const papers: Record<string, number> = {}
async function paper(name: string, by: PersonKey = 'vanphong'): Promise<number> {
  const bytes = plainPdf(name, [name])
  const made = await (
    await school.as(by)
  ).upload('/api/tu-lieu', { name: `${name}.pdf`, type: 'application/pdf', bytes }, { altText: `Bản PDF ${name}`, chuThich: name })
  return (papers[name] ??= made.body.doc.id as number)
}

async function create(slug: string, data: object, by: PersonKey = 'vanphong'): Promise<number> {
  const made = await (await school.as(by)).post(`/api/${slug}`, data)
  if (made.status !== 201) throw new Error(`create ${slug}: expected 201, received ${made.status} ${made.text}`)
  return made.body.doc.id as number
}

async function publish(slug: string, data: object): Promise<{ id: number; slug: string; banTrinh: number }> {
  const id = await create(slug, data)
  const submitted = await submit(school, 'vanphong', id, slug)
  if (submitted.status !== 200) throw new Error(`publish: expected 200, received ${submitted.text}`)
  const banTrinh = submitted.body.banTrinh.id as number
  const live = await approve(school, 'phohieutruong', id, banTrinh, slug)
  if (live.body.trangThai !== 'daDang') throw new Error(`publish: expected daDang, received ${live.text}`)
  return { id, slug: live.body.banDang.slug as string, banTrinh }
}

const page = (tieuDe: string, more: object = {}): object => ({ tieuDe, muc: 'gioiThieu', noiDung: toLexical([`Nội dung của ${tieuDe}.`]), ...more })
const paperOf = async (soKyHieu: string, trichYeu: string, more: object = {}): Promise<object> => ({
  soKyHieu,
  trichYeu,
  loai: 'keHoach',
  coQuanBanHanh: 'Trường THPT Hoa Ban',
  ngayBanHanh: '2026-09-03',
  hieuLuc: 'conHieuLuc',
  tep: await paper('chung'),
  ...more,
})
const at = (path: string): Promise<Answer> => school.visitor.get(path)
const shown = (answer: Answer): string => answer.text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const words = (url: string): object => ({
  root: {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'link', fields: { url, linkType: 'custom' }, children: [{ type: 'text', text: 'xem' }] }] }],
  },
})

describe('a static page', () => {
  it('is read by nobody outside before it is approved, then stands at its own address with the line of its approval', async () => {
    const tep = await paper('Sơ đồ đường đến trường')
    const id = await create('trang', page('Giới thiệu nhà trường', { tepDinhKem: [tep], noiDung: toLexical(['Lời kimtrang.']) }))
    const banTrinh = (await submit(school, 'vanphong', id, 'trang')).body.banTrinh.id as number
    const everywhere = [
      '/gioi-thieu-nha-truong',
      '/so-do-trang',
      '/cong-khai',
      '/',
      `/api/trang/${id}`,
      '/api/trang',
      '/api/ban-dang?limit=300',
      `/api/ban-trinh/${banTrinh}/xem`,
    ]
    for (const path of everywhere) expect([path, (await at(path)).text.includes('kimtrang')]).toEqual([path, false])
    expect((await at('/gioi-thieu-nha-truong')).status).toBe(404)

    const drawn = await (await school.as('phohieutruong')).get(`/api/ban-trinh/${banTrinh}/xem`)
    expect(shown(drawn)).toContain('Địa chỉ khi đăng: /gioi-thieu-nha-truong')
    expect(shown(drawn)).toContain('Giới thiệu')
    expect((await approve(school, 'phohieutruong', id, banTrinh, 'trang')).body.banDang.slug).toBe('gioi-thieu-nha-truong')
    const live = await at('/gioi-thieu-nha-truong')
    expect(live.status).toBe(200)
    for (const said of ['Lời kimtrang', 'Sơ đồ đường đến trường', 'Đã duyệt: Phó hiệu trưởng Giàng A Sếnh']) expect(shown(live)).toContain(said)
    expect((await at('/so-do-trang')).text).toContain('href="/gioi-thieu-nha-truong"')
    const file = /href="(\/tep\/[0-9a-f]{64}\/tep\.pdf)\?xem"/.exec(live.text)![1]!
    const [opened, kept] = [await at(`${file}?xem`), await at(file)]
    expect([opened.headers.get('content-disposition'), kept.headers.get('content-disposition')]).toEqual(['inline', 'attachment'])
    expect([opened, kept].map((a) => [a.headers.get('content-type'), a.headers.get('x-content-type-options')])).toEqual([
      ['application/pdf', 'nosniff'],
      ['application/pdf', 'nosniff'],
    ])
    for (const answer of [opened, kept]) expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")

    await act(school, 'phohieutruong', 'go', id, { lyDo: 'Trang viết lại' }, 'trang')
    const gone = await at('/gioi-thieu-nha-truong')
    expect([gone.status, gone.text.includes('Trang viết lại'), gone.text.includes('kimtrang')]).toEqual([410, true, false])
    expect((await at(`${file}?xem`)).status).toBe(404)
  })

  it('takes no address of the site’s own, and never hides what stands there', async () => {
    const id = await create('trang', page('Trang lạ', { slug: 'van-ban' }))
    const refused = await submit(school, 'vanphong', id, 'trang')
    expect([refused.status, codes(refused), refused.text.includes('van-ban-cua-truong')]).toEqual([422, ['SLUG_RESERVED'], true])
    expect((await publish('trang', page('Công khai'))).slug).toBe('cong-khai-2')
    expect((await at('/admin')).status).not.toBe(200)
    for (const path of ['/khong-he-co', '/Gioi-Thieu', '/a--b', `/${'a'.repeat(300)}`, '/healthz/x'])
      expect([path, (await at(path)).status]).toEqual([path, 404])
    expect((await at('/healthz')).text).not.toContain('<html')
  })

  it('moves with its address and leaves word where it was', async () => {
    const { id } = await publish('trang', page('Nội quy học sinh'))
    await (await school.as('vanphong')).patch(`/api/trang/${id}`, { slug: 'noi-quy' })
    const banTrinh = (await submit(school, 'vanphong', id, 'trang')).body.banTrinh.id as number
    await approve(school, 'phohieutruong', id, banTrinh, 'trang')
    const old = await at('/noi-quy-hoc-sinh')
    expect([old.status, old.headers.get('location'), (await at('/noi-quy')).status]).toEqual([301, '/noi-quy', 200])
  })

  it('is the office’s and the approvers’ to edit, nobody else’s', async () => {
    for (const who of ['giaovien', 'doantn', 'quantri'] as const)
      expect([who, (await (await school.as(who)).post('/api/trang', page('Thử'))).status]).toEqual([who, 403])
    expect((await school.visitor.post('/api/trang', page('Thử'))).status).toBe(401)
    const straight = await (await school.as('vanphong')).post('/api/trang', page('Đăng thẳng', { _status: 'published' }))
    expect([straight.status, codes(straight)]).toEqual([403, ['PUBLISH_SWITCH_CLOSED']])
  })

  it('is decided on by a delegate whose scope is static pages, and by none of another', async () => {
    expect((await lend(school, 'doantn', { phamVi: 'trang' })).status).toBe(201)
    expect((await lend(school, 'giaovien', { phamVi: 'van-ban' })).status).toBe(201)
    const id = await create('trang', page('Trang chờ người được uỷ quyền'))
    const banTrinh = (await submit(school, 'vanphong', id, 'trang')).body.banTrinh.id as number
    expect((await approve(school, 'giaovien', id, banTrinh, 'trang')).status).toBe(404)
    expect((await approve(school, 'doantn', id, banTrinh, 'trang')).body.trangThai).toBe('daDang')
  })
})

describe('disclosure', () => {
  it('tells by school year what is there and what is missing', async () => {
    const year = schoolYearOf(Date.now())
    expect(shown(await at('/cong-khai'))).toContain('Đã công khai 0 trên 8 nội dung; còn thiếu 8.')
    const disclosed = { muc: 'congKhai', namHoc: '2025-2026', mucCongKhai: 'taiChinh' }
    const id = await create('trang', { ...page('Thu chi'), muc: 'congKhai' })
    const refused = await submit(school, 'vanphong', id, 'trang')
    expect(refused.body.errors.map((e: { field: string }) => e.field)).toEqual(['namHoc', 'mucCongKhai'])
    const live = await publish('trang', page('Thu chi năm học 2025-2026', disclosed))
    await publish('trang', page('Kế hoạch năm nay', { muc: 'congKhai', namHoc: year, mucCongKhai: 'keHoach' }))
    const all = shown(await at('/cong-khai'))
    expect(all).toContain('Đã công khai 1 trên 8 nội dung; còn thiếu 7.')
    expect(all).toContain('Chưa công khai')
    const old = await at('/cong-khai/2025-2026')
    expect([old.status, old.text.includes(`href="/${live.slug}"`), shown(old).includes('Thu, chi tài chính')]).toEqual([200, true, true])
    expect(shown(await at(`/${live.slug}`))).toMatch(/Trang chủ\s+Công khai\s+Năm học 2025-2026/)
    for (const path of ['/cong-khai/2019-2020', '/cong-khai/2025-2027', '/cong-khai/x']) expect([path, (await at(path)).status]).toEqual([path, 404])
  })
})

describe('an official document', () => {
  it('is known by its number, says whether it is in force, and is withdrawn with a reason', async () => {
    const data = await paperOf('29-NQ/TW', 'Đổi mới căn bản, toàn diện giáo dục', {
      loai: 'nghiQuyet',
      coQuanBanHanh: 'Ban Chấp hành Trung ương',
      ngayBanHanh: '2013-11-04',
      nguoiKy: 'Kimvb, Tổng Bí thư',
      hieuLuc: 'conHieuLuc',
      ngayHieuLuc: '2013-11-04',
      chuDe: [await topicId(school, 'Dạy và học')],
    })
    const id = await create('van-ban', data)
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
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'Nhập nhầm văn bản' }, 'van-ban')
    const gone = await at(`/van-ban/${frozen.slug}`)
    expect([gone.status, gone.text.includes('Nhập nhầm văn bản')]).toEqual([410, true])
    expect((await at('/van-ban')).text).not.toContain('29-NQ/TW')
  })

  it('needs a PDF, not a picture, and says all that is missing at once', async () => {
    const id = await create('van-ban', { soKyHieu: '1/TB' })
    const refused = await submit(school, 'vanphong', id, 'van-ban')
    expect(refused.body.errors.map((e: { field: string }) => e.field)).toEqual(['loai', 'trichYeu', 'coQuanBanHanh', 'ngayBanHanh', 'tep'])
  })

  it('passes the chain of every collection: a step for notices of the news is not one for documents', async () => {
    const { buoc } = (await (await school.as('hieutruong')).get('/api/globals/quy-che')).body
    await regulation(school, { buoc: [...buoc.slice(0, 2), { ma: 'thu', ten: 'Thử', vaiTro: 'dauMoi', apDung: ['thongBao'] }, ...buoc.slice(2)] })
    const id = await create('van-ban', await paperOf('5/TB', 'Thông báo nghỉ lễ', { loai: 'thongBao' }))
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
      const tep = (await clerk.upload('/api/tu-lieu', { name: 'a.pdf', type: 'application/pdf', bytes }, { altText: 'Bản PDF', chuThich: 'Bản PDF' })).body.doc
        .id as number
      const made = await clerk.post('/api/van-ban', { ...(await paperOf('77/CV', 'Công văn của văn thư')), tep })
      expect(made.status).toBe(201)
      const submitted = await clerk.post(`/api/van-ban/${made.body.doc.id}/trinh`)
      expect([submitted.status, submitted.body.trangThai]).toEqual([200, 'choBienTap'])
      expect((await clerk.post(`/api/van-ban/${made.body.doc.id}/duyet`, { banTrinh: submitted.body.banTrinh.id })).status).toBe(403)
      const other = await create('van-ban', await paperOf('78/CV', 'Công văn của văn phòng'))
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
      'van-ban',
      await paperOf('108/HD-SGDĐT', 'Hướng dẫn thư viện hoà nhập', {
        loai: 'huongDan',
        coQuanBanHanh: 'Sở Giáo dục và Đào tạo',
        ngayBanHanh: '2025-10-14',
        chuDe: [topic],
      }),
    )
    await publish('van-ban', await paperOf('21/TB-THPTHB', 'Lịch trực bán trú', { loai: 'thongBao', ngayBanHanh: '2026-01-01' }))
    await publish(
      'van-ban',
      await paperOf('15/QĐ-THPTHB', 'Quyết định về quy chế phát ngôn', { loai: 'quyetDinh', ngayBanHanh: '2026-09-08', hieuLuc: 'chuaCoHieuLuc' }),
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
    await school.owner.query(`alter table ban_dang disable trigger user, drop constraint ban_dang_ban_trinh`)
    await school.owner
      .query(`insert into ban_dang (ban_trinh_id, bo_suu_tap, tai_lieu, lan, loai, slug, tieu_de, noi_dung, van_tay, duyet_ho_ten, duyet_luc, dang_lan_dau, created_at, updated_at)
      select d.ban_trinh_id + 100000 + n, d.bo_suu_tap, 100000 + n, 1, d.loai, 'ban-sao-' || n, d.tieu_de, jsonb_set(d.noi_dung::jsonb, '{soKyHieu}', to_jsonb('C' || n))::text, d.van_tay, d.duyet_ho_ten, now(), now(), now(), now()
      from (select * from ban_dang where bo_suu_tap = 'van-ban' and ket_thuc_luc is null limit 1) d, generate_series(1, 70) n`)
    await school.owner.query(`alter table ban_dang enable trigger user`)
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

describe('links out of the site', () => {
  it('lead only where the regulation allows; the spokesperson may add a host', async () => {
    const id = await create('trang', page('Liên kết', { noiDung: words('https://casino.example/thang-lon') }))
    const refused = await submit(school, 'vanphong', id, 'trang')
    expect([refused.status, codes(refused)]).toEqual([422, ['LINK_HOST_NOT_ALLOWED']])
    expect(refused.body.errors[0]).toMatchObject({ field: 'noiDung', message: expect.stringMatching(/casino\.example.*người phát ngôn.*Quy chế/) })
    const office = await school.as('vanphong')
    expect((await office.post('/api/globals/quy-che', { mienLienKet: [{ mien: 'casino.example' }] })).status).toBe(403)
    const { mienLienKet } = (await office.get('/api/globals/quy-che')).body as { mienLienKet: { mien: string }[] }
    const bad = await (await school.as('hieutruong')).post('/api/globals/quy-che', { mienLienKet: [{ mien: 'khong phai ten mien' }] })
    expect([bad.status, codes(bad)]).toEqual([400, ['INVALID_VALUE']])
    await regulation(school, { mienLienKet: [...mienLienKet, { mien: 'https://Casino.example/x' }] })
    const { rows } = await school.sql.query(`select hanh_dong, chi_tiet::jsonb -> 'mienLienKet' as mien from nhat_ky order by so desc limit 1`)
    expect([rows[0].hanh_dong, rows[0].mien.at(-1)]).toEqual(['doi-quy-che', 'casino.example'])
    expect((await submit(school, 'vanphong', id, 'trang')).status).toBe(200)
    await regulation(school, { mienLienKet })
    expect(codes(await submit(school, 'vanphong', id, 'trang'))).toEqual(['LINK_HOST_NOT_ALLOWED'])
  })

  it('are marked for readers, in stories too', async () => {
    const { slug } = await publishStory(school, { noiDung: words('https://moet.gov.vn/') })
    const { text } = await at(`/bai/${slug}`)
    expect(text).toMatch(/<a href="https:\/\/moet\.gov\.vn\/"\s+rel="noopener nofollow external"/)
    expect(text).toContain('(trang khác)')
  })
})

describe('what the site says of itself', () => {
  it('the site map leads to pages that are there; the statement names whom to tell', async () => {
    const map = await at('/so-do-trang')
    const links = [...map.text.matchAll(/<main[\s\S]*<\/main>/g)].flatMap((m) => [...m[0].matchAll(/href="(\/[^"]*)"/g)].map((l) => l[1]!))
    expect(links.length).toBeGreaterThan(15)
    for (const link of new Set(links)) expect([link, (await at(link)).status]).toEqual([link, 200])
    const statement = await at('/tro-nang')
    expect([statement.status, shown(statement).includes('vanphong@thpt.example')]).toEqual([200, true])
  })
})
