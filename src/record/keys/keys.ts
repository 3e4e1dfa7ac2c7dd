/**
 * The school's keys as the service uses them. Without the right key nothing new is decided, and what stands stays; with the
 * ring alone signatures of the past are still judged. Files put back while the service runs are taken up again.
 */
import { createPublicKey, type KeyObject } from 'node:crypto'
import { renameSync, statSync } from 'node:fs'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { makeKey, nextFileOf, readKey, readRingText, ringFileOf, writeKey, writeRing } from './file.ts'
import { readRing, withKey, type KhoaTrongVong, type Ring, type RingFault } from './ring.ts'
import { keyId } from './signature.ts'

/** `ma`: the key or entry it is about. */
export type KeyFault = { loai: 'unopened' | 'missing' | 'unreadable' | 'foreign' | 'noRing' | 'incomplete' | `ring-${RingFault}`; ma: string }

export type SchoolKeys = {
  /** The key to sign with; refuses where the right one is not there. */
  signing: () => KeyObject
  /** The public key of this name, or null where the ring knows none. */
  publicKey: (ma: string) => KeyObject | null
  entries: () => readonly KhoaTrongVong[]
  /** Why nothing can be signed; null where all is well. */
  fault: () => KeyFault | null
  /** Told once what the record was signed with, before anything is signed; makes the first key of a school without a record. */
  open: (seen: { khoa: readonly string[]; isEmpty: boolean; now: string }) => void
}

type Loaded = { key: KeyObject | null; ring: Ring | null; fault: KeyFault | null }

const LOOK_AGAIN_MS = 1000

/** A rotation that was cut off between the ring and the key is finished. */
function presentKey(file: string, ring: Ring | null): KeyObject | null {
  const key = readKey(file)
  if (!ring || (key && keyId(key) === ring.current)) return key
  const next = readKey(nextFileOf(file))
  if (!next || keyId(next) !== ring.current) return key
  renameSync(nextFileOf(file), file)
  return next
}

function load(file: string): Loaded {
  const text = readRingText(file)
  const read = text === null ? null : readRing(text)
  const ring = read?.ring ?? null
  let key: KeyObject | null
  try {
    key = presentKey(file, ring)
  } catch {
    return { key: null, ring, fault: { loai: 'unreadable', ma: '' } }
  }
  if (read?.fault) return { key, ring, fault: { loai: `ring-${read.fault}`, ma: read.ma } }
  if (key === null) return { key, ring, fault: { loai: 'missing', ma: ring?.current ?? '' } }
  if (ring === null) return { key, ring, fault: { loai: 'noRing', ma: keyId(key) } }
  return { key, ring, fault: keyId(key) === ring.current ? null : { loai: 'foreign', ma: keyId(key) } }
}

const markOf = (file: string): string => [file, ringFileOf(file), nextFileOf(file)].map((f) => statSync(f, { throwIfNoEntry: false })?.mtimeMs ?? '-').join()

export function schoolKeys(file: string): SchoolKeys {
  let loaded: Loaded | null = null
  let mark = ''
  let looked = 0
  let opened = false
  let unknown: string | null = null

  const state = (): Loaded => {
    const at = Date.now()
    if (loaded && at - looked < LOOK_AGAIN_MS) return loaded
    const found = markOf(file)
    if (!loaded || found !== mark) loaded = load(file)
    mark = found
    looked = at
    return loaded
  }
  const fault = (): KeyFault | null => {
    const { fault: own, ring } = state()
    if (own) return own
    if (!opened) return { loai: 'unopened', ma: '' }
    return unknown !== null && !ring!.keys.has(unknown) ? { loai: 'incomplete', ma: unknown } : null
  }
  return {
    fault,
    signing: () => {
      const found = fault()
      if (found) throw refuse(issue('KEYS_MISSING', undefined, { ma: found.ma }))
      return state().key!
    },
    publicKey: (ma) => state().ring?.keys.get(ma) ?? null,
    entries: () => state().ring?.entries ?? [],
    open: ({ khoa, isEmpty, now }) => {
      const { fault: found, key } = state()
      if (found?.loai === 'missing' && found.ma === '' && isEmpty) {
        const made = makeKey()
        writeKey(file, made)
        writeRing(file, withKey([], made, 'dau', now, made))
      }
      // A school from before the ring: it begins with the key that signed all there is.
      if (found?.loai === 'noRing' && khoa.every((ma) => ma === keyId(key!))) writeRing(file, withKey([], key!, 'dau', now, key!))
      loaded = null
      opened = true
      unknown = khoa.find((ma) => !state().ring?.keys.has(ma)) ?? null
    },
  }
}

export const publicPem = (key: KeyObject): string => createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()
