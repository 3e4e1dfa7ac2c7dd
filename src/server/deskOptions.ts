/** What the desk needs of a running Payload: signing in as the interface does, and the settings readers see. */
import type { Request } from 'express'
import { handleEndpoints, type Payload } from 'payload'
import { watchDatabase } from '../database/steadyPg.ts'
import type { DeskOptions, SignedIn } from '../desk/options.ts'
import { issue, type Issue } from '../policy/issues.ts'
import { accountName } from '../policy/people/signIn.ts'
import { siteNow } from '../theme/queries/siteNow.ts'
import type { Db } from '../theme/queries/db.ts'
import type { SignIns } from './signIn.ts'
import { sessionCookie } from './token.ts'

type Asked = { siteUrl: string; instanceKey: string | undefined; signIns: SignIns; db: Db }

export function deskOptionsOf(payload: Payload, { siteUrl, instanceKey, signIns, db }: Asked): DeskOptions {
  const config = Promise.resolve(payload.config)
  const instance = instanceKey === undefined ? {} : { payloadInstanceCacheKey: instanceKey }
  /** One question to the interface, from the service itself; null where the database was away. */
  const ask = async (path: string, headers: Record<string, string>, body: object): Promise<Response | null> => {
    const url = new URL(path, siteUrl)
    const request = new Request(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
    const { answer, failed } = await watchDatabase(() => handleEndpoints({ config, request, path: url.pathname, ...instance }))
    return failed && answer.status >= 400 ? null : answer
  }

  const signIn = async (req: Request, { email, password }: { email: string; password: string }): Promise<SignedIn> => {
    const missing: Issue[] = [...(email === '' ? [issue('MISSING_FIELD', 'email')] : []), ...(password === '' ? [issue('MISSING_FIELD', 'password')] : [])]
    if (missing.length > 0) return { issues: missing }
    const attempt = await signIns.login(req, accountName(email))
    if (!('ended' in attempt)) return { issues: [issue('TOO_MANY', undefined, { giay: attempt.wait })] }
    const answer = await ask('/api/nguoi-dung/login', { 'user-agent': req.headers['user-agent'] ?? '' }, { email, password })
    const { user } = answer?.status === 200 ? ((await answer.clone().json()) as { user?: { id?: number } }) : {}
    const device = await attempt.ended(answer?.status ?? 503, user?.id ?? null)
    if (answer === null || answer.status >= 500) return { issues: [issue('UNAVAILABLE')] }
    if (answer.status !== 200) return { issues: [issue('SIGN_IN_FAILED')] }
    return { cookies: [...answer.headers.getSetCookie(), ...(device === null ? [] : [device])] }
  }

  const signOut: DeskOptions['signOut'] = async (req) => {
    const token = sessionCookie(req, payload)
    const expired = `${payload.config.cookiePrefix}-token=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax`
    if (token === null) return { cookies: [expired] }
    const answer = await ask('/api/nguoi-dung/logout', { authorization: `JWT ${token}` }, {})
    const set = answer?.headers.getSetCookie() ?? []
    return { cookies: set.length > 0 ? set : [expired] }
  }

  return { payload, siteUrl, settings: async () => (await siteNow(db)).settings, signIn, signOut }
}
