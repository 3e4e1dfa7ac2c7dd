/** Rule: what costs the database is asked a limited number of times a minute from one address; the refusal says when to ask again. */
import type { Request, Response } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { addressKey } from '../../policy/people/addressKey.ts'
import { send, type Context } from '../http/context.ts'
import type { Site } from '../pages/site.ts'

const A_MINUTE = { points: 180, duration: 60 }

/** Answers true where the request was refused, and has been answered. */
export function limit({ pages }: Context): (req: Request, res: Response, site: Promise<Site>) => Promise<boolean> {
  const limiter = new RateLimiterMemory(A_MINUTE)
  return async (req, res, site) => {
    // `req.ip` is what trusted proxies say; what a visitor writes into X-Forwarded-For himself stands before that and is not read.
    const refused = await limiter.consume(addressKey(req.ip)).then(
      () => null,
      (r: unknown) => r,
    )
    // Counted in memory, which cannot fail; whoever could not be counted is let through.
    if (!(refused instanceof RateLimiterRes)) return false
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    res.set('Retry-After', String(seconds))
    send(res, 429, pages.tooMany(await site, seconds))
    return true
  }
}
