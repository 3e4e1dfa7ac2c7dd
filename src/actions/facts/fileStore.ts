/**
 * The content-addressed store: bytes are kept under their own SHA-256, so that a name can never come to mean
 * other bytes. Files are only ever added.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sha256 } from '../../policy/fingerprint.ts'
import { failpoint } from '../failpoint.ts'

export const HASH = /^[0-9a-f]{64}$/

const pathOf = (store: string, hash: string): string => join(store, hash.slice(0, 2), hash)

/** Stores the bytes and returns their hash. Written to a side file and renamed: a crash leaves nothing half. */
export async function keepBytes(store: string, bytes: Buffer): Promise<string> {
  const hash = sha256(bytes)
  const path = pathOf(store, hash)
  const known = await stat(path).catch(() => null)
  if (known?.size === bytes.length) return hash
  await mkdir(dirname(path), { recursive: true })
  const side = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(side, 'wx', 0o640)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  failpoint('failpoint:file-before-rename')
  await rename(side, path)
  failpoint('failpoint:file-after-rename')
  return hash
}

/** The bytes behind a hash, or null where there are none or they are no longer what the hash names. */
export async function readBytes(store: string, hash: string): Promise<Buffer | null> {
  if (!HASH.test(hash)) return null
  const bytes = await readFile(pathOf(store, hash)).catch(() => null)
  return bytes !== null && sha256(bytes) === hash ? bytes : null
}
