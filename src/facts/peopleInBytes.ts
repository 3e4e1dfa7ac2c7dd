/** Rule: who is in a picture is in every upload of the same bytes, in what it was before somebody in it was covered, and for good once he has withdrawn. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'

/**
 * Whoever withdrew may agree again: a paper of which somebody said that it is of the same person, tagged in these bytes, stands in the
 * place of the one before. Names alike are no proof of that.
 */
const AGREED_ANEW = sql`select 1 from phieu_thay p join dong_y n on n.id = p.moi join tu_lieu_rels r on r.dong_y_id = n.id and r.path = 'nguoiXuatHien' join tu_lieu t on t.id = r.parent_id
  where p.cu = k.nguoi and t.sha256 = k.sha256 and n.thu_hoi_luc is null`

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
        ) k where not exists (${AGREED_ANEW})`,
  )
  return rows.map(({ sha256, nguoi }) => ({ sha256, dongY: Number(nguoi) }))
}
