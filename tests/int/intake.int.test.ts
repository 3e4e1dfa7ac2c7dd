/** What a class sends without an account: received under its code, asked about, confirmed, merged, taken up, thanked for. */
import { beforeAll, describe, expect, it } from 'vitest'
import { collect, isWholeBatch } from '../../src/notices/collect.ts'
import { desksAt, type DeskAnswer } from '../support/deskClient.ts'
import { receiptOf, sendersAt, words } from '../support/senders.ts'
import { moveClock, openSchool } from '../support/school.ts'
import { approve, submit, topicId } from '../support/stories.ts'
import { stateOf } from '../support/gate.ts'
import { exported, runVerifier } from '../support/ledger.ts'

const school = openSchool()
const at = desksAt(school)
const { namHoc, visitor, luc, photo, send, staged } = sendersAt(school)
let codes: { ma: string; ten: string }[] = []
const codesNow = async (): Promise<typeof codes> =>
  (
    await school.sql.query(`select m.ma, d.ten from ma_gui_bai m join don_vi d on d.id = m.don_vi where m.het_luc is null and m.nam_hoc = $1 order by d.ten`, [
      namHoc,
    ])
  ).rows
const storyOf = async (so: string): Promise<number> => Number((await school.sql.query('select tin_bai from bai_gui where so = $1', [so])).rows[0].tin_bai)

beforeAll(async () => {
  const made = await (await at('doantn')).post('/lam-viec/lop', { viec: 'lap', namHoc, moi: '1' })
  expect(made.location, made.text.slice(0, 500)).toBe(`/lam-viec/lop?nam=${namHoc}&da=lapMa`)
  codes = await codesNow()
})

describe('codes of classes', () => {
  it('are made once for every class, shown to those who receive, printed with a code a camera reads', async () => {
    expect(codes.map(({ ten }) => ten)).toEqual(['Chi đoàn 10A1', 'Chi đoàn 11A2', 'Chi đoàn 12A1'])
    const again = await (await at('doantn')).post('/lam-viec/lop', { viec: 'lap', namHoc, moi: '1' })
    expect([again.status, await codesNow()]).toEqual([422, codes])
    const sheets = await (await at('vanphong')).open('/lam-viec/lop/ap-phich')
    expect(sheets.text.split('<article class="ap-phich">').length - 1).toBe(3)
    for (const { ma } of codes) expect(sheets.text).toContain(`${ma.slice(0, 4)} ${ma.slice(4)}`)
    for (const who of ['giaovien', 'lop12a1', 'quantri'] as const)
      for (const path of ['/lam-viec/lop', '/lam-viec/lop/ap-phich']) expect((await (await at(who)).open(path)).status, `${who} ${path}`).toBe(404)
    const { rows } = await school.sql.query(`select chi_tiet from nhat_ky where hanh_dong = 'lap-ma'`)
    expect(rows.length).toBe(1)
    for (const { ma } of codes) expect(rows[0].chi_tiet).not.toContain(ma)
  })

  it('are read however they are typed; a wrong one is said, and no more than thirty are tried', async () => {
    const ma = codes[0]!.ma
    for (const typed of [ma, ma.toLowerCase(), `${ma.slice(0, 4)} ${ma.slice(4)}`, ` ${ma.slice(0, 4)}-${ma.slice(4)} `]) {
      const answer = await visitor().send('/gui-bai', { method: 'POST', body: new URLSearchParams({ ma: typed }) })
      expect([answer.status, answer.location], typed).toEqual([303, `/gui-bai/${ma}`])
    }
    const wrong = await visitor().post('/gui-bai', { ma: 'AAAA-AAAA' })
    expect([wrong.status, wrong.text.includes('Mã này không đúng'), wrong.text.includes('value="AAAA-AAAA"')]).toEqual([422, true, true])
  })

  it('one that went astray is replaced at once; one of last year has ended', async () => {
    const old = codes[1]!.ma
    const { rows } = await school.sql.query('select don_vi from ma_gui_bai where ma = $1', [old])
    await (await at('doantn')).post('/lam-viec/lop', { viec: 'lap', namHoc, lop: String(rows[0].don_vi), thay: '1' })
    const gone = await visitor().open(`/gui-bai/${old}`)
    expect([gone.status, gone.text.includes('đã hết hạn hoặc đã được thay')]).toEqual([422, true])
    expect(receiptOf(await send(old))).toContain('none: 422')
    codes = await codesNow()
    expect((await visitor().open(`/gui-bai/${codes[1]!.ma}`)).status).toBe(200)
    await moveClock(school, '400 days')
    expect((await visitor().open(`/gui-bai/${codes[1]!.ma}`)).status).toBe(422)
    await moveClock(school, '0')
  })
})

describe('a class', () => {
  it('tells without a script and follows by its receipt until it is thanked', async () => {
    const { ma } = codes[2]!
    const form = await visitor().open(`/gui-bai/${ma}`)
    expect([form.status, form.text.includes('Chuyện tốt của Chi đoàn 12A1'), form.text.length < 60_000]).toEqual([200, true, true])
    const answer = await send(ma, {}, [
      { name: 'ví của bác.jpg', bytes: await photo() },
      { name: '../../x.jpg', bytes: await photo() },
    ])
    const so = receiptOf(answer)
    expect(so).toMatch(/^[0-9A-Z]{10}$/)
    expect(staged()).toEqual([])
    const id = await storyOf(so)
    expect(await stateOf(school, id)).toBe('choTiepNhan')
    const { rows } = await school.sql.query(
      `select h.tac_gia, h.nguoi_dong_gop, h.ban_trinh_id, t.loai::text, t.anh_bia_id is not null as anh from ho_so h join tin_bai t on t.id = h.tai_lieu where h.bo_suu_tap = 'tin-bai' and h.tai_lieu = $1`,
      [id],
    )
    expect(rows[0]).toEqual({ tac_gia: null, nguoi_dong_gop: [], ban_trinh_id: null, loai: 'nguoiTotViecTot', anh: true })
    const receipt = `/gui-bai/bien-nhan/${so}`
    expect((await visitor().open(`${receipt}?moi=1`)).text).toContain('Đã nhận. Đoàn Thanh niên sẽ đọc.')

    // Told, and due.
    while (isWholeBatch(await collect(school.payload, () => (error) => { throw error }))); // prettier-ignore
    const doan = await at('doantn')
    expect((await doan.open('/lam-viec/hop-thu')).text).toContain(`/lam-viec/nhan/${id}`)
    expect((await doan.open('/lam-viec')).text).toContain(`/lam-viec/nhan/${id}`)
    for (const who of ['giaovien', 'lop12a1', 'quantri'] as const) expect((await (await at(who)).open(`/lam-viec/nhan/${id}`)).status, who).toBe(404)
    const page = await doan.open(`/lam-viec/nhan/${id}`)
    expect(page.text).toContain('mang ngay tới công an xã')
    expect(page.text).toContain('ví của bác.jpg')
    const [, thumb] = /<img src="(\/api\/tu-lieu\/file\/[^"]+)"/.exec(page.text)!
    expect((await doan.open(thumb!)).status).toBe(200)
    expect((await visitor().open(thumb!)).status).not.toBe(200)

    // A question, its answer.
    const asked = await doan.post(`/lam-viec/nhan/${id}`, { viec: 'hoi', hoi: 'Người mất ví là ai?' })
    expect(asked.location).toBe(`/lam-viec/nhan/${id}?da=hoiLop`)
    expect((await doan.post(`/lam-viec/nhan/${id}`, { viec: 'hoi', hoi: 'Lần nữa?' })).status).toBe(409)
    const question = await visitor().open(receipt)
    expect(question.text).toContain('Người mất ví là ai?')
    expect((await visitor().post(receipt, { luc: luc(so), traLoi: ' ' })).status).toBe(422)
    expect((await visitor().post(receipt, { luc: luc(so), traLoi: 'Là bác Lò Văn Ơn ở bản Nà Lốm ạ.' })).text).toContain('Là bác Lò Văn Ơn')
    expect((await visitor().post(receipt, { luc: luc(so), traLoi: 'Thêm' })).status).toBe(404)

    // The form teacher.
    const asks = await doan.post(`/lam-viec/nhan/${id}`, { viec: 'xacNhan' })
    const [, path] = /(\/gui-bai\/xac-nhan\/[A-Za-z0-9_-]{32})/.exec(asks.text)!
    expect((await visitor().open(path!)).text).toContain('mang ngay tới công an xã')
    const confirmed = await visitor().post(path!, { luc: luc('xac-nhan'), hoTen: 'Đỗ Thị Hoa' })
    expect(confirmed.location).toBe('/gui-bai/da-xac-nhan')
    expect((await visitor().open(receipt)).text).toContain('Thầy cô đã xác nhận (Đỗ Thị Hoa)')
    expect((await visitor().open('/gui-bai/xac-nhan/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).status).toBe(401)

    // Taken up: his sending counts as his step.
    const consent = await (await school.as('doantn')).post('/api/dong-y', { hoTen: 'Vàng A Sử', namSinh: 2008, kenh: ['website'] })
    const data = { nhanVat: [consent.body.doc.id], chuDe: [await topicId(school, 'Dạy và học')], tomTat: 'Trả lại của rơi.' }
    const { rows: own } = await school.sql.query(`select phien_ban from ho_so where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [id])
    expect((await (await school.as('doantn')).patch(`/api/tin-bai/${id}`, { ...data, phienBan: Number(own[0].phien_ban) })).status).toBe(200)
    const { rows: pictures } = await school.sql.query(
      `select anh_bia_id as a, (select array_agg(tu_lieu_id) from tin_bai_rels where parent_id = t.id and path = 'tuLieu') as b from tin_bai t where id = $1`,
      [id],
    )
    for (const picture of [pictures[0].a, ...pictures[0].b])
      expect((await (await school.as('doantn')).patch(`/api/tu-lieu/${picture}`, { altText: 'Chiếc ví' })).status).toBe(200)
    const sent = await submit(school, 'doantn', id)
    expect([sent.status, sent.body.trangThai], sent.text).toEqual([200, 'choBienTap'])
    expect((await visitor().open(receipt)).text).toContain('đang chờ nhà trường duyệt')
    expect((await doan.post(`/lam-viec/nhan/${id}`, { viec: 'khongDung', lyDo: 'Muộn' })).status).toBe(409)
    const banTrinh = sent.body.banTrinh.id as number
    for (const who of ['vanphong', 'phohieutruong'] as const) expect((await approve(school, who, id, banTrinh)).status, who).toBe(200)
    const thanks = await visitor().open(receipt)
    expect(thanks.text).toContain('Bài đã lên trang. Cảm ơn lớp!')
    const [, live] = /href="(\/bai\/[^"]+)"/.exec(thanks.text)!
    const shown = await visitor().open(live!)
    expect([shown.status, shown.text.includes('Chi đoàn 12A1'), shown.text.includes('Lớp trưởng'), shown.text.includes('Cô Hoa')]).toEqual([
      200,
      true,
      false,
      false,
    ])
    const table = await doan.open('/lam-viec/lop')
    expect(table.text.replace(/<[^>]+>|\s+/g, ' ')).toMatch(/Chi đoàn 12A1 +1 bài trên trang +Đã gửi 1 /)
    expect(table.text).toMatch(/chưa có chuyện người tốt việc tốt nào lên trang: Chi đoàn 10A1, Chi đoàn 11A2\./)
  })

  it('loses nothing by a mistake: its words and its pictures come back', async () => {
    const ma = codes[0]!.ma
    const refused = await send(ma, { ai: '', viec: 'Ngắn', ngay: '2031-01-01', dongY: '' }, [{ name: 'a.jpg', bytes: await photo() }])
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('>\nNgắn</textarea>')
    for (const name of ['ai', 'viec', 'ngay', 'dongY']) expect(refused.text, name).toContain(`href="#o-${name}"`)
    const kept = words(refused.text)
    expect([kept.length, staged().length]).toEqual([1, 1])
    const so = receiptOf(await send(ma, { giu: kept }, [{ name: 'b.jpg', bytes: await photo() }]))
    const { rows } = await school.sql.query(
      `select t.anh_bia_id is not null as a, (select count(*)::int from tin_bai_rels r where r.parent_id = t.id and path = 'tuLieu') as b from tin_bai t where id = $1`,
      [await storyOf(so)],
    )
    expect([rows[0], staged()]).toEqual([{ a: true, b: 1 }, []])
    // A word for one class's form is none for another's, and none twice.
    const crossed = receiptOf(await send(codes[1]!.ma, { giu: kept }))
    const other = await school.sql.query(`select anh_bia_id from tin_bai where id = $1`, [await storyOf(crossed)])
    expect(other.rows[0].anh_bia_id).toBe(null)
  })

  it('is told of a picture that is none, and keeps the others', async () => {
    const { ma } = codes[0]!
    const refused = await send(ma, {}, [
      { name: 'tốt.jpg', bytes: await photo() },
      { name: 'hỏng.jpg', bytes: Buffer.from('<script>alert(1)</script>') },
    ])
    expect([refused.status, refused.text.includes('hỏng.jpg'), words(refused.text).length, staged().length]).toEqual([422, true, 1, 1])
    expect((await school.sql.query(`select count(*)::int as n from tu_lieu where ten_goc = 'tốt.jpg'`)).rows[0].n).toBe(0)
    expect(receiptOf(await send(ma, { giu: words(refused.text) }))).toMatch(/^[0-9A-Z]{10}$/)
    const many = await send(ma, {}, await Promise.all(Array.from({ length: 7 }, async (_, i) => ({ name: `${i}.jpg`, bytes: await photo() }))))
    expect([many.status, many.text.includes('nhiều nhất 6 ảnh')]).toEqual([422, true])
  })

  it('sends pictures ahead one by one', async () => {
    const { ma } = codes[0]!
    const upload = async (bytes: Uint8Array, name: string): Promise<DeskAnswer> => {
      const body = new FormData()
      body.append('anh', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), name)
      return visitor().send(`/gui-bai/${ma}/tep`, { method: 'POST', body })
    }
    const sent = await upload(await photo(), 'một.jpg')
    const { giu, ten } = JSON.parse(sent.text) as { giu: string; ten: string }
    expect([sent.status, ten]).toEqual([200, 'một.jpg'])
    expect((await upload(new Uint8Array(0), 'rỗng.jpg')).status).toBe(422)
    const big = await upload(Buffer.alloc(15_500_000, 1), 'to.jpg')
    expect([big.status, JSON.parse(big.text).loi]).toEqual([422, expect.stringContaining('15 MB')])
    expect(receiptOf(await send(ma, { giu: [giu] }))).toMatch(/^[0-9A-Z]{10}$/)
  })

  it('a form of a robot, of yesterday, of another code or broken off is not taken', async () => {
    const { ma } = codes[0]!
    const before = (await school.sql.query('select count(*)::int as n from bai_gui')).rows[0].n
    const waiting = staged()
    for (const more of [
      { luc: luc(ma, 500) } as Record<string, string>,
      { luc: luc(ma, 13 * 3_600_000) },
      { luc: luc('khac') },
      { luc: 'x' },
      { trangWeb: 'http://x' },
    ]) {
      const answer = await send(ma, more)
      expect([answer.status, answer.text.includes('Sáng thứ hai bạn Sử')], JSON.stringify(more)).toEqual([409, true])
    }
    for (const [type, body] of [
      ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a'],
      ['multipart/form-data', 'x'],
      ['application/json', '{}'],
    ] as const) {
      const answer = await visitor().send(`/gui-bai/${ma}`, { method: 'POST', body, headers: { 'content-type': type } })
      expect(answer.status, type).toBe(400)
    }
    expect((await visitor().send('/gui-bai', { method: 'POST', body: new URLSearchParams({ ma: 'x'.repeat(70_000) }) })).status).toBe(413)
    expect((await school.sql.query('select count(*)::int as n from bai_gui')).rows[0].n).toBe(before)
    expect(staged()).toEqual(waiting)
  })

  it('and one after another are two, until merged or declined; the receipt says which', async () => {
    const { ma } = codes[1]!
    const [one, two, three] = [
      receiptOf(await send(ma, {}, [{ name: 'a.jpg', bytes: await photo() }])),
      receiptOf(await send(ma, {}, [{ name: 'b.jpg', bytes: await photo() }])),
      receiptOf(await send(ma)),
    ]
    const [first, second, third] = [await storyOf(one), await storyOf(two), await storyOf(three)]
    const doan = await at('doantn')
    expect((await doan.open(`/lam-viec/nhan/${first}`)).text).toContain('Kể cùng một việc với bài khác?')
    const { rows } = await school.sql.query('select id from bai_gui where so = $1', [two])
    const merged = await doan.post(`/lam-viec/nhan/${first}`, { viec: 'gop', vao: String(rows[0].id) })
    expect(merged.location).toBe('/lam-viec/lop?da=gop')
    const kept = await school.sql.query(
      `select anh_bia_id is not null as a, (select count(*)::int from tin_bai_rels r where r.parent_id = t.id and path = 'tuLieu') as b from tin_bai t where id = $1`,
      [second],
    )
    expect(kept.rows[0]).toEqual({ a: true, b: 1 })
    expect((await doan.open(`/lam-viec/nhan/${second}`)).text.split('Sáng thứ hai bạn Sử').length).toBe(3)
    expect((await visitor().open(`/gui-bai/bien-nhan/${one}`)).text).toContain('Chuyện này đã có một bài khác kể')
    for (const vao of ['0', 'x', String(rows[0].id)]) expect((await doan.post(`/lam-viec/nhan/${first}`, { viec: 'gop', vao })).status, vao).toBe(409)
    expect((await doan.post(`/lam-viec/nhan/${third}`, { viec: 'khongDung', lyDo: ' ' })).status).toBe(422)
    await doan.post(`/lam-viec/nhan/${third}`, { viec: 'khongDung', lyDo: 'Chuyện này trường đã kể tháng trước.' })
    expect((await visitor().open(`/gui-bai/bien-nhan/${three}`)).text).toContain('Chuyện này trường đã kể tháng trước.')
  })

  it('sends twenty a day, then tomorrow', async () => {
    await school.owner.query(
      `insert into bai_gui (so, ma, don_vi, tin_bai, ai, ngay_viec, nguoi_xac_nhan, dong_y)
      select lpad(i::text, 10, '0'), m.id, m.don_vi, -i, 'x', '2026-11-01', 'y', 'roi' from ma_gui_bai m, generate_series(1, 20) i where m.ma = $1`,
      [codes[0]!.ma],
    )
    const full = await send(codes[0]!.ma)
    expect([full.status, full.text.includes('đủ số bài một ngày')]).toEqual([429, true])
    await school.owner.query('delete from bai_gui where tin_bai < 0; delete from san_pham where tai_lieu < 0')
  })
})

it('the offline verifier follows all of it', async () => {
  const { lines } = await exported(school)
  const sound = await runVerifier(school, lines)
  expect([sound.code, sound.code === 0 ? '' : sound.text.slice(-1500)]).toEqual([0, ''])
})
