/** What the site needs of a running Payload: connections of its own, the frozen files, the record's head, the news of an edition. */
import type { Payload } from 'payload'
import { readBytes } from '../actions/facts/fileStore.ts'
import { runtimeOf } from '../runtime.ts'
import { steadyPg } from '../start/steadyPg.ts'
import { LastPages, type SchoolSiteOptions } from '../theme/index.ts'
import type { Db } from '../theme/queries/db.ts'
import { evidenceOf } from './evidence.ts'

/** Readers have connections of their own: however many people wait for a lock, the pages of the site do not. */
export function readersOf(payload: Payload): Db {
  const { poolOptions } = payload.db as unknown as { poolOptions: object }
  return new steadyPg.Pool({ ...poolOptions, max: 6, connectionTimeoutMillis: 3000, statement_timeout: 5000, allowExitOnIdle: true })
}

export function siteOptionsOf(payload: Payload, siteUrl: string): SchoolSiteOptions {
  const runtime = runtimeOf(payload)
  const lastPages = new LastPages()
  runtime.afterEdition.add(() => lastPages.forgetAll())
  return { db: readersOf(payload), siteUrl, lastPages, readFile: (hash) => readBytes(runtime.fileStore, hash), evidence: evidenceOf(payload) }
}
