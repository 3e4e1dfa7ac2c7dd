/**
 * `npm run key:confirm`: at the console, a key of somebody's device is confirmed as his. For the spokesperson's first key, and for
 * a school that has no two people to vouch after a loss. The key's name is compared with the one on the school's signed paper.
 */
import { inFours } from '../policy/text/inFours.ts'
import { xacNhanKhoa } from '../actions/khoaNguoi.ts'
import { MAILS } from '../messages/mails.ts'
import { waitingKeys } from '../record/khoaNguoi.ts'
import { atConsole, tellAll } from './console.ts'

atConsole(async ({ payload, ask, say, request }) => {
  const waiting = await waitingKeys(await request())
  if (waiting.length === 0) return say('Không có khoá nào đang chờ xác nhận. Hãy đăng ký khoá ở Bàn làm việc, mục Tài khoản, trước.')
  for (const { tenNguoi, ma, ten } of waiting) say(`  ${inFours(ma)}  ${tenNguoi} (${ten || 'thiết bị'})`)
  const typed = (await ask('Gõ đủ 16 chữ của mã ghi trên giấy có chữ ký của đơn vị: ')).toLowerCase().replace(/[^0-9a-f]/g, '')
  const khoa = waiting.find(({ ma }) => ma === typed)
  if (!khoa) throw new Error('Không có khoá nào đang chờ mang mã này. Chưa có gì thay đổi.')
  if ((await ask(`Gõ “xác nhận” để ghi khoá này là của ${khoa.tenNguoi}: `)).normalize('NFC').toLowerCase() !== 'xác nhận')
    throw new Error('Chưa xác nhận. Chưa có gì thay đổi.')
  const { cach } = await xacNhanKhoa(await request(), khoa.ma)
  say(
    cach === 'thay'
      ? 'Đã ghi sổ. Khoá dùng được sau một ngày; các khoá cũ hết hiệu lực từ lúc ấy.'
      : 'Đã ghi sổ. Khoá ký được ngay. Hãy in dòng này và lưu cùng hồ sơ của đơn vị.',
  )
  await tellAll(payload, say, (hoTen) => MAILS.keyAdded(hoTen, khoa.tenNguoi, inFours(khoa.ma)))
})
