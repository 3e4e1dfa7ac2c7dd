/**
 * `npm run code:end`: at the console, the codes of somebody who lost both his phone and his recovery codes end. He signs in and sets up
 * new ones; until then he decides nothing that demands a code.
 */
import { boMaDaMat } from '../actions/maXacNhan.ts'
import { accountAt } from '../facts/accountAt.ts'
import { hasCode } from '../facts/codes.ts'
import { MAILS } from '../messages/mails.ts'
import { atConsole, tellAll } from './console.ts'

atConsole(async ({ payload, ask, say, request }) => {
  const email = await ask('Địa chỉ thư của người mất mã (đã gặp hoặc gọi điện cho chính người ấy): ')
  const person = await accountAt(await request(), email)
  if (person === null) throw new Error('Không có tài khoản nào mang địa chỉ này. Chưa có gì thay đổi.')
  if (!(await hasCode(await request(), person.id))) throw new Error(`${person.hoTen} không dùng mã xác nhận. Chưa có gì thay đổi.`)
  if ((await ask(`Gõ “bỏ mã” để bỏ mã xác nhận của ${person.hoTen}: `)).normalize('NFC').toLowerCase() !== 'bỏ mã')
    throw new Error('Chưa xác nhận. Chưa có gì thay đổi.')
  await boMaDaMat(await request(), email)
  say(`Đã ghi sổ. ${person.hoTen} đăng nhập rồi đặt mã mới ở Bàn làm việc, mục Tài khoản.`)
  await tellAll(payload, say, (hoTen) => MAILS.codeEnded(hoTen, person.hoTen))
})
