/** What stands before readers and what stood there: exactly the approved bytes while live, exactly the end afterwards. */
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../support/client.ts'
import { at, atTheGate } from '../support/gate.ts'
import { moveClock, openSchool } from '../support/school.ts'
import { act, approve, createStory, publishStory, submit } from '../support/stories.ts'
import { HANH_DONG } from '../../src/policy/gate/states.ts'

const school = openSchool()
const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex')
const ENDED = ['id', 'ketThucLuc', 'lyDoGo', 'slug']

const photo = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 1400, height: 900, channels: 3, background } })
    .jpeg()
    .toBuffer()
async function picture(background: string): Promise<number> {
  const file = { name: `${background.slice(1)}.jpg`, type: 'image/jpeg', bytes: await photo(background) }
  return (await (await school.as('giaovien')).upload('/api/tu-lieu', file, { altText: 'Một khoảng màu' })).body.doc.id as number
}
/** Where the lead picture of a live story stands, in every frozen size. */
async function coverOf(id: number): Promise<string[]> {
  const { body } = await school.visitor.get(`/api/ban-dang?where[boSuuTap][equals]=tin-bai&where[taiLieu][equals]=${id}`)
  const { anhBia } = JSON.parse(body.docs[0].noiDung) as {
    anhBia: { sha256: string; rong: number; kichThuoc: { sha256: string; rong: number; kieu: string }[] }
  }
  return [
    `/tep/${anhBia.sha256}/${anhBia.rong}.jpg`,
    ...anhBia.kichThuoc.map((size) => `/tep/${size.sha256}/${size.rong}.${size.kieu.slice(6).replace('jpeg', 'jpg')}`),
  ]
}
const filesIn = (html: string): string[] => [...new Set([...html.matchAll(/\/tep\/[0-9a-f]{64}\/[a-z0-9.]+/g)].map(([path]) => path))]

describe('live editions', () => {
  it('each is served with the very text its fingerprint names, and with the name of who approved it', async () => {
    await publishStory(school)
    const { body } = await school.visitor.get('/api/ban-dang?limit=0&depth=0')
    expect(body.docs.length).toBeGreaterThan(15)
    for (const edition of body.docs) {
      expect(sha256(edition.noiDung)).toBe(edition.vanTay)
      expect([edition.duyet.hoTen !== '', edition.ketThucLuc]).toEqual([true, null])
      expect(JSON.parse(edition.noiDung)).toMatchObject({ boSuuTap: edition.boSuuTap, taiLieu: edition.taiLieu, slug: edition.slug })
    }
  })

  it('their files are served by hash in every size, byte for byte, and leave with the last edition that names them', async () => {
    const cover = await picture('#246')
    const [one, two] = [await publishStory(school, { anhBia: cover }), await publishStory(school, { anhBia: cover })]
    const files = await coverOf(one.id)
    expect(files.length).toBeGreaterThanOrEqual(4)
    const shown = filesIn((await school.visitor.get(`/bai/${one.slug}`)).text)
    expect(files.filter((path) => shown.includes(path))).not.toEqual([])
    const fetched = async (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(school.url + path, { headers })
    const etags = new Map<string, string>()
    for (const path of files) {
      const answer = await fetched(path)
      expect(sha256(Buffer.from(await answer.arrayBuffer()))).toBe(path.split('/')[2])
      etags.set(path, answer.headers.get('etag')!)
    }
    await act(school, 'phohieutruong', 'go', one.id, { lyDo: 'gỡ một' })
    for (const path of files) expect((await fetched(path)).status).toBe(200)
    await act(school, 'phohieutruong', 'go', two.id, { lyDo: 'gỡ hai' })
    // A browser that still has it and only asks whether it is the same is told 404 too, not 304.
    for (const path of files) expect([(await fetched(path)).status, (await fetched(path, { 'If-None-Match': etags.get(path)! })).status]).toEqual([404, 404])
  })

  it('a file put in place of another is served to nobody before it is approved, and the page keeps the old one', async () => {
    const cover = await picture('#852')
    const { id, slug } = await publishStory(school, { anhBia: cover })
    const before = await school.visitor.get(`/bai/${slug}`)
    const author = await school.as('giaovien')
    const other = { name: 'khac.jpg', type: 'image/jpeg', bytes: await photo('#f0f') }
    const replaced = await author.upload(`/api/tu-lieu/${cover}`, other, { altText: 'Lén', chuThich: 'Lén' }, 'PATCH')
    expect(replaced.status).toBe(200)
    await author.patch(`/api/tin-bai/${id}`, { tomTat: 'Trình lại với ảnh mới.' })
    await submit(school, 'giaovien', id)
    expect((await school.visitor.get(`/tep/${replaced.body.doc.sha256}/1400.jpg`)).status).toBe(404)
    const after = await school.visitor.get(`/bai/${slug}`)
    // Weak while the page is packed for the first of its readers only.
    const validator = ({ headers }: typeof after): string => headers.get('etag')!.replace('W/', '')
    expect([after.text, validator(after)]).toEqual([before.text, validator(before)])
    for (const path of filesIn(after.text)) expect((await school.visitor.get(path)).status).toBe(200)
  })

  it('a name of a file on disk opens nothing under /tep, nor a hash of nothing live', async () => {
    for (const path of [
      '/tep/tu-lieu/a.jpg',
      '/tep/../khoa-ky.pem',
      `/tep/${'0'.repeat(64)}/1.jpg`,
      `/tep/${'A'.repeat(64)}/1.jpg`,
      '/tep/%2e%2e%2fkhoa-ky.pem/1.jpg',
    ])
      expect([path, (await school.visitor.get(path)).status]).toEqual([path, 404])
  })
})

describe('an emergency edition that nobody confirmed', () => {
  it('tells readers its address, its end and why, by whatever question it is asked for', async () => {
    const { id, banTrinh } = await atTheGate(school, { tieuDe: 'Tin khẩn kín', tomTat: 'Lời khẩn kín', anhBia: await picture('#159') })
    const { id: edition, slug } = (await act(school, 'hieutruong', 'dang-khan', id, { lyDo: 'Bão' })).body.banDang
    const files = await coverOf(id)
    expect(files.length).toBeGreaterThan(0)
    await moveClock(school, '13 hours')
    for (const reader of [school.visitor, await school.as('lop12a1'), await school.as('quantri')]) {
      for (const select of [
        '',
        'select[khanDen]=false',
        'select[ketThucLuc]=false',
        'select[khanDen]=false&select[lan]=false',
        'select[noiDung]=true',
        'depth=3',
      ]) {
        const one = await reader.get(`/api/ban-dang/${edition}?${select}`)
        expect([select, one.status, Object.keys(one.body).filter((key) => !ENDED.includes(key))]).toEqual([select, 200, []])
        const list = await reader.get(`/api/ban-dang?where[slug][equals]=${slug}&${select}`)
        expect(list.body.docs).toHaveLength(1)
        for (const answer of [one, list]) expect(answer.text).not.toMatch(/khẩn kín|Trần Đức Lâm|vanTay|noiDung/)
      }
      for (const query of [
        'where[noiDung][contains]=kín',
        `where[boSuuTap][equals]=tin-bai&where[taiLieu][equals]=${id}`,
        `where[slug][equals]=${slug}&sort=noiDung`,
        'where[khanDen][exists]=true',
      ])
        expect([query, (await reader.get(`/api/ban-dang/count?${query}`)).body?.totalDocs ?? 0]).toEqual([query, 0])
    }
    for (const path of [...files, ...files.map((f) => `${f}?x=1`)]) expect((await school.visitor.get(path)).status).toBe(404)
    expect((await school.visitor.get('/tim-kiem?q=bao')).text).not.toContain('khẩn kín')
    const page = await school.visitor.get(`/bai/${slug}`)
    expect([page.status, page.text.includes('Lời khẩn kín')]).toEqual([410, false])
    expect((await (await school.as('vanphong')).get(`/api/ban-dang/${edition}?select[khanDen]=false`)).text).toContain('Lời khẩn kín')
    await moveClock(school, '0')
    expect((await approve(school, 'phohieutruong', id, banTrinh)).status).toBe(200)
  })
})

describe('what the manner of a refusal tells', () => {
  const bare = (answer: Answer): unknown => [answer.status, answer.text, [...answer.headers].filter(([name]) => !['date', 'ratelimit-reset'].includes(name))]

  it('a visitor: the page of a draft, of a submission and of nothing are one page', async () => {
    await createStory(school, 'giaovien', { slug: 'nhap-aaaa', tieuDe: 'Nháp aaaa' })
    await submit(school, 'giaovien', await createStory(school, 'giaovien', { slug: 'trinh-aaa', tieuDe: 'Trình aaa' }))
    const pages = await Promise.all(['nhap-aaaa', 'trinh-aaa', 'khong-aaa'].map(async (slug) => [slug, await school.visitor.get(`/bai/${slug}`)] as const))
    const plain = pages.map(([slug, page]) => JSON.stringify([page.status, page.headers.get('location'), page.text.replaceAll(slug, 'x')]))
    expect(new Set(plain).size).toBe(1)
    const api = await Promise.all(['nhap-aaaa', 'trinh-aaa', 'khong-aaa'].map((slug) => school.visitor.get(`/api/ban-dang?where[slug][equals]=${slug}`)))
    expect(new Set(api.map((a) => JSON.stringify(bare(a)))).size).toBe(1)
  })

  it.each(['visitor', 'giaovien', 'quantri'] as const)('%s: a document that is there and one that is not answer alike', async (who) => {
    const id = await createStory(school, 'lop12a1', { tieuDe: 'Của chi đoàn' })
    const { body } = await submit(school, 'lop12a1', id)
    const reader = who === 'visitor' ? school.visitor : await school.as(who)
    const alike = async (send: (id: number) => Promise<Answer>, there: number): Promise<void> => {
      const [one, none] = [await send(there), await send(987_654)]
      expect(bare(one)).toEqual(bare(none))
      expect(one.status).toBeGreaterThanOrEqual(400)
    }
    for (const path of ['', '?draft=true', '?depth=0&select[id]=true']) await alike((n) => reader.get(`/api/tin-bai/${n}${path}`), id)
    await alike((n) => reader.get(`/api/tin-bai/${n}/viec`), id)
    await alike((n) => reader.patch(`/api/tin-bai/${n}`, { tieuDe: 'x' }), id)
    await alike((n) => reader.patch(`/api/tin-bai/${n}?autosave=true&draft=true`, {}), id)
    await alike((n) => reader.del(`/api/tin-bai/${n}`), id)
    for (const action of HANH_DONG) await alike((n) => reader.post(`/api/tin-bai/${n}/${action}`, { banTrinh: body.banTrinh.id, lyDo: 'x', luc: at(0) }), id)
    for (const end of ['', '/xem', `/tep/${'0'.repeat(64)}/1.jpg`]) await alike((n) => reader.get(`/api/ban-trinh/${n}${end}`), body.banTrinh.id)
    const { rows } = await school.sql.query('select max(id)::int as id from _tin_bai_v where parent_id = $1', [id])
    await alike((n) => reader.get(`/api/tin-bai/versions/${n}`), rows[0].id)
    await alike((n) => reader.post(`/api/tin-bai/versions/${n}`, {}), rows[0].id)
  })

  it('signing in, asking for a new password: an account that is there answers as one that is not', async () => {
    const login = (email: string): Promise<Answer> => school.visitor.post('/api/nguoi-dung/login', { email, password: 'sai-mat-khau' })
    expect(bare(await login('hieutruong@thpt.example'))).toEqual(bare(await login('khong-co@thpt.example')))
    const forgot = (email: string): Promise<Answer> => school.visitor.post('/api/nguoi-dung/forgot-password', { email })
    expect(bare(await forgot('lop12a1@thpt.example'))).toEqual(bare(await forgot('khong-co@thpt.example')))
  })
})
