/** Moves all that is kept from this disk to the store elsewhere, or back: one after the other, each looked at before it counts, so that it can be stopped and begun again. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../policy/gate/fingerprint.ts'
import { nullIfAbsent } from '../absent.ts'
import { HASH } from '../store.ts'
import type { RemoteStore } from './store.ts'

export type Moved = { moved: number; there: number; damaged: string[] }
type Tell = (done: number, all: number) => void

/** Names of all files on this disk. */
export async function localHashes(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const part of ((await readdir(folder).catch(nullIfAbsent)) ?? []).filter((one) => /^[0-9a-f]{2}$/.test(one)))
    found.push(...(await readdir(join(folder, part))).filter((one) => HASH.test(one)))
  return found.toSorted()
}

/** `clear`: what was seen to be whole there is removed here. */
export async function moveOut({ local, remote }: RemoteStore, clear: boolean, tell: Tell): Promise<Moved> {
  const all = await localHashes(local.notes)
  const result: Moved = { moved: 0, there: 0, damaged: [] }
  for (const [i, hash] of all.entries()) {
    const bytes = await local.read(hash)
    if (bytes === null) result.damaged.push(hash)
    else {
      if (await remote.has(hash)) result.there += 1
      else {
        await remote.put(hash, bytes)
        result.moved += 1
      }
      const back = clear ? await remote.get(hash) : null
      if (back !== null && sha256(back) === hash) await local.remove(hash)
      else if (clear) result.damaged.push(hash)
    }
    tell(i + 1, all.length)
  }
  return result
}

/** What is to be taken away there is not brought back. */
export async function moveIn({ local, remote, leaving }: RemoteStore, clear: boolean, tell: Tell): Promise<Moved> {
  const result: Moved = { moved: 0, there: 0, damaged: [] }
  let done = 0
  const away = new Set(await leaving())
  for await (const hash of remote.list()) {
    if (away.has(hash)) continue
    const bytes = (await local.read(hash)) === null ? await remote.get(hash) : null
    const isHere = (await local.read(hash)) !== null
    if (isHere) result.there += 1
    else if (bytes !== null && sha256(bytes) === hash) {
      await local.put(bytes)
      result.moved += 1
    } else result.damaged.push(hash)
    if (clear && (await local.read(hash)) !== null) await remote.remove(hash)
    done += 1
    tell(done, done)
  }
  return result
}
