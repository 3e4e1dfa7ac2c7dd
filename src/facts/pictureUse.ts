/** What a picture or file is used in: a photograph is no draft that waits, it is shown, or lies ready to be. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'

/** `dang`: readers see it; `nhap`: a working copy shows it; `chua`: nothing does. */
export type PictureUse = 'dang' | 'nhap' | 'chua'

const DOCUMENTS = sql`
  select 'tin-bai' as loai, id as ma, anh_bia_id as anh from tin_bai
  union all select 'tin-bai', parent_id, tu_lieu_id from tin_bai_rels where path = 'tuLieu'
  union all select 'van-ban', id, tep_id from van_ban
  union all select 'trang', parent_id, tu_lieu_id from trang_rels where path = 'tepDinhKem'
  union all select 'cai-dat', id, bieu_trung_id from cai_dat`

export async function pictureUse(req: Pick<PayloadRequest, 'payload' | 'transactionID'>, id: number): Promise<PictureUse> {
  // Editions of stories and galleries name their pictures in a table of their own; the words of a text are looked through where it is not live.
  const rows = await query<{ dang: boolean; nhap: boolean }>(
    req,
    sql`with noi as (${DOCUMENTS}), dung as (select h.ban_dang_id from noi join ho_so h on h.bo_suu_tap = noi.loai and h.tai_lieu = noi.ma where noi.anh = ${id})
        select exists (select 1 from anh_dang where tai_lieu = ${id}) or exists (select 1 from dung where ban_dang_id is not null) as dang,
          exists (select 1 from dung) or exists (select 1 from gui_dot g where ${id}::int = any(g.tu_lieu)) or exists (
            select 1 from ho_so h join tin_bai t on t.id = h.tai_lieu::int
            where h.bo_suu_tap = 'tin-bai' and h.trang_thai not in ('daDang', 'daGo')
              and jsonb_path_exists(t.noi_dung, '$.** ? (@.type == "upload" && (@.value == $ma || @.value.id == $ma))', jsonb_build_object('ma', ${id}::int))) as nhap`,
  )
  if (rows[0]?.dang) return 'dang'
  return rows[0]?.nhap ? 'nhap' : 'chua'
}
