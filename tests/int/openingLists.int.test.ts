/** Lists at the desk: what was looked at is what is added, once, each with its parent; what was added is never lost with what was not. */
import { beforeAll, describe, expect, it } from 'vitest'
import { bareSchool, CONSOLE_PASSWORD, firstAccounts, PRINCIPAL } from '../support/bareSchool.ts'
import { DeskClient, fieldsOf, type DeskAnswer } from '../support/deskClient.ts'
import { openSchool } from '../support/school.ts'

const school = openSchool(bareSchool)
let principal: DeskClient
const at = (step: string): string => `/lam-viec/khai-truong/${step}`
const look = (step: string, ds: string): Promise<DeskAnswer> => principal.post(at(step), { viec: 'xem', ds })
const addAll = async (step: string, ds: string): Promise<DeskAnswer> => principal.fill(await look(step, ds))
const words = ({ text }: DeskAnswer): string => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const rowsOf = async (statement: string): Promise<unknown[]> => (await school.owner.query({ text: statement, rowMode: 'array' })).rows
const unitsLike = (ten: string): Promise<unknown[]> =>
  rowsOf(`select u.ten, c.ten from don_vi u left join don_vi c on c.id = u.cha_id where u.ten like '${ten}%' order by u.ten, c.ten`)
const links = ({ text }: DeskAnswer): number => text.match(/nhan-loi#/g)?.length ?? 0

async function upload(step: string, name: string, bytes: string): Promise<DeskAnswer> {
  const body = new FormData()
  body.set('viec', 'xem')
  body.set('tep', new Blob([bytes], { type: 'text/csv' }), name)
  return principal.send(at(step), { method: 'POST', body })
}

beforeAll(async () => {
  await firstAccounts(school.payload)
  principal = new DeskClient(school.url)
  await principal.signIn(PRINCIPAL, CONSOLE_PASSWORD)
  await principal.post(at('loai'), { preset: 'thanh-truong-2020' })
})

describe('two presses of one button', () => {
  it.each([
    ['don-vi', 'don_vi', 'Tổ bấm đôi'],
    ['chu-de', 'chu_de', 'Chủ đề bấm đôi'],
  ])('add each of %s once', async (step, bang, ten) => {
    const shown = await look(step, Array.from({ length: 15 }, (_none, i) => `${ten} ${i + 1}`).join('\n'))
    const both = await Promise.all([principal.fill(shown), principal.fill(shown)])
    expect(both.map(({ status, text }) => [status, text.includes('Chưa thêm được')])).toEqual([
      [200, false],
      [200, false],
    ])
    expect(await rowsOf(`select count(*)::int, count(distinct ten)::int from ${bang} where ten like '${ten}%'`)).toEqual([[15, 15]])
  })
})

describe('a unit', () => {
  it('is not added without the parent that its list could not have', async () => {
    const shown = await look('don-vi', 'Cha hỏng\tLoại không có\nCon hỏng\tLớp\tCha hỏng\nCháu hỏng\tLớp\tCon hỏng')
    expect(words(shown)).toContain('0 sẽ thêm, 0 đã có, 3 cần sửa')
    expect(words(shown)).toContain('Chưa có đơn vị tên “Cha hỏng”')
    await addAll('don-vi', 'Cha hỏng\tKhối\nCon hỏng\tLớp\tCha hỏng')
    expect(await unitsLike('Con hỏng')).toEqual([['Con hỏng', 'Cha hỏng']])
  })

  it('is neither its own parent nor in a circle', async () => {
    const shown = await look('don-vi', 'Vòng X\tKhối\tVòng Y\nVòng Y\tKhối\tVòng X\nVòng Z\tKhối\tVòng Z')
    expect(words(shown)).toContain('0 sẽ thêm, 0 đã có, 3 cần sửa')
    await principal.post(at('don-vi'), { viec: 'them', dong: JSON.stringify([['Vòng X', 'Khối', 'Vòng X']]) })
    expect(await unitsLike('Vòng')).toEqual([])
  })

  it('of one name under two parents is two, and each comes after its parent', async () => {
    const list = 'Lớp Mầm\tLớp\tCơ sở 1\nLớp Mầm\tLớp\tCơ sở 2\nCơ sở 1\tKhối\nCơ sở 2\tKhối'
    expect(words(await addAll('don-vi', list))).toContain('Đã thêm 4 đơn vị')
    expect(await unitsLike('Lớp Mầm')).toEqual([
      ['Lớp Mầm', 'Cơ sở 1'],
      ['Lớp Mầm', 'Cơ sở 2'],
    ])
    expect(words(await look('don-vi', list))).toContain('0 sẽ thêm, 4 đã có')
  })
})

describe('what is previewed', () => {
  it('is what is added, whatever stands in the cells', async () => {
    await principal.fill(await upload('chu-de', 'a.csv', '"Toán; Lý"\n"Hóa; Sinh"\n"Văn; Sử"'))
    expect(await rowsOf(`select ten from chu_de where ten like '%;%' order by id`)).toEqual([['Toán; Lý'], ['Hóa; Sinh'], ['Văn; Sử']])
    await principal.fill(await upload('don-vi', 'b.csv', 'Tổ đầu,Khối\n"""Sao Mai""",Khối\n"""Họa Mi"" nhóm trẻ",Khối\nTổ cuối,Khối'))
    expect(await rowsOf(`select ten from don_vi order by id desc limit 3`)).toEqual([['Tổ cuối'], ['"Họa Mi" nhóm trẻ'], ['"Sao Mai"']])
  })

  it('stands in the box as it can be read again', async () => {
    const shown = await upload('chu-de', 'c.csv', '"Ăn; ngủ"\n"""Học"" và chơi"\n"Múa; hát"')
    const again = await principal.fill(shown, {}, 1)
    for (const cell of ['Ăn; ngủ', '&quot;Học&quot; và chơi', 'Múa; hát']) expect([cell, again.text.includes(`<td>${cell}</td>`)]).toEqual([cell, true])
  })

  it('keeps the columns of a list whose first head cell is blank', async () => {
    const list = '\tHọ và tên\tEmail\tChức vụ\n1\tQuàng Văn Trống\ttrong@truong.example\tGiáo viên'
    for (const shown of [await look('nguoi', list), await upload('nguoi', 'p.csv', list.replaceAll('\t', ','))]) {
      expect(words(shown)).toContain('1 sẽ thêm')
      expect(shown.text).toContain('<td>Quàng Văn Trống</td>')
    }
    expect(words(await principal.fill(await upload('nguoi', 'p.csv', list.replaceAll('\t', ','))))).toContain('Đã thêm 1 người')
    expect(await rowsOf(`select ho_ten, chuc_vu from nguoi_dung where email = 'trong@truong.example'`)).toEqual([['Quàng Văn Trống', 'Giáo viên']])
  })

  it.each([
    ['no list', 'x'],
    ['no rows', '{"a":[]}'],
    ['a cell that is no text', '[["Tổ lạ",1]]'],
    ['an empty list', '[]'],
    ['too many cells', JSON.stringify([Array(21).fill('Tổ lạ')])],
    ['a cell too long', JSON.stringify([['Tổ lạ', 'x'.repeat(2001)]])],
    ['too many rows', JSON.stringify(Array.from({ length: 601 }, () => ['Tổ lạ']))],
  ])('is refused where it was changed on the way: %s', async (_what, dong) => {
    const answer = await principal.post(at('don-vi'), { viec: 'them', dong })
    expect(answer.status).toBe(400)
    expect(await unitsLike('Tổ lạ')).toEqual([])
  })

  it('is in the box again for whoever’s session ended before the button', async () => {
    const other = new DeskClient(school.url)
    await other.signIn(PRINCIPAL, CONSOLE_PASSWORD)
    const shown = await other.post(at('chu-de'), { viec: 'xem', ds: 'Chủ đề còn đây' })
    other.cookies.delete('payload-token')
    const again = await other.fill(await other.fill(shown), { email: PRINCIPAL, password: CONSOLE_PASSWORD })
    expect(Object.fromEntries(fieldsOf(again.text).fields)).toMatchObject({ viec: 'xem', ds: 'Chủ đề còn đây' })
  })
})

describe('people', () => {
  it('with a cell too long are named before, and the others are invited', async () => {
    const list = `Người Một\tdai1@truong.example\tGiáo viên\nNgười Hai\tdai2@truong.example\t${'Phó '.repeat(30)}trưởng\n${'Lò '.repeat(40)}\tdai3@truong.example`
    const shown = await look('nguoi', list)
    expect(words(shown)).toContain('1 sẽ thêm, 0 đã có, 2 cần sửa')
    expect(words(shown)).toMatch(/Mục chức vụ dài quá giới hạn 100.*Mục họ và tên dài quá giới hạn 100/)
    const added = await principal.fill(shown)
    expect([added.status, links(added)]).toEqual([200, 1])
  })

  it('added by a button pressed twice get a link each, and the answer that shows fewer says how to have another', async () => {
    const list = Array.from({ length: 8 }, (_none, i) => `Người Đôi ${i}\tdoi${i}@truong.example`).join('\n')
    const shown = await look('nguoi', list)
    const both = await Promise.all([principal.fill(shown), principal.fill(shown)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(both.map(links).reduce((sum, n) => sum + n)).toBe(8)
    for (const one of both) expect([links(one) === 8 || words(one).includes('bấm “Gửi lại lời mời”'), words(one)]).toEqual([true, expect.any(String)])
    expect(words(await principal.fill(shown))).toContain('Đã thêm 0 người. 8 dòng đã có, bỏ qua.')
  })

  it('invited before the proof ran out keep their links; the rest go on with the password', async () => {
    const shown = await look('nguoi', Array.from({ length: 20 }, (_none, i) => `Người Thứ ${i}\tthu${i}@truong.example`).join('\n'))
    // Once the seventh account is made, the proof is gone.
    await school.owner.query(`create function thu_het_han() returns trigger language plpgsql security definer as $$ begin
        if new.email = 'thu6@truong.example' then update nguoi_dung_sessions set created_at = ct_nay() - interval '1 hour', xac_nhan_luc = null; end if; return new; end $$`)
    await school.owner.query(`create trigger thu_het_han after insert on nguoi_dung for each row execute function thu_het_han()`)
    await rowsOf(`update nguoi_dung_sessions set created_at = ct_nay(), xac_nhan_luc = null`)
    const stopped = await principal.fill(shown)
    await school.owner.query(`drop trigger thu_het_han on nguoi_dung`)
    const [[made]] = (await rowsOf(`select count(*)::int from nguoi_dung where email like 'thu%'`)) as [[number]]
    expect([stopped.status, made > 0, made < 20, links(stopped)]).toEqual([200, true, true, made])
    expect(stopped.text).toContain('xác nhận mật khẩu')
    expect(fieldsOf(stopped.text).fields.map(([name]) => name)).toContain('matKhau')
    const wrong = await principal.fill(stopped, { matKhau: 'sai mat khau nay' })
    expect([wrong.status, wrong.text.includes('thu19@truong.example')]).toEqual([403, true])
    const rest = await principal.fill(stopped, { matKhau: CONSOLE_PASSWORD })
    expect([rest.status, links(rest)]).toEqual([200, 20 - made])
  })

  it('of whom nobody was invited yet stand in the box beside the password that is asked for', async () => {
    const shown = await look('nguoi', 'Người Chờ\tcho@truong.example')
    await rowsOf(`update nguoi_dung_sessions set created_at = ct_nay() - interval '1 hour', xac_nhan_luc = null`)
    const asked = await principal.fill(shown)
    const { fields } = fieldsOf(asked.text)
    expect([asked.status, Object.fromEntries(fields)]).toEqual([403, { viec: 'xem', ds: 'Người Chờ\tcho@truong.example', matKhau: '' }])
    const added = await principal.fill(await principal.fill(asked, { matKhau: CONSOLE_PASSWORD }))
    expect(links(added)).toBe(1)
  })

  it('invited before the database failed keep their links', async () => {
    await school.owner.query(`create function hong() returns trigger language plpgsql as $$ begin
        if new.email = 'hong2@truong.example' then raise exception 'hỏng' using errcode = '53100'; end if; return new; end $$`)
    await school.owner.query(`create trigger hong before insert on nguoi_dung for each row execute function hong()`)
    const stopped = await addAll('nguoi', [1, 2, 3].map((i) => `Người Hỏng ${i}\thong${i}@truong.example`).join('\n'))
    await school.owner.query(`drop trigger hong on nguoi_dung`)
    expect([stopped.status, links(stopped), words(stopped).includes('Còn 2 dòng')]).toEqual([200, 1, true])
    expect(links(await principal.fill(stopped))).toBe(2)
  })
})

describe('a form that is none', () => {
  it.each([
    ['text/plain', 'x'],
    ['application/json', '{}'],
    ['', 'a=b'],
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=a', '--a\r\nContent-Disposition: form-data; name="x"\r\n\r\nabc'],
    ['multipart/form-data; boundary=a', '--a\r\nContent-Disposition: form-data; name="x"; filename="y.csv"\r\n\r\nabc'],
  ])('is refused in words and is nobody’s failure: %j %j', async (type, body) => {
    const answer = await new DeskClient(school.url).send('/lam-viec/dang-nhap', {
      method: 'POST',
      body: Buffer.from(body),
      headers: type === '' ? {} : { 'content-type': type },
    })
    expect([answer.status, answer.text.includes('không hợp lệ'), answer.text.includes('mã sự cố')]).toEqual([400, true, false])
  })
})
