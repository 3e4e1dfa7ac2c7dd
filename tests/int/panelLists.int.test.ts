/** What the panel's lists, forms and menu ask of the service: found by state and by words, nothing stored by opening, nothing dead led to. */
import { describe, expect, it } from 'vitest'
import type { PersonKey } from '../../src/demo/people.ts'
import { toLexical } from '../../src/demo/lexical.ts'
import { plainPdf } from '../../src/demo/pdf.ts'
import { openSchool } from '../support/school.ts'
import { act, approve, codes, createStory, publishStory, submit } from '../support/stories.ts'

const school = openSchool()
const STATE = 'where[or][0][and][0][trangThai]'

async function titles(who: PersonKey, query: string, slug = 'tin-bai'): Promise<string[]> {
  const answer = await (await school.as(who)).get(`/api/${slug}?depth=0&limit=100&draft=true&${query}`)
  expect([answer.status, query]).toEqual([200, query])
  return (answer.body.docs as Record<string, string>[]).map((doc) => String(doc.tieuDe ?? doc.ten ?? doc.altText ?? doc.hoTen)).sort()
}

describe('a list by state', () => {
  it('names exactly the documents whose file stands there, of those one may read', async () => {
    const draft = await createStory(school, 'giaovien', { tieuDe: 'Còn là nháp' })
    await submit(school, 'giaovien', await createStory(school, 'giaovien', { tieuDe: 'Đã trình' }))
    const live = await publishStory(school, { tieuDe: 'Đã lên trang' })
    await createStory(school, 'lop12a1', { tieuDe: 'Nháp của lớp khác' })
    expect(await titles('giaovien', `${STATE}[equals]=nhap`)).toEqual(['Còn là nháp'])
    expect(await titles('giaovien', `${STATE}[equals]=choBienTap`)).toEqual(['Đã trình'])
    expect(await titles('giaovien', `${STATE}[in]=nhap,daDang`)).toEqual(['Còn là nháp', 'Đã lên trang'])
    expect(await titles('giaovien', `${STATE}[not_equals]=nhap`)).toEqual(['Đã lên trang', 'Đã trình'])
    expect(await titles('vanphong', `${STATE}[equals]=nhap`)).toEqual(['Còn là nháp', 'Nháp của lớp khác'])
    expect(await titles('vanphong', `where[and][0][trangThai][equals]=nhap&where[and][1][tieuDe][like]=lop khac`)).toEqual(['Nháp của lớp khác'])
    expect(await titles('vanphong', `${STATE}[equals]=khong-co`)).toEqual([])
    const count = await (await school.as('giaovien')).get(`/api/tin-bai/count?${STATE}[equals]=daDang`)
    expect(count.body.totalDocs).toBe(1)
    await act(school, 'phohieutruong', 'go', live.id, { lyDo: 'thử' })
    expect(await titles('vanphong', `${STATE}[equals]=daGo`)).toEqual(['Đã lên trang'])
    const history = await (await school.as('giaovien')).get(`/api/tin-bai/versions?where[version.trangThai][equals]=nhap&where[parent][equals]=${draft}`)
    expect(history.status).toBe(400)
  })
})

describe('a search', () => {
  it.each(['trồng cây', 'trong cay', 'TRONG CAY', 'cay  trong'])('finds a title by “%s”', async (asked) => {
    if ((await titles('vanphong', 'where[tieuDe][equals]=Ngày hội trồng cây ở Huổi Só')).length === 0)
      await createStory(school, 'giaovien', { tieuDe: 'Ngày hội trồng cây ở Huổi Só' })
    for (const operator of ['like', 'contains'])
      expect(await titles('vanphong', `where[tieuDe][${operator}]=${encodeURIComponent(asked)}`)).toEqual(['Ngày hội trồng cây ở Huổi Só'])
  })
  it('finds in no list what one may not read', async () => {
    await createStory(school, 'giaovien', { tieuDe: 'Chuyện riêng của cô giáo' })
    expect(await titles('giaovien', 'where[tieuDe][like]=chuyen rieng')).toHaveLength(1)
    expect(await titles('lop12a1', 'where[tieuDe][like]=chuyen rieng')).toEqual([])
  })
  it('takes signs of a pattern for what they are', async () => {
    for (const sign of ['%25', '_', '\\']) expect(await titles('giaovien', `where[tieuDe][like]=${sign}`)).toEqual([])
  })
  it('finds names of accounts, units and topics', async () => {
    expect(await titles('hieutruong', 'where[hoTen][like]=tran duc lam', 'nguoi-dung')).toEqual(['Trần Đức Lâm'])
    expect(await titles('giaovien', 'where[ten][like]=to ngu van', 'don-vi')).toEqual(['Tổ Ngữ văn'])
  })
  it('finds a picture by what it shows', async () => {
    const teacher = await school.as('giaovien')
    const file = { name: 'tep.pdf', type: 'application/pdf', bytes: plainPdf('Tệp', ['Một dòng.']) }
    const made = await teacher.upload('/api/tu-lieu', file, { altText: 'Học sinh trồng cây ban', chuThich: 'Sân trường buổi sáng' })
    expect(made.status).toBe(201)
    for (const query of ['where[altText][like]=trong cay ban', 'where[chuThich][like]=san truong', 'where[tenGoc][like]=TEP'])
      expect(await titles('giaovien', query, 'tu-lieu')).toEqual(['Học sinh trồng cây ban'])
  })
})

describe('opening a form', () => {
  it('stores nothing, whoever makes the panel’s own empty document', async () => {
    const before = await school.payload.count({ collection: 'tin-bai', overrideAccess: true })
    const user = (await school.payload.find({ collection: 'nguoi-dung', where: { email: { equals: 'giaovien@thpt.example' } }, overrideAccess: true })).docs[0]!
    const open = (data: object): Promise<unknown> =>
      school.payload.create({
        collection: 'tin-bai',
        data: data as never,
        draft: true,
        overrideAccess: false,
        user: { ...user, collection: 'nguoi-dung' } as never,
      })
    await expect(open({})).rejects.toThrow('Còn thiếu tiêu đề')
    expect(await school.payload.count({ collection: 'tin-bai', overrideAccess: true })).toEqual(before)
  })
})

describe('a link inside the site', () => {
  const settings = async (duongDan: string): Promise<string[][]> => {
    const office = await school.as('vanphong')
    const { docs } = (await office.get('/api/cai-dat?limit=1&depth=0')).body
    const changed = await office.patch(`/api/cai-dat/${docs[0].id}`, { khauHieu: `Khẩu hiệu ${duongDan}`, menu: [{ nhan: 'Hoạt động', duongDan }] })
    expect(changed.status).toBe(200)
    const answer = await submit(school, 'vanphong', docs[0].id, 'cai-dat')
    return (answer.body.errors ?? []).map((e: { code: string; field: string; message: string }) => [e.code, e.field, e.message])
  }
  it('to what stands is taken', async () => {
    const topic = (await (await school.as('vanphong')).get('/api/chu-de?depth=0&limit=1&where[ten][equals]=Dạy và học')).body.docs[0]
    expect(topic).toBeTruthy()
    for (const path of ['/thong-bao', '/', '/chu-de/day-va-hoc', '/cong-khai/2026-2027', '/tin-bai?trang=2'])
      expect([path, await settings(path)]).toEqual([path, []])
  })
  it.each(['/khong-co-trang-nay', '/chu-de/chua-co', '/bai/khong-co', '/thong-baoo', '/a/b/c'])('to %s is refused, with the entry’s name', async (path) => {
    expect(await settings(path)).toEqual([['ADDRESS_DEAD', 'menu.0.duongDan', expect.stringContaining('“Hoạt động”')]])
  })
  it('to a withdrawn story is refused', async () => {
    const { id, slug } = await publishStory(school, { tieuDe: 'Sẽ bị gỡ' })
    expect(await settings(`/bai/${slug}`)).toEqual([])
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'thử' })
    expect((await settings(`/bai/${slug}`)).map(([code]) => code)).toEqual(['ADDRESS_DEAD'])
  })
  it('is chosen from what exists', async () => {
    const { nhom } = (await (await school.as('vanphong')).get('/api/cai-dat/noi-den')).body
    const all = (nhom as { slug: string | null; places: { ten: string; duongDan: string }[] }[]).flatMap((g) => g.places.map((p) => p.duongDan))
    expect(all).toEqual(expect.arrayContaining(['/thong-bao', '/chu-de/day-va-hoc', '/don-vi/to-ngu-van']))
    expect((await school.visitor.get('/api/cai-dat/noi-den')).status).toBe(401)
  })
})

describe('what is offered', () => {
  it('is a deletion while nothing was submitted; the interface still says why not', async () => {
    const teacher = await school.as('giaovien')
    const id = await createStory(school, 'giaovien', { tieuDe: 'Được xoá' })
    const may = async (): Promise<boolean> => Boolean((await teacher.post(`/api/tin-bai/access/${id}`, {})).body.delete)
    expect(await may()).toBe(true)
    const { body } = await submit(school, 'giaovien', id)
    expect(body.banTrinh).toBeTruthy()
    expect(await may()).toBe(false)
    expect(codes(await teacher.del(`/api/tin-bai/${id}`))).toEqual(['HAS_RECORD'])
    const admin = await school.as('quantri')
    const { docs } = (await admin.get('/api/nguoi-dung?limit=1&depth=0')).body
    expect((await admin.post(`/api/nguoi-dung/access/${docs[0].id}`, {})).body.delete).toBeFalsy()
    expect(codes(await admin.del(`/api/nguoi-dung/${docs[0].id}`))).toEqual(['ACCOUNT_KEPT'])
  })
  it('of a draft: why it cannot be taken back is that nothing waits, not that one may not', async () => {
    const id = await createStory(school, 'giaovien', { tieuDe: 'Chưa trình' })
    const { viec } = (await (await school.as('giaovien')).get(`/api/tin-bai/${id}/viec`)).body
    expect(viec['thu-hoi'].vi).toEqual({
      code: 'WRONG_STATE',
      message: 'Nội dung còn là bản nháp, chưa có bản nào chờ duyệt hay chờ đăng. Hãy trình duyệt trước.',
    })
  })
  it('a photograph is no draft: it says what it is used in', async () => {
    const office = await school.as('vanphong')
    const crest = (await office.get('/api/cai-dat?limit=1&depth=0')).body.docs[0].bieuTrung
    expect((await office.get(`/api/tu-lieu/${crest}/viec`)).body.suDung).toBe('dang')
  })
})

describe('stories of one title', () => {
  it('each have an address of their own from their submission on, and keep it', async () => {
    const [one, two] = [await createStory(school, 'giaovien', { tieuDe: 'Lễ chào cờ' }), await createStory(school, 'giaovien', { tieuDe: 'Lễ chào cờ' })]
    const first = (await submit(school, 'giaovien', one)).body.banTrinh.id as number
    const second = (await submit(school, 'giaovien', two)).body.banTrinh.id as number
    const slugOf = async (id: number): Promise<string> => (await (await school.as('vanphong')).get(`/api/ban-trinh/${id}`)).body.slug as string
    expect([await slugOf(first), await slugOf(second)]).toEqual(['le-chao-co', 'le-chao-co-2'])
    // The first is returned: its address is free again, and the second keeps its own all the same.
    await act(school, 'vanphong', 'tra-lai', one, { banTrinh: first, lyDo: 'Viết rõ hơn' })
    expect((await submit(school, 'giaovien', two)).body.banTrinh.id).toBe(second)
    await approve(school, 'vanphong', two, second)
    expect((await approve(school, 'phohieutruong', two, second)).body.banDang.slug).toBe('le-chao-co-2')
    await (await school.as('giaovien')).patch(`/api/tin-bai/${one}`, { noiDung: toLexical(['Viết rõ hơn rồi.']) })
    const again = (await submit(school, 'giaovien', one)).body.banTrinh.id as number
    await approve(school, 'vanphong', one, again)
    expect((await approve(school, 'phohieutruong', one, again)).body.banDang.slug).toBe('le-chao-co')
  })
})
