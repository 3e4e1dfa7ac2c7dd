/** Whom a quota is for: units and classes with the days between which they are there, and people with those of their memberships. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import type { ChiTieu, Subject } from '../policy/ledger/quota.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>
type Row = { id: unknown; ten: string | null; tu: string | null; den: string | null }
const toSubject = ({ id, ten, tu, den }: Row): Subject => ({ id: Number(id), ten: ten ?? '', tu, den })

const DAY = (column: string) => sql.raw(`(${column} at time zone 'Asia/Ho_Chi_Minh')::date::text`)

/** Of these kinds; every kind but bodies above where none is named. Names as readers know them, where they do. */
async function units(req: Req, kinds: readonly string[]): Promise<Subject[]> {
  const rows = await query<Row>(
    req,
    sql`select d.id, coalesce((select b.tieu_de from ban_dang b where b.bo_suu_tap = 'don-vi' and b.tai_lieu = d.id and b.ket_thuc_luc is null order by b.id desc limit 1), d.ten) as ten,
          ${DAY('d.hieu_luc_tu')} as tu, ${DAY('d.hieu_luc_den')} as den
        from don_vi d where ${kinds.length === 0 ? sql`d.loai::text not in ('capTren', 'khac', 'truong', 'so', 'lop')` : sql`d.loai::text in ${[...kinds]}`} and d.ten is not null order by d.id`,
  )
  return rows.map(toSubject)
}

/** The day an account was closed; null where the log knows of none, and then the person is still there. */
const LEFT = sql`(select (max(l.created_at) at time zone 'Asia/Ho_Chi_Minh')::date::text from nhat_ky l where l.hanh_dong = 'nghi' and l.bo_suu_tap = 'nguoi-dung' and l.tai_lieu = n.id)`

/** Whoever belongs to a unit; the account of a class is nobody, and who keeps the machine writes nothing.  from the first day of a membership to the last of one, or to the day he left. */
async function people(req: Req): Promise<Subject[]> {
  const rows = await query<Row>(
    req,
    sql`select n.id, n.ho_ten as ten, ${DAY('min(t.tu)')} as tu, case when not bool_or(t.den is null) then ${DAY('max(t.den)')} when not n.kich_hoat then ${LEFT} end as den
        from thanh_vien t join nguoi_dung n on n.id = t.nguoi_id join don_vi d on d.id = t.don_vi_id where d.loai::text not in ('chiDoan', 'lop') and exists (select 1 from nguoi_dung_vai_tro v where v.parent_id = n.id and v.value::text <> 'quanTriKyThuat') group by n.id order by n.ten_sap_xep, n.id`,
  )
  return rows.map(toSubject)
}

export const WHOLE: Subject = { id: 0, ten: 'Toàn đơn vị', tu: null, den: null }

export function subjectsOf(req: Req, { doiTuong, loaiDonVi }: Pick<ChiTieu, 'doiTuong' | 'loaiDonVi'>): Promise<Subject[]> {
  if (doiTuong === 'truong') return Promise.resolve([WHOLE])
  if (doiTuong === 'caNhan') return people(req)
  return units(req, loaiDonVi.length > 0 || doiTuong === 'donVi' ? loaiDonVi : ['chiDoan', 'lop'])
}
