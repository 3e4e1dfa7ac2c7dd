/** What the database knows of accounts beyond the row that is being changed. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import type { Account } from '../policy/people/accounts.ts'

/** Changes of accounts come one after the other: each is judged, and written, on what the one before left. */
export async function lockAccounts(req: PayloadRequest): Promise<void> {
  await query(req, sql`select pg_advisory_xact_lock(hashtextextended('ct:nguoi-dung', 0))`)
}

type Standing = Pick<Account, 'laNguoiDuyet' | 'phatNgonKhac' | 'diaChiXacNhan' | 'loiMoiMo'>

/** Roles of the past are read from the log, which keeps them all. */
export async function readStanding(req: PayloadRequest, id: number): Promise<Standing> {
  const rows = await query<{ duyet: boolean; khac: number; xac_nhan: boolean; mo: boolean }>(
    req,
    sql`select exists (select 1 from phieu_duyet where nguoi = ${id})
            or exists (select 1 from uy_quyen where ${id} in (nguoi_duoc_uy_quyen_id, nguoi_uy_quyen_id))
            or exists (select 1 from nguoi_dung_vai_tro where parent_id = ${id} and value::text in ('nguoiDuyet', 'nguoiPhatNgon'))
            or exists (select 1 from nhat_ky where bo_suu_tap = 'nguoi-dung' and tai_lieu = ${id}
              and hanh_dong in ('tao-tai-khoan', 'doi-tai-khoan') and chi_tiet ~ '"(nguoiDuyet|nguoiPhatNgon)"') as duyet,
          (select count(*)::int from nguoi_dung n join nguoi_dung_vai_tro v on v.parent_id = n.id
            where n.kich_hoat and v.value::text = 'nguoiPhatNgon' and n.id <> ${id}) as khac,
          exists (select 1 from nguoi_dung where id = ${id} and dia_chi_xac_nhan is not null) as xac_nhan,
          exists (select 1 from loi_moi where nguoi_dung = ${id} and nhan_luc is null) as mo`,
  )
  const { duyet, khac, xac_nhan, mo } = rows[0]!
  return { laNguoiDuyet: duyet, phatNgonKhac: khac, diaChiXacNhan: xac_nhan, loiMoiMo: mo }
}

/** Names and posts of the open accounts but this one. */
export async function readOtherNames(req: PayloadRequest, id: number | null): Promise<{ hoTen: string; chucVu: string }[]> {
  const rows = await query<{ ho_ten: string; chuc_vu: string | null }>(
    req,
    sql`select ho_ten, chuc_vu from nguoi_dung where kich_hoat and id is distinct from ${id}::integer`,
  )
  return rows.map((row) => ({ hoTen: row.ho_ten, chucVu: row.chuc_vu ?? '' }))
}

export type Reachable = { id: number; email: string; hoTen: string; kichHoat: boolean }

export async function readReachable(req: PayloadRequest, id: number): Promise<Reachable | null> {
  const rows = await query<{ email: string; ho_ten: string; kich_hoat: boolean | null }>(
    req,
    sql`select email, ho_ten, kich_hoat from nguoi_dung where id = ${id}`,
  )
  return rows[0] ? { id, email: rows[0].email, hoTen: rows[0].ho_ten, kichHoat: rows[0].kich_hoat === true } : null
}

/** Somebody used a link that came by other hands: nothing is known of the address any more. */
export async function forgetAddress(req: PayloadRequest, id: number): Promise<void> {
  await query(req, sql`update nguoi_dung set dia_chi_xac_nhan = null where id = ${id} and dia_chi_xac_nhan is not null`)
}

/** The link that was mailed there was used: its owner reads mail at this address. */
export async function confirmAddress(req: PayloadRequest, id: number): Promise<void> {
  await query(req, sql`update nguoi_dung set dia_chi_xac_nhan = ct_nay() where id = ${id} and dia_chi_xac_nhan is null`)
}
