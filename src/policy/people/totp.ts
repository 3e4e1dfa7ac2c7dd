/** One-time codes of an authenticator application (RFC 6238: HMAC-SHA-1, 30 seconds, six digits), and recovery codes. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

const STEP_S = 30
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export function base32(bytes: Uint8Array): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** The code of a step since 1970. */
export function codeAt(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const at = mac[19]! & 0xf
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** What was typed, without the spaces people put in the middle; null where it is no code. */
export const codeTyped = (typed: unknown): string | null => {
  const digits = typeof typed === 'string' ? typed.replace(/[\s\u00a0-]/g, '') : ''
  return /^\d{6}$/.test(digits) ? digits : null
}

/** The step a code belongs to: this one, or its neighbours where a clock goes wrong by half a minute; never one that was used. Null: wrong. */
export function stepOf(secret: Uint8Array, code: string, nowMs: number, lastUsed: number): number | null {
  const now = Math.floor(nowMs / 1000 / STEP_S)
  for (const step of [now, now - 1, now + 1]) if (step > lastUsed && timingSafeEqual(Buffer.from(codeAt(secret, step)), Buffer.from(code))) return step
  return null
}

/** What an application reads: its name, the account, the secret. */
export const otpAddress = (issuer: string, account: string, secret: Uint8Array): string =>
  `otpauth://totp/${encodeURIComponent(`${issuer}:${account}`)}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`

/** Ten letters and digits that are not mistaken for one another, `abcde-fghij`. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
export const recoveryCode = (bytes: Uint8Array): string => {
  const letters = [...bytes.subarray(0, 10)].map((byte) => LETTERS[byte % LETTERS.length]).join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}
/** As it is kept: it opens nothing by itself. */
export const recoveryDigest = (nguoi: number, code: string): string => createHash('sha256').update(`ct:du-phong:${nguoi}:${code.trim().toLowerCase().replace(/[^a-z0-9]/g, '')}`).digest('hex') // prettier-ignore
