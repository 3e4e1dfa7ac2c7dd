/** Codes of classes: which stands, what came in under it today. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { isClassName } from '../../policy/ledger/classes.ts'
import { codeState, type CodeState } from '../../policy/intake/code.ts'
import type { Today } from '../../policy/intake/limits.ts'
import { now } from '../../database/clock.ts'

export type MaGuiBai = { id: number; donVi: number; tenDonVi: string; namHoc: string; ma: string; han: string; hetLuc: string | null; state: CodeState }
type Row = { id: unknown; don_vi: unknown; ten: string | null; nam_hoc: string; ma: string; han: string; het_luc: string | null }

const instant = (value: string): string => new Date(value).toISOString()

const toCode = (row: Row, at: string): MaGuiBai => {
  const han = instant(row.han)
  const hetLuc = row.het_luc === null ? null : instant(row.het_luc)
  const { nam_hoc: namHoc, ma } = row
  return { id: Number(row.id), donVi: Number(row.don_vi), tenDonVi: row.ten ?? '', namHoc, ma, han, hetLuc, state: codeState({ han, hetLuc }, at) }
}

const COLUMNS = sql`m.id, m.don_vi, d.ten, m.nam_hoc, m.ma, m.han::text, m.het_luc::text`

/** `hold`: counted against until the transaction ends. */
export async function codeOf(req: PayloadRequest, ma: string, hold = false): Promise<MaGuiBai | null> {
  const rows = await query<Row>(
    req,
    sql`select ${COLUMNS} from ma_gui_bai m join don_vi d on d.id = m.don_vi where m.ma = ${ma} ${hold ? sql`for update of m` : sql``}`,
  )
  return rows[0] ? toCode(rows[0], await now(req)) : null
}

/** The newest of each class of a school year. */
export async function codesOfYear(req: PayloadRequest, namHoc: string): Promise<Map<number, MaGuiBai>> {
  const rows = await query<Row>(
    req,
    sql`select distinct on (m.don_vi) ${COLUMNS} from ma_gui_bai m join don_vi d on d.id = m.don_vi where m.nam_hoc = ${namHoc} order by m.don_vi, m.id desc`,
  )
  const at = await now(req)
  return new Map(rows.map((row) => [Number(row.don_vi), toCode(row, at)]))
}

/** Under this code on this day of Hà Nội: a code that went round is replaced, and the class has its day again. */
export async function todayOf(req: PayloadRequest, { id, donVi }: Pick<MaGuiBai, 'id' | 'donVi'>): Promise<Today> {
  const rows = await query<{ so: unknown; byte: unknown }>(
    req,
    sql`select count(*) as so, coalesce(sum(byte), 0) as byte from (select don_vi, ma, byte, luc from bai_gui union all select don_vi, ma, byte, luc from gui_dot) g
        where don_vi = ${donVi} and ma = ${id} and (luc at time zone 'Asia/Ho_Chi_Minh')::date = (ct_nay() at time zone 'Asia/Ho_Chi_Minh')::date`,
  )
  return { items: Number(rows[0]!.so), bytes: Number(rows[0]!.byte) }
}

export type Class = { id: number; ten: string }
/** Units that are classes, open, in the order people read them. */
export async function classes(req: PayloadRequest): Promise<Class[]> {
  const rows = await query<{ id: unknown; ten: string }>(
    req,
    sql`select id, ten from don_vi where loai::text in ('chiDoan', 'lop') and ten is not null and (hieu_luc_den is null or hieu_luc_den > ct_nay())`,
  )
  return rows
    .filter(({ ten }) => isClassName(ten))
    .map(({ id, ten }) => ({ id: Number(id), ten }))
    .toSorted((one, other) => one.ten.localeCompare(other.ten, 'vi', { numeric: true }))
}
