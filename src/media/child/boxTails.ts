/** Where that ends which a box has to say, told by its own counts. */
import { Broken, type Box } from './boxes.ts'

/** One length for all, or one for each. */
export function cutSizes(bytes: Buffer, { body, end }: Box): void {
  if (body + 12 > end) throw new Broken('stsz is cut')
  const each = bytes.readUInt32BE(body + 4) === 0 ? bytes.readUInt32BE(body + 8) * 4 : 0
  bytes.fill(0, Math.min(end, body + 12 + each), end)
}

/** Behind its lists of parameter sets, and the four bytes that richer profiles add. */
export function endOfAvcC(bytes: Buffer, { body, end }: Box): number {
  let at = body + 5
  for (const mask of [0x1f, 0xff]) {
    if (at >= end) throw new Broken('avcC is cut')
    const count = bytes[at]! & mask
    at += 1
    for (let n = 0; n < count; n += 1) {
      if (at + 2 > end) throw new Broken('avcC is cut')
      at += 2 + bytes.readUInt16BE(at)
    }
  }
  if (at > end) throw new Broken('avcC is cut')
  const isRicher = [100, 110, 122, 144].includes(bytes[body + 1]!) && at + 4 <= end
  if (isRicher) bytes[at + 3] = 0
  return isRicher ? at + 4 : at
}

/** Longer than any phone's; its own length says where it ends. */
const LONGEST_ESDS = 512
export function endOfEsds(bytes: Buffer, { body, end }: Box): number {
  let [at, length, more] = [body + 5, 0, true]
  for (; more && at < Math.min(end, body + 9); at += 1) {
    length = length * 128 + (bytes[at]! & 0x7f)
    more = (bytes[at]! & 0x80) !== 0
  }
  if (bytes[body + 4] !== 3 || more || length > LONGEST_ESDS || at + length > end) throw new Broken('esds is cut')
  return at + length
}
