/** Rule: limits count failures, not the successful requests of an account. One key for address and name together. */
import type { RequestHandler } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { addressKey } from '../policy/people/addressKey.ts'
import { issue } from '../policy/issues.ts'
import { refuseWith } from './rest.ts'

const GUARDED = /^\/nguoi-dung\/(login|forgot-password|reset-password|unlock|verify|xac-nhan)/i

export function loginLimit(): RequestHandler {
  const failures = new RateLimiterMemory({ points: 40, duration: 600 })
  return async (req, res, next) => {
    if (req.method !== 'POST' || !GUARDED.test(req.path)) return next()
    const key = addressKey(req.ip)
    const known = await failures.get(key)
    if (known && known.remainingPoints <= 0) {
      const seconds = Math.ceil(known.msBeforeNext / 1000)
      res.set('Retry-After', String(seconds))
      return refuseWith(res, issue('TOO_MANY', undefined, { giay: seconds }))
    }
    res.once('finish', () => {
      // A reset link is asked for by whoever knows an address: every request of one counts.
      const counts = /forgot-password/i.test(req.path) || (res.statusCode >= 400 && res.statusCode < 500)
      if (counts) void failures.consume(key).catch(() => undefined)
    })
    next()
  }
}
