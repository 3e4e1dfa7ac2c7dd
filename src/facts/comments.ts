/** Comments on a passage of a submission: they stay with the document through its rounds until somebody settles them. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** `truong`, `doan`: the field and the words it speaks of, as they stood; empty for the whole. */
export type Comment = { id: number; lan: number; truong: string; doan: string; loi: string; nguoi: number | null; tenNguoi: string; luc: string; xong: boolean }

export async function commentsOf(req: Req, boSuuTap: string, taiLieu: number, most = 100): Promise<Comment[]> {
  const rows = await query<{
    id: unknown
    lan: unknown
    truong: string
    doan: string
    loi: string
    nguoi: unknown
    ten: string | null
    luc: string
    xong: boolean
  }>(
    req,
    sql`select y.id, b.lan, y.truong, y.doan, y.loi, y.nguoi, n.ho_ten as ten, to_char(y.luc at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as luc, y.xong_luc is not null as xong
        from y_kien_duyet y join ban_trinh b on b.id = y.ban_trinh left join nguoi_dung n on n.id = y.nguoi
        where y.bo_suu_tap = ${boSuuTap} and y.tai_lieu = ${taiLieu} order by y.xong_luc is not null, y.id desc limit ${most}`,
  )
  return rows.map(({ id, lan, nguoi, ten, ...row }) => ({
    ...row,
    id: Number(id),
    lan: Number(lan),
    nguoi: nguoi === null ? null : Number(nguoi),
    tenNguoi: ten ?? '',
  }))
}

type NewComment = { boSuuTap: string; taiLieu: number; banTrinh: number; truong: string; doan: string; loi: string; nguoi: number }
/** False where as many are open as may be. */
export async function addComment(req: Req, one: NewComment, most: number): Promise<boolean> {
  const rows = await query(
    req,
    sql`insert into y_kien_duyet (bo_suu_tap, tai_lieu, ban_trinh, truong, doan, loi, nguoi)
        select ${one.boSuuTap}, ${one.taiLieu}::int, ${one.banTrinh}::int, ${one.truong}, ${one.doan}, ${one.loi}, ${one.nguoi}::int
        where (select count(*) from y_kien_duyet where bo_suu_tap = ${one.boSuuTap} and tai_lieu = ${one.taiLieu}::int and xong_luc is null) < ${most}::int returning 1`,
  )
  return rows.length > 0
}

/** Answers whether there was such an open one. `ownOnly`: of this person’s own. */
export async function settleComment(req: Req, boSuuTap: string, taiLieu: number, id: number, nguoi: number, ownOnly: boolean): Promise<boolean> {
  const rows = await query(
    req,
    sql`update y_kien_duyet set xong_luc = ct_nay(), nguoi_xong = ${nguoi} where id = ${id} and (not ${ownOnly}::boolean or nguoi = ${nguoi}) and bo_suu_tap = ${boSuuTap} and tai_lieu = ${taiLieu} and xong_luc is null returning 1`,
  )
  return rows.length > 0
}
