/** The plan of a school year: read, corrected, saved, carried over; what becomes of its rows; who may do what. */
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { desksAt, fieldsOf } from '../support/deskClient.ts'
import { personId } from '../support/gate.ts'
import { openSchool } from '../support/school.ts'
import { codes, publishStory } from '../support/stories.ts'

const school = openSchool()
const at = desksAt(school)
const AT = '/lam-viec/ke-hoach'
const words = (html: string): string => html.replace(/<style>.*?<\/style>|<[^>]+>/gsu, ' ').replace(/\s+/gu, ' ')
const hanoi = new Date(Date.now() + 7 * 3_600_000)
const month = hanoi.getUTCMonth() + 1
const first = month >= 9 ? hanoi.getUTCFullYear() : hanoi.getUTCFullYear() - 1
const YEAR = `${first}-${first + 1}`
const NEXT = `${first + 1}-${first + 2}`
const today = hanoi.toISOString().slice(0, 10)
const rowsOf = async (namHoc: string) =>
  (
    await school.sql.query('select d.* from ke_hoach_dong d join ke_hoach k on k.id = d.ke_hoach where k.nam_hoc = $1 and bo_luc is null order by thu_tu', [
      namHoc,
    ])
  ).rows
const post = async (who: Parameters<typeof at>[0], path: string, fields: [string, string][], file?: { name: string; bytes: Buffer }) => {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  if (file) body.append('tep', new Blob([new Uint8Array(file.bytes)]), file.name)
  return (await at(who)).send(path, { method: 'POST', body })
}

describe('a plan', () => {
  it('is read from a Word file, shown, asked about, and saved once somebody says so', async () => {
    const bytes = await readFile(new URL('../fixtures/plan/A-thang.docx', import.meta.url))
    const shown = await post('vanphong', `${AT}/nhap?nam=${YEAR}`, [['viec', 'doc']], { name: 'KH.docx', bytes })
    expect([shown.status, words(shown.text).includes('Đọc được 28 nội dung, 2 nội dung cần bạn xem lại. Chưa lưu gì.')]).toEqual([200, true])
    expect(await rowsOf(YEAR)).toEqual([])
    const { action, fields } = fieldsOf(shown.text)
    const wrong = await post(
      'vanphong',
      action,
      fields.map(([name, value]): [string, string] => [name, name === 'thang.0' ? 'HKI' : value]),
    )
    expect([wrong.status, words(wrong.text).includes('Chưa rõ “HKI” là tháng nào')]).toEqual([422, true])
    expect(await rowsOf(YEAR)).toEqual([])
    const saved = await post('vanphong', action, fields)
    expect([saved.status, saved.location]).toEqual([303, `${AT}?nam=${YEAR}&da=keHoachThem`])
    const rows = await rowsOf(YEAR)
    expect([rows.length, rows[0].ma, rows[0].thang, rows[0].noi_dung, rows[0].nguoi_chu]).toEqual([
      28,
      `${YEAR.slice(2, 4)}-1`,
      [9],
      'Ngày toàn dân đưa trẻ đến trường.',
      'Lan',
    ])
    // Sent once more it adds nothing.
    expect((await post('vanphong', action, fields)).status).toBe(303)
    expect((await rowsOf(YEAR)).length).toBe(28)
    const { rows: log } = await school.sql.query(`select count(*) as so from nhat_ky where hanh_dong = 'ke-hoach'`)
    expect(Number(log[0].so)).toBe(2)
  })

  it('is no plan where the file is none, in words that say what to do', async () => {
    for (const [bytes, said] of [
      [Buffer.from('%PDF-1.4'), 'Tệp PDF không giữ được bảng'],
      [Buffer.from('PK\u0003\u0004 không phải'), 'Không đọc được tệp này'],
    ] as const) {
      const answer = await post('vanphong', `${AT}/nhap?nam=${YEAR}`, [['viec', 'doc']], { name: 'a.docx', bytes })
      expect([answer.status, words(answer.text).includes(said)]).toEqual([422, true])
    }
    const nothing = await post('vanphong', `${AT}/nhap?nam=${YEAR}`, [['viec', 'doc'], ['ds', 'Chào cả nhà']]) // prettier-ignore
    expect([nothing.status, words(nothing.text).includes('Không thấy bảng kế hoạch nào')]).toEqual([422, true])
  })

  it('is kept by office and leaders, read by whoever writes, and by nobody else', async () => {
    expect((await (await at('giaovien')).open(`${AT}?nam=${YEAR}`)).status).toBe(200)
    expect((await (await at('giaovien')).open(`${AT}/nhap`)).status).toBe(403)
    expect((await post('giaovien', `${AT}?nam=${YEAR}`, [['viec', 'sang'], ['tuNam', YEAR]])).status).toBe(403) // prettier-ignore
    expect((await (await at('quantri')).open(AT)).status).toBe(403)
    for (const path of ['in', 'lich', 'hai-nam', '26-9999', '99-1', 'x'])
      expect([path, (await (await at('quantri')).open(`${AT}/${path}`)).status]).toEqual([path, 403])
    expect((await (await at('vanphong')).open(`${AT}/${YEAR.slice(2, 4)}-999`)).status).toBe(404)
  })

  it('shows what became of a row: by the story that says so, and by its topic in its month', async () => {
    const teacher = await personId(school, 'giaovien')
    const made = await post('hieutruong', `${AT}/them?nam=${YEAR}`, [['noiDung', 'Việc của tháng này'], ['thang', String(month)], ['nguoi', String(teacher)], ['suKienTu', today]]) // prettier-ignore
    expect(made.status).toBe(303)
    const ma = /ke-hoach\/(\d\d-\d+)/.exec(made.location!)![1]!
    const home = words((await (await at('giaovien')).open('/lam-viec')).text)
    expect([home.includes('Kế hoạch cần bạn'), home.includes('Việc của tháng này')]).toEqual([true, true])
    // Written from the plan: the row is chosen already.
    const form = await (await at('giaovien')).open(`/lam-viec/viet?loai=tin&keHoach=${ma}`)
    const { fields } = fieldsOf(form.text)
    expect(fields).toContainEqual(['keHoach', ma])
    const { id } = await publishStory(school, { tieuDe: 'Tin của việc tháng này' })
    const topic = Number((await school.sql.query(`select chu_de[1] as id from san_pham where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [id])).rows[0].id)
    const other = await post('giaovien', '/lam-viec/viet', fields.map(([name, value]): [string, string] => [name, name === 'tieuDe' ? 'Bài viết dở' : value]).concat([['viec', 'luu']])) // prettier-ignore
    expect(other.status).toBe(303)
    const page = words((await (await at('giaovien')).open(`${AT}/${ma}`)).text)
    expect([page.includes('Bài viết dở'), page.includes('chưa có tin'), page.includes('Còn thiếu tin trong, sau sự kiện')]).toEqual([true, true, true])
    // The office puts the live story to the row.
    const edit = fieldsOf((await (await at('vanphong')).open(`/lam-viec/viet/${id}`)).text)
    const put = await post('vanphong', `/lam-viec/viet/${id}`, edit.fields.map(([name, value]): [string, string] => [name, name === 'keHoach' ? ma : value]).concat([['viec', 'luu']])) // prettier-ignore
    expect(put.status).toBe(303)
    const done = words((await (await at('giaovien')).open(`${AT}/${ma}`)).text)
    expect([done.includes('✓ đã có tin'), done.includes('Tin của việc tháng này'), done.includes('Còn thiếu tin sau sự kiện')]).toEqual([true, true, true])
    // By topic and month alone.
    const byTopic = await post('hieutruong', `${AT}/them?nam=${YEAR}`, [['noiDung', 'Theo chủ đề'], ['thang', String(month)], ['chuDe', String(topic)]]) // prettier-ignore
    await publishStory(school, { tieuDe: 'Tin cùng chủ đề', chuDe: [topic] })
    const page2 = words((await (await at('vanphong')).open(byTopic.location!.split('?')[0]!)).text)
    expect([page2.includes('Tin cùng chủ đề'), page2.includes('Có phải những bài này?'), page2.includes('✓ đã có tin')]).toEqual([true, true, false])
    const where = byTopic.location!.split('?')[0]!
    expect(words((await (await at('giaovien')).open(where)).text)).not.toContain('Có phải những bài này?')
    const bai = /name="bai" value="(\d+)"/.exec((await (await at('vanphong')).open(where)).text)![1]!
    expect((await post('giaovien', where, [['viec', 'gan'], ['bai', bai]])).status).toBe(403) // prettier-ignore
    expect((await post('vanphong', where, [['viec', 'gan'], ['bai', bai]])).status).toBe(303) // prettier-ignore
    expect(words((await (await at('vanphong')).open(where)).text)).toContain('✓ đã có tin')
    // A draft's words are its readers' alone.
    const seen = words((await (await at('lop12a1')).open(`${AT}/${ma}`)).text)
    expect([seen.includes('Bài viết dở'), seen.includes('bài của người khác')]).toEqual([false, true])
  })

  it('is changed by one at a time: who comes second reads what the first wrote', async () => {
    const ma = `${YEAR.slice(2, 4)}-2`
    const page = await (await at('vanphong')).open(`${AT}/${ma}`)
    const { fields } = fieldsOf(page.text)
    const as = (noiDung: string) => fields.map(([name, value]): [string, string] => [name, name === 'noiDung' ? noiDung : value])
    expect((await post('vanphong', `${AT}/${ma}`, as('Bản một'))).status).toBe(303)
    const late = await post('hieutruong', `${AT}/${ma}`, as('Bản hai'))
    expect([late.status, late.text.includes('Bản hai'), words(late.text).includes('Người khác vừa sửa mục nội dung thành: “Bản một”')]).toEqual([
      409,
      true,
      true,
    ])
    // Sent once more it is meant, and what the first changed beside stays.
    expect(
      (
        await post(
          'vanphong',
          `${AT}/${ma}`,
          fieldsOf((await (await at('vanphong')).open(`${AT}/${ma}`)).text).fields.map(([name, value]): [string, string] => [
            name,
            name === 'phoiHop' ? 'Đoàn trường' : value,
          ]),
        )
      ).status,
    ).toBe(303)
    const asked = await post('hieutruong', `${AT}/${ma}`, as('Bản ba'))
    expect(asked.status).toBe(409)
    expect((await post('hieutruong', `${AT}/${ma}`, fieldsOf(asked.text).fields)).status).toBe(303)
    expect((await rowsOf(YEAR)).find((row) => row.ma === ma)).toMatchObject({ noi_dung: 'Bản ba', phoi_hop: 'Đoàn trường' })
    expect(
      (
        await post(
          'vanphong',
          `${AT}/${ma}`,
          fieldsOf((await (await at('vanphong')).open(`${AT}/${ma}`)).text).fields.map(([name, value]): [string, string] => [
            name,
            name === 'noiDung' ? 'Bản một' : value,
          ]),
        )
      ).status,
    ).toBe(303)
    // What only one of them touched is kept from both.
    const beside = fields.map(([name, value]): [string, string] => [name, name === 'boSung' ? 'Mời phụ huynh' : value])
    expect((await post('hieutruong', `${AT}/${ma}`, beside)).status).toBe(303)
    expect((await rowsOf(YEAR)).find((row) => row.ma === ma)).toMatchObject({ noi_dung: 'Bản một', bo_sung: 'Mời phụ huynh' })
    const again = fieldsOf((await (await at('hieutruong')).open(`${AT}/${ma}`)).text)
    expect(
      (
        await post(
          'hieutruong',
          `${AT}/${ma}`,
          again.fields.map(([name, value]): [string, string] => [name, name === 'noiDung' ? 'Bản hai' : value]),
        )
      ).status,
    ).toBe(303)
    expect((await rowsOf(YEAR)).find((row) => row.ma === ma).noi_dung).toBe('Bản hai')
    for (const bad of [
      [['noiDung', '']],
      [['noiDung', 'x'], ['suKienTu', `${first + 3}-01-01`]], // prettier-ignore
      [['noiDung', 'x'], ['suKienTu', `${first}-11-20`], ['suKienDen', `${first}-11-19`]], // prettier-ignore
      [['noiDung', 'x'], ['nguoi', '999999']], // prettier-ignore
    ] as [string, string][][])
      expect([bad, (await post('vanphong', `${AT}/them?nam=${YEAR}`, bad)).status]).toEqual([bad, bad[0]![1] === '' ? 422 : 400])
  })

  it('goes on in the next year once, without the days of its events; a row taken out keeps its code', async () => {
    const ma = `${YEAR.slice(2, 4)}-3`
    const { fields } = fieldsOf((await (await at('vanphong')).open(`${AT}/${ma}`)).text, 1)
    expect((await post('vanphong', `${AT}/${ma}`, fields)).location).toBe(`${AT}?nam=${YEAR}&da=keHoachBo`)
    await expect(school.sql.query('delete from ke_hoach_dong where ma = $1', [ma])).rejects.toThrow(/never deleted|permission denied/)
    const gone = await (await at('vanphong')).open(`${AT}?nam=${YEAR}`)
    expect(gone.text).toContain('Đã bỏ (1)')
    expect((await post('vanphong', `${AT}?nam=${YEAR}`, [['viec', 'layLai'], ['ma', ma]])).location).toContain('da=keHoachLai') // prettier-ignore
    expect((await rowsOf(YEAR)).some((row) => row.ma === ma)).toBe(true)
    const before = (await rowsOf(YEAR)).length
    for (let n = 0; n < 2; n += 1) expect((await post('vanphong', `${AT}?nam=${NEXT}`, [['viec', 'sang'], ['tuNam', YEAR]])).status).toBe(303) // prettier-ignore
    const next = await rowsOf(NEXT)
    expect([next.length, next.every((row) => row.su_kien_tu === null && row.tu !== null)]).toEqual([before, true])
    const both = words((await (await at('vanphong')).open(`${AT}/hai-nam?nam=${NEXT}`)).text)
    expect(both).toContain(`${YEAR} ${NEXT}`)
  })

  it('begins a page for readers, which goes through the gate; a save while typing keeps the tie', async () => {
    const page = await post('vanphong', `${AT}?nam=${YEAR}`, [['viec', 'congBo']])
    const id = Number(/trang\/(\d+)/.exec(page.location!)![1])
    const { rows } = await school.sql.query('select tieu_de, noi_dung::text as chu from trang where id = $1', [id])
    expect([rows[0].tieu_de, String(rows[0].chu).includes('Bản hai'), String(rows[0].chu).includes('Lan')]).toEqual([
      `Kế hoạch truyền thông năm học ${YEAR}`,
      true,
      false,
    ])
    const ma = `${YEAR.slice(2, 4)}-2`
    const { fields } = fieldsOf((await (await at('giaovien')).open(`/lam-viec/viet?loai=tin&keHoach=${ma}`)).text)
    const quiet = await post('giaovien', '/lam-viec/viet', fields.map(([name, value]): [string, string] => [name, name === 'tieuDe' ? 'Tự lưu' : value]).concat([['viec', 'tu-luu']])) // prettier-ignore
    const kept = JSON.parse(quiet.text) as { id: number }
    expect((await school.sql.query('select dong from ke_hoach_bai where tin_bai = $1', [kept.id])).rows).toEqual([{ dong: ma }])
  })

  it('is printed as the table schools know, and is a file for a calendar', async () => {
    const print = words((await (await at('giaovien')).open(`${AT}/in?nam=${YEAR}`)).text)
    expect(print).toContain('STT Tháng Nội dung truyền thông Người thực hiện Kế hoạch bổ sung Kết quả')
    expect(print).toContain('Tin của việc tháng này')
    const ics = await (await at('giaovien')).open(`${AT}/lich?nam=${YEAR}`)
    expect([ics.headers.get('content-type'), ics.text.includes('BEGIN:VCALENDAR'), ics.text.includes('Việc của tháng này')]).toEqual([
      'text/calendar; charset=utf-8',
      true,
      true,
    ])
    expect((await (await at('giaovien')).open(`${AT}/lich?nam=${YEAR}`)).text).toBe(ics.text)
  })

  it('is read by the API too, and saves nothing there', async () => {
    const before = (await rowsOf(YEAR)).length
    const read = await (await school.as('vanphong')).post('/api/ke-hoach/nhap', { chu: 'Tháng 9: Khai giảng (Lan)', namHoc: YEAR })
    expect([read.status, read.body.loai, read.body.dong, read.body.nguoi]).toMatchObject([
      200,
      'thang',
      [{ noiDung: 'Khai giảng', nguoi: ['Lan'] }],
      [{ ten: 'Lan', so: 1 }],
    ])
    const bytes = await readFile(new URL('../fixtures/plan/C-chude.docx', import.meta.url))
    const file = await (await school.as('vanphong')).upload('/api/ke-hoach/nhap', { name: 'KH.docx', type: 'application/octet-stream', bytes }, {})
    expect([file.status, file.body.loai, (file.body.dong as unknown[]).length]).toEqual([200, 'chuDe', 4])
    expect(codes(await (await school.as('vanphong')).post('/api/ke-hoach/nhap', { html: '<p>gì đó</p>' }))).toEqual(['PLAN_UNREADABLE'])
    expect((await (await school.as('giaovien')).post('/api/ke-hoach/nhap', { chu: 'Tháng 9: a' })).status).toBe(403)
    expect((await school.visitor.post('/api/ke-hoach/nhap', { chu: 'Tháng 9: a' })).status).toBe(401)
    expect((await rowsOf(YEAR)).length).toBe(before)
  })
})
