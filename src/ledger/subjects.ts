/** Whom a quota is for: units and classes by their approved editions, people by their memberships; each with the days it is there. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import type { ChiTieu, Subject } from '../policy/ledger/quota.ts'
import { isClassKind, isClassName } from '../policy/ledger/classes.ts'
import { memberSpans, unitSpans, type UnitEdition } from '../policy/ledger/spans.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

const DAY = (column: string) => sql.raw(`(${column} at time zone 'Asia/Ho_Chi_Minh')::date::text`)

/** Bodies above, the institution itself and its classes owe nothing as units. */
const NO_UNITS = ['capTren', 'khac', 'truong', 'so', 'lop']

/** Of these kinds, every unit where none is named. Named as readers know them. */
async function units(req: Req, kinds: readonly string[], named: (ten: string) => boolean): Promise<Subject[]> {
  const counts = (loai: string): boolean => (kinds.length > 0 ? kinds.includes(loai) : !NO_UNITS.includes(loai))
  const rows = await query<{ id: unknown; ten: string | null } & Omit<UnitEdition, 'hieuLucTu' | 'hieuLucDen'> & { tu: string | null; den: string | null }>(
    req,
    sql`select b.tai_lieu as id, b.tieu_de as ten, coalesce(b.noi_dung::jsonb ->> 'loai', '') as loai, ${DAY('b.created_at')} as dang,
          ${DAY('b.ket_thuc_luc')} as het, b.noi_dung::jsonb ->> 'hieuLucTu' as tu, b.noi_dung::jsonb ->> 'hieuLucDen' as den
        from ban_dang b where b.bo_suu_tap = 'don-vi' order by b.tai_lieu, b.id`,
  )
  const found = new Map<number, { ten: string; editions: UnitEdition[] }>()
  for (const { id, ten, tu, den, ...said } of rows) {
    const one = found.get(Number(id)) ?? { ten: '', editions: [] }
    found.set(Number(id), { ten: ten ?? one.ten, editions: [...one.editions, { ...said, hieuLucTu: tu, hieuLucDen: den }] })
  }
  return [...found].flatMap(([id, { ten, editions }]) => {
    const spans = unitSpans(editions, counts)
    return spans.length === 0 || !named(ten) ? [] : [{ id, ten, spans }]
  })
}

/** The day an account was closed, of the memberships no row ended. */
const LEFT = sql`(select (max(l.created_at) at time zone 'Asia/Ho_Chi_Minh')::date::text from nhat_ky l where l.hanh_dong = 'nghi' and l.bo_suu_tap = 'nguoi-dung' and l.tai_lieu = n.id)`

type Belongs = { id: unknown; ten: string | null; loai: string | null; tu: string | null; het: string | null }

/** Whoever belongs to a unit, or is credited though no row says that he does; the account of a class is nobody, and who keeps the machine writes nothing. */
async function people(req: Req): Promise<Subject[]> {
  const rows = await query<Belongs>(
    req,
    sql`select n.id, n.ho_ten as ten, ct_loai_don_vi(t.don_vi_id, ct_nay()) as loai, ${DAY('t.tu')} as tu, case when t.den is not null then ${DAY('t.den')} when not n.kich_hoat then ${LEFT} end as het
        from nguoi_dung n left join thanh_vien t on t.nguoi_id = n.id
        where exists (select 1 from nguoi_dung_vai_tro v where v.parent_id = n.id and v.value::text <> 'quanTriKyThuat')
          and (t.id is not null or exists (select 1 from san_pham s where s.nguoi @> array[n.id] or s.dang_nguoi @> array[n.id])) order by n.ten_sap_xep, n.id, t.id`,
  )
  const found = new Map<number, { ten: string; rows: { tu: string; het: string | null }[] }>()
  for (const { id, ten, loai, tu, het } of rows) {
    if (isClassKind(loai ?? '')) continue
    const one = found.get(Number(id)) ?? { ten: ten ?? '', rows: [] }
    found.set(Number(id), { ...one, rows: tu === null ? one.rows : [...one.rows, { tu, het }] })
  }
  return [...found].map(([id, one]) => ({ id, ten: one.ten, spans: memberSpans(one.rows) }))
}

export const WHOLE: Subject = { id: 0, ten: 'Toàn đơn vị', spans: null }

export function subjectsOf(req: Req, { doiTuong, loaiDonVi }: Pick<ChiTieu, 'doiTuong' | 'loaiDonVi'>): Promise<Subject[]> {
  if (doiTuong === 'truong') return Promise.resolve([WHOLE])
  if (doiTuong === 'caNhan') return people(req)
  if (doiTuong === 'donVi') return units(req, loaiDonVi, () => true)
  return units(req, loaiDonVi.length > 0 ? loaiDonVi : ['chiDoan', 'lop'], isClassName)
}
