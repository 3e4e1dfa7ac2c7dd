/**
 * A store with a copy elsewhere. Rule: no action waits for a machine that may hang. What is kept lies on this disk first, with a
 * mark that it has to go; a job carries it (`settle`), as often as it takes. What is removed is gone from here at once, and a mark
 * takes it away there. What is not here any more is fetched, and is believed only as what its name says.
 */
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../policy/gate/fingerprint.ts'
import { nullIfAbsent } from '../absent.ts'
import { HASH, type FileStore } from '../store.ts'
import type { RemoteShelf } from './shelf.ts'

/** Marks: a file to be carried there, or to be taken away there. */
class Marks {
  readonly #folder: string
  constructor(folder: string) {
    this.#folder = folder
  }
  set = async (hash: string): Promise<void> => {
    await mkdir(this.#folder, { recursive: true })
    await writeFile(join(this.#folder, hash), '', { mode: 0o600 })
  }
  clear = (hash: string): Promise<void> => rm(join(this.#folder, hash), { force: true })
  has = async (hash: string): Promise<boolean> => (await stat(join(this.#folder, hash)).catch(nullIfAbsent)) !== null
  /** Those set longer ago than this are cleared. */
  forget = async (ms: number): Promise<void> => {
    for (const hash of await this.all()) {
      const set = await stat(join(this.#folder, hash)).catch(nullIfAbsent)
      if (set !== null && Date.now() - set.mtimeMs > ms) await this.clear(hash)
    }
  }
  all = async (): Promise<string[]> => ((await readdir(this.#folder).catch(nullIfAbsent)) ?? []).filter((one) => HASH.test(one))
}

/** How long whoever reads or submits waits for a file from there, and how long a store that failed is not asked for another. */
const MS_TO_WAIT = 5_000
const MS_AWAY = 10_000
const A_DAY = 86_400_000

/** It does not answer: not known whether it has the file. Readers and actions are told to come back. */
export class StoreAway extends Error {
  override name = 'StoreAway'
  readonly code = 'ETIMEDOUT'
  constructor(cause?: unknown) {
    super('the store elsewhere does not answer', { cause })
  }
}

/** So many failures one after the other say that it is the store, and not the file. */
const STORE_IS_AWAY = 3

/** Every one gets its turn, whatever becomes of another. Answers the first failure, null where there was none. */
async function failureOf(work: readonly (() => Promise<void>)[]): Promise<unknown> {
  let first: unknown = null
  let inARow = 0
  for (const one of work) {
    try {
      await one()
      inARow = 0
    } catch (error) {
      first ??= error
      inARow += 1
      if (inARow === STORE_IS_AWAY) break
    }
  }
  return first
}

/** Begun at another place each time: three that never go hold up no other for long. */
const fromAnywhere = <T>(list: readonly T[]): T[] => {
  const at = Math.floor(Math.random() * list.length)
  return [...list.slice(at), ...list.slice(0, at)]
}

export type RemoteStore = FileStore & {
  /** Carries and takes away what is marked, so many at most; answers how many are left. A store that refuses throws: asked again later. */
  settle: (most?: number) => Promise<number>
  /** Names of what is to be taken away there. */
  leaving: () => Promise<string[]>
  remote: RemoteShelf
  local: FileStore
}

export function withRemote(local: FileStore, remote: RemoteShelf): RemoteStore {
  /** What is on its way here, each once, and whether it was removed meanwhile. */
  const coming = new Map<string, { gone: boolean; work: Promise<Buffer | null> }>()
  const [toCarry, toTakeAway] = [new Marks(join(local.notes, 'cho-day')), new Marks(join(local.notes, 'cho-xoa'))]
  // What was taken away lately: another process may have asked for it before.
  const taken = new Marks(join(local.notes, 'da-xoa'))
  /** Until then a store that did not answer is not asked again by whoever waits. */
  let awayUntil = 0

  /** Removed here, by this process or another: it is not brought back. */
  const isRemoved = async (hash: string): Promise<boolean> => (await toTakeAway.has(hash)) || taken.has(hash)
  const bring = async (hash: string, isGone: () => boolean): Promise<Buffer | null> => {
    if (await isRemoved(hash)) return null
    const bytes = await remote.get(hash).catch((error: unknown) => {
      awayUntil = Date.now() + MS_AWAY
      throw new StoreAway(error)
    })
    awayUntil = 0
    if (bytes === null || sha256(bytes) !== hash || isGone() || (await isRemoved(hash))) return null
    await local.put(bytes)
    if (!isGone() && !(await isRemoved(hash))) return bytes
    await local.remove(hash)
    return null
  }
  /** A store that failed, or is failing, is not asked by whoever waits. */
  const asked = async <T>(ask: () => Promise<T>): Promise<T> => {
    if (Date.now() < awayUntil) throw new StoreAway()
    return inTime(
      ask().catch((error: unknown) => {
        awayUntil = Date.now() + MS_AWAY
        throw new StoreAway(error)
      }),
    )
  }
  /** Whoever waits, waits so long; what comes later lies here for the next. */
  const inTime = <T>(work: Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, failed) => {
      timer = setTimeout(() => {
        awayUntil = Date.now() + MS_AWAY
        failed(new StoreAway())
      }, MS_TO_WAIT)
    })
    return Promise.race([work, late]).finally(() => clearTimeout(timer))
  }
  /** From there to here; null where it is nowhere, or is not what its name says. */
  const fetched = (hash: string): Promise<Buffer | null> => {
    const known = coming.get(hash)
    if (known) return inTime(known.work)
    if (!HASH.test(hash)) return Promise.resolve(null)
    if (Date.now() < awayUntil) return Promise.reject(new StoreAway())
    const mine = { gone: false, work: Promise.resolve<Buffer | null>(null) }
    mine.work = bring(hash, () => mine.gone).finally(() => coming.delete(hash))
    coming.set(hash, mine)
    // Told to whoever waits; nobody may.
    mine.work.catch(() => undefined)
    return inTime(mine.work)
  }
  const marked = async (bytes: Buffer, keep: (bytes: Buffer) => Promise<string>): Promise<string> => {
    const hash = sha256(bytes)
    // Before it lies here: a crash between the two leaves a mark for nothing, never a file without one.
    if (!(await local.has(hash)) || (await isRemoved(hash))) await toCarry.set(hash)
    await keep(bytes)
    // After: a disk that takes nothing leaves the mark that takes it away there.
    await toTakeAway.clear(hash)
    await taken.clear(hash)
    return hash
  }
  const carry = async (hash: string): Promise<void> => {
    const bytes = await local.read(hash)
    if (bytes !== null) await remote.put(hash, bytes)
    await toCarry.clear(hash)
  }
  const takeAway = async (hash: string): Promise<void> => {
    await remote.remove(hash)
    await taken.set(hash)
    await toTakeAway.clear(hash)
    // Kept anew while it was being taken away.
    if (await local.has(hash)) await toCarry.set(hash)
  }
  return {
    notes: local.notes,
    local,
    remote,
    leaving: toTakeAway.all,
    put: (bytes, step) => marked(bytes, (all) => local.put(all, step)),
    keep: (bytes) => marked(bytes, local.keep),
    read: async (hash) => (await local.read(hash)) ?? (await fetched(hash)),
    has: async (hash) => (await local.has(hash)) || (HASH.test(hash) && !(await isRemoved(hash)) && (await asked(() => remote.has(hash)))),
    open: async (hash) => (await local.open(hash)) ?? ((await fetched(hash)) === null ? null : local.open(hash)),
    remove: async (hash) => {
      if (!HASH.test(hash)) return
      await toTakeAway.set(hash)
      const onItsWay = coming.get(hash)
      if (onItsWay) onItsWay.gone = true
      await toCarry.clear(hash)
      await local.remove(hash)
    },
    settle: async (most = 100) => {
      await taken.forget(A_DAY)
      const away = fromAnywhere(await toTakeAway.all())
        .slice(0, most)
        .map((hash) => () => takeAway(hash))
      const waiting = fromAnywhere(await toCarry.all())
        .slice(0, most)
        .map((hash) => () => carry(hash))
      // Each has its turn: what cannot be taken away holds up nothing that has to be carried.
      const failures = [await failureOf(away), await failureOf(waiting)]
      const failed = failures.find((one) => one !== null)
      if (failed !== undefined) throw failed
      return (await toTakeAway.all()).length + (await toCarry.all()).length
    },
  }
}
