/** Calls to the classes, and what came in for each. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import type { LoaiDot } from '../../policy/intake/calls.ts'

export type DotGui = { id: number; loai: LoaiDot; ten: string; theLe: string; den: string; hetLuc: string | null; so: number }
type Row = { id: unknown; loai: LoaiDot; ten: string; the_le: string; den: string; het_luc: string | null; so: unknown }

const COLUMNS = sql`d.id, d.loai, d.ten, d.the_le, d.den::text, d.het_luc::text, (select count(*) from gui_dot g where g.dot = d.id) as so`
const toCall = (row: Row): DotGui => ({
  id: Number(row.id),
  loai: row.loai,
  ten: row.ten,
  theLe: row.the_le,
  den: row.den,
  hetLuc: row.het_luc === null ? null : new Date(row.het_luc).toISOString(),
  so: Number(row.so),
})

/** Those that still take something, the next to close first. */
export async function openCalls(req: PayloadRequest, today: string): Promise<DotGui[]> {
  return (await query<Row>(req, sql`select ${COLUMNS} from dot_gui d where d.het_luc is null and d.den >= ${today}::date order by d.den, d.id limit 20`)).map(
    toCall,
  )
}

export async function allCalls(req: PayloadRequest): Promise<DotGui[]> {
  return (await query<Row>(req, sql`select ${COLUMNS} from dot_gui d order by d.id desc limit 100`)).map(toCall)
}

/** `hold`: until the transaction ends nobody closes it. */
export async function callOf(req: PayloadRequest, id: number | null, hold = false): Promise<DotGui | null> {
  const rows = id === null ? [] : await query<Row>(req, sql`select ${COLUMNS} from dot_gui d where d.id = ${id} ${hold ? sql`for share of d` : sql``}`)
  return rows[0] ? toCall(rows[0]) : null
}

export type GuiDot = { so: string; ten: string; loi: string; nguoiGui: string; dongY: string; lop: string; tuLieu: number[]; luc: string }

export async function entriesOf(req: PayloadRequest, dot: number): Promise<GuiDot[]> {
  const rows = await query<{ so: string; ten: string; loi: string; nguoi_gui: string; dong_y: string; lop: string; tu_lieu: number[]; luc: string }>(
    req,
    sql`select g.so, g.ten, g.loi, g.nguoi_gui, g.dong_y, coalesce(d.ten, '') as lop, g.tu_lieu, g.luc::text from gui_dot g join don_vi d on d.id = g.don_vi where g.dot = ${dot} order by g.id desc limit 300`,
  )
  return rows.map(({ nguoi_gui, dong_y, tu_lieu, luc, ...row }) => ({
    ...row,
    nguoiGui: nguoi_gui,
    dongY: dong_y,
    tuLieu: tu_lieu.map(Number),
    luc: new Date(luc).toISOString(),
  }))
}

/** What this very form became, where it was sent before. */
export async function entryOfForm(req: PayloadRequest, phieu: string): Promise<string | null> {
  const rows = await query<{ so: string }>(req, sql`select so from gui_dot where phieu = ${phieu}`)
  return rows[0]?.so ?? null
}
