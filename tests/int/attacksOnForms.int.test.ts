/** What somebody who had not read them did to consents and to the form of a class, and what becomes of it. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { runtimeOf } from '../../src/runtime.ts'
import { removeBytes } from '../../src/jobs/removeBytes.ts'
import type { Answer } from '../support/client.ts'
import { desksAt } from '../support/deskClient.ts'
import { atTheGate, stateOf, urgentWords } from '../support/gate.ts'
import { exported, runVerifier } from '../support/ledger.ts'
import { openSchool } from '../support/school.ts'
import { receiptOf, sendersAt, words } from '../support/senders.ts'
import { act, approve, codes, publishStory, submit } from '../support/stories.ts'

const school = openSchool()
const at = desksAt(school)
const { namHoc, visitor, luc, photo, send, staged } = sendersAt(school)

let made = 0
async function consentOf(more: object = {}): Promise<number> {
  made += 1
  return (await (await school.as('giaovien')).post('/api/dong-y', { hoTen: `Người Bị Thử ${made}`, namSinh: 1990, kenh: ['website'], ...more })).body.doc
    .id as number
}
const bytesOf = (shade: number): Promise<Buffer> => sharp({ create: { width: 640, height: 480, channels: 3, background: { r: (shade * 41) % 256, g: (shade * 83) % 256, b: 200 } } }).jpeg().toBuffer() // prettier-ignore
let shade = 0
async function pictureOf(nguoiXuatHien: readonly number[], same?: Buffer): Promise<number> {
  const bytes = same ?? (await bytesOf((shade += 1)))
  const answer = await (
    await school.as('giaovien')
  ).upload('/api/tu-lieu', { name: 'a.jpg', type: 'image/jpeg', bytes }, { altText: 'Sân', nguoiXuatHien: [...nguoiXuatHien] })
  return answer.body.doc.id as number
}
const tag = async (picture: number, nguoiXuatHien: number[]): Promise<Answer> =>
  (await school.as('vanphong')).patch(`/api/tu-lieu/${picture}`, { nguoiXuatHien })
const rut = async (consent: number): Promise<Answer> => (await school.as('vanphong')).post(`/api/dong-y/${consent}/rut`, { lyDo: 'Gia đình Ông Kín gọi' })
const page = async (slug: string): Promise<number> => (await school.visitor.get(`/bai/${slug}`)).status
const inStore = async (picture: number): Promise<boolean> => {
  const { rows } = await school.sql.query('select sha256 from tu_lieu where id = $1', [picture])
  const hash = rows[0].sha256 as string
  return existsSync(join(school.dataDir, 'kho-tep', hash.slice(0, 2), hash))
}

describe('a withdrawal', () => {
  it('finds the same photograph uploaded twice, and one whose tag was taken off before', async () => {
    const [one, two] = [await consentOf(), await consentOf()]
    const bytes = await bytesOf((shade += 1))
    const [tagged, copy] = [await pictureOf([one], bytes), await pictureOf([], bytes)]
    const [first, second] = [await publishStory(school, { anhBia: tagged }), await publishStory(school, { anhBia: copy })]
    expect((await rut(one)).body.goNgay).toHaveLength(2)
    expect([await page(first.slug), await page(second.slug)]).toEqual([410, 410])

    const untagged = await pictureOf([two])
    const before = await publishStory(school, { anhBia: untagged })
    await tag(untagged, [])
    const later = await publishStory(school, { anhBia: untagged })
    expect((await rut(two)).body.goNgay).toHaveLength(2)
    expect([await page(before.slug), await page(later.slug)]).toEqual([410, 410])
    await removeBytes(school.payload)
    expect([await inStore(tagged), await inStore(untagged)]).toEqual([false, false])
  })

  it('leaves what may still go live its bytes, and refuses to publish where they are gone', async () => {
    const consent = await consentOf()
    const bytes = await bytesOf((shade += 1))
    const [tagged, copy] = [await pictureOf([consent], bytes), await pictureOf([], bytes)]
    await publishStory(school, { anhBia: tagged })
    const waiting = await atTheGate(school, { anhBia: copy })
    await rut(consent)
    await removeBytes(school.payload)
    expect(await inStore(copy)).toBe(true)
    const { rows } = await school.sql.query('select sha256 from tu_lieu where id = $1', [copy])
    await runtimeOf(school.payload).fileStore.remove(rows[0].sha256 as string)
    await school.owner.query('update xoa_tep set xong_luc = ct_nay() where sha256 = $1', [rows[0].sha256])
    expect(codes(await approve(school, 'phohieutruong', waiting.id, waiting.banTrinh))).toEqual(['MISSING_CONSENT', 'PICTURE_GONE'])
  })

  it('leaves an emergency its way down', async () => {
    const consent = await consentOf()
    const { id } = await publishStory(school, { nhanVat: [consent] })
    await (await school.as('giaovien')).patch(`/api/tin-bai/${id}`, { nhanVat: [], ...urgentWords() })
    const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
    await approve(school, 'vanphong', id, banTrinh)
    expect((await act(school, 'hieutruong', 'dang-khan', id, { lyDo: 'Bão', banTrinh })).status).toBe(200)
    expect((await rut(consent)).body.goNgay).toHaveLength(1)
    expect((await act(school, 'phohieutruong', 'go', id, { lyDo: 'Hết' })).status).toBe(200)
    expect(await stateOf(school, id)).toBe('daGo')
  })

  it('twice at once is one, and what the family said leaves no copy of the log', async () => {
    let consent = 0
    for (let round = 0; round < 8; round += 1) {
      consent = await consentOf()
      const statuses = (await Promise.all([rut(consent), rut(consent)])).map(({ status }) => status)
      expect(
        statuses.toSorted((one, other) => one - other),
        `round ${round}`,
      ).toEqual([200, 409])
      const { rows } = await school.sql.query(`select chi_tiet from nhat_ky where hanh_dong = 'rut-dong-y' and tai_lieu = $1`, [consent])
      expect([rows.length, rows[0].chi_tiet.includes('Ông Kín')]).toEqual([1, false])
    }
    expect((await school.sql.query('select ly_do_rut from dong_y where id = $1', [consent])).rows[0].ly_do_rut).toBe('Gia đình Ông Kín gọi')
  })
})

describe('a tag after the fact', () => {
  it('asks for the age, keeps a consent from being narrowed, and is none of whoever withdrew', async () => {
    const year = new Date().getFullYear()
    const [child, grown, gone] = [await consentOf({ namSinh: year - 9 }), await consentOf(), await consentOf()]
    const waiting = await pictureOf([])
    const { id, banTrinh } = await atTheGate(school, { anhBia: waiting })
    await tag(waiting, [child])
    expect(codes(await approve(school, 'phohieutruong', id, banTrinh))).toEqual(['CONSENT_AGE'])

    const live = await pictureOf([])
    const { slug } = await publishStory(school, { anhBia: live })
    await tag(live, [grown])
    for (const data of [{ kenh: [] }, { han: '2020-01-01T00:00:00.000Z' }])
      expect(codes(await (await school.as('vanphong')).patch(`/api/dong-y/${grown}`, data))).toEqual(['CONSENT_WITHDRAW'])
    expect(codes(await (await school.as('vanphong')).patch(`/api/dong-y/${grown}`, { hoTen: 'Ai Khác' }))).toEqual(['CONSENT_KEPT'])
    await rut(gone)
    expect(codes(await tag(live, [grown, gone]))).toEqual(['MISSING_CONSENT'])
    // Both at once: the tag is refused, or found.
    for (let round = 0; round < 6; round += 1) {
      const [consent, picture] = [await consentOf(), await pictureOf([])]
      const story = await publishStory(school, { anhBia: picture })
      const [tagged, withdrawn] = await Promise.all([tag(picture, [consent]), rut(consent)])
      expect([withdrawn.status, tagged.status === 200 ? await page(story.slug) : tagged.status], `round ${round}`).toEqual([
        200,
        tagged.status === 200 ? 410 : 422,
      ])
    }
    expect(await page(slug)).toBe(200)
  })
})

describe('the form of a class', () => {
  let [ma, other] = ['', '']
  beforeAll(async () => {
    await (await at('doantn')).post('/lam-viec/lop', { viec: 'lap', namHoc, moi: '1' })
    const { rows } = await school.sql.query('select ma from ma_gui_bai where het_luc is null order by don_vi')
    ;[ma, other] = [rows[0].ma as string, rows[1].ma as string]
  })

  it('works for everybody behind an address from which somebody guesses', async () => {
    let last = 0
    for (let n = 0; n < 35; n += 1) last = (await visitor().post('/gui-bai', { ma: 'AAAAAAAA' })).status
    expect(last).toBe(429)
    expect((await visitor().open(`/gui-bai/${ma}`)).status).toBe(200)
    const so = receiptOf(await send(ma))
    expect((await visitor().open(`/gui-bai/bien-nhan/${so}`)).status).toBe(200)
  })

  it('pressed three times at once is one story', async () => {
    const form = { luc: luc(ma) }
    const picture = { name: 'a.jpg', bytes: await photo() }
    const all = await Promise.all([1, 2, 3].map(() => send(ma, form, [picture])))
    expect(new Set(all.map(receiptOf)).size).toBe(1)
    expect((await school.sql.query('select count(*)::int as n from bai_gui where so = $1', [receiptOf(all[0]!)])).rows[0].n).toBe(1)
  })

  it('of one code stops at its own bytes; the others, and words alone, go on', async () => {
    const upload = async (code: string): Promise<number> => {
      const body = new FormData()
      // Told by its first bytes; that it is no picture is known when it is drawn.
      const bytes = new Uint8Array(14_900_000)
      bytes.set([0xff, 0xd8, 0xff])
      body.append('anh', new Blob([bytes]), 'to.jpg')
      return (await visitor().send(`/gui-bai/${code}/tep`, { method: 'POST', body })).status
    }
    const statuses = []
    for (let n = 0; n < 22; n += 1) statuses.push(await upload(ma))
    expect([statuses[0], statuses.at(-1)]).toEqual([200, 429])
    expect(await upload(other)).toBe(200)
    const refused = await send(ma)
    expect([refused.status, refused.text.includes('Sáng thứ hai bạn Sử nhặt được')]).toEqual([429, true])
    expect(receiptOf(await send(other))).toMatch(/^[0-9A-Z]{10}$/)
    expect(staged().length).toBeGreaterThan(15)
  })

  it('tells of a picture that waited too long, and of nothing twice', async () => {
    const { rows } = await school.sql.query('select ma from ma_gui_bai where het_luc is null order by don_vi')
    const free = rows[2].ma as string
    const refused = await send(free, { ai: '' }, [{ name: 'a.jpg', bytes: await photo() }])
    const giu = words(refused.text)
    const [, mark] = /name="luc" value="([^"]+)"/.exec(refused.text)!
    for (const name of staged())
      if (giu.some((word) => Buffer.from(word.split('.')[0]!, 'base64url').toString().includes(name))) rmSync(join(school.dataDir, 'cho-gui', name))
    const gone = await send(free, { giu })
    expect([gone.status, gone.text.includes('không còn ở máy chủ'), gone.text.includes('Sáng thứ hai bạn Sử')]).toEqual([422, true, true])
    // A form that was mended is the same form: pressed twice it is one.
    const [first, second] = [receiptOf(await send(free, { luc: mark! })), receiptOf(await send(free, { luc: mark! }))]
    expect(first).toMatch(/^[0-9A-Z]{10}$/)
    expect(second).toBe(first)
  })

  it('shows every word again where its code was replaced meanwhile', async () => {
    const { rows } = await school.sql.query('select don_vi from ma_gui_bai where ma = $1', [other])
    await (await at('doantn')).post('/lam-viec/lop', { viec: 'lap', namHoc, lop: String(rows[0].don_vi), thay: '1' })
    const refused = await send(other, {}, [{ name: 'a.jpg', bytes: await photo() }])
    expect([refused.status, refused.text.includes('Sáng thứ hai bạn Sử nhặt được'), refused.text.includes('hỏi Đoàn Thanh niên mã mới')]).toEqual([
      422,
      true,
      true,
    ])
  })

  it('a confirmation is of the words it was asked about, and of nothing that is no intake any more', async () => {
    const { rows: own } = await school.sql.query(`select ma from ma_gui_bai where het_luc is null and ma <> $1 order by id desc limit 1`, [ma])
    const so = receiptOf(await send(own[0].ma as string))
    const { rows } = await school.sql.query('select tin_bai::int as id from bai_gui where so = $1', [so])
    const id = rows[0].id as number
    const doan = await at('doantn')
    const [, link] = /(\/gui-bai\/xac-nhan\/[A-Za-z0-9_-]{32})/.exec((await doan.post(`/lam-viec/nhan/${id}`, { viec: 'xacNhan' })).text)!
    await school.owner.query(`update tin_bai set noi_dung = jsonb_set(noi_dung, '{root,children}', '[]') where id = $1`, [id])
    expect((await visitor().open(link!)).text).toContain('Sáng thứ hai bạn Sử nhặt được')
    expect((await (await school.as('doantn')).del(`/api/tin-bai/${id}`)).status).toBe(409)
    await doan.post(`/lam-viec/nhan/${id}`, { viec: 'khongDung', lyDo: 'Không dùng' })
    expect((await visitor().open(link!)).status).toBe(401)
    expect((await visitor().post(link!, { luc: luc('xac-nhan'), hoTen: 'Ai Đó' })).status).toBe(401)
  })
})

it('the offline verifier follows all of it', async () => {
  const { lines } = await exported(school)
  const sound = await runVerifier(school, lines)
  expect([sound.code, sound.code === 0 ? '' : sound.text.slice(-1200)]).toEqual([0, ''])
})
