/** What happens on which day: what went live, what is approved and waits for its hour, events, what is due. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { isEditor, holds, type Actor } from '../policy/people/roles.ts'

/** `luc`: ISO. `daDuyet`: approved without an hour stands on the day it was approved. */
export type LoaiMuc = 'daDang' | 'henGio' | 'daDuyet' | 'suKien' | 'han' | 'khongTruoc'
export type Muc = { loai: LoaiMuc; luc: string; boSuuTap: string; taiLieu: number; tieuDe: string }

const MOST = 400
const ISO = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`)
type Row = { loai: LoaiMuc; luc: string; bo_suu_tap: string; tai_lieu: unknown; tieu_de: string | null }

/** Instants in milliseconds. What is not public is told to whoever follows it: all of it to those who edit and decide. */
export async function calendarOf(req: PayloadRequest, actor: Actor, from: number, to: number): Promise<Muc[]> {
  const [tu, den] = [new Date(from).toISOString(), new Date(to).toISOString()]
  const all = isEditor(actor) || holds(actor, 'dauMoi')
  const within = (column: string) => sql`${sql.raw(column)} >= ${tu}::timestamptz and ${sql.raw(column)} < ${den}::timestamptz`
  const mine = all ? sql`` : sql` and h.tac_gia = ${actor.id}`
  const given = all ? sql`` : sql` and v.nguoi = ${actor.id}`
  const rows = await query<Row>(
    req,
    sql`select loai, to_char(luc at time zone 'UTC', ${ISO}) as luc, bo_suu_tap, tai_lieu, tieu_de from (
          (select 'daDang' as loai, dang_lan_dau as luc, bo_suu_tap, tai_lieu, tieu_de from ban_dang
             where bo_suu_tap = 'tin-bai' and ket_thuc_luc is null and ${within('dang_lan_dau')} order by dang_lan_dau desc limit ${MOST})
          union all (select 'henGio', h.hen_gio_luc, h.bo_suu_tap, h.tai_lieu, h.tieu_de from ho_so h
             where h.trang_thai = 'henGio' and ${within('h.hen_gio_luc')}${mine} order by h.hen_gio_luc limit ${MOST})
          union all (select 'daDuyet', h.updated_at, h.bo_suu_tap, h.tai_lieu, h.tieu_de from ho_so h
             where h.trang_thai = 'daDuyet' and ${within('h.updated_at')}${mine} order by h.updated_at limit ${MOST})
          union all (select 'suKien', su_kien_tu(noi_dung), bo_suu_tap, tai_lieu, tieu_de from ban_dang
             where bo_suu_tap = 'tin-bai' and ket_thuc_luc is null and ${within('su_kien_tu(noi_dung)')} limit ${MOST})
          union all (select 'han', v.han, v.bo_suu_tap, v.tai_lieu, h.tieu_de from viec v join ho_so h on h.bo_suu_tap = v.bo_suu_tap and h.tai_lieu = v.tai_lieu
             where ${within('v.han')}${given} limit ${MOST})
          union all (select 'khongTruoc', v.khong_truoc, v.bo_suu_tap, v.tai_lieu, h.tieu_de from viec v join ho_so h on h.bo_suu_tap = v.bo_suu_tap and h.tai_lieu = v.tai_lieu
             where h.trang_thai <> 'daDang' and ${within('v.khong_truoc')}${given} limit ${MOST})
        ) x order by luc, tieu_de`,
  )
  return rows.map((row) => ({ loai: row.loai, luc: row.luc, boSuuTap: row.bo_suu_tap, taiLieu: Number(row.tai_lieu), tieuDe: row.tieu_de ?? '' }))
}
