/** Boxes of MP4 and QuickTime, read where they lie. */
export class Broken extends Error {}

/** `start`: of the box itself; `body`: behind its head; `end`: one past it. */
export type Box = { type: string; start: number; body: number; end: number }

const MOST_BOXES = 20_000

/** The boxes between two places, each whole; throws where one reaches beyond them. `tail`: QuickTime ends some lists with a zero. */
export function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const found: Box[] = []
  for (let at = from; at < to;) {
    // A list may end in four zeros.
    if (to - at === 4 && bytes.readUInt32BE(at) === 0) break
    if (to - at < 8) throw new Broken('a box without a head')
    const short = bytes.readUInt32BE(at)
    const isLong = short === 1
    if (isLong && to - at < 16) throw new Broken('a box without a head')
    const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short
    const body = at + (isLong ? 16 : 8)
    if (!Number.isSafeInteger(size) || at + size > to || at + size < body) throw new Broken('a box beyond its place')
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at, body, end: at + size })
    if (found.length > MOST_BOXES) throw new Broken('too many boxes')
    at += size
  }
  return found
}

/** Becomes room that says nothing; nothing moves. */
export function blank(bytes: Buffer, { start, body, end }: Box): void {
  bytes.write('free', start + 4, 'latin1')
  bytes.fill(0, body, end)
}

export const one = (boxes: readonly Box[], type: string): Box => {
  const found = boxes.filter((box) => box.type === type)
  if (found.length !== 1) throw new Broken(`expected one ${type}, found ${found.length}`)
  return found[0]!
}

/** So many whole entries of so many bytes must lie in a box after its head. */
export function entries(bytes: Buffer, box: Box, headBytes: number, eachBytes: number): { count: number; at: number } {
  const at = box.body + headBytes
  if (at > box.end) throw new Broken(`${box.type} is cut`)
  const count = bytes.readUInt32BE(at - 4)
  if (at + count * eachBytes > box.end) throw new Broken(`${box.type} is cut`)
  return { count, at }
}
