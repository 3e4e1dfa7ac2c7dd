/** Pictures a class sent saying that those shown were not asked, of which nobody has said since who is in them, or that nobody can be told. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'

/** As the class said when it sent them, whatever became of the story; by the bytes: the same picture uploaded again is still of people who were not asked. */
export async function notAskedAmong(req: PayloadRequest, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const rows = await query<{ id: unknown }>(
    req,
    sql`select t.id from tu_lieu t where t.id in ${[...ids]} and t.goc is null and t.khong_nhan_ra is not true
          and not exists (select 1 from tu_lieu_rels r where r.parent_id = t.id and r.path = 'nguoiXuatHien' and r.dong_y_id is not null)
          and exists (select 1 from tep_lop_gui g where (g.tu_lieu = t.id or g.sha256 = t.sha256) and g.dong_y <> 'roi')`,
  )
  return new Set(rows.map(({ id }) => Number(id)))
}
