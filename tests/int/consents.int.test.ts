/** Who agreed to be shown: asked for by age and channel; withdrawn, every use leaves the site in the same transaction. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { toLexical } from '../../src/demo/lexical.ts'
import type { PersonKey } from '../../src/demo/people.ts'
import { removeBytes } from '../../src/jobs/removeBytes.ts'
import { collect, isWholeBatch } from '../../src/notices/collect.ts'
import { LY_DO_CHUNG } from '../../src/policy/gate/publicReasons.ts'
import type { Answer } from '../support/client.ts'
import { at, atTheGate, regulation, stateOf, urgentAtTheGate } from '../support/gate.ts'
import { exported, rewrite, runVerifier, schoolKey } from '../support/ledger.ts'
import { desksAt } from '../support/deskClient.ts'
import { openSchool } from '../support/school.ts'
import { act, approve, createStory, publishStory, submit } from '../support/stories.ts'

const school = openSchool()
const at_ = desksAt(school)

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
  const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: { r: (shade * 37) % 256, g: (shade * 71) % 256, b: 120 } } }).jpeg().toBuffer() // prettier-ignore
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
    for (const who of ['giaovien', 'doantn', 'vanphong', 'phohieutruong', 'hieutruong'] as const)
      expect((await withdraw(await consentOf(), who)).status, who).toBe(200)
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

describe('at the desk', () => {
  const PLAIN = { chinhChu: '1', kenh: 'website' }

  it('a paper is recorded, completed once and taken back, and everybody who judges is told', async () => {
    const desk = await at_('lop12a1')
    const refused = await desk.post('/lam-viec/dong-y', { hoTen: 'Em Ghi Phiếu', namSinh: '20', ...PLAIN })
    expect([refused.status, refused.text.includes('value="Em Ghi Phiếu"'), refused.text.includes('năm sinh bốn chữ số')]).toEqual([400, true, true])
    const year = String(new Date().getFullYear() - 12)
    const made = await desk.post('/lam-viec/dong-y', { hoTen: 'Em Ghi Phiếu', namSinh: year, mucDich: 'Kể chuyện', han: '2031-05-31', ...PLAIN })
    expect(made.location).toMatch(/^\/lam-viec\/dong-y\/\d+\?da=luu$/)
    const own = made.location!.split('?')[0]!
    expect(made.text).toContain('Phiếu còn thiếu: họ tên cha, mẹ hoặc người giám hộ đã đồng ý.')
    expect((await (await at_('giaovien')).open(own)).status, 'another author').toBe(404)
    const filled = await desk.post(own, { viec: 'bo-sung', nguoiDamHo: 'Mẹ của em' })
    expect([filled.location, filled.text.includes('còn thiếu'), filled.text.includes('chính người này và Mẹ của em')]).toEqual([`${own}?da=luu`, false, true])

    const { slug } = await publishStory(school, { nhanVat: [Number(own.split('/').at(-1))] }, 'lop12a1')
    expect((await desk.open(own)).text).toContain(`href="/bai/${slug}"`)
    const empty = await desk.post(own, { viec: 'rut', lyDo: ' ' })
    expect([empty.status, (await school.visitor.get(`/bai/${slug}`)).status]).toEqual([422, 200])
    const done = await desk.post(own, { viec: 'rut', lyDo: 'Mẹ gọi điện sáng nay' })
    expect([done.location, (await school.visitor.get(`/bai/${slug}`)).status]).toEqual([`${own}?da=rutDongY`, 410])
    while (isWholeBatch(await collect(school.payload, () => (error) => { throw error }))); // prettier-ignore
    const inbox = await (await at_('vanphong')).open('/lam-viec/hop-thu')
    expect(inbox.text).toContain('Em Ghi Phiếu rút lại đồng ý.')
    expect(inbox.text).toContain('Đã gỡ khỏi trang 1 nội dung.')
    expect((await (await at_('lop12a1')).open('/lam-viec/hop-thu')).text).not.toContain('Em Ghi Phiếu rút lại')
  })

  it('the photograph of the paper is for those who may read the paper', async () => {
    const id = await consentOf()
    const own = `/lam-viec/dong-y/${id}`
    const bytes = await sharp({ create: { width: 300, height: 400, channels: 3, background: '#eeeeee' } }).withExif({ IFD0: { Artist: 'Người chụp' } }).jpeg().toBuffer() // prettier-ignore
    const desk = await at_('giaovien')
    const bad = await desk.sendFile(own, { viec: 'giay' }, { field: 'giayTo', name: 'phieu.jpg', type: 'image/jpeg', bytes: Buffer.from('<svg/>') })
    expect([bad.status, bad.text.includes('Gắn ảnh')]).toEqual([422, true])
    const done = await desk.sendFile(own, { viec: 'giay' }, { field: 'giayTo', name: 'phieu.jpg', type: 'image/jpeg', bytes })
    const [, src] = /src="(\/lam-viec\/dong-y\/\d+\?giay=[0-9a-f]{8})"/.exec(done.text) ?? []
    const shown = await desk.open(src!)
    expect([shown.status, shown.headers.get('content-type'), shown.headers.get('cache-control')]).toEqual([200, 'image/jpeg', 'private, no-store'])
    expect(shown.text.includes('Người chụp')).toBe(false)
    expect((await (await at_('vanphong')).open(src!)).status).toBe(200)
    expect((await (await at_('lop12a1')).open(src!)).status).toBe(404)
    // Once something rests on it, it is not exchanged for another.
    await publishStory(school, { nhanVat: [id] })
    const other = await desk.sendFile(own, { viec: 'giay' }, { field: 'giayTo', name: 'khac.jpg', type: 'image/jpeg', bytes })
    expect([other.status, other.text.includes('ảnh chụp phiếu')]).toEqual([409, true])
    const { rows } = await school.sql.query('select giay_to from dong_y where id = $1', [id])
    expect((await school.visitor.get(`/tep/${rows[0].giay_to}/x.jpg`)).status).toBe(404)
  })

  it('the never-show list is kept by those who judge by it, and the log names nobody', async () => {
    const office = await at_('vanphong')
    expect((await (await at_('giaovien')).open('/lam-viec/khong-hien')).status).toBe(404)
    expect((await (await at_('giaovien')).post('/lam-viec/khong-hien', { viec: 'them', hoTen: 'X Y', lyDo: 'z' })).status).toBe(404)
    const refused = await office.post('/lam-viec/khong-hien', { viec: 'them', hoTen: 'Quàng Thị Giữ', namSinh: '2013' })
    expect([refused.status, refused.text.includes('value="Quàng Thị Giữ"')]).toEqual([422, true])
    const added = await office.post('/lam-viec/khong-hien', { viec: 'them', hoTen: 'Quàng Thị Giữ', namSinh: '2013', lyDo: 'Gia đình yêu cầu' })
    expect([added.location, added.text.includes('Quàng Thị Giữ')]).toEqual(['/lam-viec/khong-hien?da=them', true])
    const id = await createStory(school, 'giaovien', { tomTat: 'Có quàng thị giữ.' })
    expect(codes(await submit(school, 'giaovien', id))).toEqual(['NEVER_SHOWN'])
    const [, nguoi] = /name="nguoi" value="(\d+)"/.exec(added.text)!
    expect((await office.post('/lam-viec/khong-hien', { viec: 'het', nguoi: nguoi! })).text).not.toContain('Quàng Thị Giữ')
    expect((await submit(school, 'giaovien', id)).status).toBe(200)
    const { rows } = await school.sql.query(`select hanh_dong, chi_tiet from nhat_ky where bo_suu_tap = 'khong-hien' order by so`)
    expect(rows.map((row) => row.hanh_dong)).toEqual(['giu-kin', 'thoi-giu-kin'])
    expect(JSON.stringify(rows)).not.toContain('Giữ"')
  })

  it.each([
    ['duoi7', 1],
    ['tu7', 2],
    ['tu16', 2],
    ['nguoiLon', 1],
  ] as const)('a paper for %s is there to print', async (tuoi, lines) => {
    const page = await (await at_('giaovien')).open(`/lam-viec/phieu-dong-y?tuoi=${tuoi}`)
    expect([page.status, page.text.split('<br /><br /><br />').length - 1]).toEqual([200, lines])
    expect(page.text).toContain('Trường THPT Hoa Ban')
    expect(page.text).toContain('Rút lại lúc nào cũng được')
  })
})

it('the offline verifier follows all of it, and a consent that nobody withdrew ends nothing', async () => {
  const { lines } = await exported(school)
  const sound = await runVerifier(school, lines)
  expect([sound.code, sound.text.slice(-600)]).toEqual([0, expect.any(String)])
  const ends = lines.filter((row) => row.kieu === 'nhat-ky' && row.hanhDong === 'go' && String(row.chiTiet).includes('"dongY"'))
  expect(ends.length).toBeGreaterThan(0)
  expect(ends.every((row) => row.nguoi === null)).toBe(true)
  const first = lines.indexOf(ends[0]!)
  const other = lines.map((row, i) => (i === first ? { ...row, chiTiet: String(row.chiTiet).replace(/"dongY":\d+/, '"dongY":999999') } : row))
  const forged = await runVerifier(school, rewrite(other, first, schoolKey(school)))
  expect([forged.code, forged.text]).toEqual([1, expect.stringContaining('không có quyền gỡ')])
})
