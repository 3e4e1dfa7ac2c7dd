/**
 * The files a picture is served as. They are made once, after the upload (src/jobs/makeFiles.ts), so that neither the upload nor
 * `trinh` waits; whatever is missing when a submission is frozen is made there. A sealed note remembers what was made of
 * which bytes: a later release of the encoder changes no fingerprint.
 */
import type { Refused } from './child/jobs.ts'
import type { MediaChild } from './child/pool.ts'
import { sealedNotes } from './notes.ts'
import type { FileStore } from './store.ts'

/** Grows when widths, formats or qualities change: pictures submitted after that are made anew. */
const RECIPE = 1

type File = { sha256: string; rong: number; cao: number; kieu: string; dungLuong: number }
export type PictureFiles = { rong: number; cao: number; mauNen: string | null; kichThuoc: File[] }
export type Variants = {
  /** The files of a picture, made where they are missing; `urgent`: somebody waits for them. */
  of: (bytes: Buffer, hash: string, urgent: boolean) => Promise<PictureFiles | Refused>
  /** Hashes of what was made of these bytes: they go when the bytes go. */
  madeOf: (hash: string) => Promise<string[]>
}

export function pictureVariants(store: FileStore, child: MediaChild, secret: string): Variants {
  const notes = sealedNotes<PictureFiles>(store.notes, secret, 'anh', RECIPE)
  const underway = new Map<string, Promise<PictureFiles | Refused>>()

  /** What the note says, where every file it names is there and is what it is called. */
  const remembered = async (hash: string): Promise<PictureFiles | null> => {
    const note = await notes.read(hash)
    if (note === null) return null
    for (const file of note.kichThuoc) if ((await store.read(file.sha256)) === null) return null
    return note
  }

  const make = async (bytes: Buffer, hash: string, urgent: boolean): Promise<PictureFiles | Refused> => {
    const known = await remembered(hash)
    if (known) return known
    const made = await child.ask('encodePicture', bytes, { urgent })
    if ('refused' in made) return made
    const kichThuoc: File[] = []
    for (const { bytes: file, ...about } of made.files) {
      const whole = Buffer.from(file)
      kichThuoc.push({ ...about, sha256: await store.put(whole), dungLuong: whole.length })
    }
    const variants = { rong: made.rong, cao: made.cao, mauNen: made.mauNen, kichThuoc }
    await notes.write(hash, variants)
    return variants
  }

  return {
    madeOf: async (hash) => ((await notes.read(hash))?.kichThuoc ?? []).map(({ sha256 }) => sha256),
    of: (bytes, hash, urgent) => {
      const known = underway.get(hash)
      if (known) return known
      const work = make(bytes, hash, urgent).finally(() => underway.delete(hash))
      underway.set(hash, work)
      return work
    },
  }
}
