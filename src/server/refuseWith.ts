import type { Response } from 'express'
import { sentence } from '../messages/sentence.ts'
import { statusOf, type Issue } from '../policy/issues.ts'

/** A refusal in front of Payload; where waiting helps it says how long. */
export function refuseWith(res: Response, refused: Issue): void {
  if (refused.detail?.giay !== undefined) res.set('Retry-After', String(refused.detail.giay))
  res.status(statusOf([refused])).json({ errors: [sentence(refused, 'vi')] })
}
