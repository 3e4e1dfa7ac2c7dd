/**
 * A stored file opened to be sent. Rule: what is sent is what was hashed. A shared mapping, or a write between two reads,
 * changes bytes without a mark; so a small file is read whole, hashed and sent from memory, and of a larger one every piece
 * is compared before it leaves with what it was in the one reading that gave the whole file its name.
 */
import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { LRUCache } from 'lru-cache'
import { HEAD } from '../policy/gate/fileKind.ts'
import { sha256 } from '../policy/gate/fingerprint.ts'
import { nullIfAbsent } from './absent.ts'

/** Up to here a file is sent from memory. */
const SMALL = 1_048_576
const PIECE = 262_144

/** `pieces` yields the bytes from `start` up to and with `end`, and fails where they are not what was hashed. */
export type OpenedFile = {
  size: number
  head: Buffer
  /** All of it, where it is small. */
  whole: Buffer | null
  pieces: (start: number, end: number) => AsyncGenerator<Buffer, void, undefined>
  close: () => Promise<void>
}

export class BytesChanged extends Error {}

type Known = { mark: string; head: Buffer; sums: readonly string[] }

/** Reads on until the buffer is full or the file ends. */
async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}

/** The sums of the pieces, where together they are what the hash names. */
async function sumsOf(file: FileHandle, size: number, hash: string, mark: string): Promise<Known | null> {
  const whole = createHash('sha256')
  const sums: string[] = []
  let head: Buffer | null = null
  for (let at = 0; at < size; at += PIECE) {
    const piece = await readAt(file, at, Math.min(PIECE, size - at))
    head ??= Buffer.from(piece.subarray(0, HEAD))
    whole.update(piece)
    sums.push(sha256(piece))
  }
  return whole.digest('hex') === hash ? { mark, head: head ?? Buffer.alloc(0), sums } : null
}

async function* checkedPieces(file: FileHandle, size: number, sums: readonly string[], start: number, end: number): AsyncGenerator<Buffer, void, undefined> {
  for (let n = Math.floor(start / PIECE); n * PIECE <= end; n += 1) {
    const from = n * PIECE
    const piece = await readAt(file, from, Math.min(PIECE, size - from))
    if (sha256(piece) !== sums[n]) throw new BytesChanged('a stored file is no longer what its name says')
    yield piece.subarray(Math.max(0, start - from), Math.min(piece.length, end + 1 - from))
  }
}

async function smallFile(file: FileHandle, size: number, hash: string): Promise<OpenedFile | null> {
  const whole = await readAt(file, 0, size)
  if (sha256(whole) !== hash) return null
  return {
    size,
    whole,
    head: whole,
    // oxlint-disable-next-line typescript/require-await -- the same shape as that of a large file
    pieces: async function* (start, end) {
      yield whole.subarray(start, end + 1)
    },
    close: () => Promise.resolve(),
  }
}

/** Opens what lies at a path under the name of its hash; null where there is nothing, or something else. */
export function opener(): (path: string, hash: string) => Promise<OpenedFile | null> {
  const known = new LRUCache<string, Known>({ max: 2_000 })
  const underway = new Map<string, Promise<Known | null>>()

  /** A file that looks changed is read through anew; fifty who ask at once wait for one reading. */
  const readThrough = (path: string, file: FileHandle, size: number, hash: string, mark: string): Promise<Known | null> => {
    const found = known.get(path)
    if (found?.mark === mark) return Promise.resolve(found)
    const key = `${path} ${mark}`
    const reading =
      underway.get(key) ??
      sumsOf(file, size, hash, mark)
        .then((sums) => {
          if (sums) known.set(path, sums)
          return sums
        })
        .finally(() => underway.delete(key))
    underway.set(key, reading)
    return reading
  }

  return async (path, hash) => {
    const file = await open(path).catch(nullIfAbsent)
    if (file === null) return null
    let handed = false
    try {
      const { size, mtimeMs, ctimeMs, ino } = await file.stat()
      if (size <= SMALL) return await smallFile(file, size, hash)
      const sums = await readThrough(path, file, size, hash, `${size} ${mtimeMs} ${ctimeMs} ${ino}`)
      if (sums === null) return null
      handed = true
      return {
        size,
        whole: null,
        head: sums.head,
        pieces: (start, end) => checkedPieces(file, size, sums.sums, start, end),
        close: () => file.close(),
      }
    } finally {
      if (!handed) await file.close()
    }
  }
}
