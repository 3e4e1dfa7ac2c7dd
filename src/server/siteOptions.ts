/** What the site needs of a running Payload: connections of its own, kept pages, the frozen files, the record's head, the news of an edition. */
import type { Payload } from 'payload'
import { runtimeOf } from '../runtime.ts'
import { schoolCache, type SchoolCache, type SchoolSiteOptions } from '../theme/index.ts'
import { evidenceOf } from './evidence.ts'
import { listenerOf, readersOf } from './readers.ts'

/** `cdnSeconds`: a cache in front may answer by itself for so long. */
type Asked = { siteUrl: string; cdnSeconds?: number | null | undefined }
export type MountedSite = SchoolSiteOptions & { cache: SchoolCache['pages']; /** Lets go of what the site holds. */ close: () => Promise<void> }

export function siteOptionsOf(payload: Payload, { siteUrl, cdnSeconds }: Asked): MountedSite {
  const runtime = runtimeOf(payload)
  const db = readersOf(payload)
  const kept = schoolCache({ db, listener: () => listenerOf(payload) }, undefined, runtime.failures)
  // Whoever acted here sees the new page with the answer to the action; other processes hear of it from the database.
  const drop = (tags: readonly string[]): void => kept.pages.drop(tags)
  runtime.afterEdition.add(drop)
  return {
    db,
    siteUrl,
    log: runtime.failures,
    cache: kept.pages,
    readFile: runtime.fileStore.read,
    openFile: runtime.fileStore.open,
    evidence: evidenceOf(payload, db),
    ...(cdnSeconds ? { cdn: { seconds: cdnSeconds } } : {}),
    close: () => {
      runtime.afterEdition.delete(drop)
      return kept.close()
    },
  }
}
