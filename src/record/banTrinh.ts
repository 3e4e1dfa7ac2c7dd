import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { canonicalText, sha256 } from '../policy/gate/fingerprint.ts'
import { UNDECIDED } from '../policy/gate/states.ts'
import type { GhiNhan } from '../policy/ledger/credit.ts'
import { frozen, type Buoc, type MucNhayCam } from '../policy/gate/steps.ts'
import { failpoint } from '../failpoint.ts'

/** A frozen submission. `noiDung` is canonical JSON text; `vanTay` its SHA-256. */
export type BanTrinh = {
  id: number
  boSuuTap: string
  taiLieu: number
  lan: number
  loai: string
  slug: string
  tieuDe: string
  noiDung: string
  vanTay: string
  bangChung: string
  vanTayBangChung: string
  buoc: Buoc[]
  daQua: string[]
  nguoiDongGop: number[]
  mucNhayCam: MucNhayCam
  /** The exception of a school with one leader is part of what is decided. */
  motLanhDao: boolean
  /** Null where nobody is credited, and in submissions from before it was frozen. */
  ghiNhan: GhiNhan | null
  tacGia: number | null
  nguoiTrinh: number
  tenNguoiTrinh: string
  createdAt: string
}

type Row = Record<string, unknown>
const COLUMNS = sql`id, bo_suu_tap, tai_lieu, lan, loai, slug, tieu_de, noi_dung, van_tay, bang_chung, van_tay_bang_chung,
  buoc, da_qua, nguoi_dong_gop, muc_nhay_cam, mot_lanh_dao, ghi_nhan, tac_gia, nguoi_trinh, ten_nguoi_trinh, created_at`

const toBanTrinh = (row: Row): BanTrinh => ({
  id: Number(row.id),
  boSuuTap: String(row.bo_suu_tap),
  taiLieu: Number(row.tai_lieu),
  lan: Number(row.lan),
  loai: String(row.loai ?? ''),
  slug: String(row.slug),
  tieuDe: String(row.tieu_de),
  noiDung: String(row.noi_dung),
  vanTay: String(row.van_tay),
  bangChung: String(row.bang_chung ?? '{}'),
  vanTayBangChung: String(row.van_tay_bang_chung ?? ''),
  buoc: row.buoc as Buoc[],
  daQua: Array.isArray(row.da_qua) ? (row.da_qua as string[]) : [],
  nguoiDongGop: (row.nguoi_dong_gop as unknown[]).map(Number),
  mucNhayCam: row.muc_nhay_cam === 'cao' ? 'cao' : 'thuong',
  motLanhDao: row.mot_lanh_dao === true,
  ghiNhan: (row.ghi_nhan as GhiNhan | null | undefined) ?? null,
  tacGia: row.tac_gia === null ? null : Number(row.tac_gia),
  nguoiTrinh: Number(row.nguoi_trinh),
  tenNguoiTrinh: String(row.ten_nguoi_trinh),
  createdAt: new Date(String(row.created_at)).toISOString(),
})

/** Fingerprint of what stands beside the content and decides about it: steps, contributors, sensitivity, evidence. */
export const frameOf = (
  b: Pick<BanTrinh, 'buoc' | 'nguoiDongGop' | 'mucNhayCam' | 'motLanhDao' | 'vanTayBangChung' | 'tieuDe' | 'loai' | 'slug'> & { ghiNhan?: GhiNhan | null },
): string =>
  sha256(
    canonicalText({
      // What binds a step is named only where it holds: what was signed before it existed keeps its fingerprint.
      buoc: b.buoc.map(frozen),
      nguoiDongGop: [...b.nguoiDongGop],
      mucNhayCam: b.mucNhayCam,
      vanTayBangChung: b.vanTayBangChung,
      tieuDe: b.tieuDe,
      loai: b.loai,
      slug: b.slug,
      // Named only where it holds: submissions from before the exception existed keep the fingerprint that was signed.
      ...(b.motLanhDao ? { motLanhDao: true } : {}),
      ...(b.ghiNhan ? { ghiNhan: b.ghiNhan } : {}),
    }),
  )

export async function readBanTrinh(req: PayloadRequest, id: number): Promise<BanTrinh | null> {
  const rows = await query(req, sql`select ${COLUMNS} from ban_trinh where id = ${id}`)
  return rows[0] ? toBanTrinh(rows[0]) : null
}

export async function readBanTrinhs(req: Pick<PayloadRequest, 'payload' | 'transactionID'>, ids: readonly number[]): Promise<BanTrinh[]> {
  if (ids.length === 0) return []
  return (await query(req, sql`select ${COLUMNS} from ban_trinh where id in ${[...ids]}`)).map(toBanTrinh)
}

export async function insertBanTrinh(req: PayloadRequest, b: Omit<BanTrinh, 'id' | 'createdAt'>): Promise<number> {
  const rows = await query<{ id: number }>(
    req,
    sql`insert into ban_trinh (bo_suu_tap, tai_lieu, lan, loai, slug, tieu_de, noi_dung, van_tay, bang_chung, van_tay_bang_chung,
          buoc, da_qua, nguoi_dong_gop, muc_nhay_cam, mot_lanh_dao, ghi_nhan, tac_gia, nguoi_trinh, ten_nguoi_trinh)
        values (${b.boSuuTap}, ${b.taiLieu}, ${b.lan}, ${b.loai}, ${b.slug}, ${b.tieuDe}, ${b.noiDung}, ${b.vanTay}, ${b.bangChung},
          ${b.vanTayBangChung}, ${JSON.stringify(b.buoc)}::jsonb, ${JSON.stringify(b.daQua)}::jsonb,
          ${JSON.stringify(b.nguoiDongGop)}::jsonb, ${b.mucNhayCam}, ${b.motLanhDao}, ${b.ghiNhan === null ? null : JSON.stringify(b.ghiNhan)}::jsonb, ${b.tacGia}, ${b.nguoiTrinh}, ${b.tenNguoiTrinh})
        returning id`,
  )
  failpoint('failpoint:submission-written')
  return Number(rows[0]!.id)
}

/** Whoever settles an address in this collection waits for whoever is settling one, and sees what he submitted. */
export const takeTurn = async (req: PayloadRequest, boSuuTap: string): Promise<void> => {
  await query(req, sql`select pg_advisory_xact_lock(hashtextextended(${`ct:dat-duong-dan:${boSuuTap}`}, 0))`)
}

/** Addresses of this beginning that other documents' waiting or approved submissions will have. */
export async function askedSlugs(req: PayloadRequest, boSuuTap: string, base: string, except: number): Promise<Set<string>> {
  const rows = await query<{ slug: string }>(
    req,
    sql`select b.slug from ho_so h join ban_trinh b on b.id = h.ban_trinh_id
        where h.bo_suu_tap = ${boSuuTap} and h.trang_thai in ${[...UNDECIDED]} and h.tai_lieu <> ${except} and starts_with(b.slug, ${base.slice(0, 70)})`,
  )
  return new Set(rows.map((row) => row.slug))
}
