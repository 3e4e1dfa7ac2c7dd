/**
 * `npm run keys:rotate`: the school signs with a new key from now on. In this order, so that a stop anywhere leaves a school
 * that signs: the new key waits in its own file, the log says so under the old key, the ring names it, the files change places.
 */
import { renameSync } from 'node:fs'
import { ghiDoiKhoa } from '../actions/doiKhoa.ts'
import { now } from '../database/clock.ts'
import { readEnv } from '../env.ts'
import { makeKey, nextFileOf, readKey, writeKey, writeRing } from '../record/keys/file.ts'
import { withKey } from '../record/keys/ring.ts'
import { keyId } from '../record/keys/signature.ts'
import { runtimeOf } from '../runtime.ts'
import { atConsole } from './console.ts'

atConsole(async ({ payload, ask, say, request }) => {
  const { keys } = runtimeOf(payload)
  const fault = keys.fault()
  if (fault) throw new Error(`Khoá hiện tại chưa dùng được (${fault.loai}). Hãy đặt lại khoá bằng “npm run keys:restore” trước khi đổi.`)
  say(`Khoá đang dùng: ${keyId(keys.signing())}. Bản ký cũ vẫn được kiểm bằng khoá cũ.`)
  if ((await ask('Gõ “đổi khoá” để tạo khoá mới: ')).normalize('NFC').toLowerCase() !== 'đổi khoá') throw new Error('Chưa xác nhận. Khoá không đổi.')
  const file = readEnv().signingKeyFile
  const waiting = readKey(nextFileOf(file))
  const next = waiting ?? makeKey()
  if (!waiting) writeKey(nextFileOf(file), next)
  const old = keys.signing()
  await ghiDoiKhoa(await request(), 'doi-khoa', next, { truoc: keyId(old) })
  writeRing(file, withKey(keys.entries(), next, 'xoay', await now(await request()), old))
  renameSync(nextFileOf(file), file)
  say(`Đã đổi sang khoá ${keyId(next)}. Hãy sao lưu ${file} và vong-khoa.json vào nơi khác với cơ sở dữ liệu, rồi in lại trang /so-duyet.`)
})
