/** Pictures a class sent saying that those shown were not asked, of which nobody has said since who is in them, or that nobody can be told. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'

/** By the bytes: the same picture uploaded again is still of people who were not asked. */
export async function notAskedAmong(req: PayloadRequest, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const rows = await query<{ id: unknown }>(
    req,
    sql`select t.id from tu_lieu t where t.id in ${[...ids]} and t.goc is null and t.khong_nhan_ra is not true
          and not exists (select 1 from tu_lieu_rels r where r.parent_id = t.id and r.path = 'nguoiXuatHien' and r.dong_y_id is not null)
          and exists (select 1 from tu_lieu o where (o.id = t.id or o.sha256 = t.sha256) and o.tac_gia_id is null and (
            exists (select 1 from gui_dot g where o.id = any(g.tu_lieu) and g.dong_y <> 'roi')
            or exists (select 1 from bai_gui b where b.dong_y <> 'roi' and (
              exists (select 1 from tin_bai s where s.id = b.tin_bai and s.anh_bia_id = o.id)
              or exists (select 1 from tin_bai_rels r where r.parent_id = b.tin_bai and r.path = 'tuLieu' and r.tu_lieu_id = o.id)))))`,
  )
  return new Set(rows.map(({ id }) => Number(id)))
}
