/**
 * At an upgrade from before the log was signed, one signed row says who held which authority then. It is confirmed at the
 * console; everything later leads back to it.
 */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { canonicalText, sha256, type Json } from '../../policy/gate/fingerprint.ts'
import { regulationText } from '../../policy/gate/regulationText.ts'
import { insertNhatKy } from '../nhatKy.ts'
import { insertQuyCheBan } from '../quyCheBan.ts'
import { authorityOf } from './read.ts'

export type Standing = {
  nguoi: { id: number; ten: string; chucVu: string; vaiTro: string[]; mo: boolean; the: string }[]
  uyQuyen: { id: number; nguoiUyQuyen: number; nguoiDuocUyQuyen: number; phamVi: string; tuNgay: string; denNgay: string; het: boolean }[]
  quyChe: string
}

/** Whether there is a past that nobody has sealed yet. */
export async function needsSeal(req: Pick<PayloadRequest, 'payload' | 'transactionID'>): Promise<boolean> {
  if ((await authorityOf(req)).so.coPhatNgon) return false
  const rows = await query<{ co: boolean }>(req, sql`select exists (select 1 from nguoi_dung) as co`)
  return rows[0]!.co
}

const iso = (value: unknown): string => new Date(String(value)).toISOString()

/** Who holds what now, as the database says: for a person to read and confirm. */
export async function readStanding(req: PayloadRequest): Promise<Standing> {
  const people = await query<{
    id: number
    ho_ten: string | null
    chuc_vu: string | null
    vai_tro: string[]
    kich_hoat: boolean
    email: string
    salt: string
    hash: string
  }>(
    req,
    sql`select n.id, n.ho_ten, n.chuc_vu, coalesce(n.kich_hoat, false) as kich_hoat, n.email, n.salt, n.hash,
          coalesce((select array_agg(v.value::text order by v.value::text) from nguoi_dung_vai_tro v where v.parent_id = n.id), '{}') as vai_tro
        from nguoi_dung n order by n.id for share`,
  )
  const lent = await query<Record<string, unknown>>(
    req,
    sql`select id, nguoi_uy_quyen_id, nguoi_duoc_uy_quyen_id, pham_vi::text as pham_vi, tu_ngay, den_ngay, thu_hoi_luc is not null as het from uy_quyen order by id`,
  )
  // overrideAccess: whoever sits at the console confirms what is in force; there is nobody to ask for leave.
  const regulation = await req.payload.findGlobal({ slug: 'quy-che', depth: 0, overrideAccess: true, req })
  return {
    nguoi: people.map((n) => ({
      id: Number(n.id),
      ten: n.ho_ten ?? '',
      chucVu: n.chuc_vu ?? '',
      vaiTro: n.vai_tro,
      mo: n.kich_hoat,
      the: sha256(canonicalText({ email: n.email, salt: n.salt, hash: n.hash })),
    })),
    uyQuyen: lent.map((u) => ({
      id: Number(u.id),
      nguoiUyQuyen: Number(u.nguoi_uy_quyen_id),
      nguoiDuocUyQuyen: Number(u.nguoi_duoc_uy_quyen_id),
      phamVi: String(u.pham_vi),
      tuNgay: iso(u.tu_ngay),
      denNgay: iso(u.den_ngay),
      het: u.het === true,
    })),
    quyChe: regulationText(regulation as unknown as Record<string, unknown>),
  }
}

/** Writes the seal inside the transaction of `req`; answers the hash of its row. */
export async function writeSeal(req: PayloadRequest, { nguoi, uyQuyen, quyChe }: Standing): Promise<string> {
  const version = await insertQuyCheBan(req, quyChe)
  return insertNhatKy(req, {
    hanhDong: 'niem-phong',
    nguoi: null,
    boSuuTap: 'nguoi-dung',
    taiLieu: null,
    chiTiet: { nguoi, uyQuyen, quyCheBan: version.id, phienBan: version.so, vanTay: version.vanTay } as unknown as Record<string, Json>,
  })
}
