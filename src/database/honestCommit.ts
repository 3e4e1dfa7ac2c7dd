/**
 * Rule: what is answered with success is in the database. Payload swallows a COMMIT that failed, and PostgreSQL answers
 * COMMIT with a silent ROLLBACK after an error; so each writing transaction is asked for its number before, and the
 * database for its fate after. A database that is away is asked again until it is back, for a while.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'
import { refuse } from '../messages/refusal.ts'
import { failpoint } from '../failpoint.ts'
import { issue } from '../policy/issues.ts'

type Executor = { execute: (query: SQL) => Promise<{ rows: Record<string, unknown>[] }> }
type Adapter = BaseDatabaseAdapter & { drizzle: Executor; sessions?: Record<string, { db: Executor }> }

const PATIENCE_MS = 8000

/** `committed`, `aborted`, or null where the database could not be asked in time. */
async function fateOf(db: Adapter, xid: string): Promise<string | null> {
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await pause(250)) {
    // Asked until it answers; an answer that never comes is UNCERTAIN, and that is told.
    const found = await db.drizzle.execute(sql`select pg_xact_status(${xid}::xid8) as fate`).catch(() => null)
    const fate = found?.rows[0]?.fate
    if (fate === 'committed' || fate === 'aborted') return fate
  }
  return null
}

export function honestCommits<T extends BaseDatabaseAdapter>(made: DatabaseAdapterObj<T>): DatabaseAdapterObj<T> {
  const init: typeof made.init = (args) => {
    const ready = made.init(args)
    const db = ready as unknown as Adapter
    const commit = db.commitTransaction.bind(db)
    db.commitTransaction = async (given) => {
      const id = await given
      const session = db.sessions?.[id]
      if (!session) return
      failpoint('failpoint:before-commit')
      let xid: string | null
      try {
        const { rows } = await session.db.execute(sql`select pg_current_xact_id_if_assigned()::text as xid`)
        xid = rows[0]!.xid as string | null
      } catch (error) {
        // The connection may be gone, and the transaction with it; what failed is the question before.
        await db.rollbackTransaction(id).catch(() => undefined)
        throw error
      }
      await commit(id)
      failpoint('failpoint:after-commit')
      if (xid === null) return
      const fate = await fateOf(db, xid)
      if (fate !== 'committed') throw refuse(issue(fate === null ? 'UNCERTAIN' : 'UNAVAILABLE'))
    }
    return ready
  }
  return { ...made, init }
}
