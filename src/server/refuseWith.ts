import type { Response } from 'express'
import { sentence } from '../messages/sentence.ts'
import { statusOf, type Issue } from '../policy/issues.ts'

/** An answer that failed says by which id its line of the log is found, and when to try again. */
export function nameIncident(res: Response, id: string | null): void {
  if (id !== null) res.set('X-Request-Id', id)
}

/** A refusal in front of Payload; where waiting helps it says how long. */
export function refuseWith(res: Response, refused: Issue): void {
  if (refused.detail?.giay !== undefined) res.set('Retry-After', String(refused.detail.giay))
  const status = statusOf([refused])
  if (status === 503 && !res.hasHeader('Retry-After')) res.set('Retry-After', '10')
  res.status(status).json({ errors: [sentence(refused, 'vi')] })
}
