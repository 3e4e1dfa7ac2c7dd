/** A cache that watches its database from now on; `close` ends it. */
import { PageCache, type Limits } from './pageCache.ts'
import { watchEditions, type Source } from './watch.ts'

export type SchoolCache = { pages: PageCache; close: () => Promise<void> }

export function schoolCache(source: Source, limits?: Limits): SchoolCache {
  const pages = new PageCache(limits)
  return { pages, close: watchEditions(pages, source) }
}
