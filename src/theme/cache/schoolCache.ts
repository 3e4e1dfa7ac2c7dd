/** A cache that watches its database from now on; `close` ends it. */
import type { FailureLog } from '../../policy/failures/log.ts'
import { PageCache, type Limits } from './pageCache.ts'
import { watchEditions, type Source } from './watch.ts'

export type SchoolCache = { pages: PageCache; close: () => Promise<void> }

/** `log`: hears of what the watch could not ask. */
export function schoolCache(source: Source, limits?: Limits, log?: FailureLog): SchoolCache {
  const pages = new PageCache(limits)
  return { pages, close: watchEditions(pages, source, log) }
}
