/** Which pages were made from what. */
export class TagIndex {
  private readonly keys = new Map<string, Set<string>>()

  add(key: string, tags: readonly string[]): void {
    for (const tag of tags) {
      const there = this.keys.get(tag)
      if (there) there.add(key)
      else this.keys.set(tag, new Set([key]))
    }
  }

  remove(key: string, tags: readonly string[]): void {
    for (const tag of tags) {
      const there = this.keys.get(tag)
      there?.delete(key)
      if (there?.size === 0) this.keys.delete(tag)
    }
  }

  keysOf(tag: string): string[] {
    return [...(this.keys.get(tag) ?? [])]
  }

  get size(): number {
    return this.keys.size
  }
}
