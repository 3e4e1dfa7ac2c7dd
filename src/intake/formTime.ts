/** Rule: a public form carries when it was drawn, signed: one sent at once was filled in by nobody, one of yesterday is drawn anew. Each is one of its own. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export const LEAST_MS = 2_000
const MOST_MS = 12 * 3_600_000

const mac = (secret: string, place: string, time: string): string => createHmac('sha256', secret).update(`ct:bieu-mau:${place}:${time}`).digest('base64url')

export function drawnAt(secret: string, place: string, nowMs: number): string {
  const time = `${nowMs}-${randomBytes(9).toString('base64url')}`
  return `${time}.${mac(secret, place, time)}`
}

export function isTimely(secret: string, place: string, word: string, nowMs: number): boolean {
  const [time = '', given = ''] = word.split('.')
  const [made, sent] = [Buffer.from(mac(secret, place, time)), Buffer.from(given)]
  if (made.length !== sent.length || !timingSafeEqual(made, sent)) return false
  const age = nowMs - Number(time.split('-', 1)[0])
  return age >= LEAST_MS && age <= MOST_MS
}
