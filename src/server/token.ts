/** Whose token a request carries, as far as its signature and its end say; that the session still stands, the database says. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'
import type { Payload } from 'payload'
import { watchDatabase } from '../database/steadyPg.ts'
import { toActor } from '../facts/actor.ts'
import { addressKey } from '../policy/people/addressKey.ts'
import { refusedOnly } from '../policy/failures/kind.ts'
import { issue, type Issue } from '../policy/issues.ts'
import { cookieIn } from './device.ts'

export const shownToken = (req: Request): string | null => /^(?:JWT|Bearer) (\S+)$/.exec(req.headers.authorization ?? '')?.[1] ?? null
export const sessionCookie = (req: Request, payload: Payload): string | null => cookieIn(req.headers.cookie, `${payload.config.cookiePrefix}-token`)

const json = (part: string): Record<string, unknown> | null => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>
  } catch {
    return null
  }
}

/** The account a token names, where it is signed here and not over. */
export function accountOfToken(secret: string, token: string | null): number | null {
  const [head, claims, mac] = token?.split('.') ?? []
  if (!head || !claims || !mac) return null
  const right = createHmac('sha256', secret).update(`${head}.${claims}`).digest()
  const given = Buffer.from(mac, 'base64url')
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  const { id, exp } = json(claims) ?? {}
  return typeof exp === 'number' && exp * 1000 > Date.now() && Number.isInteger(Number(id)) ? Number(id) : null
}

const accountOf = (req: Request, payload: Payload): number | null => accountOfToken(payload.secret, shownToken(req) ?? sessionCookie(req, payload))

/** By whom something is counted: the account, or the network of a visitor. */
export function personOf(req: Request, payload: Payload): string {
  const account = accountOf(req, payload)
  return account === null ? addressKey(req.ip) : `#${account}`
}

export function headersOf(req: Request): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) if (value !== undefined) for (const v of [value].flat()) headers.append(name, v)
  return headers
}

/** Null where the session stands and its account is open. */
export async function sessionFault(req: Request, payload: Payload): Promise<Issue | null> {
  if (accountOf(req, payload) === null) return issue('UNAUTHENTICATED')
  const { answer, failed } = await watchDatabase(() => payload.auth({ headers: headersOf(req), canSetHeaders: false }).catch(refusedOnly))
  if (answer?.user && toActor(answer.user as never)) return null
  return issue(failed ? 'UNAVAILABLE' : 'UNAUTHENTICATED')
}
