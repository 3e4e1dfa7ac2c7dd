/**
 * The content-addressed store: bytes are kept under their own SHA-256, so that a name can never come to mean
 * other bytes. Files are added, and removed where a person no longer agrees to be shown. One object a runtime; nothing is remembered outside it.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sha256 } from '../policy/gate/fingerprint.ts'
import { failpoint } from '../failpoint.ts'
import { nullIfAbsent } from './absent.ts'
import { opener, type OpenedFile } from './opened.ts'

export const HASH = /^[0-9a-f]{64}$/

type Step = (when: 'before' | 'after') => void

/** Written to a side file and renamed: a crash leaves nothing half. `step` is told before and after. */
export async function writeWhole(path: string, bytes: Buffer, step: Step = () => undefined): Promise<void> {
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

export type FileStore = {
  /** Where notes beside the files lie (`notes.ts`): on the machine's own disk. */
  notes: string
  /** Stores the bytes under their hash, which it returns. */
  put: (bytes: Buffer, step?: Step) => Promise<string>
  /** The same, as a step of an action. */
  keep: (bytes: Buffer) => Promise<string>
  /** The bytes behind a hash, or null where there are none or they are no longer what the hash names. */
  read: (hash: string) => Promise<Buffer | null>
  has: (hash: string) => Promise<boolean>
  /** Removes the bytes for good; nothing where there are none. */
  remove: (hash: string) => Promise<void>
  /** The same to be sent: what leaves is compared with the hash as it leaves. */
  open: (hash: string) => Promise<OpenedFile | null>
}

export function fileStore(folder: string): FileStore {
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash)
  const read = async (hash: string): Promise<Buffer | null> => {
    if (!HASH.test(hash)) return null
    const bytes = await readFile(pathOf(hash)).catch(nullIfAbsent)
    return bytes !== null && sha256(bytes) === hash ? bytes : null
  }
  const put = async (bytes: Buffer, step?: Step): Promise<string> => {
    const hash = sha256(bytes)
    // A file of the right name and length may still hold other bytes: it is read, not believed.
    const known = await stat(pathOf(hash)).catch(nullIfAbsent)
    if (known?.size !== bytes.length || (await read(hash)) === null) await writeWhole(pathOf(hash), bytes, step)
    return hash
  }
  const openPath = opener()
  return {
    notes: folder,
    read,
    has: async (hash) => HASH.test(hash) && (await stat(pathOf(hash)).catch(nullIfAbsent)) !== null,
    remove: (hash) => (HASH.test(hash) ? rm(pathOf(hash), { force: true }) : Promise.resolve()),
    put,
    keep: (bytes) => put(bytes, (when) => (when === 'before' ? failpoint('failpoint:file-before-rename') : failpoint('failpoint:file-after-rename'))),
    open: (hash) => (HASH.test(hash) ? openPath(pathOf(hash), hash) : Promise.resolve(null)),
  }
}
