/** Buttons of the desk that lead on: what was approved goes out, papers are widened, places that nobody agreed to are said. */
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { unzipSync } from 'fflate'
import { readStory } from '../../src/policy/text/plainStory/read.ts'
import { desksAt } from '../support/deskClient.ts'
import { regulation, stateOf } from '../support/gate.ts'
import { openSchool } from '../support/school.ts'
import { approve, createStory, publishStory, submit } from '../support/stories.ts'

const school = openSchool()
const at = desksAt(school)
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)

const consentOf = async (hoTen: string, more: object = {}): Promise<number> =>
  (await (await school.as('giaovien')).post('/api/dong-y', { hoTen, namSinh: 1990, chinhChu: true, kenh: ['website'], ...more })).body.doc.id as number

/** Approved by all, and kept: its submission. */
async function approved(): Promise<{ id: number; banTrinh: number }> {
  const id = await createStory(school)
  const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
  for (const who of ['vanphong', 'phohieutruong'] as const) await approve(school, who, id, banTrinh)
  expect(await stateOf(school, id)).toBe('daDuyet')
  return { id, banTrinh }
}

describe('what was approved and waits', () => {
  it('goes out by its button, or on a day, and not by whoever may not', async () => {
    await regulation(school, { dangNgay: false })
    const [first, second] = [await approved(), await approved()]
    const office = await at('vanphong')
    expect((await office.open('/lam-viec')).text).toContain(`/lam-viec/doc/${first.banTrinh}`)
    expect((await office.open(`/lam-viec/doc/${first.banTrinh}`)).text).toContain('Đăng lên trang ngay')
    const teacher = await at('giaovien')
    expect((await teacher.open(`/lam-viec/doc/${first.banTrinh}`)).text).not.toContain('Đăng lên trang ngay')
    await teacher.post(`/lam-viec/doc/${first.banTrinh}`, { viec: 'dang' })
    expect(await stateOf(school, first.id)).toBe('daDuyet')
    await office.post(`/lam-viec/doc/${first.banTrinh}`, { viec: 'dang' })
    expect(await stateOf(school, first.id)).toBe('daDang')
    expect((await office.post(`/lam-viec/doc/${second.banTrinh}`, { viec: 'dat-gio', ngay: '', gio: '08:00' })).status).toBe(422)
    await office.post(`/lam-viec/doc/${second.banTrinh}`, { viec: 'dat-gio', ngay: tomorrow, gio: '08:00' })
    expect(await stateOf(school, second.id)).toBe('henGio')
    await regulation(school, { dangNgay: true })
  })
})

describe('a paper', () => {
  it('is widened, never narrowed; taken back it says what it took along, and which other papers are alike', async () => {
    const [one, other] = [await consentOf('Mùa A Hai Phiếu'), await consentOf('mùa a hai phiếu')]
    const { slug } = await publishStory(school, { nhanVat: [one] })
    const office = await at('vanphong')
    expect((await office.post(`/lam-viec/dong-y/${one}`, { viec: 'them-noi' })).status).toBe(422)
    await office.post(`/lam-viec/dong-y/${one}`, { viec: 'them-noi', kenh: 'phatThanh' })
    const { rows } = await school.sql.query(`select array_agg(value::text order by value::text) as kenh from dong_y_kenh where parent_id = $1`, [one])
    expect(rows[0].kenh).toEqual(['phatThanh', 'website'])
    expect((await office.open(`/lam-viec/dong-y/${other}`)).text).toContain(`/lam-viec/dong-y/${one}`)
    const nothing = await office.post(`/lam-viec/dong-y/${other}`, { viec: 'rut', lyDo: 'Gia đình báo' })
    expect([nothing.text.includes('chưa gỡ gì'), (await school.visitor.get(`/bai/${slug}`)).status]).toEqual([true, 200])
    await office.post(`/lam-viec/dong-y/${one}`, { viec: 'rut', lyDo: 'Gia đình báo' })
    expect((await school.visitor.get(`/bai/${slug}`)).status).toBe(410)
  })
})

describe('a place nobody agreed to', () => {
  it('is no broadcast of ours, and is said where the story went there', async () => {
    const person = await consentOf('Sùng Thị Web')
    const { id } = await publishStory(school, { nhanVat: [person] })
    const [focal, today] = [await at('doantn'), new Date().toISOString().slice(0, 10)]
    const list = await focal.open('/lam-viec/phat-thanh')
    expect([list.text.includes('Sùng Thị Web chưa đồng ý cho phát thanh'), list.text.includes(`name="taiLieu" value="${id}"`)]).toEqual([true, false])
    expect((await focal.post('/lam-viec/phat-thanh', { taiLieu: String(id), ngay: today })).status).toBe(422)
    const record = (ketQua: string): Promise<unknown> => focal.post(`/lam-viec/kenh/${id}`, { kenh: 'fanpage', ketQua, ngay: today, diaChi: '', ghiChu: '' })
    const warns = async (): Promise<boolean> => (await focal.open(`/lam-viec/kenh/${id}`)).text.includes('Hãy nhờ nơi ấy gỡ')
    expect(await warns()).toBe(false)
    await record('daDang')
    expect(await warns()).toBe(true)
    await record('daGo')
    expect(await warns()).toBe(false)
  })
})

describe('a picture inside a text', () => {
  it('of a story somebody withdrew from is not in the archive’s ZIP, though nobody is tagged in it', async () => {
    const person = await consentOf('Lò Văn Trong Chữ')
    const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#7a3' } }).jpeg().toBuffer() // prettier-ignore
    const sent = await (
      await school.as('giaovien')
    ).upload('/api/tu-lieu', { name: 'trong-chu.jpg', type: 'image/jpeg', bytes }, { altText: 'Ảnh trong chữ kho' })
    const picture = sent.body.doc.id as number
    const { content } = readStory('Đoạn đầu.\n\n[ảnh 1]\n\nĐoạn sau.', [picture])
    await publishStory(school, { nhanVat: [person], noiDung: content })
    const names = async (): Promise<string[]> => {
      const answer = await (await at('vanphong')).raw('/lam-viec/kho?chu=trong+chu+kho', { method: 'POST', body: new URLSearchParams({ viec: 'het' }) })
      return Object.keys(unzipSync(new Uint8Array(await answer.arrayBuffer())))
    }
    expect((await names()).length).toBe(2)
    await (await school.as('giaovien')).post(`/api/dong-y/${person}/rut`, { lyDo: 'Gia đình xin rút' })
    expect(await names()).toEqual(['chu-thich.csv'])
  })
})
