/** A form teacher who reads by the link what the class told, and knows that it is not so. */
import { expect, it } from 'vitest'
import { desksAt, type DeskAnswer } from '../support/deskClient.ts'
import { receiptOf, sendersAt } from '../support/senders.ts'
import { openSchool } from '../support/school.ts'

const school = openSchool()
const at = desksAt(school)
const { namHoc, visitor, luc, send, photo } = sendersAt(school)

it('a form teacher may say that it is not so, and why; those who judge by it read that', async () => {
  await (await at('doantn')).post('/lam-viec/lop', { viec: 'lap', namHoc, moi: '1' })
  const ma = String((await school.sql.query('select ma from ma_gui_bai where het_luc is null order by id limit 1')).rows[0].ma)
  const so = receiptOf(await send(ma, { ai: 'Bạn Chưa Đúng' }))
  const story = Number((await school.sql.query('select tin_bai from bai_gui where so = $1', [so])).rows[0].tin_bai)
  const doan = await at('doantn')
  const [, path] = /(\/gui-bai\/xac-nhan\/[A-Za-z0-9_-]{32})/.exec((await doan.post(`/lam-viec/nhan/${story}`, { viec: 'xacNhan' })).text)!
  const says = (lyDo: string): Promise<DeskAnswer> => visitor().post(path!, { luc: luc('xac-nhan'), viec: 'khong', hoTen: 'Đỗ Thị Hoa', lyDo })
  expect((await says(' ')).status).toBe(422)
  expect((await says('Việc này của bạn khác.')).location).toBe('/gui-bai/da-xac-nhan')
  expect((await says('Lần nữa.')).status).toBe(409)
  const read = (await doan.open(`/lam-viec/nhan/${story}`)).text
  expect([read.includes('Việc này của bạn khác.'), read.includes('Nhờ giáo viên chủ nhiệm xác nhận')]).toEqual([true, true])
})

const told = async (ai: string): Promise<{ so: string; story: number; path: string }> => {
  const { ma } = (await school.sql.query('select ma from ma_gui_bai where het_luc is null order by id limit 1')).rows[0] as { ma: string }
  const so = receiptOf(await send(ma, { ai }))
  const story = Number((await school.sql.query('select tin_bai from bai_gui where so = $1', [so])).rows[0].tin_bai)
  const [, path] = /(\/gui-bai\/xac-nhan\/[A-Za-z0-9_-]{32})/.exec((await (await at('doantn')).post(`/lam-viec/nhan/${story}`, { viec: 'xacNhan' })).text)!
  return { so, story, path: path! }
}
const say = (path: string, more: Record<string, string>): Promise<DeskAnswer> => visitor().post(path, { luc: luc('xac-nhan'), hoTen: 'Đỗ Thị Hoa', ...more })
const row = async (so: string) => (await school.sql.query('select id, xac_nhan_ten as ten, xac_nhan_khong as khong from bai_gui where so = $1', [so])).rows[0]

it('the form teacher sees the pictures too, while the link holds, and no others', async () => {
  const { ma } = (await school.sql.query('select ma from ma_gui_bai where het_luc is null order by id limit 1')).rows[0] as { ma: string }
  const so = receiptOf(await send(ma, { ai: 'Bạn Có Ảnh' }, [{ name: 'sân.jpg', bytes: await photo() }]))
  const [row] = (await school.sql.query('select b.tin_bai, s.anh_bia_id as anh from bai_gui b join tin_bai s on s.id = b.tin_bai where b.so = $1', [so])).rows
  const [, path] = /(\/gui-bai\/xac-nhan\/[A-Za-z0-9_-]{32})/.exec(
    (await (await at('doantn')).post(`/lam-viec/nhan/${row.tin_bai}`, { viec: 'xacNhan' })).text,
  )!
  expect((await visitor().open(path!)).text).toContain(`${path}/anh/${row.anh}`)
  const picture = await visitor().raw(`${path}/anh/${row.anh}`)
  expect([picture.status, picture.headers.get('content-type')?.startsWith('image/'), picture.headers.get('cache-control')]).toEqual([
    200,
    true,
    'private, no-store',
  ])
  const other = (await school.sql.query('select id from tu_lieu where id <> $1 limit 1', [row.anh])).rows[0].id
  for (const wrong of [`${path}/anh/${other}`, `${path}/anh/x`, `${path!.slice(0, -1)}${path!.endsWith('A') ? 'B' : 'A'}/anh/${row.anh}`])
    expect([wrong, (await visitor().raw(wrong)).status]).toEqual([wrong, 404])
  await school.owner.query(`update bai_gui set xac_nhan_han = ct_nay() - interval '1 minute' where so = $1`, [so])
  expect((await visitor().raw(`${path}/anh/${row.anh}`)).status).toBe(404)
})

it('a "no" stays where it is asked once more', async () => {
  const no = await told('Bạn Hỏi Lại')
  await say(no.path, { viec: 'khong', lyDo: 'Không phải lớp tôi' })
  const doan = await at('doantn')
  const [, path] = /(\/gui-bai\/xac-nhan\/[A-Za-z0-9_-]{32})/.exec((await doan.post(`/lam-viec/nhan/${no.story}`, { viec: 'xacNhan' })).text)!
  await say(path!, {})
  expect((await doan.open(`/lam-viec/nhan/${no.story}`)).text).toContain('Trước đó đã báo chưa đúng: Đỗ Thị Hoa: Không phải lớp tôi')
})

it('a "no" is carried over when two become one, and a "yes" of other words holds no more', async () => {
  const [no, yes] = [await told('Bạn Bịa Đặt'), await told('Bạn Có Thật')]
  await say(no.path, { viec: 'khong', lyDo: 'Bịa đặt' })
  await say(yes.path, {})
  const into = Number((await row(yes.so)).id)
  await (await at('doantn')).post(`/lam-viec/nhan/${no.story}`, { viec: 'gop', vao: String(into) })
  expect(await row(yes.so)).toMatchObject({ khong: 'Bịa đặt', ten: 'Đỗ Thị Hoa' })
  const [one, other] = [await told('Bạn Thứ Nhất'), await told('Bạn Thứ Hai')]
  await say(other.path, {})
  await (await at('doantn')).post(`/lam-viec/nhan/${one.story}`, { viec: 'gop', vao: String((await row(other.so)).id) })
  expect(await row(other.so)).toMatchObject({ khong: null, ten: null })
})

it('a late "no" is heard; a late "yes" loses none of its words and says whom to tell', async () => {
  const late = await told('Bạn Đến Muộn')
  await school.sql.query(`update bai_gui set xac_nhan_han = ct_nay() - interval '1 day' where so = $1`, [late.so])
  const refused = await say(late.path, { hoTen: 'Cô Giáo Tên Dài' })
  expect([refused.location, refused.text.includes('Cô Giáo Tên Dài'), refused.text.includes('Hãy nhắn Đoàn Thanh niên')]).toEqual([null, true, true])
  expect((await say(late.path, { viec: 'khong', lyDo: 'Không có việc này.' })).location).toBe('/gui-bai/da-xac-nhan')
  expect(await row(late.so)).toMatchObject({ khong: 'Không có việc này.' })
})
