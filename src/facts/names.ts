/** What people are called, for whoever may read the row that names them: never a number. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'

export async function namesOfPeople(req: Pick<PayloadRequest, 'payload' | 'transactionID'>, ids: readonly number[]): Promise<Map<number, string>> {
  const wanted = [...new Set(ids)].filter(Number.isInteger)
  if (wanted.length === 0) return new Map()
  const rows = await query<{ id: number; ho_ten: string | null; chuc_vu: string | null }>(
    req,
    sql`select id, ho_ten, chuc_vu from nguoi_dung where id in ${wanted}`,
  )
  return new Map(rows.map((row) => [Number(row.id), [row.ho_ten, row.chuc_vu].filter(Boolean).join(', ')]))
}
