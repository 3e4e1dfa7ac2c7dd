/** Ids that were looked at, as runs: all of them are a few runs, however many editions there are. */
export class SeenIds {
  /** `[first, last]`, sorted, apart from one another. */
  private runs: [number, number][] = []

  add(id: number): void {
    const at = this.runs.findIndex(([, last]) => last >= id - 1)
    const run = this.runs[at]
    if (!run) return void this.runs.push([id, id])
    if (run[0] > id + 1) return void this.runs.splice(at, 0, [id, id])
    run[0] = Math.min(run[0], id)
    run[1] = Math.max(run[1], id)
    const next = this.runs[at + 1]
    if (next && next[0] <= run[1] + 1) {
      run[1] = Math.max(run[1], next[1])
      this.runs.splice(at + 1, 1)
    }
  }

  /** As PostgreSQL writes an int4multirange. */
  toString(): string {
    return `{${this.runs.map(([first, last]) => `[${first},${last + 1})`).join(',')}}`
  }
}
