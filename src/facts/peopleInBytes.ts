/** Rule: who is in a picture is in every upload of the same bytes, in what it was before somebody in it was covered, and for good once he has withdrawn. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'

export type InBytes = { sha256: string; dongY: number }

/** Consents of whoever is tagged, or was when somebody was covered, wherever these bytes lie. */
export async function peopleInBytes(req: PayloadRequest, hashes: readonly string[]): Promise<InBytes[]> {
  if (hashes.length === 0) return []
  const rows = await query<{ sha256: string; nguoi: unknown }>(
    req,
    sql`with co as (select t.id, t.sha256, t.goc_nguoi, false as che from tu_lieu t where t.sha256 in ${[...hashes]}
                    union all select t.id, t.goc, t.goc_nguoi, true from tu_lieu t where t.goc in ${[...hashes]})
        select co.sha256, r.dong_y_id as nguoi from co join tu_lieu_rels r on r.parent_id = co.id and r.path = 'nguoiXuatHien' where r.dong_y_id is not null
        union select co.sha256, unnest(co.goc_nguoi) from co where co.che
        union select k.sha256, k.dong_y from nguoi_trong_tep k join dong_y d on d.id = k.dong_y where k.sha256 in ${[...hashes]}`,
  )
  return rows.map(({ sha256, nguoi }) => ({ sha256, dongY: Number(nguoi) }))
}
