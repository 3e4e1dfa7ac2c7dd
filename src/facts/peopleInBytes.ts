/** Rule: who is in a picture is in every upload of the same bytes, in what it was before somebody in it was covered, and for good once he has withdrawn. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'

/**
 * Whoever withdrew may agree again: a paper of the same name and year, begun after that and tagged in these bytes, stands in the place
 * of the one before.
 */
const AGREED_ANEW = sql`select 1 from tu_lieu t join tu_lieu_rels r on r.parent_id = t.id and r.path = 'nguoiXuatHien' join dong_y n on n.id = r.dong_y_id
  where t.sha256 = k.sha256 and n.thu_hoi_luc is null and n.created_at > d.thu_hoi_luc and khong_dau(n.ho_ten) = khong_dau(d.ho_ten) and n.nam_sinh is not distinct from d.nam_sinh`

export type InBytes = { sha256: string; dongY: number }

/** Consents of whoever is tagged, or was when somebody was covered, wherever these bytes lie. */
export async function peopleInBytes(req: PayloadRequest, hashes: readonly string[]): Promise<InBytes[]> {
  if (hashes.length === 0) return []
  const rows = await query<{ sha256: string; nguoi: unknown }>(
    req,
    sql`with co as (select t.id, t.sha256, t.goc_nguoi, false as che from tu_lieu t where t.sha256 in ${[...hashes]}
                    union all select t.id, t.goc, t.goc_nguoi, true from tu_lieu t where t.goc in ${[...hashes]})
        select k.sha256, k.nguoi from (
          select co.sha256, r.dong_y_id as nguoi from co join tu_lieu_rels r on r.parent_id = co.id and r.path = 'nguoiXuatHien' where r.dong_y_id is not null
          union select co.sha256, unnest(co.goc_nguoi) from co where co.che
          union select t.sha256, t.dong_y from nguoi_trong_tep t join dong_y o on o.id = t.dong_y where t.sha256 in ${[...hashes]}
        ) k left join dong_y d on d.id = k.nguoi where not exists (${AGREED_ANEW})`,
  )
  return rows.map(({ sha256, nguoi }) => ({ sha256, dongY: Number(nguoi) }))
}
