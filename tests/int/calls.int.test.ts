/** What the classes are asked for besides stories: pictures of an event, entries of a contest – opened, answered under the class's code, closed. */
import { beforeAll, describe, expect, it } from 'vitest'
import { desksAt, type DeskAnswer } from '../support/deskClient.ts'
import { openSchool } from '../support/school.ts'
import { sendersAt } from '../support/senders.ts'
import { approve, submit } from '../support/stories.ts'

const school = openSchool()
const at = desksAt(school)
const { namHoc, visitor, photo } = sendersAt(school)
const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
let ma = ''
const open = async (fields: Record<string, string>): Promise<DeskAnswer> =>
  (await at('doantn')).post('/lam-viec/dot', { viec: 'mo', loai: 'xinAnh', theLe: '', ten: 'Ảnh lễ khai giảng', den: day(5), ...fields })
const idOf = (answer: DeskAnswer): number => Number(/\/lam-viec\/dot\/(\d+)/.exec(answer.location ?? '')?.[1])

async function send(dot: number, fields: Record<string, string>, files: number): Promise<DeskAnswer> {
  const form = await visitor().open(`/gui-bai/${ma}/dot/${dot}`)
  const luc = /name="luc" value="([^"]+)"/.exec(form.text)?.[1] ?? ''
  await new Promise((done) => setTimeout(done, 2100))
  const body = new FormData()
  for (const [name, value] of Object.entries({ luc, dongY: 'roi', ten: '', loi: '', nguoiGui: '', ...fields })) body.append(name, value)
  for (let n = 0; n < files; n += 1) body.append('anh', new Blob([new Uint8Array(await photo())], { type: 'image/jpeg' }), `anh-${n}.jpg`)
  return visitor().send(`/gui-bai/${ma}/dot/${dot}`, { method: 'POST', body })
}

beforeAll(async () => {
  await (await at('doantn')).post('/lam-viec/lop', { viec: 'lap', namHoc, moi: '1' })
  ma = (await school.sql.query(`select ma from ma_gui_bai where het_luc is null order by id limit 1`)).rows[0].ma as string
})

describe('a call for pictures', () => {
  it('stands on the form of every class, takes pictures in its name, and shows them to whoever receives', async () => {
    const made = await open({})
    expect(made.location).toContain('da=luu')
    const id = idOf(made)
    expect((await visitor().open(`/gui-bai/${ma}`)).text).toContain(`href="/gui-bai/${ma}/dot/${id}"`)
    const sent = await send(id, { loi: 'Đánh trống khai giảng' }, 2)
    expect([sent.status, /Số biên nhận: <strong>[0-9A-Z ]{11,}<\/strong>/.test(sent.text)]).toEqual([200, true])
    const [row] = (await school.sql.query('select don_vi, tu_lieu from gui_dot where dot = $1', [id])).rows as { don_vi: number; tu_lieu: number[] }[]
    const kept = (await school.sql.query('select don_vi_id, chu_thich, tac_gia_id from tu_lieu where id = any($1)', [row!.tu_lieu])).rows
    expect(kept).toEqual([1, 2].map(() => ({ don_vi_id: row!.don_vi, chu_thich: 'Ảnh lễ khai giảng', tac_gia_id: null })))
    const seen = await (await at('doantn')).open(`/lam-viec/dot/${id}`)
    expect([seen.text.includes('Đánh trống khai giảng'), seen.text.split('href="/lam-viec/kho/').length - 1]).toEqual([true, 2])
    expect((await (await at('vanphong')).open('/lam-viec/kho?chu=le+khai+giang')).text.split('name="chon"').length - 1).toBe(2)
    for (const who of ['giaovien', 'lop12a1'] as const) expect((await (await at(who)).open(`/lam-viec/dot/${id}`)).status).toBe(404)
    expect((await school.sql.query(`select 1 from nhat_ky where hanh_dong in ('mo-dot', 'nhan-dot')`)).rows.length).toBe(2)
  })

  it('without a file, or closed, or past its day takes nothing and leaves nothing behind', async () => {
    const id = idOf(await open({ ten: 'Ảnh trồng cây' }))
    const before = Number((await school.sql.query('select count(*) as so from tu_lieu')).rows[0].so)
    expect((await send(id, {}, 0)).status).toBe(422)
    await (await at('doantn')).post(`/lam-viec/dot/${id}`, {})
    expect((await visitor().open(`/gui-bai/${ma}/dot/${id}`)).status).toBe(409)
    expect((await visitor().open(`/gui-bai/${ma}`)).text).not.toContain(`/dot/${id}`)
    const other = idOf(await open({ ten: 'Ảnh ngày hội' }))
    for (const [den, status] of [
      [day(-1), 400],
      [day(9), 200],
    ] as const)
      expect((await (await at('doantn')).post(`/lam-viec/dot/${other}`, { viec: 'gia-han', den })).status).toBe(status)
    expect((await school.sql.query('select den::text from dot_gui where id = $1', [other])).rows[0].den).toBe(day(9))
    for (const odd of ['0', 'x', '999999']) expect((await visitor().open(`/gui-bai/${ma}/dot/${odd}`)).status).toBe(404)
    expect(Number((await school.sql.query('select count(*) as so from tu_lieu')).rows[0].so)).toBe(before)
  })
})

describe('a contest', () => {
  it('has rules, a day it ends and an author of each entry', async () => {
    expect((await open({ loai: 'cuocThi', ten: 'Thi ảnh mùa ban' })).status).toBe(422)
    for (const den of ['', day(-1), '2026-02-31', day(800)]) expect([den, (await open({ den })).status]).toEqual([den, 400])
    const id = idOf(await open({ loai: 'cuocThi', ten: 'Thi ảnh mùa ban', theLe: 'Mỗi lớp nhiều nhất ba ảnh.\nẢnh tự chụp.' }))
    expect((await visitor().open(`/gui-bai/${ma}/dot/${id}`)).text).toContain('Mỗi lớp nhiều nhất ba ảnh.')
    const nameless = await send(id, { ten: 'Ban trắng' }, 1)
    expect([nameless.status, nameless.text.includes('value="Ban trắng"'), nameless.text.includes('đã nhận')]).toEqual([422, true, true])
    const sent = await send(id, { ten: 'Ban trắng', nguoiGui: 'Lò Thị Thi' }, 1)
    expect(sent.text).toContain('Kết quả được công bố trên trang sau khi được duyệt.')
    expect((await (await at('vanphong')).open(`/lam-viec/dot/${id}`)).text).toContain('Lò Thị Thi')
    expect((await (await at('giaovien')).post('/lam-viec/dot', { viec: 'mo', loai: 'xinAnh', ten: 'x', den: day(3) })).status).toBe(404)
  })

  it('is judged when it is over, and its results go through the gate before any class sees them', async () => {
    const id = idOf(await open({ loai: 'cuocThi', ten: 'Thi vẽ cổng trường', theLe: 'Một lớp một bài.' }))
    for (const ten of ['Cổng mùa ban', 'Cổng sương sớm']) expect((await send(id, { ten, nguoiGui: 'Giàng A Sếnh' }, 1)).status).toBe(200)
    const numbers = (await school.sql.query('select so from gui_dot where dot = $1 order by id', [id])).rows.map((row: { so: string }) => row.so)
    const judge = async (who: 'doantn' | 'giaovien', fields: Record<string, string>): Promise<DeskAnswer> =>
      (await at(who)).post(`/lam-viec/dot/${id}`, { viec: 'giai', ...fields })
    const prizes = { [`giai.${numbers[0]}`]: 'Giải Nhì', [`giai.${numbers[1]}`]: 'Giải Nhất' }
    expect((await judge('doantn', prizes)).status).toBe(409)
    await (await at('doantn')).post(`/lam-viec/dot/${id}`, {})
    expect((await judge('giaovien', prizes)).status).toBe(404)
    expect((await judge('doantn', {})).status).toBe(422)
    const told = await judge('doantn', prizes)
    const bai = Number(/\/lam-viec\/viet\/(\d+)/.exec(told.location ?? '')?.[1])
    const text = (await (await at('doantn')).open(`/lam-viec/viet/${bai}`)).text
    expect(text).toMatch(/## Giải Nhất\s+\*\*Cổng sương sớm\*\*, Giàng A Sếnh, [\s\S]*## Giải Nhì\s+\*\*Cổng mùa ban\*\*/)
    // Once: a second press leads nowhere new.
    expect((await judge('doantn', prizes)).status).toBe(409)
    expect((await visitor().open(`/gui-bai/${ma}/dot/${id}`)).status).toBe(409)
    const pictures = (await school.sql.query('select tu_lieu from gui_dot where dot = $1', [id])).rows.flatMap((row: { tu_lieu: number[] }) => row.tu_lieu)
    await school.sql.query(`update tu_lieu set alt_text = 'Bài vẽ cổng trường' where id = any($1)`, [pictures])
    // What it belongs to is for whoever sends it to say.
    const [topic] = (await (await school.as('doantn')).get('/api/chu-de?depth=0&limit=1')).body.docs
    await (await school.as('doantn')).patch(`/api/tin-bai/${bai}`, { chuDe: [topic.id] })
    const submitted = await submit(school, 'doantn', bai)
    expect([submitted.status, submitted.text]).toEqual([200, expect.any(String)])
    const banTrinh = submitted.body.banTrinh.id as number
    const states: string[] = []
    for (const who of ['vanphong', 'phohieutruong', 'hieutruong'] as const)
      if (states.at(-1) !== 'daDang') states.push(String((await approve(school, who, bai, banTrinh)).body.trangThai))
    expect(states.at(-1)).toBe('daDang')
    for (const page of [`/gui-bai/${ma}/dot/${id}`, `/gui-bai/${ma}`]) expect((await visitor().open(page)).text).toContain('Kết quả: Thi vẽ cổng trường')
  })
})
