/** Calls to the classes, and what came in for each. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import type { LoaiDot } from '../../policy/intake/calls.ts'
import { STANDS } from '../../record/banDang.ts'

export type DotGui = { id: number; loai: LoaiDot; ten: string; theLe: string; den: string; hetLuc: string | null; so: number; bai: number | null }
type Row = { id: unknown; loai: LoaiDot; ten: string; the_le: string; den: string; het_luc: string | null; so: unknown; bai: unknown }

const COLUMNS = sql`d.id, d.loai, d.ten, d.the_le, d.den::text, d.het_luc::text, (select count(*) from gui_dot g where g.dot = d.id) as so, d.bai`
const toCall = (row: Row): DotGui => ({
  id: Number(row.id),
  loai: row.loai,
  ten: row.ten,
  theLe: row.the_le,
  den: row.den,
  hetLuc: row.het_luc === null ? null : new Date(row.het_luc).toISOString(),
  so: Number(row.so),
  bai: row.bai === null ? null : Number(row.bai),
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

const HOLDS = { share: sql`for share of d`, update: sql`for update of d` }

/** `hold`: until the transaction ends nobody closes it. */
export async function callOf(req: PayloadRequest, id: number | null, hold?: keyof typeof HOLDS): Promise<DotGui | null> {
  const rows = id === null ? [] : await query<Row>(req, sql`select ${COLUMNS} from dot_gui d where d.id = ${id} ${hold ? HOLDS[hold] : sql``}`)
  return rows[0] ? toCall(rows[0]) : null
}

export type GuiDot = { so: string; ten: string; loi: string; nguoiGui: string; dongY: string; lop: string; tuLieu: number[]; luc: string; giai: string }

/** Every one is judged; so many no contest of one school has had. */
const MOST_ENTRIES = 5000

export async function entriesOf(req: PayloadRequest, dot: number): Promise<GuiDot[]> {
  const rows = await query<{
    so: string
    ten: string
    loi: string
    nguoi_gui: string
    dong_y: string
    lop: string
    tu_lieu: number[]
    luc: string
    giai: string
  }>(
    req,
    sql`select g.so, g.ten, g.loi, g.nguoi_gui, g.dong_y, coalesce(d.ten, '') as lop, g.tu_lieu, g.luc::text, coalesce(w.giai, '') as giai from gui_dot g join don_vi d on d.id = g.don_vi left join giai_dot w on w.so = g.so where g.dot = ${dot} order by g.id desc limit ${MOST_ENTRIES}`,
  )
  return rows.map(({ nguoi_gui, dong_y, tu_lieu, luc, ...row }) => ({
    ...row,
    nguoiGui: nguoi_gui,
    dongY: dong_y,
    tuLieu: tu_lieu.map(Number),
    luc: new Date(luc).toISOString(),
  }))
}

/** `tep`: how many files came along. */
export type Entry = { so: string; ten: string; lop: string; luc: string; tep: number; call: DotGui }

export async function entryByReceipt(req: PayloadRequest, so: string): Promise<Entry | null> {
  const [row] = await query<{ so: string; ten: string; lop: string; luc: string; tep: unknown; dot: unknown }>(
    req,
    sql`select g.so, g.ten, coalesce(d.ten, '') as lop, g.luc::text, cardinality(g.tu_lieu) as tep, g.dot
        from gui_dot g join don_vi d on d.id = g.don_vi where g.so = ${so}`,
  )
  const call = row && (await callOf(req, Number(row.dot)))
  return row && call ? { so: row.so, ten: row.ten, lop: row.lop, luc: new Date(row.luc).toISOString(), tep: Number(row.tep), call } : null
}

/** The story with the results of a contest, where readers see it. */
export async function liveResult(req: PayloadRequest, bai: number | null): Promise<{ slug: string; ten: string } | null> {
  if (bai === null) return null
  const rows = await query<{ slug: string; ten: string }>(
    req,
    sql`select slug, tieu_de as ten from ban_dang where bo_suu_tap = 'tin-bai' and tai_lieu = ${bai} and ${STANDS} limit 1`,
  )
  return rows[0] ?? null
}

/** Contests that are over and whose results readers see, the newest first. */
export async function recentResults(req: PayloadRequest, most = 3): Promise<{ slug: string; ten: string }[]> {
  return query<{ slug: string; ten: string }>(
    req,
    sql`select b.slug, b.tieu_de as ten from dot_gui d join ban_dang b on b.bo_suu_tap = 'tin-bai' and b.tai_lieu = d.bai where ${STANDS} order by d.id desc limit ${most}`,
  )
}

/** What this very form became, where it was sent before. */
export async function entryOfForm(req: PayloadRequest, phieu: string): Promise<string | null> {
  const rows = await query<{ so: string }>(req, sql`select so from gui_dot where phieu = ${phieu}`)
  return rows[0]?.so ?? null
}
