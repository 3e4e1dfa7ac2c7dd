/** Whom a person meets: colleagues of his own unit, and in his own documents authors, contributors, whoever submitted or decided. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'

const KNOWN = 'congTruongQuenBiet'

async function readKnown(req: Pick<PayloadRequest, 'payload' | 'transactionID'>, id: number, receives: boolean): Promise<number[]> {
  const me = JSON.stringify([id])
  const rows = await query<{ nguoi: unknown }>(
    req,
    sql`with cua_toi as (
          select id, bo_suu_tap, tai_lieu, tac_gia, nguoi_dong_gop from ho_so where tac_gia = ${id} or nguoi_dong_gop @> ${me}::jsonb
          union all select id, bo_suu_tap, tai_lieu, tac_gia, nguoi_dong_gop from ho_so where ${receives} and bo_suu_tap = 'tin-bai' and loai = 'nguoiTotViecTot')
        select tac_gia as nguoi from cua_toi where tac_gia is not null
        union select value::numeric from cua_toi, jsonb_array_elements_text(nguoi_dong_gop)
        union select o.nguoi_id from thanh_vien o join thanh_vien t on t.don_vi_id = o.don_vi_id and t.den is null where t.nguoi_id = ${id} and o.den is null
        union select b.nguoi_trinh from ban_trinh b join cua_toi c on c.bo_suu_tap = b.bo_suu_tap and c.tai_lieu = b.tai_lieu
        union select p.nguoi from phieu_duyet p join ban_trinh b on b.id = p.ban_trinh_id join cua_toi c on c.bo_suu_tap = b.bo_suu_tap and c.tai_lieu = b.tai_lieu
        limit 2000`,
  )
  return rows.map((row) => Number(row.nguoi)).filter(Number.isInteger)
}

/** Asked once a request: a list shows many names. */
export function knownTo(req: PayloadRequest, id: number, receives: boolean): Promise<number[]> {
  const asked = req.context as Record<string, Promise<number[]> | undefined>
  asked[KNOWN] ??= readKnown(req, id, receives)
  return asked[KNOWN]!
}
