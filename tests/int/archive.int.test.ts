/** The archive: found by year, unit, words, person; taken out as one ZIP of what consents still cover; printed; logged. */
import { readdirSync, readlinkSync } from 'node:fs'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { emailOf } from '../../src/demo/people.ts'
import { DeskClient } from '../support/deskClient.ts'
import { openSchool } from '../support/school.ts'
import { PASSWORD } from '../support/site.ts'

const school = openSchool()
const photo = (background: string): Promise<Buffer> => sharp({ create: { width: 400, height: 300, channels: 3, background } }).jpeg().toBuffer() // prettier-ignore
const add = async (background: string, data: object): Promise<number> =>
  (await (await school.as('vanphong')).upload('/api/tu-lieu', { name: 'a.jpg', type: 'image/jpeg', bytes: await photo(background) }, data)).body.doc.id
const consent = async (data: object = {}): Promise<number> =>
  (await (await school.as('vanphong')).post('/api/dong-y', { hoTen: 'Lò Văn Thử Kho', namSinh: 1990, chinhChu: true, kenh: ['website'], ...data })).body.doc.id
const deskOf = async (who: string): Promise<DeskClient> => {
  const desk = new DeskClient(school.url)
  await desk.signIn(emailOf(who as 'vanphong'), PASSWORD)
  return desk
}
/** The ZIP a form answers with. */
const zipOf = async (desk: DeskClient, search: string, fields: Record<string, string | string[]>): Promise<Record<string, Uint8Array>> => {
  const body = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])))
  const answer = await desk.raw(`/lam-viec/kho${search}`, { method: 'POST', body })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
  return unzipSync(new Uint8Array(await answer.arrayBuffer()))
}

describe('the archive', () => {
  it('finds by words with and without marks, by person, and by nothing that is not there', async () => {
    const who = await consent()
    const id = await add('#123', { altText: 'Đêm hội trăng rằm kho thử', nguoiXuatHien: [who] })
    const desk = await deskOf('vanphong')
    for (const search of ['?chu=tr%C4%83ng+r%E1%BA%B1m+kho', '?chu=trang+ram+kho', '?nguoi=Th%E1%BB%AD+Kho', '?loai=anh&chu=trang+ram+kho'])
      expect([search, (await desk.open(`/lam-viec/kho${search}`)).text.includes(`name="chon" value="${id}"`)]).toEqual([search, true])
    for (const search of ['?chu=khongcogi', '?chu=%25', '?loai=phim', '?nam=2019-2020'])
      expect([search, (await desk.open(`/lam-viec/kho${search}`)).text.includes(`name="chon" value="${id}"`)]).toEqual([search, false])
    for (const odd of ['?nam=x&donVi=-1&loai=z&truoc=0', `?chu=${'a'.repeat(3000)}`]) expect((await desk.open(`/lam-viec/kho${odd}`)).status).toBe(200)
  })

  it('is one ZIP with captions, without whom consents no longer cover, and nobody is named for it', async () => {
    const gone = await consent({ hoTen: 'Vàng Thị Rút Kho' })
    const good = await add('#456', { altText: 'Gói thử một', chuThich: '=Gói thử một', tacGiaAnh: 'Tổ Văn phòng' })
    await add('#789', { altText: 'Gói thử hai', nguoiXuatHien: [gone] })
    const desk = await deskOf('vanphong')
    const before = await zipOf(desk, '?chu=goi+thu', { viec: 'het' })
    expect(Object.keys(before).length).toBe(3)
    await (await school.as('vanphong')).post(`/api/dong-y/${gone}/rut`, { lyDo: 'gia đình yêu cầu' })
    const after = await zipOf(desk, '?chu=goi+thu', { viec: 'het' })
    expect(Object.keys(after)).toEqual(['0001-goi-thu-mot.jpg', 'chu-thich.csv'])
    const table = Buffer.from(after['chu-thich.csv']!).toString()
    expect([table.startsWith('\uFEFF'), table.includes('"\'=Gói thử một"'), table.includes('Tổ Văn phòng'), table.includes('chưa đủ phiếu đồng ý'), table.includes('Vàng Thị')]).toEqual([true, true, true, true, false]) // prettier-ignore
    const chosen = await zipOf(desk, '', { viec: 'chon', chon: [String(good)] })
    expect(Object.keys(chosen)).toEqual(['0001-goi-thu-mot.jpg', 'chu-thich.csv'])
    const rows = (await school.sql.query(`select chi_tiet::jsonb ->> 'so' as so from nhat_ky where hanh_dong = 'xuat-kho' order by so`)).rows
    expect(rows.length).toBe(3)
    const page = await desk.open('/lam-viec/kho?chu=goi+thu')
    expect([page.text.includes('Vàng Thị Rút Kho'), page.text.includes('disabled')]).toEqual([true, true])
    expect((await desk.open('/lam-viec/kho/in?chu=goi+thu')).text).toContain('bỏ 1 tư liệu')
  })

  it('holds no file open for whoever went away', async () => {
    const noise = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } } }).jpeg({ quality: 95 }).toBuffer() // prettier-ignore
    for (let n = 0; n < 3; n += 1)
      await (await school.as('vanphong')).upload('/api/tu-lieu', { name: 'a.jpg', type: 'image/jpeg', bytes: noise }, { altText: `Nhiễu ${n}` })
    const desk = await deskOf('vanphong')
    const openNow = (): number =>
      readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`).includes('/tu-lieu/')
        } catch {
          return false
        }
      }).length
    for (let n = 0; n < 6; n += 1) {
      const gone = new AbortController()
      const answer = await desk.raw('/lam-viec/kho?chu=nhieu', { method: 'POST', body: new URLSearchParams({ viec: 'het' }), signal: gone.signal })
      await answer.body!.getReader().read()
      gone.abort()
    }
    await expect.poll(openNow, { timeout: 10_000 }).toBe(0)
  })

  it('leaves out whom nobody may show, wherever the name stands', async () => {
    await (await deskOf('vanphong')).post('/lam-viec/khong-hien', { viec: 'them', hoTen: 'Giàng Thị Kín', namSinh: '2010', lyDo: 'gia đình yêu cầu' })
    await add('#135', { altText: 'Kín một', tacGiaAnh: 'Giàng Thị Kín' })
    await add('#246', { altText: 'Kín hai', giayPhep: 'Ảnh của Giàng Thị Kín' })
    const zip = await zipOf(await deskOf('vanphong'), '?chu=kin', { viec: 'het' })
    expect([Object.keys(zip), Buffer.from(zip['chu-thich.csv']!).toString().includes('Giàng')]).toEqual([['chu-thich.csv'], false])
  })

  it('gives nobody what he may not read, and nothing where nothing was chosen', async () => {
    const id = await add('#abc', { altText: 'Chỉ văn phòng thấy' })
    const other = await deskOf('lop12a1')
    expect((await other.open('/lam-viec/kho?chu=chi+van+phong')).text).not.toContain(`name="chon" value="${id}"`)
    expect(Object.keys(await zipOf(other, '', { viec: 'chon', chon: [String(id)] }))).toEqual(['chu-thich.csv'])
    expect((await other.open('/lam-viec/kho')).text).not.toContain('Dung lượng theo đơn vị')
    expect((await other.post('/lam-viec/kho', { viec: 'chon' })).status).toBe(422)
    const nobody = new DeskClient(school.url)
    expect((await nobody.open('/lam-viec/kho')).text).toContain('Đăng nhập')
  })
})
