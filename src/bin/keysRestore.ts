/**
 * `npm run keys:restore`: brings keys back. `-- --khoa <file>`: the private key from a backup. `-- --cong-khai <file>`: a public
 * key of the past that the ring lost. `-- --mat-khoa`: the key is lost for good; a new one signs, and the log says so.
 */
import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ghiDoiKhoa } from '../actions/doiKhoa.ts'
import { now } from '../database/clock.ts'
import { readEnv } from '../env.ts'
import { makeKey, readKey, readRingText, writeKey, writeRing } from '../record/keys/file.ts'
import { openKeys } from '../record/keys/open.ts'
import { readRing, withKey, type KhoaTrongVong } from '../record/keys/ring.ts'
import { keyId } from '../record/keys/signature.ts'
import { runtimeOf } from '../runtime.ts'
import { atConsole } from './console.ts'

const { values } = parseArgs({
  options: { khoa: { type: 'string' }, 'cong-khai': { type: 'string', multiple: true, default: [] }, 'mat-khoa': { type: 'boolean' } },
})
const file = readEnv().signingKeyFile

function ringEntries(): readonly KhoaTrongVong[] {
  const text = readRingText(file)
  if (text === null) return []
  const read = readRing(text)
  if (read.fault) throw new Error(`vong-khoa.json có mục không tin được (${read.ma}: ${read.fault}). Hãy đặt lại tệp này từ bản sao lưu rồi chạy lại.`)
  return read.ring.entries
}

atConsole(async ({ payload, ask, say, request }) => {
  const { keys } = runtimeOf(payload)
  const at = await now(await request())
  if (values.khoa) {
    const key = readKey(values.khoa)
    if (!key) throw new Error(`Không thấy tệp ${values.khoa}.`)
    const entries = ringEntries()
    const current = entries.findLast((entry) => entry.cach !== 'cu')?.ma
    if (current && current !== keyId(key)) throw new Error(`Khoá này là ${keyId(key)}, trường đang ký bằng ${current}. Hãy tìm đúng bản sao lưu.`)
    writeKey(file, key)
    if (entries.length === 0) writeRing(file, withKey([], key, 'dau', at, key))
    say(`Đã đặt lại khoá ${keyId(key)}.`)
  }
  for (const path of values['cong-khai']) {
    const past = createPublicKey(readFileSync(path))
    const [entries, present] = [ringEntries(), readKey(file)]
    if (!present) throw new Error('Chưa có khoá đang dùng. Hãy đặt lại bằng --khoa trước.')
    if (entries.some((entry) => entry.ma === keyId(past))) say(`Khoá ${keyId(past)} đã có trong vòng khoá.`)
    else writeRing(file, withKey(entries, past, 'cu', at, present))
  }
  if (values['mat-khoa']) {
    say('Chỉ làm việc này khi không còn bản sao lưu nào của khoá. Việc thay khoá được ghi vào nhật ký; hãy in lại /so-duyet và báo mọi người duyệt.')
    if ((await ask('Gõ “mất khoá” để tạo khoá thay thế: ')).normalize('NFC').toLowerCase() !== 'mất khoá')
      throw new Error('Chưa xác nhận. Chưa có gì thay đổi.')
    const key = makeKey()
    writeRing(file, withKey(ringEntries(), key, ringEntries().length === 0 ? 'dau' : 'thay', at, key))
    writeKey(file, key)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    await openKeys(payload, keys)
    await ghiDoiKhoa(await request(), 'thay-khoa', key, { luc: at })
    say(`Trường ký bằng khoá ${keyId(key)} từ bây giờ.`)
  }
  await new Promise((resolve) => setTimeout(resolve, 1100))
  await openKeys(payload, keys)
  const fault = keys.fault()
  say(fault ? `Còn thiếu: ${fault.loai}${fault.ma ? ` (${fault.ma})` : ''}. Hãy thêm khoá cũ bằng --cong-khai <tệp .pem>.` : 'Khoá và vòng khoá đã đủ.')
})
