/** Readers' own connections: however many people wait for a lock, the pages of the site do not; and one that listens. */
import type { Payload } from 'payload'
import { steadyPg } from '../database/steadyPg.ts'
import type { Db } from '../theme/queries/db.ts'
import type { Listener } from '../theme/queries/tellings.ts'

const optionsOf = (payload: Payload): object => (payload.db as unknown as { poolOptions: object }).poolOptions

/** The database ends a slow question itself; one that stands still is given up on a moment later, within five seconds in all. */
export const readersOf = (payload: Payload): Db =>
  new steadyPg.Pool({ ...optionsOf(payload), max: 6, connectionTimeoutMillis: 2000, statement_timeout: 3500, query_timeout: 3800, allowExitOnIdle: true })

export const listenerOf = (payload: Payload): Listener =>
  new steadyPg.Client({ ...optionsOf(payload), keepAlive: true, connectionTimeoutMillis: 3000, query_timeout: 3000 })
