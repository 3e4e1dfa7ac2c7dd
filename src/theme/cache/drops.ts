/** Rule: a page that was begun before something it was made from changed is not kept after. Remembers when each tag last changed. */
const EVERYTHING = '*'
const MOST = 10_000

export class Drops {
  private readonly last = new Map<string, number>()
  /** What was begun before this is not kept whatever it was made from. */
  private floor = 0
  /** Grows with every change; what is begun notes it. */
  now = 0

  /** True where everything changed. */
  note(tags: readonly string[]): boolean {
    this.now += 1
    const all = tags.includes(EVERYTHING)
    if (all || this.last.size + tags.length > MOST) {
      this.last.clear()
      this.floor = this.now
    }
    if (!all) for (const tag of tags) this.last.set(tag, this.now)
    return all
  }

  allow(begun: number, tags: readonly string[]): boolean {
    return begun >= this.floor && tags.every((tag) => (this.last.get(tag) ?? 0) <= begun)
  }
}
