/** A ZIP read as it streams, by what its parts are and not by what its list says of them; written anew in an order of its own. */
import { Unzip, UnzipInflate, zipSync, type Zippable } from 'fflate'
import { OFFICE_LIMITS } from '../../policy/gate/officeContent.ts'

export class BadZip extends Error {}

const PIECE = 65_536

const END = Buffer.from('PK\x05\x06', 'latin1')
/** Longest words behind the list at its end. */
const LONGEST_WORDS = 65_557

/** How many parts the list at its end names: a file cut before it was not sent whole. */
function listed(bytes: Buffer): number {
  const at = bytes.lastIndexOf(END)
  if (at < 0 || bytes.length - at < 22 || bytes.length - at > LONGEST_WORDS) throw new BadZip('cut')
  return bytes.readUInt16LE(at + 10)
}

/** Throws where it is none, is too large unpacked, names a part twice or ends in the middle of one. */
export function unzipped(bytes: Buffer): Map<string, Buffer> {
  const parts = new Map<string, Buffer>()
  let all = 0
  let open = 0
  let wrong: string | null = null
  const unzip = new Unzip((file) => {
    if (parts.has(file.name) || parts.size >= OFFICE_LIMITS.parts) wrong = 'parts'
    const pieces: Uint8Array[] = []
    let size = 0
    open += 1
    parts.set(file.name, Buffer.alloc(0))
    file.ondata = (error, piece, final) => {
      if (error) throw error
      size += piece.length
      all += piece.length
      if (size > OFFICE_LIMITS.partBytes || all > OFFICE_LIMITS.bytes) throw new BadZip('too large')
      pieces.push(piece)
      if (!final) return
      open -= 1
      parts.set(file.name, Buffer.concat(pieces))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  // A piece at a time, so that what grows is stopped as it grows.
  for (let at = 0; at < bytes.length && wrong === null; at += PIECE) unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
  if (wrong !== null || open > 0 || parts.size !== listed(bytes)) throw new BadZip(wrong ?? 'cut')
  return parts
}

/** The same parts give the same bytes; the first lies uncompressed, so that the head of the file says what it is. */
export function zipped(parts: readonly (readonly [string, Buffer])[]): Buffer {
  const held: Zippable = {}
  for (const [i, [name, bytes]] of parts.entries()) held[name] = [bytes, { level: i === 0 ? 0 : 6, mtime: '1980-01-01T00:00:00' }]
  return Buffer.from(zipSync(held))
}
