/** What every public form works with. */
import { createLocalReq, type PayloadRequest } from 'payload'
import type { Response } from 'express'
import { sendPage } from '../forms/answer.ts'
import type { Form } from '../forms/form.ts'
import { Lane } from '../forms/lane.ts'
import { issuesOf, refuse } from '../messages/refusal.ts'
import { sentence, type Refused } from '../messages/sentence.ts'
import { filmLimit } from '../facts/filmLimit.ts'
import { levelOf } from '../facts/level.ts'
import { CLASS_FORMS } from '../policy/gate/lanes.ts'
import { isWorked } from '../policy/intake/work.ts'
import { issue, STATUS, type Issue } from '../policy/issues.ts'
import { isCap } from '../presets/cap.ts'
import { tuNguOf, type TuNgu } from '../presets/words.ts'
import { frame, type IntakePage } from './draw/frame.ts'
import { intakeLimits, type Limits } from './limits.ts'
import type { IntakeOptions } from './options.ts'
import { Staging } from './staging.ts'
import { drawnAt, isTimely, LEAST_MS } from './formTime.ts'

export class Intake {
  readonly options: IntakeOptions
  readonly limits: Limits = intakeLimits()
  readonly #lane = new Lane(CLASS_FORMS)
  readonly staging: Staging
  constructor(options: IntakeOptions) {
    this.options = options
    this.staging = new Staging(options.folder, options.payload.secret)
  }

  /** A request of nobody's, for one operation. */
  own = (): Promise<PayloadRequest> => createLocalReq({}, this.options.payload)

  /** Bytes of one film or recording, by the regulation. */
  film = async (): Promise<number> => filmLimit(await this.own())

  words = async (): Promise<TuNgu> => {
    const cap = (await this.options.settings())?.cap
    return tuNguOf(isCap(cap) ? cap : await levelOf(await this.own()))
  }

  say = async (issues: readonly Issue[]): Promise<Refused[]> => {
    const words = await this.words()
    return issues.map((one) => sentence(one, 'vi', words))
  }

  show = async (res: Response, page: IntakePage): Promise<void> => {
    await sendPage(res, page.status ?? 200, frame(await this.options.settings(), page))
  }

  /**
   * When a form is drawn. `before`: the mark of one that was refused, which stays while it holds, so that what is pressed again is the
   * same form; else a new one that may be sent at once.
   */
  drawn(place: string, before: string | null = null): string {
    const { secret } = this.options.payload
    if (before !== null && isTimely(secret, place, before, Date.now())) return before
    return drawnAt(secret, place, Date.now() - (before === null ? 0 : LEAST_MS))
  }
  /** What is heavy waits its turn; nothing of it is lost where there is none. */
  async inTurn<T>(who: string, work: () => Promise<T>): Promise<T> {
    const leave = await this.#lane.enter(who)
    if (leave === null) throw refuse(issue('BUSY', undefined, { giay: 30 }))
    try {
      return await work()
    } finally {
      leave()
    }
  }

  /** Throws where the form was drawn too long ago, just now, or elsewhere. */
  mustBeTimely(place: string, word: string): void {
    if (!isTimely(this.options.payload.secret, place, word, Date.now())) throw refuse(issue('FORM_STALE'))
  }
}

/** Throws where more forms come under a code than a class writes, and this one was not worked for. */
export async function mustBeWorked(intake: Intake, ma: string, form: Form): Promise<void> {
  if ((await intake.limits.busy(ma)) && !isWorked(form.text('luc'), form.text('cong'))) throw refuse(issue('WORK_NEEDED'))
}

/**
 * What is said beside the form, with every word still in it. A failure nobody named is a page of its own; one whose outcome is not
 * known is not: the form pressed again is the same one, and is stored once.
 */
export function mendable(error: unknown): readonly Issue[] | null {
  const issues = issuesOf(error)
  return issues === null || issues.some(({ code }) => STATUS[code] === 404 || code === 'INTERNAL') ? null : issues
}
