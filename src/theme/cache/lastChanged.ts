/**
 * Since when the words at an address are what they are, as far as this process saw: for programs that ask by date
 * (`If-Modified-Since`). A date knows no parts of a second, so words that change twice within one bear none until it is over.
 */
import { LRUCache } from 'lru-cache'

const A_SECOND = 1000
const whole = (ms: number): number => Math.floor(ms / A_SECOND) * A_SECOND

export class LastChanged {
  private readonly seen = new LRUCache<string, { hash: string; at: number }>({ max: 20_000 })

  /** `now`: by the wall clock, when the drawing of these words began. */
  of(key: string, hash: string, now: number): number | null {
    const last = this.seen.get(key)
    const at = last === undefined ? whole(now) : last.hash === hash ? last.at : Math.max(whole(now), last.at + A_SECOND)
    this.seen.set(key, { hash, at })
    return at > now ? null : at
  }
}
