/** A lane: so many at once, so many of one person, the others in a line that is itself bounded (src/policy/gate/lanes.ts). */
import type { LaneSize } from '../policy/gate/lanes.ts'

/** Gives the place back; calling it again does nothing. */
export type Leave = () => void
type Waiting = { person: string; go: (leave: Leave | null) => void }

export class Lane {
  readonly #size: LaneSize
  readonly #going = new Map<string, number>()
  #total = 0
  #line: Waiting[] = []

  constructor(size: LaneSize) {
    this.#size = size
  }

  get waiting(): number {
    return this.#line.length
  }

  get going(): number {
    return this.#total
  }

  /** Null where the line is full, the wait too long, or whoever waited has left (`left`). */
  enter(person: string, left?: AbortSignal): Promise<Leave | null> {
    const { waiting, waitingPerPerson, waitMs } = this.#size
    if (this.#hasRoom(person)) return Promise.resolve(this.#take(person))
    if (this.#line.length >= waiting || this.#line.filter((w) => w.person === person).length >= waitingPerPerson) return Promise.resolve(null)
    return new Promise((resolve) => {
      const entry: Waiting = {
        person,
        go: (leave) => {
          clearTimeout(timer)
          left?.removeEventListener('abort', away)
          resolve(leave)
        },
      }
      const away = (): void => {
        this.#line = this.#line.filter((w) => w !== entry)
        entry.go(null)
      }
      const timer = setTimeout(away, waitMs)
      this.#line.push(entry)
      left?.addEventListener('abort', away, { once: true })
      if (left?.aborted) away()
    })
  }

  #hasRoom(person: string): boolean {
    return this.#total < this.#size.atOnce && (this.#going.get(person) ?? 0) < this.#size.perPerson
  }

  #take(person: string): Leave {
    this.#total += 1
    this.#going.set(person, (this.#going.get(person) ?? 0) + 1)
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      this.#total -= 1
      const left = this.#going.get(person)! - 1
      if (left === 0) this.#going.delete(person)
      else this.#going.set(person, left)
      this.#next()
    }
  }

  #next(): void {
    const first = this.#line.findIndex((w) => this.#hasRoom(w.person))
    if (first === -1) return
    const [entry] = this.#line.splice(first, 1)
    entry!.go(this.#take(entry!.person))
  }
}
