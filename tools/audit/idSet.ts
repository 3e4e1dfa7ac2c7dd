/** Which ids of a table were written: a bit each, so that a log of millions of rows needs no more than a few hundred kilobytes. */
export class IdSet {
  private bits = new Uint8Array(1024)

  has = (id: number): boolean => ((this.bits[id >> 3] ?? 0) & (1 << (id & 7))) !== 0

  add(id: number): void {
    if (id >> 3 >= this.bits.length) {
      const wider = new Uint8Array(Math.max(this.bits.length * 2, (id >> 3) + 1))
      wider.set(this.bits)
      this.bits = wider
    }
    this.bits[id >> 3]! |= 1 << (id & 7)
  }
}
