/**
 * How often one asks. A right code, receipt or link always works, whatever others behind the same address did; only guessing is
 * bounded, by address, and forms by what they are for. Counted in memory: a restart forgives, and a counter that fails stops nobody.
 */
import type { Request } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { refuse } from '../messages/refusal.ts'
import { INTAKE } from '../policy/intake/limits.ts'
import { issue } from '../policy/issues.ts'
import { addressKey } from '../policy/people/addressKey.ts'

/** `of`: the code, receipt or link a form belongs to. */
export type Limits = {
  form: (of: string) => Promise<void>
  /** One more was stored; and whether more were than a class writes. */
  stored: (of: string) => Promise<void>
  busy: (of: string) => Promise<boolean>
  picture: (of: string) => Promise<void>
  part: (of: string) => Promise<void>
  wrong: (req: Request) => Promise<void>
}

export function intakeLimits(): Limits {
  const limiter = (points: number): RateLimiterMemory => new RateLimiterMemory({ points, duration: INTAKE.windowSeconds })
  const [forms, kept, pictures, parts, wrong] = [
    limiter(INTAKE.formsEach),
    limiter(INTAKE.formsEach),
    limiter(INTAKE.picturesSentAhead),
    limiter(INTAKE.partsEach),
    limiter(INTAKE.wrongEach),
  ]
  const take = async (from: RateLimiterMemory, key: string): Promise<void> => {
    const left = await from.consume(key).then(
      () => null,
      (r: unknown) => r,
    )
    if (left instanceof RateLimiterRes) throw refuse(issue('TOO_MANY', undefined, { giay: Math.max(1, Math.ceil(left.msBeforeNext / 1000)) }))
  }
  const busy = async (of: string): Promise<boolean> => ((await kept.get(of))?.consumedPoints ?? 0) >= INTAKE.formsUnworked
  const stored = async (of: string): Promise<void> => void (await kept.penalty(of))
  return {
    form: (of) => take(forms, of),
    stored,
    busy,
    picture: (of) => take(pictures, of),
    part: (of) => take(parts, of),
    wrong: (req) => take(wrong, addressKey(req.ip)),
  }
}
