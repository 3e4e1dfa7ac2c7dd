/** What counts for a quota, by subject and month, and the items behind each figure. Read from the ledger alone. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import type { ChiTieu, Ky } from '../policy/ledger/quota.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** By the hour it was written down there, not by the day somebody typed: the first month at whose end it stood as told; once a story and channel. */
const TOLD = (toi: string | null) =>
  sql`(select m.bo_suu_tap, m.tai_lieu, min(m.thang) as thang from (
        select k.bo_suu_tap, k.tai_lieu, ct_thang(k.luc) as thang, (array_agg(k.ket_qua order by k.luc desc, k.id desc))[1] as cuoi from kenh_dang k where k.kenh = ${toi} group by 1, 2, 3
      ) m where m.cuoi in ('daGui', 'daDang') group by 1, 2)`

const MONTH: Record<'gui' | 'dang', ReturnType<typeof sql.raw>> = { gui: sql.raw('s.gui_thang'), dang: sql.raw('s.dang_thang') }

/** What is told elsewhere was published: what is counted is credited by what was sent, or by what went live. */
const ofFact =
  ({ demTheo }: Pick<ChiTieu, 'demTheo'>) =>
  (column: string) =>
    sql.raw(demTheo === 'gui' ? `s.${column}` : `s.dang_${column}`)

/** Rows of the ledger that count, as (thang, s). `tu` and `den`: months, both included. */
const ROWS = (rule: ChiTieu, tu: string, den: string) => {
  const channel = rule.demTheo === 'kenh'
  const month = channel ? sql.raw('k.thang') : MONTH[rule.demTheo as 'gui' | 'dang']
  const own = ofFact(rule)
  const least = sql`${rule.megapixel === null ? sql`` : sql`and ${own('diem_anh')} >= ${Math.round(rule.megapixel * 1_000_000)}`} ${rule.giay === null ? sql`` : sql`and ${own('giay')} >= ${rule.giay}`} ${rule.chuThich ? sql`and ${own('chu_thich')}` : sql``}`
  return sql`san_pham s ${channel ? sql`join ${TOLD(rule.toi)} k on k.bo_suu_tap = s.bo_suu_tap and k.tai_lieu = s.tai_lieu` : sql``}
    where ${month} >= ${`${tu}-01`}::date and ${month} <= ${`${den}-01`}::date and s.san_pham = ${rule.sanPham}
      and ${rule.loai === null ? sql`${own('loai')} <> 'dinhChinh'` : sql`${own('loai')} = ${rule.loai}`} ${least}`
}
const monthOf = (rule: ChiTieu) => sql`to_char(${rule.demTheo === 'kenh' ? sql.raw('k.thang') : MONTH[rule.demTheo]}, 'YYYY-MM')`

/** Of each subject, how many in each month. */
export type Counts = ReadonlyMap<number, ReadonlyMap<string, number>>

export async function countsOf(req: Req, rule: ChiTieu, { tu, den }: Pick<Ky, 'tu' | 'den'>): Promise<Counts> {
  const own = ofFact(rule)
  const who = { truong: sql`0`, donVi: own('don_vi'), lop: own('lop'), caNhan: sql`n.id` }[rule.doiTuong]
  const rows = await query<{ ai: unknown; thang: string; so: unknown }>(
    req,
    rule.doiTuong === 'caNhan'
      ? sql`select ai, thang, count(*) as so from (select unnest(${own('nguoi')}) as ai, ${monthOf(rule)} as thang from ${ROWS(rule, tu, den)}) x group by 1, 2`
      : sql`select ai, thang, count(*) as so from (select ${who} as ai, ${monthOf(rule)} as thang from ${ROWS(rule, tu, den)}) x where ai is not null group by 1, 2`,
  )
  const counts = new Map<number, Map<string, number>>()
  for (const { ai, thang, so } of rows) counts.set(Number(ai), (counts.get(Number(ai)) ?? new Map<string, number>()).set(thang, Number(so)))
  return counts
}

export function countIn(counts: Counts, ai: number, { tu, den }: Pick<Ky, 'tu' | 'den'>): number {
  let sum = 0
  for (const [month, so] of counts.get(ai) ?? []) if (month >= tu && month <= den) sum += so
  return sum
}

/** Instants are ISO; null where it did not come to that, or not in a month of its own. */
export type Item = {
  boSuuTap: string
  taiLieu: number
  tieuDe: string
  loai: string
  guiLuc: string | null
  dangLuc: string | null
  rutLuc: string | null
  goLuc: string | null
  slug: string | null
  theoBanGhi: boolean
}

const MOST_ITEMS = 500

/** The items behind one figure, called as they were published or sent: nobody reads here what a draft says. In the order of their hours. */
export async function itemsOf(req: Req, rule: ChiTieu, ai: number, { tu, den }: Pick<Ky, 'tu' | 'den'>): Promise<Item[]> {
  const own = ofFact(rule)
  const his = {
    truong: sql``,
    donVi: sql`and ${own('don_vi')} = ${ai}`,
    lop: sql`and ${own('lop')} = ${ai}`,
    caNhan: sql`and ${own('nguoi')} @> array[${ai}::int]`,
  }[rule.doiTuong]
  const rows = await query<{ [name: string]: unknown }>(
    req,
    sql`select s.bo_suu_tap, s.tai_lieu, s.loai, s.gui_luc::text, s.dang_luc::text, s.rut_luc::text, s.go_luc::text, s.theo_ban_ghi, (select coalesce((select d.tieu_de from ban_dang d where d.bo_suu_tap = s.bo_suu_tap and d.tai_lieu = s.tai_lieu order by d.id desc limit 1), (select b.tieu_de from ban_trinh b where b.id = s.ban_trinh_id))) as tieu_de,
          (select d.slug from ban_dang d where d.bo_suu_tap = s.bo_suu_tap and d.tai_lieu = s.tai_lieu and d.ket_thuc_luc is null and d.khan_den is null order by d.id desc limit 1) as slug
        from ${ROWS(rule, tu, den)} ${his} order by s.gui_luc, s.tai_lieu limit ${MOST_ITEMS}`,
  )
  const instant = (value: unknown): string | null => (typeof value === 'string' ? new Date(value).toISOString() : null)
  return rows.map((row) => ({
    boSuuTap: String(row.bo_suu_tap),
    taiLieu: Number(row.tai_lieu),
    tieuDe: String(row.tieu_de ?? ''),
    loai: String(row.loai ?? ''),
    guiLuc: instant(row.gui_luc),
    dangLuc: instant(row.dang_luc),
    rutLuc: instant(row.rut_luc),
    goLuc: instant(row.go_luc),
    slug: typeof row.slug === 'string' ? row.slug : null,
    theoBanGhi: row.theo_ban_ghi === true,
  }))
}
