/** Who is at the desk: the session the panel has too. Not known – the database is away – is a failure, never a stranger. */
import type { Request } from 'express'
import { createLocalReq, type Payload, type PayloadRequest, type TypedUser } from 'payload'
import { watchDatabase } from '../../database/steadyPg.ts'
import { actorWithDelegations } from '../../facts/delegations.ts'
import { toActor } from '../../facts/actor.ts'
import { refuse } from '../../messages/refusal.ts'
import { refusedOnly } from '../../policy/failures/kind.ts'
import { issue } from '../../policy/issues.ts'
import type { Actor } from '../../policy/people/roles.ts'

export type Person = { actor: Actor; own: () => Promise<PayloadRequest> }

function tokenIn(cookies: string | undefined, name: string): string | null {
  for (const part of (cookies ?? '').split(';')) {
    const cut = part.indexOf('=')
    if (cut > 0 && part.slice(0, cut).trim() === name) return part.slice(cut + 1).trim()
  }
  return null
}

export async function personOf(req: Request, payload: Payload, siteUrl: string): Promise<Person | null> {
  const token = tokenIn(req.headers.cookie, `${payload.config.cookiePrefix}-token`)
  if (token === null || token === '') return null
  // The token by itself: Payload drops a cookie where the browser does not say from which page it comes.
  const headers = new Headers({ authorization: `JWT ${token}`, DisableAutologin: 'true' })
  const { answer, failed } = await watchDatabase(() => payload.auth({ headers, canSetHeaders: false }).catch(refusedOnly))
  const user = answer?.user as (TypedUser & Record<string, unknown>) | null | undefined
  if (!user || !toActor(user as never)) {
    if (failed) throw refuse(issue('UNAVAILABLE'))
    return null
  }
  const own = (): Promise<PayloadRequest> => {
    // Payload reads the address of a request, and wants it whole.
    return createLocalReq({ user, req: { url: new URL(req.originalUrl, siteUrl).toString() } as PayloadRequest }, payload)
  }
  const actor = await actorWithDelegations(await own())
  return actor && { actor, own }
}
