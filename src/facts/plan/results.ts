/** What became of the rows of a plan: stories that belong to them. Live ones of their topics in their months are proposed, never counted. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { monthInYear } from '../../policy/plan/months.ts'
import type { DongKeHoach, KeHoach } from '../../policy/plan/row.ts'
import { spanOfMonth } from '../../policy/time/schoolYear.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** `ngay`: the day of Hà Nội readers first got it. */
export type KetQua = { taiLieu: number; tieuDe: string; slug: string; ngay: string }
/** `live`: of it as somebody said; `goiY`: of its topics in its months, for somebody to say; `dangLam`: stories that belong to it and are not live. */
export type KetQuaDong = { live: KetQua[]; goiY: KetQua[]; dangLam: { taiLieu: number; tieuDe: string }[] }

type Live = { tai_lieu: unknown; tieu_de: string; slug: string; ngay: string }
const toResult = ({ tai_lieu, tieu_de, slug, ngay }: Live): KetQua => ({ taiLieu: Number(tai_lieu), tieuDe: tieu_de, slug, ngay })

const COLUMNS = sql.raw(`b.tai_lieu, b.tieu_de, b.slug, (b.dang_lan_dau at time zone 'Asia/Ho_Chi_Minh')::date::text as ngay`)
const STORIES = sql.raw(`b.bo_suu_tap = 'tin-bai' and b.loai <> 'dinhChinh' and b.ket_thuc_luc is null and b.khan_den is null`)

const tiedStories = (req: Req, { dong }: KeHoach): Promise<(Live & { dong: string })[]> =>
  query(
    req,
    sql`select ${COLUMNS}, k.dong from ke_hoach_bai k join ban_dang b on b.tai_lieu = k.tin_bai where k.dong in ${dong.map(({ ma }) => ma)} and ${STORIES} order by b.dang_lan_dau, b.id`,
  )

/** Live ones that no row has, from the first of these months to the last: the list of readers is read by its index, however long it is. */
function ofNoRow(req: Req, rows: readonly DongKeHoach[], namHoc: string): Promise<(Live & { chu_de: unknown })[]> {
  const months = rows.flatMap(({ thang }) => thang.map((one) => monthInYear(one, namHoc))).toSorted()
  const [from, until] = [spanOfMonth(months[0]!)!.from, spanOfMonth(months.at(-1)!)!.until].map((at) => new Date(at).toISOString())
  return query(
    req,
    sql`select ${COLUMNS}, array(select ct_chu_de_cua(b.noi_dung)) as chu_de from ban_dang b
        where ${STORIES} and b.dang_lan_dau >= ${from!}::timestamptz and b.dang_lan_dau < ${until!}::timestamptz and not exists (select 1 from ke_hoach_bai k where k.tin_bai = b.tai_lieu)
        order by b.dang_lan_dau desc, b.id desc limit 2000`,
  )
}

/** By the code of the row; a row of which there is nothing is left out. */
export async function resultsOf(req: Req, plan: KeHoach): Promise<ReadonlyMap<string, KetQuaDong>> {
  const found = new Map<string, KetQuaDong>()
  if (plan.dong.length === 0) return found
  const of = (ma: string): KetQuaDong => {
    const one = found.get(ma) ?? { live: [], goiY: [], dangLam: [] }
    found.set(ma, one)
    return one
  }
  for (const row of await tiedStories(req, plan)) of(row.dong).live.push(toResult(row))
  const withTopics = plan.dong.filter(({ chuDe, thang }) => chuDe.length > 0 && thang.length > 0)
  for (const row of withTopics.length === 0 ? [] : await ofNoRow(req, withTopics, plan.namHoc)) {
    const topics = Array.isArray(row.chu_de) ? row.chu_de.map(Number) : []
    const inMonth = (thang: readonly number[]): boolean => thang.some((month) => monthInYear(month, plan.namHoc) === row.ngay.slice(0, 7))
    for (const { ma } of withTopics.filter(({ thang, chuDe }) => inMonth(thang) && chuDe.some((id) => topics.includes(id)))) of(ma).goiY.push(toResult(row))
  }
  const begun = await query<{ dong: string; tai_lieu: unknown; tieu_de: string | null }>(
    req,
    sql`select k.dong, k.tin_bai as tai_lieu, h.tieu_de from ke_hoach_bai k join ho_so h on h.bo_suu_tap = 'tin-bai' and h.tai_lieu = k.tin_bai
        where k.dong in ${plan.dong.map(({ ma }) => ma)} and not exists (select 1 from ban_dang b where b.bo_suu_tap = 'tin-bai' and b.tai_lieu = k.tin_bai and b.ket_thuc_luc is null and b.khan_den is null)
        order by k.luc limit 1000`,
  )
  for (const { dong, tai_lieu, tieu_de } of begun) of(dong).dangLam.push({ taiLieu: Number(tai_lieu), tieuDe: tieu_de ?? '' })
  return found
}
