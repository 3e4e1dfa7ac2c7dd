/** The database did not answer: then readers get what was last drawn, and are told so. One that answers with a refusal is not away. */
import type { Response } from 'express'
import { kindOf } from '../../policy/failures/kind.ts'
import type { Db } from '../queries/db.ts'

export class Away extends Error {}

export const tellingAway = (db: Db): Db => ({
  query: (statement, values) =>
    db.query(statement, values).catch((error: unknown) => {
      throw kindOf(error) === 'outage' ? new Away('the database did not answer', { cause: error }) : error
    }),
})

export function markStale(res: Response): void {
  res.set({ 'Cache-Control': 'no-store', 'X-Cong-Truong': 'cu', Warning: '110 - "Response is Stale"' })
}
