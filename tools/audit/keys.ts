/** The school's keys as the console reads them from their files. */
import type { KeyObject } from 'node:crypto'
import { readKey, readRingText } from '../../src/record/keys/file.ts'
import { readRing, withKey, type KhoaTrongVong } from '../../src/record/keys/ring.ts'

export type SigningKeys = { key: KeyObject; entries: readonly KhoaTrongVong[] }

export function keysAt(file: string, now: string): SigningKeys {
  const wanted = `Hãy chạy lệnh này bằng tài khoản chạy trang, hoặc đặt SIGNING_KEY_FILE.`
  let key: KeyObject | null
  try {
    key = readKey(file)
  } catch (error) {
    throw new Error(`không đọc được khoá ký ${file}. ${wanted}`, { cause: error })
  }
  if (!key) throw new Error(`không thấy khoá ký ${file}. ${wanted}`)
  const text = readRingText(file)
  if (text === null) return { key, entries: withKey([], key, 'dau', now, key) }
  const read = readRing(text)
  if (read.fault) throw new Error(`vòng khoá có mục không tin được (${read.ma}: ${read.fault}). Hãy đặt lại vong-khoa.json từ bản sao lưu.`)
  return { key, entries: read.ring.entries }
}
