/** What became of the rows of a plan: stories that belong to them. Live ones of their topics in their months are proposed, never counted. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { monthInYear } from '../../policy/plan/months.ts'
import type { KeHoach } from '../../policy/plan/row.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** `ngay`: the day of Hà Nội readers first got it. */
export type KetQua = { taiLieu: number; tieuDe: string; slug: string; ngay: string }
/** `live`: of it as somebody said; `goiY`: of its topics in its months, for somebody to say; `dangLam`: stories that belong to it and are not live. */
export type KetQuaDong = { live: KetQua[]; goiY: KetQua[]; dangLam: { taiLieu: number; tieuDe: string }[] }

type Live = { tai_lieu: unknown; tieu_de: string; slug: string; ngay: string; dong: string | null; chu_de: unknown }

/** By the code of the row; a row of which there is nothing is left out. */
export async function resultsOf(req: Req, plan: KeHoach): Promise<ReadonlyMap<string, KetQuaDong>> {
  const found = new Map<string, KetQuaDong>()
  if (plan.dong.length === 0) return found
  const of = (ma: string): KetQuaDong => {
    const one = found.get(ma) ?? { live: [], goiY: [], dangLam: [] }
    found.set(ma, one)
    return one
  }
  const months = [...new Set(plan.dong.flatMap(({ thang }) => thang.map((one) => monthInYear(one, plan.namHoc))))]
  const live = await query<Live>(
    req,
    sql`select b.tai_lieu, b.tieu_de, b.slug, (b.dang_lan_dau at time zone 'Asia/Ho_Chi_Minh')::date::text as ngay, k.dong,
          array(select ct_chu_de_cua(b.noi_dung)) as chu_de
        from ban_dang b left join ke_hoach_bai k on k.tin_bai = b.tai_lieu
        where b.bo_suu_tap = 'tin-bai' and b.loai <> 'dinhChinh' and b.ket_thuc_luc is null and b.khan_den is null
          and (k.dong in ${plan.dong.map(({ ma }) => ma)} or (k.dong is null and to_char(b.dang_lan_dau at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') in ${['', ...months]}))
        order by b.dang_lan_dau, b.id limit 3000`,
  )
  for (const row of live) {
    const one = { taiLieu: Number(row.tai_lieu), tieuDe: row.tieu_de, slug: row.slug, ngay: row.ngay }
    if (row.dong !== null) of(row.dong).live.push(one)
    else {
      const topics = Array.isArray(row.chu_de) ? row.chu_de.map(Number) : []
      const fits = plan.dong.filter(
        ({ thang, chuDe }) => chuDe.some((id) => topics.includes(id)) && thang.some((month) => monthInYear(month, plan.namHoc) === row.ngay.slice(0, 7)),
      )
      for (const { ma } of fits) of(ma).goiY.push(one)
    }
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
