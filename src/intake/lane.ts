/** Rule: large forms are read and stored two at a time, the next in a short line; more are asked to come back, and lose nothing. */
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'

const AT_ONCE = 2
const IN_LINE = 20

export class FormLane {
  #going = 0
  readonly #line: (() => void)[] = []

  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.#going >= AT_ONCE) {
      if (this.#line.length >= IN_LINE) throw refuse(issue('BUSY', undefined, { giay: 30 }))
      await new Promise<void>((go) => this.#line.push(go))
    } else this.#going += 1
    try {
      return await work()
    } finally {
      const next = this.#line.shift()
      if (next) next()
      else this.#going -= 1
    }
  }
}
