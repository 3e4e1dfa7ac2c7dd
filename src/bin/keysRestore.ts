/**
 * `npm run keys:restore`: brings keys back. `-- --khoa <file>`: the private key from a backup. `-- --cong-khai <file>`: a public
 * key of the past that the ring lost. `-- --mat-khoa`: the key is lost for good; a day after it was announced a new one signs, and the log says so.
 */
import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { ghiDoiKhoa } from '../actions/doiKhoa.ts'
import { now } from '../database/clock.ts'
import { readEnv } from '../env.ts'
import { MAILS } from '../messages/mails.ts'
import { MOT_NGAY } from '../policy/people/authorityChain.ts'
import { announceLoss, forgetAnnounced, makeKey, readAnnounced, readKey, readRingText, writeKey, writeRing } from '../record/keys/file.ts'
import { openKeys } from '../record/keys/open.ts'
import { readRing, withKey, type KhoaTrongVong } from '../record/keys/ring.ts'
import { keyId } from '../record/keys/signature.ts'
import { runtimeOf } from '../runtime.ts'
import { moment } from '../theme/draw/dates.ts'
import { atConsole, tellAll, type Console } from './console.ts'

const { values } = parseArgs({
  options: { khoa: { type: 'string' }, 'cong-khai': { type: 'string', multiple: true, default: [] }, 'mat-khoa': { type: 'boolean' } },
})
const file = readEnv().signingKeyFile
/** Key files are looked at again a second later. */
const LOOK_AGAIN_MS = 1100

function ringEntries(): readonly KhoaTrongVong[] {
  const text = readRingText(file)
  if (text === null) return []
  const read = readRing(text)
  if (read.fault) throw new Error(`vong-khoa.json có mục không tin được (${read.ma}: ${read.fault}). Hãy đặt lại tệp này từ bản sao lưu rồi chạy lại.`)
  return read.ring.entries
}

/** Run once it is announced, for no key is there that could sign the announcement; run again a day later it is done. */
async function replaceLostKey({ payload, ask, say, request }: Console, at: string): Promise<void> {
  const { keys } = runtimeOf(payload)
  const announced = readAnnounced(file)
  if (announced === null) {
    say('Chỉ làm việc này khi không còn bản sao lưu nào của khoá. Việc thay khoá có hiệu lực sau một ngày, được báo cho mọi người duyệt và ghi vào nhật ký.')
    await confirmLoss(ask)
    const tu = new Date(Date.parse(at) + MOT_NGAY).toISOString()
    announceLoss(file, tu)
    say(`Đã ghi nhận. Sau ${moment(tu)} hãy chạy lại đúng lệnh này. Trong lúc chờ, nếu tìm thấy bản sao lưu: npm run keys:restore -- --khoa <tệp>.`)
    return tellAll(payload, say, (hoTen) => MAILS.keyLost(hoTen, moment(tu)))
  }
  if (Date.parse(at) < Date.parse(announced)) throw new Error(`Chưa tới giờ: khoá thay thế tạo được sau ${moment(announced)}. Chưa có gì thay đổi.`)
  await confirmLoss(ask)
  const key = makeKey()
  writeRing(file, withKey(ringEntries(), key, ringEntries().length === 0 ? 'dau' : 'thay', at, key))
  writeKey(file, key)
  await pause(LOOK_AGAIN_MS)
  await openKeys(payload, keys)
  await ghiDoiKhoa(await request(), 'thay-khoa', key, { luc: at, baoTu: announced })
  forgetAnnounced(file)
  say(`Trường ký bằng khoá ${keyId(key)} từ bây giờ. Hãy in lại trang /so-duyet và sao lưu khoá cùng vong-khoa.json.`)
}

async function confirmLoss(ask: Console['ask']): Promise<void> {
  if ((await ask('Gõ “mất khoá” để xác nhận: ')).normalize('NFC').toLowerCase() !== 'mất khoá') throw new Error('Chưa xác nhận. Chưa có gì thay đổi.')
}

atConsole(async (console) => {
  const { payload, say, request } = console
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
    forgetAnnounced(file)
    say(`Đã đặt lại khoá ${keyId(key)}.`)
  }
  for (const path of values['cong-khai']) {
    const past = createPublicKey(readFileSync(path))
    const [entries, present] = [ringEntries(), readKey(file)]
    if (!present) throw new Error('Chưa có khoá đang dùng. Hãy đặt lại bằng --khoa trước.')
    if (entries.some((entry) => entry.ma === keyId(past))) say(`Khoá ${keyId(past)} đã có trong vòng khoá.`)
    else writeRing(file, withKey(entries, past, 'cu', at, present))
  }
  if (values['mat-khoa']) await replaceLostKey(console, at)
  await pause(LOOK_AGAIN_MS)
  await openKeys(payload, keys)
  const fault = keys.fault()
  say(fault ? `Còn thiếu: ${fault.loai}${fault.ma ? ` (${fault.ma})` : ''}. Hãy thêm khoá cũ bằng --cong-khai <tệp .pem>.` : 'Khoá và vòng khoá đã đủ.')
})
