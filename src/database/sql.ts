/** The SQL connection a request is working on: its open transaction, or the pool where none is open. */
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Payload, PayloadRequest } from 'payload'

type Row = Record<string, unknown>
type Executor = { execute: (query: SQL) => Promise<{ rows: Row[] }> }

async function executorOf(req: Pick<PayloadRequest, 'payload' | 'transactionID'>): Promise<Executor> {
  const id = req.transactionID instanceof Promise ? await req.transactionID : req.transactionID
  const session = id === undefined || id === null ? undefined : req.payload.db.sessions?.[id]
  return ((session as { db: unknown } | undefined)?.db ?? req.payload.db.drizzle) as Executor
}

/** Rows of a query inside the request's transaction. */
export async function query<T extends Row>(req: Pick<PayloadRequest, 'payload' | 'transactionID'>, statement: SQL): Promise<T[]> {
  return (await (await executorOf(req)).execute(statement)).rows as T[]
}

/** Rows of a query on a connection of its own, outside any open transaction. */
export async function queryOutside<T extends Row>(payload: Payload, statement: SQL): Promise<T[]> {
  return (await (payload.db.drizzle as unknown as Executor).execute(statement)).rows as T[]
}

export { sql }
