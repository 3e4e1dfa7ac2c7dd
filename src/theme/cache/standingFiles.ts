/** Which files a live edition named when the database was last asked: they are still served while it is away. Any change forgets them all. */
import { LRUCache } from 'lru-cache'

type Clock = { now: () => number; generation: number }
const FOR_MS = 600_000

export class StandingFiles {
  private readonly until = new LRUCache<string, number>({ max: 50_000 })
  private readonly clock: Clock

  constructor(clock: Clock) {
    this.clock = clock
  }

  remember(hash: string, begun: number, withinMs: number): void {
    if (begun === this.clock.generation && withinMs > 0) this.until.set(hash, this.clock.now() + Math.min(FOR_MS, withinMs))
    else this.until.delete(hash)
  }

  stood(hash: string): boolean {
    return (this.until.get(hash) ?? 0) > this.clock.now()
  }

  clear(): void {
    this.until.clear()
  }
}
