/** Every version of the regulation, with the hour from which it was in force. Number and hour are the database's. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { sha256 } from '../policy/gate/fingerprint.ts'

export type QuyCheBan = { id: number; so: number; vanTay: string }

export async function insertQuyCheBan(req: PayloadRequest, noiDung: string): Promise<QuyCheBan> {
  const vanTay = sha256(noiDung)
  const rows = await query<{ id: number; so: number }>(
    req,
    sql`insert into quy_che_ban (so, noi_dung, van_tay, tu) values (0, ${noiDung}, ${vanTay}, now()) returning id, so`,
  )
  return { id: Number(rows[0]!.id), so: Number(rows[0]!.so), vanTay }
}
