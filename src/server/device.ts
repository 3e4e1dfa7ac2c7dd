/** The mark of a device an account signed in from: signed, for this account alone, worth nothing but patience. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export const DEVICE_COOKIE = 'ct-thiet-bi'
const YEAR_S = 400 * 24 * 3600
/** A computer in the teachers' room is known to several accounts. */
const MOST = 6

const macOf = (secret: string, account: number, mark: string): string =>
  createHmac('sha256', secret).update(`${DEVICE_COOKIE}\n${account}\n${mark}`).digest('base64url').slice(0, 32)

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

export function cookieIn(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const cut = part.indexOf('=')
    if (cut > 0 && part.slice(0, cut).trim() === name) return part.slice(cut + 1).trim()
  }
  return null
}

type Mark = { account: number; mark: string; mac: string }
const marksIn = (header: string | undefined): Mark[] =>
  (cookieIn(header, DEVICE_COOKIE) ?? '')
    .slice(0, 2000)
    .split('~')
    .flatMap((entry) => {
      const [account = '', mark = '', mac = ''] = entry.split('.')
      return /^\d{1,9}$/.test(account) && /^[\w-]{16}$/.test(mark) ? [{ account: Number(account), mark, mac }] : []
    })

/** The mark by which this device is known to the account, or null. */
export function knownMark(secret: string, cookies: string | undefined, account: number): string | null {
  const found = marksIn(cookies).find((m) => m.account === account && same(m.mac, macOf(secret, m.account, m.mark)))
  return found?.mark ?? null
}

/** The cookie after a sign-in: this account first, those before it behind. */
export function deviceCookie(secret: string, cookies: string | undefined, account: number, secure: boolean): string {
  const mark = knownMark(secret, cookies, account) ?? randomBytes(12).toString('base64url')
  const others = marksIn(cookies).filter((m) => m.account !== account && same(m.mac, macOf(secret, m.account, m.mark)))
  const value = [{ account, mark, mac: macOf(secret, account, mark) }, ...others].slice(0, MOST).map((m) => `${m.account}.${m.mark}.${m.mac}`)
  return `${DEVICE_COOKIE}=${value.join('~')}; Path=/; Max-Age=${YEAR_S}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
