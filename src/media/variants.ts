/**
 * The files a picture is served as. They are made once, in the background after the upload, so that neither the upload nor
 * `trinh` waits; whatever is missing when a submission is frozen is made there. A note beside the store remembers what was
 * made of which bytes: a later release of the encoder changes no fingerprint.
 */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../policy/gate/fingerprint.ts'
import { encodePicture } from './encode.ts'
import { pathOf, putBytes, writeWhole } from './store.ts'

/** Grows when widths, formats or qualities change: pictures submitted after that are made anew. */
const RECIPE = 1
/** Uploads waiting in memory; beyond that `trinh` makes them. */
const MOST_WAITING = 30

type File = { sha256: string; rong: number; cao: number; kieu: string; dungLuong: number }
export type Variants = { rong: number; cao: number; mauNen: string | null; kichThuoc: File[] }

const noteOf = (store: string, hash: string): string => join(store, 'anh', hash.slice(0, 2), `${hash}.${RECIPE}.json`)

/** What the note says, where every file it names is there whole. */
async function remembered(store: string, hash: string): Promise<Variants | null> {
  try {
    const note = JSON.parse(await readFile(noteOf(store, hash), 'utf8')) as Variants
    const sizes = await Promise.all(note.kichThuoc.map((file) => stat(pathOf(store, file.sha256)).then((found) => found.size === file.dungLuong)))
    return sizes.every(Boolean) ? note : null
  } catch {
    return null
  }
}

async function make(store: string, bytes: Buffer, hash: string): Promise<Variants | null> {
  const known = await remembered(store, hash)
  if (known) return known
  const made = await encodePicture(bytes)
  if (made === null) return null
  const kichThuoc: File[] = []
  for (const { bytes: file, ...about } of made.files) kichThuoc.push({ ...about, sha256: await putBytes(store, file), dungLuong: file.length })
  const variants = { rong: made.rong, cao: made.cao, mauNen: made.mauNen, kichThuoc }
  await writeWhole(noteOf(store, hash), Buffer.from(JSON.stringify(variants)))
  return variants
}

const underway = new Map<string, Promise<Variants | null>>()

/** The files of a picture, made where they are missing; null where the bytes are no picture. */
export function variantsOf(store: string, bytes: Buffer, hash: string): Promise<Variants | null> {
  const known = underway.get(hash)
  if (known) return known
  const work = make(store, bytes, hash).finally(() => underway.delete(hash))
  underway.set(hash, work)
  return work
}

const waiting: { store: string; bytes: Buffer }[] = []
let working = false

async function workThrough(): Promise<void> {
  working = true
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    // A full disk or a folder that went away is said to whoever submits the picture.
    await variantsOf(next.store, next.bytes, sha256(next.bytes)).catch(() => null)
  }
  working = false
}

/** Begins to make the files of an upload; nobody waits for it, and one picture is made at a time. */
export function makeInBackground(store: string, bytes: Buffer): void {
  if (waiting.length >= MOST_WAITING) return
  waiting.push({ store, bytes })
  if (!working) setImmediate(() => void workThrough())
}
