/** The file of a document: one row, locked before anything of the document is read or written. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import type { Cho, MucNhayCam } from '../policy/gate/steps.ts'
import type { TrangThai } from '../policy/gate/states.ts'
import { failpoint } from '../failpoint.ts'

export type HoSo = {
  id: number
  tieuDe: string
  boSuuTap: string
  taiLieu: number
  loai: string
  tacGia: number | null
  trangThai: TrangThai
  banTrinh: number | null
  banDang: number | null
  /** Everyone who changed the content since the last live edition. */
  nguoiDongGop: number[]
  /** Those of them who changed it after the latest submission was frozen. */
  suaSauTrinh: number[]
  mucNhayCam: MucNhayCam
  /** When the approved submission goes live, ISO; only in the state `henGio`. */
  henGioLuc: string | null
  nguoiHenGio: number | null
  /** Code of the refusal that stopped the last schedule. */
  loiHenGio: string | null
  /** The number of the working copy: every save moves it on, and a save says which one it was based on. */
  phienBan: number
}

type Row = {
  id: number
  tieu_de: string | null
  loai: string | null
  tac_gia: unknown
  trang_thai: string
  ban_trinh_id: unknown
  ban_dang_id: unknown
  nguoi_dong_gop: unknown
  sua_sau_trinh: unknown
  muc_nhay_cam: string | null
  hen_gio_luc: string | null
  nguoi_hen_gio: unknown
  loi_hen_gio: string | null
  phien_ban: unknown
}
const numbers = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : [])
const numberOrNull = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value))

const COLUMNS = sql`id, tieu_de, loai, tac_gia, trang_thai, ban_trinh_id, ban_dang_id, nguoi_dong_gop, sua_sau_trinh, muc_nhay_cam, hen_gio_luc::text, nguoi_hen_gio, loi_hen_gio, phien_ban`

/** Locks and returns the file, or null where the document has none. */
export async function lockHoSo(req: PayloadRequest, boSuuTap: string, taiLieu: number): Promise<HoSo | null> {
  const rows = await query<Row>(req, sql`select ${COLUMNS} from ho_so where bo_suu_tap = ${boSuuTap} and tai_lieu = ${taiLieu} for update`)
  failpoint('failpoint:locked')
  return rows[0] ? toHoSo(rows[0], boSuuTap, taiLieu) : null
}

/** Keeps the pictures a document shows as they are until the transaction ends, not edited, not deleted; answers those that are there. */
export async function holdPictures(req: PayloadRequest, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await query<{ id: unknown }>(
    req,
    sql`select tai_lieu as id from ho_so where bo_suu_tap = 'tu-lieu' and tai_lieu in ${[...ids]} order by tai_lieu for share`,
  )
  return rows.map((row) => Number(row.id))
}

/** The file as it stands, without a lock: for showing, never for deciding. */
export async function readHoSo(req: PayloadRequest, boSuuTap: string, taiLieu: number): Promise<HoSo | null> {
  const rows = await query<Row>(req, sql`select ${COLUMNS} from ho_so where bo_suu_tap = ${boSuuTap} and tai_lieu = ${taiLieu}`)
  return rows[0] ? toHoSo(rows[0], boSuuTap, taiLieu) : null
}

function toHoSo(row: Row, boSuuTap: string, taiLieu: number): HoSo {
  return {
    id: Number(row.id),
    tieuDe: row.tieu_de ?? '',
    boSuuTap,
    taiLieu,
    loai: row.loai ?? '',
    tacGia: numberOrNull(row.tac_gia),
    trangThai: row.trang_thai as TrangThai,
    banTrinh: numberOrNull(row.ban_trinh_id),
    banDang: numberOrNull(row.ban_dang_id),
    nguoiDongGop: numbers(row.nguoi_dong_gop),
    suaSauTrinh: numbers(row.sua_sau_trinh),
    mucNhayCam: row.muc_nhay_cam === 'cao' ? 'cao' : 'thuong',
    henGioLuc: row.hen_gio_luc === null ? null : new Date(row.hen_gio_luc).toISOString(),
    nguoiHenGio: numberOrNull(row.nguoi_hen_gio),
    loiHenGio: row.loi_hen_gio,
    phienBan: Number(row.phien_ban),
  }
}

export async function createHoSo(
  req: PayloadRequest,
  hoSo: Omit<HoSo, 'id' | 'banTrinh' | 'banDang' | 'henGioLuc' | 'nguoiHenGio' | 'loiHenGio' | 'phienBan'>,
): Promise<void> {
  await query(
    req,
    sql`insert into ho_so (tieu_de, bo_suu_tap, tai_lieu, loai, tac_gia, trang_thai, nguoi_dong_gop, sua_sau_trinh, muc_nhay_cam, created_at, updated_at)
        values (${hoSo.tieuDe}, ${hoSo.boSuuTap}, ${hoSo.taiLieu}, ${hoSo.loai}, ${hoSo.tacGia}, ${hoSo.trangThai},
                ${JSON.stringify(hoSo.nguoiDongGop)}::jsonb, ${JSON.stringify(hoSo.suaSauTrinh)}::jsonb, ${hoSo.mucNhayCam}, now(), now())`,
  )
  failpoint('failpoint:file-opened')
}

/** Writes back the whole file; `cho` is whom it now waits for. A schedule lives only in its own state. */
export async function saveHoSo(req: PayloadRequest, hoSo: HoSo, cho: Cho | null): Promise<void> {
  const scheduled = hoSo.trangThai === 'henGio'
  await query(
    req,
    sql`update ho_so set tieu_de = ${hoSo.tieuDe}, loai = ${hoSo.loai}, tac_gia = ${hoSo.tacGia}, trang_thai = ${hoSo.trangThai},
          vai_tro_cho = ${cho?.vaiTro ?? null}, don_vi_cho = ${cho?.donVi ?? null}, nguoi_cho = ${cho?.nguoi ?? null}, khong_cho = ${cho?.khong ?? null}, ban_trinh_id = ${hoSo.banTrinh}, ban_dang_id = ${hoSo.banDang},
          nguoi_dong_gop = ${JSON.stringify(hoSo.nguoiDongGop)}::jsonb, sua_sau_trinh = ${JSON.stringify(hoSo.suaSauTrinh)}::jsonb, muc_nhay_cam = ${hoSo.mucNhayCam},
          hen_gio_luc = ${scheduled ? hoSo.henGioLuc : null}, nguoi_hen_gio = ${scheduled ? hoSo.nguoiHenGio : null},
          loi_hen_gio = ${hoSo.trangThai === 'daDuyet' ? hoSo.loiHenGio : null}, updated_at = now()
        where id = ${hoSo.id}`,
  )
  failpoint('failpoint:state-saved')
}

/** An edit: who changed the content, and what it is called now; answers the copy's new number. Never touches the state. */
export async function recordEdit(req: PayloadRequest, hoSo: HoSo): Promise<number> {
  const rows = await query<{ phien_ban: unknown }>(
    req,
    sql`update ho_so set tieu_de = ${hoSo.tieuDe}, loai = ${hoSo.loai}, tac_gia = ${hoSo.tacGia},
          nguoi_dong_gop = ${JSON.stringify(hoSo.nguoiDongGop)}::jsonb, sua_sau_trinh = ${JSON.stringify(hoSo.suaSauTrinh)}::jsonb,
          phien_ban = phien_ban + 1, updated_at = now()
        where id = ${hoSo.id} returning phien_ban`,
  )
  failpoint('failpoint:edit-noted')
  return Number(rows[0]!.phien_ban)
}

export const deleteHoSo = async (req: PayloadRequest, id: number): Promise<void> => {
  await query(req, sql`delete from ho_so where id = ${id}`)
}
