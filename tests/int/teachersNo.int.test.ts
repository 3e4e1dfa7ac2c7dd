/** A form teacher who reads by the link what the class told, and knows that it is not so. */
import { expect, it } from 'vitest'
import { desksAt, type DeskAnswer } from '../support/deskClient.ts'
import { receiptOf, sendersAt } from '../support/senders.ts'
import { openSchool } from '../support/school.ts'

const school = openSchool()
const at = desksAt(school)
const { namHoc, visitor, luc, send } = sendersAt(school)

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
