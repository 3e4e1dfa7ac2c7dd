/** What was typed and not saved, kept in this browser by document and account; gone once it is saved, or on signing out. */
import type { Values } from './saves.ts'

export type Kept = { luc: string; phienBan: number; values: Values }

const PREFIX = 'ct-chua-luu:'
const nameOf = (account: string, key: string): string => `${PREFIX}${account}:${key}`

/** A browser may keep nothing (private windows, a full disk): then it keeps nothing, and all else goes on. */
function storage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

export function keep(account: string, key: string, kept: Kept): void {
  try {
    storage()?.setItem(nameOf(account, key), JSON.stringify(kept))
  } catch {
    // Full: what stands on the screen stands there all the same, and says that it is not saved.
  }
}

function read(name: string): unknown {
  try {
    return JSON.parse(storage()?.getItem(name) ?? 'null')
  } catch {
    return null
  }
}

export const dropKept = (account: string, key: string): void => storage()?.removeItem(nameOf(account, key))

const asideOf = (account: string, key: string): string => `${nameOf(account, key)}:cu`

function writeAside(account: string, key: string, all: Kept[]): void {
  try {
    if (all.length === 0) storage()?.removeItem(asideOf(account, key))
    else storage()?.setItem(asideOf(account, key), JSON.stringify(all))
  } catch {
    // As above.
  }
}

/** What earlier pages left, until a person takes it back or lets it go; what is typed meanwhile has a place of its own. */
export function setAside(account: string, key: string): Kept[] {
  const left = read(nameOf(account, key)) as Kept | null
  const before = (read(asideOf(account, key)) as Kept[] | null) ?? []
  if (!left) return before
  const all = [...before, left]
  writeAside(account, key, all)
  storage()?.removeItem(nameOf(account, key))
  return all
}

export const dropAside = (account: string, key: string, gone: Kept): void =>
  writeAside(
    account,
    key,
    ((read(asideOf(account, key)) as Kept[] | null) ?? []).filter((one) => one.luc !== gone.luc),
  )

export function forgetKept(): void {
  const all = storage()
  if (!all) return
  for (const name of Object.keys(all)) if (name.startsWith(PREFIX)) all.removeItem(name)
}
