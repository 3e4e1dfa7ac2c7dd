/**
 * The key ring: every public key the school ever signed with, in order, kept outside the database. Rule: a signature is
 * judged by the key it names; each key after the first is vouched for by the one before it, so that an entry slipped into
 * the file is found. A lost key is followed by one that vouches for itself, made at the console (`thay`).
 */
import { createPublicKey, type KeyObject } from 'node:crypto'
import { canonicalText } from '../../policy/gate/fingerprint.ts'
import { isSigned, keyId, signText } from './signature.ts'

/** `dau`: the first; `xoay`: rotated; `thay`: after a loss; `cu`: an older one brought back at the console. `tu`: ISO. */
export type CachThem = 'dau' | 'xoay' | 'thay' | 'cu'
export type KhoaTrongVong = { ma: string; pem: string; tu: string; cach: CachThem; chuKy: string }
export type RingFault = 'broken' | 'doubled' | 'foreign' | 'empty'
export type Ring = { entries: readonly KhoaTrongVong[]; keys: ReadonlyMap<string, KeyObject>; current: string }

const CACH: readonly string[] = ['dau', 'xoay', 'thay', 'cu']
const pemOf = (key: KeyObject): string => (key.type === 'public' ? key : createPublicKey(key)).export({ type: 'spki', format: 'pem' }).toString()

/** What vouches for an entry: the entry itself and the one before it. */
const vouched = ({ ma, pem, tu, cach }: Omit<KhoaTrongVong, 'chuKy'>, truoc: string | null): string =>
  canonicalText({ loai: 'khoa', v: 1, ma, pem, tu, cach, truoc })

/** The entries with one more. `by` signs: the key before it when rotated, else the new key itself; the present key for an older one. */
export function withKey(entries: readonly KhoaTrongVong[], key: KeyObject, cach: CachThem, tu: string, by: KeyObject): KhoaTrongVong[] {
  const entry = { ma: keyId(key), pem: pemOf(key), tu, cach }
  const truoc = entries.at(-1)?.ma ?? null
  return [...entries, { ...entry, chuKy: signText(vouched(entry, truoc), by) }]
}

const isEntry = (value: unknown): value is KhoaTrongVong => {
  const e = value as Partial<KhoaTrongVong> | null
  return typeof e?.ma === 'string' && typeof e.pem === 'string' && typeof e.tu === 'string' && typeof e.chuKy === 'string' && CACH.includes(String(e.cach))
}

/** The present key is the newest that was not brought back as an old one. */
const presentOf = (entries: readonly KhoaTrongVong[]): string | undefined => entries.findLast((entry) => entry.cach !== 'cu')?.ma

/** Who must have signed entry `i`. */
function voucherOf(entries: readonly KhoaTrongVong[], i: number): string | undefined {
  const entry = entries[i]!
  if (entry.cach === 'dau') return i === 0 ? entry.ma : undefined
  if (entry.cach === 'thay') return entry.ma
  return presentOf(entries.slice(0, i))
}

/** Reads the text of a ring; names the first entry that cannot be trusted. Nothing of a ring with a fault is used. */
export function readRing(text: string): { ring: Ring; fault?: never } | { ring?: never; fault: RingFault; ma: string } {
  let entries: unknown
  try {
    entries = (JSON.parse(text) as { khoa?: unknown }).khoa
  } catch {
    return { fault: 'broken', ma: '' }
  }
  if (!Array.isArray(entries) || entries.length === 0) return { fault: 'empty', ma: '' }
  const keys = new Map<string, KeyObject>()
  for (const [i, entry] of entries.entries()) {
    if (!isEntry(entry)) return { fault: 'broken', ma: `#${i + 1}` }
    if (keys.has(entry.ma)) return { fault: 'doubled', ma: entry.ma }
    let key: KeyObject
    try {
      key = createPublicKey(entry.pem)
    } catch {
      return { fault: 'broken', ma: entry.ma }
    }
    if (key.asymmetricKeyType !== 'ed25519' || keyId(key) !== entry.ma) return { fault: 'broken', ma: entry.ma }
    keys.set(entry.ma, key)
    const by = keys.get(voucherOf(entries as KhoaTrongVong[], i) ?? '')
    if (!by || !isSigned(vouched(entry, (entries[i - 1] as KhoaTrongVong | undefined)?.ma ?? null), entry.chuKy, by)) return { fault: 'foreign', ma: entry.ma }
  }
  return { ring: { entries: entries as KhoaTrongVong[], keys, current: presentOf(entries as KhoaTrongVong[])! } }
}

export const ringText = (entries: readonly KhoaTrongVong[]): string => `${JSON.stringify({ phienBan: 1, khoa: entries }, null, 2)}\n`
