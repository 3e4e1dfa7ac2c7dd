/**
 * Notes beside the store: what was made or found of which bytes. Whoever can write the folder could write a note too, so
 * each is sealed with a key derived from the service's secret; what is not sealed for these very bytes is not there.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalText, type Json } from '../policy/gate/fingerprint.ts'
import { writeWhole } from './store.ts'

export type Notes<T> = { read: (hash: string) => Promise<T | null>; write: (hash: string, note: T) => Promise<void> }

/** `kind`: the folder; `recipe` grows when what is noted would be made differently. */
export function sealedNotes<T extends object>(folder: string, secret: string, kind: string, recipe: number): Notes<T> {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `cong-truong/kho-tep/${kind}`, 32))
  const pathOf = (hash: string): string => join(folder, kind, hash.slice(0, 2), `${hash}.${recipe}.json`)
  const seal = (hash: string, note: T): Buffer => {
    const said = canonicalText({ kind, recipe, hash, note: note as Json })
    return createHmac('sha256', key).update(said).digest()
  }
  return {
    read: async (hash) => {
      try {
        const { note, dau } = JSON.parse(await readFile(pathOf(hash), 'utf8')) as { note: T; dau: string }
        const given = Buffer.from(dau, 'hex')
        const right = seal(hash, note)
        return given.length === right.length && timingSafeEqual(given, right) ? note : null
      } catch {
        // Not there, not readable, not ours: what it noted is made anew.
        return null
      }
    },
    write: (hash, note) => writeWhole(pathOf(hash), Buffer.from(JSON.stringify({ note, dau: seal(hash, note).toString('hex') }))),
  }
}
