/** Films and sound as they are kept. A sealed note remembers what was found in which bytes, and the picture a film begins with. */
import { fileKind } from '../policy/gate/fileKind.ts'
import { sha256 } from '../policy/gate/fingerprint.ts'
import { issue, type Issue } from '../policy/issues.ts'
import type { MediaChild } from './child/pool.ts'
import { sealedNotes } from './notes.ts'
import { frameOf } from './poster.ts'
import type { FileStore } from './store.ts'

/** Grows when more is taken out: what was read before is read again. */
const RECIPE = 2
/** Of the picture a film begins with. */
const POSTER_RECIPE = 1

type About = { giay: number; rong: number; cao: number }
type Poster = { sha256: string; rong: number; cao: number; kieu: 'image/jpeg'; dungLuong: number }
export type CleanPlayed = About & { bytes: Buffer }
export type Played = {
  /** What may be handed on; bytes that were cleaned here before are themselves. `of`: whose they are. */
  clean: (bytes: Buffer, of?: string | null) => Promise<CleanPlayed | Issue>
  /** The picture shown before a film begins, kept in the store; none where the machine has no program for it. */
  poster: (bytes: Buffer) => Promise<Poster | null>
  /** Hashes of what was made of these bytes: they go when the bytes go. */
  madeOf: (hash: string) => Promise<string[]>
}

export function playedOf(store: FileStore, child: MediaChild, secret: string): Played {
  const notes = sealedNotes<About>(store.notes, secret, 'phim', RECIPE)
  const posters = sealedNotes<Poster>(store.notes, secret, 'khung', POSTER_RECIPE)
  return {
    clean: async (bytes, of = null) => {
      const known = await notes.read(sha256(bytes))
      if (known) return { bytes, ...known }
      const made = await child.ask(fileKind(bytes)?.kieu === 'audio/mpeg' ? 'cleanMp3' : 'cleanFilm', bytes, { of })
      if ('fault' in made) return issue('FILM_NOT_TAKEN', undefined, { vi: made.fault })
      const clean = { bytes: Buffer.from(made.bytes), giay: made.giay, rong: made.rong, cao: made.cao }
      await notes.write(sha256(clean.bytes), { giay: clean.giay, rong: clean.rong, cao: clean.cao })
      return clean
    },
    madeOf: async (hash) => {
      const known = await posters.read(hash)
      return known ? [known.sha256] : []
    },
    poster: async (bytes) => {
      const hash = sha256(bytes)
      const known = await posters.read(hash)
      if (known && (await store.has(known.sha256))) return known
      const frame = await frameOf(bytes)
      const made = frame && (await child.ask('cleanPicture', frame))
      if (!made || 'refused' in made) return null
      const picture = Buffer.from(made.bytes)
      const poster: Poster = { sha256: await store.put(picture), rong: made.rong, cao: made.cao, kieu: 'image/jpeg', dungLuong: picture.length }
      await posters.write(hash, poster)
      return poster
    },
  }
}
