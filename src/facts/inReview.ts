/** Everything that waits for a verdict or for its hour: for whom, since when. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'

/** `tu`: when the submission was made, ISO; `buoc`: the step it waits at, as it was frozen. */
export type Cho = {
  id: number
  boSuuTap: string
  taiLieu: number
  banTrinh: number
  tieuDe: string
  trangThai: string
  vaiTro: string | null
  tenNguoiTrinh: string
  tu: string
  han: string | null
  gap: boolean
}

const ISO = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`)
const STATES = ['choTiepNhan', 'choBienTap', 'choDuyet', 'daDuyet', 'henGio']

/** The longest waiting first; `after`: the id of the submission that ended the page before. */
export async function inReview(req: PayloadRequest, after: number, limit: number): Promise<Cho[]> {
  const rows = await query<Record<string, unknown>>(
    req,
    sql`select h.id, h.bo_suu_tap, h.tai_lieu, h.ban_trinh_id, h.tieu_de, h.trang_thai, h.vai_tro_cho, b.ten_nguoi_trinh, to_char(b.created_at at time zone 'UTC', ${ISO}) as tu,
          to_char(v.han at time zone 'UTC', ${ISO}) as han, coalesce(v.uu_tien = 'cao', false) as gap
        from ho_so h join ban_trinh b on b.id = h.ban_trinh_id left join viec v on v.bo_suu_tap = h.bo_suu_tap and v.tai_lieu = h.tai_lieu
        where h.trang_thai in ${STATES} and h.ban_trinh_id > ${after} order by h.ban_trinh_id limit ${limit}`,
  )
  return rows.map((row) => ({
    id: Number(row.id),
    boSuuTap: String(row.bo_suu_tap),
    taiLieu: Number(row.tai_lieu),
    banTrinh: Number(row.ban_trinh_id),
    tieuDe: String(row.tieu_de ?? ''),
    trangThai: String(row.trang_thai),
    vaiTro: row.vai_tro_cho === null ? null : String(row.vai_tro_cho),
    tenNguoiTrinh: String(row.ten_nguoi_trinh ?? ''),
    tu: String(row.tu),
    han: row.han === null ? null : String(row.han),
    gap: row.gap === true,
  }))
}
