/** The gate has one clock, the database's: deadlines hold however the clocks of services and browsers stand. */
import type { PayloadRequest } from 'payload'
import { query, sql } from './sql.ts'

/** The instant it is now, ISO in UTC. */
export async function now(req: Pick<PayloadRequest, 'payload' | 'transactionID'>): Promise<string> {
  const rows = await query<{ nay: string }>(req, sql`select to_char(ct_nay() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as nay`)
  return rows[0]!.nay
}
