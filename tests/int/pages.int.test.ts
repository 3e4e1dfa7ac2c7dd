/** Static pages, disclosure and links out of the site, from the office's desk through the gate to their readers. */
import { describe, expect, it } from 'vitest'
import { toLexical } from '../../src/demo/lexical.ts'
import { GATES, trang } from '../../src/policy/gate/gates/index.ts'
import { schoolYearOf } from '../../src/policy/time/schoolYear.ts'
import { reservedTaken } from '../../src/record/reservedTaken.ts'
import type { Answer } from '../support/client.ts'
import { lend, regulation } from '../support/gate.ts'
import { create, page, paper, publish, shown } from '../support/pages.ts'
import { openSchool } from '../support/school.ts'
import { act, approve, codes, publishStory, submit } from '../support/stories.ts'

const school = openSchool()
const at = (path: string): Promise<Answer> => school.visitor.get(path)
const words = (url: string): object => ({
  root: {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'link', fields: { url, linkType: 'custom' }, children: [{ type: 'text', text: 'xem' }] }] }],
  },
})

describe('a static page', () => {
  it('is read by nobody outside before it is approved, then stands at its own address with the line of its approval', async () => {
    const tep = await paper(school, 'Sơ đồ đường đến trường')
    const id = await create(school, 'trang', page('Giới thiệu nhà trường', { tepDinhKem: [tep], noiDung: toLexical(['Lời kimtrang.']) }))
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
    expect((await approve(school, 'hieutruong', id, banTrinh, 'trang')).body.banDang.slug).toBe('gioi-thieu-nha-truong')
    const live = await at('/gioi-thieu-nha-truong')
    expect(live.status).toBe(200)
    for (const said of ['Lời kimtrang', 'Sơ đồ đường đến trường', 'Đã duyệt: Hiệu trưởng Trần Đức Lâm']) expect(shown(live)).toContain(said)
    expect((await at('/so-do-trang')).text).toContain('href="/gioi-thieu-nha-truong"')
    const file = /href="(\/tep\/[0-9a-f]{64}\/so-do-duong-den-truong\.pdf)\?xem"/.exec(live.text)![1]!
    const [opened, kept] = [await at(`${file}?xem`), await at(file)]
    expect([opened.headers.get('content-disposition'), kept.headers.get('content-disposition')]).toEqual(
      ['inline', 'attachment'].map((how) => `${how}; filename="so-do-duong-den-truong.pdf"; filename*=UTF-8''so-do-duong-den-truong.pdf`),
    )
    expect([opened, kept].map((a) => [a.headers.get('content-type'), a.headers.get('x-content-type-options')])).toEqual([
      ['application/pdf', 'nosniff'],
      ['application/pdf', 'nosniff'],
    ])
    for (const answer of [opened, kept]) expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")

    await act(school, 'phohieutruong', 'go', id, { lyDo: 'Trang viết lại', maLyDo: 'thayThe' }, 'trang')
    const gone = await at('/gioi-thieu-nha-truong')
    expect([gone.status, gone.text.includes('thay bằng thông tin khác'), gone.text.includes('kimtrang')]).toEqual([410, true, false])
    expect((await at(`${file}?xem`)).status).toBe(404)
  })

  it('takes no address of the site’s own, and never hides what stands there', async () => {
    const id = await create(school, 'trang', page('Trang lạ', { slug: 'van-ban' }))
    const refused = await submit(school, 'vanphong', id, 'trang')
    expect([refused.status, codes(refused), refused.text.includes('van-ban-cua-truong')]).toEqual([422, ['SLUG_RESERVED'], true])
    expect((await publish(school, 'trang', page('Công khai'))).slug).toBe('cong-khai-2')
    expect((await at('/admin')).status).not.toBe(200)
    for (const path of ['/khong-he-co', '/Gioi-Thieu', '/a--b', `/${'a'.repeat(300)}`, '/healthz/x'])
      expect([path, (await at(path)).status]).toEqual([path, 404])
    expect((await at('/healthz')).text).not.toContain('<html')
  })

  it('cannot stand at any word that is the site’s own, however it is written', async () => {
    const office = await school.as('vanphong')
    const id = await create(school, 'trang', page('Trang lạ'))
    for (const word of trang.reserved!) {
      const slug = word.toUpperCase().replaceAll('-', ' ').replace('D', 'Đ').replace('O', 'Ó')
      await office.patch(`/api/trang/${id}`, { slug })
      const refused = await submit(school, 'vanphong', id, 'trang')
      expect([word, refused.status, codes(refused), refused.text.includes(`“${word}” dành riêng`)]).toEqual([word, 422, ['SLUG_RESERVED'], true])
    }
  })

  it('that stood at a word before it was reserved stays there, can be edited there, and is told of', async () => {
    const { id, slug } = await publish(school, 'trang', page('Câu hỏi thường gặp'))
    expect(await reservedTaken(school.sql, GATES)).toEqual([])
    await school.owner.query('alter table ban_dang disable trigger user')
    await school.owner.query(`update ban_dang set slug = 'hoi-dap' where bo_suu_tap = 'trang' and slug = $1`, [slug])
    await school.owner.query('alter table ban_dang enable trigger user')
    school.cache.drop(['*'])
    expect([(await at('/hoi-dap')).status, await reservedTaken(school.sql, GATES)]).toEqual([200, ['/hoi-dap']])
    await (await school.as('vanphong')).patch(`/api/trang/${id}`, { tieuDe: 'Hỏi và đáp' })
    const banTrinh = (await submit(school, 'vanphong', id, 'trang')).body.banTrinh.id as number
    expect((await approve(school, 'hieutruong', id, banTrinh, 'trang')).body.banDang.slug).toBe('hoi-dap')
    expect((await at('/hoi-dap')).text).toContain('Hỏi và đáp')
    // Nobody else may take it.
    const other = await create(school, 'trang', page('Trang khác', { slug: 'Hỏi đáp' }))
    expect(codes(await submit(school, 'vanphong', other, 'trang'))).toEqual(['SLUG_RESERVED'])
  })

  it('moves with its address and leaves word where it was', async () => {
    const { id } = await publish(school, 'trang', page('Nội quy học sinh'))
    await (await school.as('vanphong')).patch(`/api/trang/${id}`, { slug: 'noi-quy' })
    const banTrinh = (await submit(school, 'vanphong', id, 'trang')).body.banTrinh.id as number
    await approve(school, 'hieutruong', id, banTrinh, 'trang')
    const old = await at('/noi-quy-hoc-sinh')
    expect([old.status, old.headers.get('location'), (await at('/noi-quy')).status]).toEqual([302, '/noi-quy', 200])
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
    const id = await create(school, 'trang', page('Trang chờ người được uỷ quyền'))
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
    const id = await create(school, 'trang', { ...page('Thu chi'), muc: 'congKhai' })
    const refused = await submit(school, 'vanphong', id, 'trang')
    expect(refused.body.errors.map((e: { field: string }) => e.field)).toEqual(['namHoc', 'mucCongKhai'])
    const live = await publish(school, 'trang', page('Thu chi năm học 2025-2026', disclosed))
    await publish(school, 'trang', page('Kế hoạch năm nay', { muc: 'congKhai', namHoc: year, mucCongKhai: 'keHoach' }))
    const all = shown(await at('/cong-khai'))
    expect(all).toContain('Đã công khai 1 trên 8 nội dung; còn thiếu 7.')
    expect(all).toContain('Chưa công khai')
    const old = await at('/cong-khai/2025-2026')
    expect([old.status, old.text.includes(`href="/${live.slug}"`), shown(old).includes('Thu, chi tài chính')]).toEqual([200, true, true])
    expect(shown(await at(`/${live.slug}`))).toMatch(/Trang chủ\s+Công khai\s+Năm học 2025-2026/)
    for (const path of ['/cong-khai/2019-2020', '/cong-khai/2025-2027', '/cong-khai/x']) expect([path, (await at(path)).status]).toEqual([path, 404])
  })
})

describe('links out of the site', () => {
  it('lead only where the regulation allows; the spokesperson may add a host', async () => {
    const id = await create(school, 'trang', page('Liên kết', { noiDung: words('https://casino.example/thang-lon') }))
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
