/** How often one address may ask. Counted in memory: a restart forgives, and a counter that fails stops nobody. */
import type { Request } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { refuse } from '../messages/refusal.ts'
import { INTAKE } from '../policy/intake/limits.ts'
import { issue } from '../policy/issues.ts'
import { addressKey } from '../policy/people/addressKey.ts'

export type Limits = {
  form: (req: Request) => Promise<void>
  picture: (req: Request) => Promise<void>
  wrong: (req: Request) => Promise<void>
  mayTry: (req: Request) => Promise<void>
}

const tooMany = (left: RateLimiterRes) => refuse(issue('TOO_MANY', undefined, { giay: Math.max(1, Math.ceil(left.msBeforeNext / 1000)) }))

export function intakeLimits(): Limits {
  const forms = new RateLimiterMemory({ points: INTAKE.formsEach, duration: INTAKE.windowSeconds })
  const pictures = new RateLimiterMemory({ points: INTAKE.picturesOfAddress, duration: INTAKE.windowSeconds })
  const wrong = new RateLimiterMemory({ points: INTAKE.wrongEach, duration: INTAKE.windowSeconds })
  const take = async (limiter: RateLimiterMemory, req: Request): Promise<void> => {
    const left = await limiter.consume(addressKey(req.ip)).then(
      () => null,
      (r: unknown) => r,
    )
    if (left instanceof RateLimiterRes) throw tooMany(left)
  }
  return {
    form: (req) => take(forms, req),
    picture: (req) => take(pictures, req),
    wrong: (req) => take(wrong, req),
    /** Only wrong codes count; whoever has had too many of them is not told which are right. */
    mayTry: async (req) => {
      const known = await wrong.get(addressKey(req.ip))
      if (known !== null && known.remainingPoints <= 0) throw tooMany(known)
    },
  }
}
