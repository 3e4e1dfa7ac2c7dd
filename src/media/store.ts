/**
 * The content-addressed store: bytes are kept under their own SHA-256, so that a name can never come to mean
 * other bytes. Files are only ever added.
 */
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { LRUCache } from 'lru-cache'
import { sha256 } from '../policy/gate/fingerprint.ts'
import { failpoint } from '../failpoint.ts'

export const HASH = /^[0-9a-f]{64}$/

export const pathOf = (store: string, hash: string): string => join(store, hash.slice(0, 2), hash)

/** Written to a side file and renamed: a crash leaves nothing half. `step` is told before and after. */
export async function writeWhole(path: string, bytes: Buffer, step: (when: 'before' | 'after') => void = () => undefined): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const side = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(side, 'wx', 0o640)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  step('before')
  await rename(side, path)
  step('after')
}

/** Stores the bytes under their hash, which it returns. */
export async function putBytes(store: string, bytes: Buffer, step?: Parameters<typeof writeWhole>[2]): Promise<string> {
  const hash = sha256(bytes)
  const known = await stat(pathOf(store, hash)).catch(() => null)
  if (known?.size !== bytes.length) await writeWhole(pathOf(store, hash), bytes, step)
  return hash
}

/** The same, as a step of an action. */
export const keepBytes = (store: string, bytes: Buffer): Promise<string> =>
  putBytes(store, bytes, (when) => (when === 'before' ? failpoint('failpoint:file-before-rename') : failpoint('failpoint:file-after-rename')))

/** The bytes behind a hash, or null where there are none or they are no longer what the hash names. */
export async function readBytes(store: string, hash: string): Promise<Buffer | null> {
  if (!HASH.test(hash)) return null
  const bytes = await readFile(pathOf(store, hash)).catch(() => null)
  return bytes !== null && sha256(bytes) === hash ? bytes : null
}

/** Marks of files whose bytes were read and found to be what their name says; `ctime` cannot be set back by whoever writes a file. */
const found = new LRUCache<string, string>({ max: 20_000 })
const checks = new Map<string, Promise<string | null>>()

async function check(path: string, hash: string, mark: string): Promise<string | null> {
  const sum = createHash('sha256')
  await pipeline(createReadStream(path), sum)
  if (sum.digest('hex') !== hash) return null
  found.set(path, mark)
  return path
}

/**
 * Where the bytes behind a hash lie, or null where there are none or they are no longer what the hash names. Each file is
 * read through once a process, and again when anything about it changed; fifty who ask at once wait for one reading.
 */
export async function verifiedPath(store: string, hash: string): Promise<string | null> {
  if (!HASH.test(hash)) return null
  const path = resolve(pathOf(store, hash))
  try {
    const { size, mtimeMs, ctimeMs, ino } = await stat(path)
    const mark = `${size} ${mtimeMs} ${ctimeMs} ${ino}`
    if (found.get(path) === mark) return path
    const key = `${path} ${mark}`
    const underway = checks.get(key) ?? check(path, hash, mark).finally(() => checks.delete(key))
    checks.set(key, underway)
    return await underway
  } catch {
    return null
  }
}
