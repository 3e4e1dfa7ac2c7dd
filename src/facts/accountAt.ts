/** Whose address this is, as it is typed at the console. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { accountName } from '../policy/people/signIn.ts'

export async function accountAt(req: PayloadRequest, email: string): Promise<{ id: number; hoTen: string } | null> {
  const rows = await query<{ id: number; ho_ten: string }>(req, sql`select id, ho_ten from nguoi_dung where email = ${accountName(email)}`)
  return rows[0] ? { id: Number(rows[0].id), hoTen: rows[0].ho_ten } : null
}
