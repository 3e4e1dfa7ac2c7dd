/** Plans of school years and their rows. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { inSchoolYear, type DongKeHoach, type KeHoach } from '../../policy/plan/row.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>
type Row = { [name: string]: unknown }

const numbers = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : [])
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const dayOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const COLUMNS = sql.raw('ma, thang, noi_dung, san_pham, phoi_hop, bo_sung, chu_de, nguoi, don_vi, nguoi_chu, su_kien_tu::text, su_kien_den::text, tu, lan')

const toRow = (row: Row): DongKeHoach => ({
  ma: String(row.ma),
  lan: Number(row.lan),
  tu: dayOrNull(row.tu),
  thang: inSchoolYear(numbers(row.thang)),
  noiDung: String(row.noi_dung),
  sanPham: texts(row.san_pham),
  phoiHop: String(row.phoi_hop),
  boSung: String(row.bo_sung),
  chuDe: numbers(row.chu_de),
  nguoi: numbers(row.nguoi),
  donVi: numbers(row.don_vi),
  nguoiChu: String(row.nguoi_chu),
  suKienTu: dayOrNull(row.su_kien_tu),
  suKienDen: dayOrNull(row.su_kien_den),
})

/** By the first month of each, then as they were written. */
const place = ({ thang }: DongKeHoach): number => (thang.length === 0 ? 99 : (thang[0]! + 3) % 12)

/** `hold`: nobody else changes it before the transaction ends. */
export async function planOf(req: Req, namHoc: string, hold = false): Promise<KeHoach | null> {
  const [plan] = await query<{ id: unknown; can_cu: unknown; ngay: string }>(
    req,
    sql`select id, can_cu, (luc at time zone 'Asia/Ho_Chi_Minh')::date::text as ngay from ke_hoach where nam_hoc = ${namHoc}${hold ? sql` for update` : sql``}`,
  )
  if (!plan) return null
  const rows = await query<Row>(req, sql`select ${COLUMNS} from ke_hoach_dong where ke_hoach = ${Number(plan.id)} and bo_luc is null order by thu_tu`)
  return { id: Number(plan.id), namHoc, lapNgay: plan.ngay, canCu: texts(plan.can_cu), dong: rows.map(toRow).toSorted((a, b) => place(a) - place(b)) }
}

/** Rows that were taken out, the latest first. */
export async function removedRows(req: Req, plan: Pick<KeHoach, 'id'>): Promise<{ ma: string; noiDung: string; lan: number }[]> {
  const rows = await query<Row>(
    req,
    sql`select ma, noi_dung, lan from ke_hoach_dong where ke_hoach = ${plan.id} and bo_luc is not null order by bo_luc desc limit 50`,
  )
  return rows.map(({ ma, noi_dung: noiDung, lan }) => ({ ma: String(ma), noiDung: String(noiDung), lan: Number(lan) }))
}

export async function planYears(req: Req): Promise<string[]> {
  return (await query<{ nam_hoc: string }>(req, sql`select nam_hoc from ke_hoach order by nam_hoc`)).map(({ nam_hoc }) => nam_hoc)
}

/** The row a story belongs to; null where it belongs to none. */
export async function rowOfStory(req: Req, tinBai: number): Promise<string | null> {
  const [found] = await query<{ dong: string }>(req, sql`select dong from ke_hoach_bai where tin_bai = ${tinBai}`)
  return found?.dong ?? null
}
