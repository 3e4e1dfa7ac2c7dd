/** Messages between the pictures of a film in H.264, for machines: encoders and phones write into them what they like. Each becomes one that says nothing, as long as it was. */
import type { Range } from './samples.ts'

const SEI = 6
const FILLER = 3

/** `at`: of the unit, behind its length. */
function silence(bytes: Buffer, at: number, length: number): void {
  // Type, length in bytes of 255 and a rest, what fills it, and the bit that ends it.
  let filled = length - 4
  while (filled > 0 && 3 + Math.floor(filled / 255) + 1 + filled > length) filled -= 1
  const sizes = Math.floor(Math.max(0, filled) / 255)
  if (filled < 0 || 2 + sizes + 1 + filled + 1 > length) return
  let to = at + 1
  bytes[to++] = FILLER
  for (let n = 0; n < sizes; n += 1) bytes[to++] = 255
  bytes[to++] = filled % 255
  bytes.fill(255, to, to + filled)
  to += filled
  bytes[to++] = 0x80
  // What is left over are zeros that may follow any unit.
  bytes.fill(0, to, at + length)
}

/** `lengthBytes`: of the length that stands before each unit. */
export function silenceMessages(bytes: Buffer, ranges: readonly Range[], lengthBytes: number): void {
  for (const { from, to } of ranges)
    for (let at = from; at + lengthBytes < to;) {
      const length = bytes.readUIntBE(at, lengthBytes)
      const unit = at + lengthBytes
      if (length === 0 || unit + length > to) break
      if ((bytes[unit]! & 0x1f) === SEI) silence(bytes, unit, length)
      at = unit + length
    }
}
