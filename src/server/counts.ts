/** Counts attempts by key, with a bounded memory: the key not heard of for longest is forgotten first. */
import { LRUCache } from 'lru-cache'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { delayAfter, type Budget } from '../policy/people/signIn.ts'

const MAX_KEYS = 20_000

export class Counts {
  readonly #budget: Budget
  readonly #limiter: RateLimiterMemory
  /** Until when the next attempt of a key is refused, in milliseconds of this process. */
  readonly #until = new LRUCache<string, number>({ max: MAX_KEYS, dispose: (_until, key, reason) => reason === 'evict' && void this.#limiter.delete(key) })

  constructor(budget: Budget) {
    this.#budget = budget
    this.#limiter = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: budget.memory })
  }

  /** Seconds the sender must wait; 0 where it may try. */
  wait(key: string): number {
    return Math.max(0, Math.ceil(((this.#until.get(key) ?? 0) - Date.now()) / 1000))
  }

  /** Counts an attempt before it is judged, so that a hundred at once are a hundred. */
  async enter(key: string): Promise<void> {
    const { consumedPoints } = await this.#limiter.penalty(key)
    this.#until.set(key, Date.now() + delayAfter(consumedPoints, this.#budget) * 1000)
  }

  /** The attempt was none: the service itself failed it. */
  async undo(key: string): Promise<void> {
    await this.#limiter.reward(key)
    this.#until.set(key, 0)
  }

  async forget(key: string): Promise<void> {
    this.#until.delete(key)
    await this.#limiter.delete(key)
  }
}
