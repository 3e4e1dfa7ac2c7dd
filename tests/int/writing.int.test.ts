/** An author writes, sees and sends a story at the desk, without a script. */
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { type DeskClient, fieldsOf, type DeskAnswer, desksAt } from '../support/deskClient.ts'
import { stateOf } from '../support/gate.ts'
import { openSchool } from '../support/school.ts'
import { createStory, topicId } from '../support/stories.ts'

const school = openSchool()
const at = desksAt(school)
const NEW = '/lam-viec/viet'
const idIn = (answer: DeskAnswer): number => Number(/^\/lam-viec\/viet\/(\d+)/.exec(answer.location ?? '')?.[1])
const count = async (): Promise<number> => Number((await school.sql.query('select count(*) as n from tin_bai')).rows[0].n)
let chuDe = ''
beforeAll(async () => {
  chuDe = String(await topicId(school, 'Dạy và học'))
})

/** A picture chosen in the form, as a browser sends it. */
async function withPicture(desk: DeskClient, page: DeskAnswer, changes: Record<string, string>): Promise<DeskAnswer> {
  const { action, fields } = fieldsOf(page.text)
  const body = new FormData()
  for (const [name, value] of fields) if (!(name in changes)) body.append(name, value)
  for (const [name, value] of Object.entries(changes)) body.append(name, value)
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#12463f' } })
    .jpeg()
    .toBuffer()
  body.append('anhMoi', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'vườn rau.jpg')
  const answer = await desk.send(action, { method: 'POST', body })
  return answer.status === 303 ? { ...(await desk.open(answer.location!)), location: answer.location } : answer
}

describe('writing at the desk', () => {
  it('opening stores nothing; a draft needs a title and nothing else', async () => {
    const desk = await at('giaovien')
    const before = await count()
    expect((await desk.open(NEW)).text).toContain(`href="${NEW}?loai=nguoiTotViecTot"`)
    const page = await desk.open(`${NEW}?loai=tin&mau=1`)
    expect(fieldsOf(page.text).fields.find(([name]) => name === 'noiDung')?.[1]).toContain('## Nội dung chính')
    const empty = await desk.fill(page, { tieuDe: ' ', viec: 'luu', noiDung: 'Chữ đã gõ' })
    expect([empty.status, empty.text.includes('>\nChữ đã gõ</textarea>'), empty.text.includes('href="#o-tieuDe"')]).toEqual([422, true, true])
    expect(await count()).toBe(before)
    const saved = await desk.fill(page, { tieuDe: 'Tiết học ngoài trời', viec: 'luu', noiDung: '' })
    expect([saved.status, saved.location]).toEqual([200, `${NEW}/${idIn(saved)}?da=luu`])
    expect(await count()).toBe(before + 1)
    expect(saved.text).toMatch(/Còn thiếu \d điều để trình:.*href="#o-noiDung"/su)
  })

  it('a story with a picture is written, seen and sent; readers get what was typed', async () => {
    const desk = await at('giaovien')
    const page = await desk.open(`${NEW}?loai=tin`)
    const noiDung = 'Chiều thứ Sáu, lớp 10A2 trồng **ba luống rau**.\n\n## Vì sao\n\n- Rau sạch\n- Vui'
    const saved = await withPicture(desk, page, { tieuDe: 'Vườn rau của lớp 10A2', noiDung, chuDe, viec: 'luu', anhMoiMoTa: '' })
    const id = idIn(saved)
    const fields = new Map(fieldsOf(saved.text).fields)
    expect([fields.get('noiDung'), fields.get('anhBia')]).toEqual([`${noiDung}\n\n[ảnh 1]`, fields.get('anh')])
    expect(saved.text).toMatch(/thieu-gi.*<a href="#o-[a-zA-Z]+">[^<]*ảnh/su)
    const moved = await desk.fill(saved, { noiDung: `[ảnh 1]\n\n${noiDung}`, [`moTa.${fields.get('anh')}`]: 'Học sinh tưới rau', viec: 'xem' })
    expect(moved.location).toBe(`${NEW}/${id}/xem`)
    const seen = await desk.open(`/api/tin-bai/${id}/xem`)
    expect(seen.text).toMatch(/<img[^>]+alt="Học sinh tưới rau"/)
    expect(seen.text).toContain('<strong>ba luống rau</strong>')
    const picture = /src="(\/api\/tin-bai\/xem\/[^"]+)"/.exec(seen.text)![1]!
    expect((await desk.open(picture)).headers.get('content-type')).toBe('image/jpeg')
    expect((await (await at('vanphong')).open(picture)).status).toBe(404)
    const sent = await desk.fill(moved)
    expect([sent.location, await stateOf(school, id)]).toEqual([`${NEW}/${id}/xem?da=daTrinh`, 'choBienTap'])
    expect(sent.text).toContain('đang chờ bước')
    const frozen = (await school.sql.query(`select noi_dung from ban_trinh where tai_lieu = $1 and bo_suu_tap = 'tin-bai'`, [id])).rows[0].noi_dung as string
    expect((JSON.parse(frozen).noiDung as { type: string }[]).map(({ type }) => type)).toEqual(['upload', 'paragraph', 'heading', 'list'])
  })

  it('what is missing is said with links when it is sent, and every word typed is kept', async () => {
    const desk = await at('giaovien')
    const page = await desk.open(`${NEW}?loai=nguoiTotViecTot`)
    const refused = await desk.fill(page, { tieuDe: 'Nhặt được của rơi', noiDung: 'Em trả lại ví.\n\n[ảnh 4]', viec: 'trinh' })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('chưa có ảnh 4')
    expect(fieldsOf(refused.text)).toMatchObject({ action: expect.stringMatching(/^\/lam-viec\/viet\/\d+$/) })
    const again = await desk.fill(refused, { noiDung: 'Em trả lại ví.', viec: 'trinh' })
    expect(again.status).toBe(422)
    expect(again.text).toMatch(/href="#o-chuDe"/)
    expect(again.text).toMatch(/href="#o-nhanVat"/)
    const named = await desk.fill(again, { chuDe, nguoiMoi: 'Vàng A Thử', viec: 'luu' })
    expect([named.status, named.text.includes('value="Vàng A Thử"')]).toEqual([422, true])
    const agreed = await desk.fill(named, { chuDe, nguoiMoiDongY: '1', nguoiMoiNamSinh: '2009', viec: 'trinh' })
    expect(agreed.location).toMatch(/da=daTrinh$/)
    expect((await school.sql.query(`select ho_ten, nam_sinh::int as born from dong_y where ho_ten = 'Vàng A Thử'`)).rows).toEqual([
      { ho_ten: 'Vàng A Thử', born: 2009 },
    ])
  })

  it('saved by two people the second is shown both, and loses nothing', async () => {
    const id = await createStory(school, 'giaovien')
    const [mine, office] = [await at('giaovien'), await at('vanphong')]
    const [page, other] = [await mine.open(`${NEW}/${id}`), await office.open(`${NEW}/${id}`)]
    expect((await office.fill(other, { noiDung: 'Văn phòng đã sửa.', viec: 'luu' })).location).toBe(`${NEW}/${id}?da=luu`)
    const stale = await mine.fill(page, { noiDung: 'Tôi viết thêm.', viec: 'luu' })
    expect([stale.status, stale.text.includes('>\nTôi viết thêm.</textarea>'), stale.text.includes('Văn phòng đã sửa.')]).toEqual([409, true, true])
    expect((await mine.fill(stale, { viec: 'luu' })).location).toBe(`${NEW}/${id}?da=luu`)
  })

  it('saves by itself as one types, without a second story', async () => {
    const desk = await at('giaovien')
    const page = await desk.open(`${NEW}?loai=tin`)
    const fields = { ...Object.fromEntries(fieldsOf(page.text).fields), tieuDe: 'Đang gõ dở', viec: 'tu-luu' }
    const body = (more: object): RequestInit => ({ method: 'POST', body: new URLSearchParams({ ...fields, ...more }) })
    const first = JSON.parse((await desk.send(NEW, body({}))).text) as { id: number; phienBan: number; thieu: { field?: string }[] }
    expect(first.thieu.map(({ field }) => field)).toContain('noiDung')
    const second = await desk.send(`${NEW}/${first.id}`, body({ noiDung: 'Thêm chữ.', phienBan: String(first.phienBan) }))
    expect([second.status, JSON.parse(second.text)]).toEqual([200, expect.objectContaining({ id: first.id })])
    expect((await desk.send(`${NEW}/${first.id}`, body({ noiDung: 'Chữ cũ.', phienBan: String(first.phienBan) }))).status).toBe(409)
  })

  it('a button pressed three times makes one story; other words are another', async () => {
    const desk = await at('giaovien')
    const typed = { viec: 'luu', loai: 'tin', tieuDe: 'Bấm ba lần', noiDung: 'Một đoạn.' }
    const before = await count()
    const ids = (await Promise.all([typed, typed, typed].map((body) => desk.post(NEW, body)))).map(idIn)
    expect([new Set(ids).size, (await count()) - before]).toEqual([1, 1])
    expect(idIn(await desk.post(NEW, { ...typed, noiDung: 'Đoạn khác.' }))).not.toBe(ids[0])
    expect(idIn(await desk.post(NEW, { ...typed, tomTat: 'Thêm sa-pô' }))).not.toBe(ids[0])
    expect(idIn(await desk.post(NEW, { ...typed, coThem: '1', mucNhayCam: 'cao' }))).not.toBe(ids[0])
    expect(idIn(await desk.post(NEW, typed))).toBe(ids[0])
    expect((await count()) - before).toBe(4)
  })

  it('sends what cannot be kept here to the panel, and nobody to another’s draft', async () => {
    const noiDung = {
      root: { type: 'root', version: 1, children: [{ type: 'paragraph', version: 1, children: [{ type: 'text', version: 1, text: 'nghiêng', format: 2 }] }] },
    }
    const id = await createStory(school, 'giaovien', { noiDung })
    const desk = await at('giaovien')
    const page = await desk.open(`${NEW}/${id}`)
    expect([page.text.includes(`href="/admin/collections/tin-bai/${id}"`), page.text.includes('<textarea')]).toEqual([true, false])
    expect((await desk.post(`${NEW}/${id}`, { loai: 'tin', tieuDe: 'x', noiDung: 'mất', viec: 'luu' })).status).toBe(422)
    expect((await (await at('lop12a1')).open(`${NEW}/${id}`)).status).toBe(404)
    expect((await (await at('lop12a1')).open(`/api/tin-bai/${id}/xem`)).status).toBe(404)
    expect((await (await at('quantri')).open(NEW)).status).toBe(403)
    expect((await school.visitor.get(`/api/tin-bai/${id}/xem`)).status).toBe(401)
  })
})
