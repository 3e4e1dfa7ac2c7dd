/** Rule: whoever must take a step reads the submission and its document while it waits for him, whatever kind it is of. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { withUnits } from '../facts/members.ts'
import { holds, type Actor } from '../policy/people/roles.ts'

export type Awaited = { hoSo: number; boSuuTap: string; taiLieu: number; banTrinh: number }

/** Nobody works off more at once; the oldest come first. */
const MOST = 500

/** Reception alone does not read everything by its role. */
export async function awaitedBy(req: PayloadRequest, who: Actor): Promise<Awaited[]> {
  if (!holds(who, 'dauMoi')) return []
  const actor = await withUnits(req, who)
  const me = `%,${actor.id},%`
  const rows = await query<{ id: number; bo_suu_tap: string; tai_lieu: unknown; ban_trinh: number }>(
    req,
    sql`select id, bo_suu_tap, tai_lieu, ban_trinh_id as ban_trinh from ho_so
        where trang_thai = 'choTiepNhan' and vai_tro_cho = 'dauMoi' and ban_trinh_id is not null
          and (don_vi_cho is null or don_vi_cho in ${[0, ...(actor.donVi ?? [])]})
          and (nguoi_cho is null or nguoi_cho like ${me}) and (khong_cho is null or khong_cho not like ${me})
        order by updated_at limit ${MOST}`,
  )
  return rows.map((row) => ({ hoSo: Number(row.id), boSuuTap: row.bo_suu_tap, taiLieu: Number(row.tai_lieu), banTrinh: Number(row.ban_trinh) }))
}
