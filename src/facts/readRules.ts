/** Who has read the rules of sharing in a school year. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { BAN } from '../policy/channels/rules.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** The instant he confirmed it; null where he has not. */
export async function readRulesAt(req: Req, nguoi: number, namHoc: string): Promise<string | null> {
  const rows = await query<{ luc: string }>(req, sql`select luc::text from da_doc where nguoi = ${nguoi} and nam_hoc = ${namHoc} and ban = ${BAN}`)
  return rows[0] ? new Date(rows[0].luc).toISOString() : null
}

/** People with a standing account, by name, who have not. */
export async function notYetRead(req: Req, namHoc: string): Promise<{ ten: string; donVi: string }[]> {
  const rows = await query<{ ten: string; don_vi: string | null }>(
    req,
    sql`select n.ho_ten as ten, (select string_agg(d.ten, ', ' order by d.ten) from thanh_vien t join don_vi d on d.id = t.don_vi_id where t.nguoi_id = n.id and t.den is null) as don_vi
        from nguoi_dung n where n.kich_hoat and not exists (select 1 from da_doc r where r.nguoi = n.id and r.nam_hoc = ${namHoc} and r.ban = ${BAN}) order by n.ho_ten collate "vi-x-icu"`,
  )
  return rows.map(({ ten, don_vi }) => ({ ten, donVi: don_vi ?? '' }))
}
