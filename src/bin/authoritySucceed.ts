/**
 * `npm run authority:succeed -- <address>`: where the spokesperson is gone. Run once it is announced to everybody who approves;
 * run again a day later it is done. `-- --huy` takes an announcement back.
 */
import { parseArgs } from 'node:util'
import type { Payload } from 'payload'
import { ghiKeNhiem, huyKeNhiem, nhanKeNhiem } from '../actions/keNhiem.ts'
import { now } from '../database/clock.ts'
import { MAILS } from '../messages/mails.ts'
import { authorityOf } from '../record/authority/read.ts'
import { moment } from '../theme/draw/dates.ts'
import { atConsole, tellAll, type Console } from './console.ts'

const { values, positionals } = parseArgs({ options: { huy: { type: 'boolean' } }, allowPositionals: true })

async function accountOf(payload: Payload, email: string): Promise<{ id: number; hoTen: string; chucVu: string; vaiTro: string[] }> {
  // overrideAccess: the console looks up whom it was asked about.
  const { docs } = await payload.find({ collection: 'nguoi-dung', where: { email: { equals: email.toLowerCase() } }, depth: 0, limit: 1, overrideAccess: true })
  const found = docs[0]
  if (!found) throw new Error(`Không có tài khoản nào dùng địa chỉ “${email}”. Chưa có gì thay đổi.`)
  return { id: Number(found.id), hoTen: found.hoTen, chucVu: found.chucVu ?? '', vaiTro: [...(found.vaiTro ?? [])] }
}

async function confirmed({ ask }: Console, word: string, what: string): Promise<void> {
  if ((await ask(`Gõ “${word}” để ${what}: `)).normalize('NFC').toLowerCase() !== word) throw new Error('Chưa xác nhận. Chưa có gì thay đổi.')
}

async function announce(at: Console, email: string): Promise<void> {
  const heir = await accountOf(at.payload, email)
  at.say(`Người kế nhiệm: ${heir.hoTen} – ${heir.chucVu || 'chưa ghi chức vụ'}.`)
  at.say('Chỉ làm việc này khi người phát ngôn không còn tự trao quyền được. Việc này được ghi sổ, báo cho mọi người duyệt, và có hiệu lực sau một ngày.')
  await confirmed(at, 'kế nhiệm', 'ghi sổ')
  const tu = await ghiKeNhiem(await at.request(), heir.id)
  at.say(`Đã ghi sổ. Sau ${moment(tu)} hãy chạy lại đúng lệnh này. Hãy in dòng này và lưu cùng quyết định bổ nhiệm.`)
  await tellAll(at.payload, at.say, (hoTen) => MAILS.succession(hoTen, heir.hoTen, moment(tu)))
}

async function takeOver(at: Console, email: string, keNhiem: { nguoi: number; tu: string }): Promise<void> {
  const heir = await accountOf(at.payload, email)
  if (heir.id !== keNhiem.nguoi) throw new Error('Đang có thông báo kế nhiệm cho người khác. Hãy huỷ bằng --huy trước. Chưa có gì thay đổi.')
  if (Date.parse(await now(await at.request())) < Date.parse(keNhiem.tu))
    throw new Error(`Chưa tới giờ: ${heir.hoTen} kế nhiệm được sau ${moment(keNhiem.tu)}. Chưa có gì thay đổi.`)
  await confirmed(at, 'nhận', `trao vai trò người phát ngôn cho ${heir.hoTen}`)
  await nhanKeNhiem(await at.request(), heir.id)
  at.say(`${heir.hoTen} từ nay là người phát ngôn. Hãy thu vai trò của người phát ngôn cũ trong mục Người dùng.`)
  await tellAll(at.payload, at.say, (hoTen) => MAILS.successionDone(hoTen, heir.hoTen))
}

atConsole(async (at) => {
  const { so } = await authorityOf(await at.request())
  if (values.huy) {
    if (!so.keNhiem) return at.say('Không có thông báo kế nhiệm nào đang chờ.')
    await huyKeNhiem(await at.request(), so.keNhiem.nguoi)
    return at.say('Đã huỷ thông báo kế nhiệm và ghi sổ.')
  }
  const [email] = positionals
  if (!email) throw new Error('Hãy ghi địa chỉ thư của người kế nhiệm: npm run authority:succeed -- ten@truong.edu.vn')
  await (so.keNhiem ? takeOver(at, email, so.keNhiem) : announce(at, email))
})
