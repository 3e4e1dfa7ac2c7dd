/** What every public form works with. */
import { createLocalReq, type PayloadRequest } from 'payload'
import type { Response } from 'express'
import { sendPage } from '../forms/answer.ts'
import { issuesOf, refuse } from '../messages/refusal.ts'
import { sentence, type Refused } from '../messages/sentence.ts'
import { issue, STATUS, type Issue } from '../policy/issues.ts'
import { isCap } from '../presets/cap.ts'
import { tuNguOf, type TuNgu } from '../presets/words.ts'
import { frame, type IntakePage } from './draw/frame.ts'
import { FormLane } from './lane.ts'
import { intakeLimits, type Limits } from './limits.ts'
import type { IntakeOptions } from './options.ts'
import { Staging } from './staging.ts'
import { drawnAt, isTimely, LEAST_MS } from './formTime.ts'

export class Intake {
  readonly options: IntakeOptions
  readonly limits: Limits = intakeLimits()
  readonly lane = new FormLane()
  readonly staging: Staging
  constructor(options: IntakeOptions) {
    this.options = options
    this.staging = new Staging(options.folder, options.payload.secret)
  }

  /** A request of nobody's, for one operation. */
  own = (): Promise<PayloadRequest> => createLocalReq({}, this.options.payload)

  words = async (): Promise<TuNgu> => {
    const cap = (await this.options.settings())?.cap
    return tuNguOf(isCap(cap) ? cap : null)
  }

  say = async (issues: readonly Issue[]): Promise<Refused[]> => {
    const words = await this.words()
    return issues.map((one) => sentence(one, 'vi', words))
  }

  show = async (res: Response, page: IntakePage): Promise<void> => {
    await sendPage(res, page.status ?? 200, frame(await this.options.settings(), page))
  }

  /** `again`: after a form that was refused; whoever mends it presses at once. */
  drawn = (place: string, again = false): string => drawnAt(this.options.payload.secret, place, Date.now() - (again ? LEAST_MS : 0))
  /** Throws where the form was drawn too long ago, just now, or elsewhere. */
  mustBeTimely(place: string, word: string): void {
    if (!isTimely(this.options.payload.secret, place, word, Date.now())) throw refuse(issue('FORM_STALE'))
  }
}

/** What the form itself can say; anything else is a page of its own. */
export function mendable(error: unknown): readonly Issue[] | null {
  const issues = issuesOf(error)
  if (issues === null) return null
  return issues.some(({ code }) => STATUS[code] === 404 || (STATUS[code] >= 500 && code !== 'FILE_UNFINISHED' && code !== 'STORAGE_FULL')) ? null : issues
}
