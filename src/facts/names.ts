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

/** Everybody with an open account, in the order of given names: for whoever may read the directory (src/policy/people/directory.ts). */
export async function openAccounts(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
): Promise<{ id: number; hoTen: string; chucVu: string; kyThuat: boolean }[]> {
  const rows = await query<{ id: number; ho_ten: string | null; chuc_vu: string | null; ky_thuat: boolean }>(
    req,
    sql`select n.id, n.ho_ten, n.chuc_vu, exists (select 1 from nguoi_dung_vai_tro v where v.parent_id = n.id and v.value::text = 'quanTriKyThuat') as ky_thuat
        from nguoi_dung n where n.kich_hoat order by n.ten_sap_xep, n.id limit 2000`,
  )
  return rows.map((row) => ({ id: Number(row.id), hoTen: row.ho_ten ?? '', chucVu: row.chuc_vu ?? '', kyThuat: row.ky_thuat }))
}
