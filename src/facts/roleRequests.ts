/** Roles that were asked for and wait for the spokesperson. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { VAI_TRO, type VaiTro } from '../policy/people/roles.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>
export type RoleRequest = {
  id: number
  nguoiDung: number
  hoTen: string
  chucVu: string
  vaiTro: VaiTro[]
  lyDo: string
  nguoiXin: { id: number; hoTen: string; email: string; kichHoat: boolean } | null
  xinLuc: string
  /** Null: granting waits for the owner, who has not used a link yet. */
  diaChiXacNhan: boolean
}
type Row = {
  id: number
  nguoi_dung: number
  ho_ten: string
  chuc_vu: string | null
  vai_tro: string[]
  ly_do: string
  nguoi_xin: number | null
  ten_xin: string | null
  thu_xin: string | null
  mo_xin: boolean | null
  xin_luc: string
  xac_nhan: boolean
}

const toRequest = (row: Row): RoleRequest => ({
  id: Number(row.id),
  nguoiDung: Number(row.nguoi_dung),
  hoTen: row.ho_ten,
  chucVu: row.chuc_vu ?? '',
  vaiTro: row.vai_tro.filter((r): r is VaiTro => (VAI_TRO as readonly string[]).includes(r)),
  lyDo: row.ly_do,
  nguoiXin: row.nguoi_xin === null ? null : { id: Number(row.nguoi_xin), hoTen: row.ten_xin!, email: row.thu_xin!, kichHoat: row.mo_xin === true },
  xinLuc: new Date(row.xin_luc).toISOString(),
  diaChiXacNhan: row.xac_nhan,
})

const WAITING = sql`select x.id, x.nguoi_dung, n.ho_ten, n.chuc_vu, x.vai_tro, x.ly_do, x.nguoi_xin, a.ho_ten as ten_xin, a.email as thu_xin,
    a.kich_hoat as mo_xin, x.xin_luc::text, n.dia_chi_xac_nhan is not null
      and not exists (select 1 from loi_moi l where l.nguoi_dung = n.id and l.nhan_luc is null) as xac_nhan
  from xin_vai_tro x join nguoi_dung n on n.id = x.nguoi_dung left join nguoi_dung a on a.id = x.nguoi_xin where x.ket_qua is null`

/** Oldest first; those of closed accounts wait for nobody. */
export const waitingRequests = async (req: Req): Promise<RoleRequest[]> =>
  (await query<Row>(req, sql`${WAITING} and n.kich_hoat order by x.xin_luc, x.id limit 200`)).map(toRequest)

export async function readRequest(req: Req, id: number): Promise<RoleRequest | null> {
  const rows = await query<Row>(req, sql`${WAITING} and x.id = ${id}`)
  return rows[0] ? toRequest(rows[0]) : null
}

export async function requestFor(req: Req, nguoiDung: number): Promise<RoleRequest | null> {
  const rows = await query<Row>(req, sql`${WAITING} and x.nguoi_dung = ${nguoiDung}`)
  return rows[0] ? toRequest(rows[0]) : null
}

export async function writeRequest(
  req: Req,
  { nguoiDung, vaiTro, lyDo, nguoiXin }: { nguoiDung: number; vaiTro: readonly VaiTro[]; lyDo: string; nguoiXin: number },
): Promise<number> {
  const rows = await query<{ id: number }>(
    req,
    sql`insert into xin_vai_tro (nguoi_dung, vai_tro, ly_do, nguoi_xin, xin_luc)
        values (${nguoiDung}, string_to_array(${vaiTro.join(',')}, ','), ${lyDo}, ${nguoiXin}, ct_nay()) returning id`,
  )
  return Number(rows[0]!.id)
}

export async function settleRequest(req: Req, id: number, ketQua: 'cap' | 'tuChoi' | 'thoi', nguoiQuyet: number, loiDap: string): Promise<void> {
  await query(
    req,
    sql`update xin_vai_tro set ket_qua = ${ketQua}, nguoi_quyet = ${nguoiQuyet}, loi_dap = ${loiDap}, quyet_luc = ct_nay() where id = ${id} and ket_qua is null`,
  )
}
