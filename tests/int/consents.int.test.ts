/** Who agreed to be shown: asked for by age and channel; withdrawn, every use leaves the site in the same transaction. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { toLexical } from '../../src/demo/lexical.ts'
import type { PersonKey } from '../../src/demo/people.ts'
import { removeBytes } from '../../src/jobs/removeBytes.ts'
import { LY_DO_CHUNG } from '../../src/policy/gate/publicReasons.ts'
import type { Answer } from '../support/client.ts'
import { at, atTheGate, regulation, stateOf, urgentAtTheGate } from '../support/gate.ts'
import { exported, runVerifier } from '../support/ledger.ts'
import { openSchool } from '../support/school.ts'
import { act, approve, createStory, publishStory, submit } from '../support/stories.ts'

const school = openSchool()

let made = 0
async function consentOf(more: object = {}, who: PersonKey = 'giaovien'): Promise<number> {
  made += 1
  const answer = await (await school.as(who)).post('/api/dong-y', { hoTen: `Người Thử ${made}`, namSinh: 1990, kenh: ['website'], ...more })
  expect(answer.status, answer.text).toBe(201)
  return answer.body.doc.id as number
}

let shade = 0
async function pictureOf(nguoiXuatHien: readonly number[]): Promise<number> {
  shade += 1
  const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: { r: shade, g: 90, b: 120 } } }).jpeg().toBuffer() // prettier-ignore
  const data = { altText: 'Sân trường', nguoiXuatHien: [...nguoiXuatHien] }
  const answer = await (await school.as('giaovien')).upload('/api/tu-lieu', { name: `san-${shade}.jpg`, type: 'image/jpeg', bytes }, data)
  expect(answer.status, answer.text).toBe(201)
  return answer.body.doc.id as number
}

const withdraw = async (consent: number, who: PersonKey = 'giaovien', body: object = { lyDo: 'Gia đình xin rút' }): Promise<Answer> =>
  (await school.as(who)).post(`/api/dong-y/${consent}/rut`, body)
const codes = (answer: Answer): string[] => (answer.body.errors as { code: string }[]).map(({ code }) => code)
const filesIn = (page: Answer): string[] => [...new Set([...page.text.matchAll(/\/tep\/[0-9a-f]{64}\/[^"\s]+/g)].map(([path]) => path))]
const inStore = (path: string): boolean => {
  const hash = path.split('/')[2]!
  return existsSync(join(school.dataDir, 'kho-tep', hash.slice(0, 2), hash))
}

describe('a consent withdrawn', () => {
  it('takes the story that names the person off the site, with its pictures, and says nothing of him', async () => {
    const consent = await consentOf({ hoTen: 'Mùa Thị Rút' })
    const picture = await pictureOf([consent])
    const { id, slug } = await publishStory(school, { tieuDe: 'Bài kể một người', nhanVat: [consent], anhBia: picture })
    const page = await school.visitor.get(`/bai/${slug}`)
    // The crest is nobody's picture.
    const frame = filesIn(await school.visitor.get('/khong-co-trang-nay'))
    const files = filesIn(page).filter((file) => !frame.includes(file))
    expect([page.status, files.length > 2, files.every(inStore)]).toEqual([200, true, true])

    const done = await withdraw(consent)
    expect([done.status, done.body]).toEqual([200, { goNgay: [{ boSuuTap: 'tin-bai', taiLieu: id, slug }] }])
    const gone = await school.visitor.get(`/bai/${slug}`)
    expect([gone.status, gone.text.includes(LY_DO_CHUNG), gone.text.includes('Mùa Thị Rút'), gone.text.includes('rút')]).toEqual([410, true, false, false])
    for (const file of files) expect((await school.visitor.get(file)).status, file).toBe(404)
    for (const list of ['/rss.xml', '/feed.json', '/sitemap.xml', '/tim-kiem?q=Bài+kể+một+người', '/tin-bai', '/tu-lieu'])
      expect((await school.visitor.get(list)).text, list).not.toContain(slug)
    expect((await school.visitor.get('/api/ban-dang?limit=100')).text).not.toContain('Bài kể một người')
    expect(await stateOf(school, id)).toBe('daGo')

    await removeBytes(school.payload)
    expect(files.filter(inStore)).toEqual([])
    expect((await school.sql.query('select count(*)::int as n from xoa_tep where xong_luc is null')).rows[0].n).toBe(0)
    expect(codes(await withdraw(consent))).toEqual(['CONSENT_KEPT'])
    const again = await submit(school, 'giaovien', id)
    expect([again.status, codes(again)]).toEqual([422, ['MISSING_CONSENT']])
    expect(again.body.errors[0].message).toMatch(/Đã rút lại phiếu đồng ý của Mùa Thị Rút \(trong ảnh “san-\d+\.jpg”\)/)
  })

  it('finds the person in a picture he was tagged in after it went live, in a story, by itself and on a page', async () => {
    const consent = await consentOf()
    const picture = await pictureOf([])
    const story = await publishStory(school, { anhBia: picture })
    expect((await submit(school, 'giaovien', picture, 'tu-lieu')).status).toBe(200)
    const trinh = (await school.sql.query(`select ban_trinh_id::int as id from ho_so where bo_suu_tap = 'tu-lieu' and tai_lieu = $1`, [picture])).rows[0].id
    for (const who of ['vanphong', 'phohieutruong'] as const) await approve(school, who, picture, trinh as number, 'tu-lieu')
    const other = await publishStory(school)
    expect((await (await school.as('giaovien')).patch(`/api/tu-lieu/${picture}`, { nguoiXuatHien: [consent] })).status).toBe(200)
    const { goNgay } = (await withdraw(consent)).body as { goNgay: { boSuuTap: string; taiLieu: number }[] }
    expect(goNgay.map(({ boSuuTap, taiLieu }) => `${boSuuTap}/${taiLieu}`)).toEqual([`tin-bai/${story.id}`, `tu-lieu/${picture}`])
    expect((await school.visitor.get(`/bai/${story.slug}`)).status).toBe(410)
    expect((await school.visitor.get(`/bai/${other.slug}`)).status).toBe(200)
  })

  it('stops what is on its way, a picture tagged meanwhile too', async () => {
    const [named, tagged] = [await consentOf(), await consentOf()]
    const picture = await pictureOf([])
    const { id, banTrinh } = await atTheGate(school, { nhanVat: [named], anhBia: picture })
    await (await school.as('vanphong')).patch(`/api/tu-lieu/${picture}`, { nguoiXuatHien: [tagged] })
    expect((await withdraw(tagged)).body).toEqual({ goNgay: [] })
    const refused = await approve(school, 'phohieutruong', id, banTrinh)
    expect([refused.status, codes(refused), await stateOf(school, id)]).toEqual([422, ['MISSING_CONSENT'], 'choDuyet'])
  })

  it('leaves a newer text where it waits, and takes an emergency down with what it covers', async () => {
    const consent = await consentOf()
    const { id, slug } = await publishStory(school, { nhanVat: [consent] })
    await (await school.as('giaovien')).patch(`/api/tin-bai/${id}`, { tomTat: 'Mới hơn.', nhanVat: [] })
    expect((await submit(school, 'giaovien', id)).status).toBe(200)
    expect((await withdraw(consent, 'vanphong')).body.goNgay).toHaveLength(1)
    expect([(await school.visitor.get(`/bai/${slug}`)).status, await stateOf(school, id)]).toEqual([410, 'choBienTap'])

    const urgent = await consentOf()
    const khan = await urgentAtTheGate(school, { nhanVat: [urgent] })
    expect((await act(school, 'hieutruong', 'dang-khan', khan.id, { lyDo: 'Bão', banTrinh: khan.banTrinh })).status).toBe(200)
    expect((await withdraw(urgent, 'doantn')).body.goNgay).toHaveLength(1)
    expect((await act(school, 'phohieutruong', 'go', khan.id, { lyDo: 'Thôi' })).status).not.toBe(500)
  })

  it('by the form of the panel is the same', async () => {
    const consent = await consentOf()
    const { slug } = await publishStory(school, { nhanVat: [consent] })
    expect((await (await school.as('giaovien')).patch(`/api/dong-y/${consent}`, { thuHoiLuc: at(0) })).status).toBe(200)
    expect((await school.visitor.get(`/bai/${slug}`)).status).toBe(410)
  })

  it('is for whoever recorded it, reception, office and approvers, with a reason', async () => {
    const consent = await consentOf()
    expect((await school.visitor.post(`/api/dong-y/${consent}/rut`, { lyDo: 'x' })).status).toBe(401)
    for (const who of ['lop12a1', 'quantri'] as const) expect((await withdraw(consent, who)).status, who).toBe(404)
    for (const bad of [{}, { lyDo: ' ' }, { lyDo: 'x\u0000' }, { lyDo: 'x'.repeat(5000) }]) expect((await withdraw(consent, 'giaovien', bad)).status).toBe(422)
    for (const bad of ['0', '-1', '1e3', 'x', '99999999999']) expect((await withdraw(bad as unknown as number)).status, bad).toBe(404)
    for (const who of ['giaovien', 'doantn', 'vanphong', 'phohieutruong', 'hieutruong'] as const) expect((await withdraw(await consentOf(), who)).status, who).toBe(200)
  })

  it('is not got round by an edit: no channel less, no earlier end, no other person', async () => {
    const consent = await consentOf({ kenh: ['website', 'phatThanh'] })
    const patch = async (data: object): Promise<Answer> => (await school.as('giaovien')).patch(`/api/dong-y/${consent}`, data)
    expect((await patch({ kenh: ['website'] })).status, 'before anything rests on it').toBe(200)
    await publishStory(school, { nhanVat: [consent] })
    for (const narrower of [{ kenh: [] }, { kenh: ['phatThanh'] }, { han: at(-1000) }]) expect(codes(await patch(narrower))).toEqual(['CONSENT_WITHDRAW'])
    for (const other of [{ hoTen: 'Người Khác' }, { namSinh: 2012 }, { chinhChu: false }]) expect(codes(await patch(other))).toEqual(['CONSENT_KEPT'])
    expect((await patch({ kenh: ['website', 'baoChi'], nguoiDamHo: 'Mẹ của em' })).status).toBe(200)
    expect(codes(await patch({ nguoiDamHo: 'Người dưng' }))).toEqual(['CONSENT_KEPT'])
  })
})

describe('an age asks for whose word it needs', () => {
  const year = new Date(Date.now() + 7 * 3_600_000).getUTCFullYear()
  it.each([
    [{ namSinh: null }, 'năm sinh'],
    [{ namSinh: year - 10 }, 'cha, mẹ'],
    [{ namSinh: year - 10, nguoiDamHo: 'Mẹ', chinhChu: false }, 'chính người ấy'],
    [{ namSinh: year - 4 }, 'cha, mẹ'],
  ] as const)('%o', async (more, said) => {
    const consent = await consentOf({ hoTen: 'Em Được Kể', ...more })
    const id = await createStory(school, 'giaovien', { nhanVat: [consent] })
    const refused = await submit(school, 'giaovien', id)
    expect([refused.status, [...new Set(codes(refused))]]).toEqual([422, ['CONSENT_AGE']])
    expect(refused.text).toContain(said)
    expect(refused.text).toContain('Em Được Kể')
    await (await school.as('giaovien')).patch(`/api/dong-y/${consent}`, { namSinh: more.namSinh ?? 1980, nguoiDamHo: 'Mẹ của em', chinhChu: true })
    expect((await submit(school, 'giaovien', id)).status).toBe(200)
  })
})

it('whoever is never shown stops a submission and an approval, in the words, among the people and in a picture', async () => {
  const waiting = await atTheGate(school, { noiDung: toLexical(['Bạn Giàng A Kín giúp cụ già qua suối.']) })
  const consent = await consentOf({ hoTen: 'Giàng A Kín', namSinh: 2001 })
  await school.sql.query(`insert into khong_hien (ho_ten, nam_sinh, ly_do, nguoi) select 'Giàng A Kín', 2001, 'Đang được bảo vệ', id from nguoi_dung limit 1`)
  expect(codes(await approve(school, 'phohieutruong', waiting.id, waiting.banTrinh))).toEqual(['NEVER_SHOWN'])
  for (const more of [{ tieuDe: 'Gặp giàng a kín' }, { nhanVat: [consent] }, { anhBia: await pictureOf([consent]) }]) {
    const id = await createStory(school, 'giaovien', more)
    const refused = await submit(school, 'giaovien', id)
    expect([refused.status, codes(refused)]).toEqual([422, ['NEVER_SHOWN']])
  }
  const other = await consentOf({ hoTen: 'Giàng A Kín', namSinh: 1985 })
  expect((await submit(school, 'giaovien', await createStory(school, 'giaovien', { tieuDe: 'Ông Giàng A Kín', nhanVat: [other] }))).status).toBe(200)
  await school.sql.query('update khong_hien set het_luc = ct_nay()')
  await regulation(school, { dangNgay: true })
  expect((await approve(school, 'phohieutruong', waiting.id, waiting.banTrinh)).status).toBe(200)
})

it('the offline verifier follows all of it, and a consent that nobody withdrew ends nothing', async () => {
  const { lines } = await exported(school)
  const sound = await runVerifier(school, lines)
  expect([sound.code, sound.text.slice(-600)]).toEqual([0, expect.any(String)])
  const ends = lines.filter((row) => row.kieu === 'nhat-ky' && row.hanhDong === 'go' && String(row.chiTiet).includes('"dongY"'))
  expect(ends.length).toBeGreaterThan(3)
  expect(ends.every((row) => row.nguoi === null)).toBe(true)
})
