/**
 * A cluster is made in a side folder of its own and renamed once it is whole, so that `postgres` is either absent or
 * finished. What an older release left half made there is set aside, never deleted; a cluster that holds any database
 * made after initdb is never taken for unfinished.
 */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const SIDE = 'postgres.dang-tao-'
/** The database `postgres`, which initdb makes last of all. */
const LAST_OF_INITDB = '5'
const FIRST_OF_USERS = 16_384

export function isUnfinished(folder: string): boolean {
  if (!existsSync(folder)) return false
  const base = join(folder, 'base')
  const databases = existsSync(base) ? readdirSync(base) : []
  return !databases.some((name) => name === LAST_OF_INITDB || Number(name) >= FIRST_OF_USERS)
}

export const setAside = (folder: string): void => renameSync(folder, `${folder}.dang-do-${Date.now()}`)

/** A name no other start has: an initdb that outlived its killed parent goes on writing under its own. */
export const sideFolder = (dataDir: string): string => join(dataDir, `${SIDE}${Date.now()}-${process.pid}`)

export function dropSideFolders(dataDir: string): void {
  for (const name of readdirSync(dataDir).filter((one) => one.startsWith(SIDE))) {
    try {
      rmSync(join(dataDir, name), { recursive: true, force: true })
    } catch {
      // An initdb left behind still writes there; the next start takes it away.
    }
  }
}
