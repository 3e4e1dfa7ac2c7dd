/** Bundles of submissions. What they name is the record's; who is in which is never changed, only added to by `trinh`. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { failpoint } from '../failpoint.ts'
import type { Actor } from '../policy/people/roles.ts'

export type GoiTrinh = { id: number; ten: string; nguoi: number; tenNguoi: string; khaiTruong: boolean; luc: string }

export async function insertGoi(req: PayloadRequest, { ten, nguoi, khaiTruong }: { ten: string; nguoi: Actor; khaiTruong: boolean }): Promise<number> {
  const rows = await query<{ id: number }>(
    req,
    sql`insert into goi_trinh (ten, nguoi, ten_nguoi, khai_truong) values (${ten}, ${nguoi.id}, ${nguoi.hoTen}, ${khaiTruong}) returning id`,
  )
  return Number(rows[0]!.id)
}

export async function insertMuc(req: PayloadRequest, goi: number, thuTu: number, banTrinh: number): Promise<void> {
  await query(req, sql`insert into goi_trinh_muc (goi, thu_tu, ban_trinh) values (${goi}, ${thuTu}, ${banTrinh})`)
  failpoint('failpoint:bundled')
}

export async function readGoi(req: PayloadRequest, id: number): Promise<GoiTrinh | null> {
  const rows = await query<Record<string, unknown>>(
    req,
    sql`select id, ten, nguoi, ten_nguoi, khai_truong, to_char(luc at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as luc from goi_trinh where id = ${id}`,
  )
  const row = rows[0]
  if (!row) return null
  return {
    id: Number(row.id),
    ten: String(row.ten),
    nguoi: Number(row.nguoi),
    tenNguoi: String(row.ten_nguoi),
    khaiTruong: row.khai_truong === true,
    luc: String(row.luc),
  }
}

/** `banTrinhMoi`: the document's latest submission now; another than `banTrinh` where that was superseded. */
export type Muc = {
  banTrinh: number
  boSuuTap: string
  taiLieu: number
  tieuDe: string
  loai: string
  lan: number
  vanTay: string
  mucNhayCam: string
  motLanhDao: boolean
  trangThai: string
  banTrinhMoi: number | null
}

/** In the order in which they are published. */
export async function readMuc(req: PayloadRequest, goi: number): Promise<Muc[]> {
  const rows = await query<Record<string, unknown>>(
    req,
    sql`select b.id, b.bo_suu_tap, b.tai_lieu, b.tieu_de, b.loai, b.lan, b.van_tay, b.muc_nhay_cam, b.mot_lanh_dao, h.trang_thai, h.ban_trinh_id
        from goi_trinh_muc m join ban_trinh b on b.id = m.ban_trinh join ho_so h on h.bo_suu_tap = b.bo_suu_tap and h.tai_lieu = b.tai_lieu
        where m.goi = ${goi} order by m.thu_tu`,
  )
  return rows.map((row) => ({
    banTrinh: Number(row.id),
    boSuuTap: String(row.bo_suu_tap),
    taiLieu: Number(row.tai_lieu),
    tieuDe: String(row.tieu_de),
    loai: String(row.loai ?? ''),
    lan: Number(row.lan),
    vanTay: String(row.van_tay),
    mucNhayCam: String(row.muc_nhay_cam),
    motLanhDao: row.mot_lanh_dao === true,
    trangThai: String(row.trang_thai),
    banTrinhMoi: row.ban_trinh_id === null ? null : Number(row.ban_trinh_id),
  }))
}

/** Whether the site's settings were ever published: from then on the school is open. */
export async function isOpened(req: PayloadRequest): Promise<boolean> {
  return (await query(req, sql`select 1 from ban_dang where bo_suu_tap = 'cai-dat' limit 1`)).length > 0
}

export type Waiting = Pick<GoiTrinh, 'id' | 'ten' | 'tenNguoi' | 'luc'> & { cho: number }

/** Bundles in which something waits for an approver; `cho`: how many documents. */
export async function waitingGoi(req: PayloadRequest): Promise<Waiting[]> {
  const rows = await query<{ id: number; ten: string; ten_nguoi: string; luc: string; cho: number }>(
    req,
    sql`select g.id, g.ten, g.ten_nguoi, to_char(g.luc at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as luc, count(*)::int as cho
        from goi_trinh g join goi_trinh_muc m on m.goi = g.id join ho_so h on h.ban_trinh_id = m.ban_trinh and h.trang_thai = 'choDuyet' and h.muc_nhay_cam <> 'cao'
        group by g.id order by g.id limit 20`,
  )
  return rows.map((row) => ({ id: Number(row.id), ten: row.ten, tenNguoi: row.ten_nguoi, luc: row.luc, cho: row.cho }))
}

/** Submissions that wait in these bundles: they are read there, not one by one; a sensitive one is decided alone. */
export async function waitingIn(req: PayloadRequest, goi: readonly number[]): Promise<number[]> {
  if (goi.length === 0) return []
  const rows = await query<{ ban_trinh: number }>(
    req,
    sql`select m.ban_trinh from goi_trinh_muc m join ho_so h on h.ban_trinh_id = m.ban_trinh and h.trang_thai = 'choDuyet' and h.muc_nhay_cam <> 'cao' where m.goi in ${[...goi]}`,
  )
  return rows.map((row) => Number(row.ban_trinh))
}
