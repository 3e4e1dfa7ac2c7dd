/** What came in without an account, and where it stands. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import type { TrangThai } from '../../policy/gate/states.ts'
import type { Standing } from '../../policy/intake/receipt.ts'
import { STANDS } from '../../record/banDang.ts'

export type BaiGui = {
  id: number
  so: string
  donVi: number
  tenDonVi: string
  tinBai: number
  ai: string
  ngayViec: string
  nguoiXacNhan: string
  nguoiGui: string
  dongY: 'roi' | 'chua' | 'khongRo'
  luc: string
  /** `khong`: why it is not so; null where it is. */
  /** What was said of it before somebody was asked again. */
  noiTruoc: string
  xacNhan: { luc: string; ten: string; khong: string | null } | null
  xinXacNhan: boolean
  gopVao: number | null
  khongDung: string | null
  tieuDe: string
  standing: Standing
}
export type Hoi = { id: number; hoi: string; luc: string; traLoi: string | null; traLoiLuc: string | null }

type Row = {
  id: unknown
  so: string
  don_vi: unknown
  ten_don_vi: string | null
  tin_bai: unknown
  ai: string
  ngay_viec: string
  nguoi_xac_nhan: string
  nguoi_gui: string
  dong_y: BaiGui['dongY']
  luc: string
  xac_nhan_luc: string | null
  xac_nhan_ten: string | null
  xac_nhan_khong: string | null
  noi_truoc: string
  xin: boolean
  gop_vao: unknown
  khong_dung: string | null
  tieu_de: string | null
  trang_thai: TrangThai | null
  ban_trinh_id: unknown
  slug: string | null
  hoi: boolean
}

const SELECT = sql`select b.id, b.so, b.don_vi, d.ten as ten_don_vi, b.tin_bai, b.ai, b.ngay_viec::text, b.nguoi_xac_nhan, b.nguoi_gui, b.dong_y, b.luc::text,
    b.xac_nhan_luc::text, b.xac_nhan_ten, b.xac_nhan_khong, b.noi_truoc, b.xac_nhan_ma is not null and b.xac_nhan_han > ct_nay() as xin, b.gop_vao, b.khong_dung,
    h.tieu_de, h.trang_thai, h.ban_trinh_id, (select e.slug from ban_dang e where e.bo_suu_tap = 'tin-bai' and e.tai_lieu = b.tin_bai and e.${STANDS} limit 1) as slug,
    exists (select 1 from hoi_lop q where q.bai_gui = b.id and q.tra_loi is null) as hoi
  from bai_gui b join don_vi d on d.id = b.don_vi left join ho_so h on h.bo_suu_tap = 'tin-bai' and h.tai_lieu = b.tin_bai`

const instant = (value: string): string => new Date(value).toISOString()

const toItem = (row: Row): BaiGui => ({
  id: Number(row.id),
  so: row.so,
  donVi: Number(row.don_vi),
  tenDonVi: row.ten_don_vi ?? '',
  tinBai: Number(row.tin_bai),
  ai: row.ai,
  ngayViec: row.ngay_viec,
  nguoiXacNhan: row.nguoi_xac_nhan,
  nguoiGui: row.nguoi_gui,
  dongY: row.dong_y,
  luc: instant(row.luc),
  noiTruoc: row.noi_truoc,
  xacNhan: row.xac_nhan_luc === null ? null : { luc: instant(row.xac_nhan_luc), ten: row.xac_nhan_ten ?? '', khong: row.xac_nhan_khong },
  xinXacNhan: row.xin,
  gopVao: row.gop_vao === null ? null : Number(row.gop_vao),
  khongDung: row.khong_dung,
  tieuDe: row.tieu_de ?? '',
  standing: {
    trangThai: row.trang_thai ?? 'nhap',
    daTrinh: row.ban_trinh_id !== null,
    dang: row.slug === null ? null : `/bai/${row.slug}`,
    choTraLoi: row.hoi,
    gop: row.gop_vao !== null,
  },
})

export async function itemByReceipt(req: PayloadRequest, so: string): Promise<BaiGui | null> {
  const rows = await query<Row>(req, sql`${SELECT} where b.so = ${so}`)
  return rows[0] ? toItem(rows[0]) : null
}
export async function itemById(req: PayloadRequest, id: number): Promise<BaiGui | null> {
  const rows = await query<Row>(req, sql`${SELECT} where b.id = ${id}`)
  return rows[0] ? toItem(rows[0]) : null
}
export async function itemOfStory(req: PayloadRequest, tinBai: number): Promise<BaiGui | null> {
  const rows = await query<Row>(req, sql`${SELECT} where b.tin_bai = ${tinBai}`)
  return rows[0] ? toItem(rows[0]) : null
}
/** By the hash of the secret in a confirmation link, while it holds and the item waits. `loi`: what it asks about, as it stood when the link was made. */
export async function itemToConfirm(req: PayloadRequest, hash: string): Promise<{ item: BaiGui; loi: string } | null> {
  const rows = await query<{ id: unknown; loi: string | null }>(
    req,
    sql`select b.id, b.xac_nhan_loi as loi from bai_gui b join ho_so h on h.bo_suu_tap = 'tin-bai' and h.tai_lieu = b.tin_bai
        where b.xac_nhan_ma = ${hash} and b.xac_nhan_han > ct_nay() and b.gop_vao is null and h.trang_thai = 'choTiepNhan' and h.ban_trinh_id is null`,
  )
  const item = rows[0] && (await itemById(req, Number(rows[0].id)))
  return item ? { item, loi: rows[0]!.loi ?? '' } : null
}

/** The words a teacher said something about; null where nobody was asked. */
export async function wordsConfirmed(req: PayloadRequest, id: number): Promise<string | null> {
  const rows = await query<{ loi: string | null }>(req, sql`select xac_nhan_loi as loi from bai_gui where id = ${id} and xac_nhan_luc is not null`)
  return rows[0]?.loi ?? null
}

/** Whatever became of it, and where it was merged into: a teacher who finds that it is not so is heard late, too. */
export async function itemOfLink(req: PayloadRequest, hash: string): Promise<BaiGui | null> {
  const rows = await query<{ id: unknown }>(
    req,
    sql`with recursive di as (select id, gop_vao, 1 as lan from bai_gui where xac_nhan_ma = ${hash} union all select b.id, b.gop_vao, lan + 1 from di join bai_gui b on b.id = di.gop_vao where lan < 20)
        select id from di where gop_vao is null`,
  )
  return rows[0] ? itemById(req, Number(rows[0].id)) : null
}

/** Those the focal point has not submitted, merged or declined, oldest first. */
export async function waitingItems(req: PayloadRequest, most: number): Promise<BaiGui[]> {
  const rows = await query<Row>(
    req,
    sql`${SELECT} where b.gop_vao is null and h.ban_trinh_id is null and h.trang_thai = 'choTiepNhan' order by b.luc, b.id limit ${most}`,
  )
  return rows.map(toItem)
}

/** Others that may tell of the same deed: of the same class, or of somebody of the same name, not yet submitted. */
export async function likelyDoubles(req: PayloadRequest, item: BaiGui): Promise<BaiGui[]> {
  const rows = await query<Row>(
    req,
    sql`${SELECT} where b.id <> ${item.id} and b.gop_vao is null and h.ban_trinh_id is null and h.trang_thai = 'choTiepNhan'
        and (b.don_vi = ${item.donVi} or lower(b.ai) = lower(${item.ai})) order by b.luc desc limit 10`,
  )
  return rows.map(toItem)
}

export async function questionsOf(req: PayloadRequest, item: number): Promise<Hoi[]> {
  const rows = await query<{ id: unknown; hoi: string; luc: string; tra_loi: string | null; tra_loi_luc: string | null }>(
    req,
    sql`select id, hoi, luc::text, tra_loi, tra_loi_luc::text from hoi_lop where bai_gui = ${item} order by id`,
  )
  return rows.map((row) => ({
    id: Number(row.id),
    hoi: row.hoi,
    luc: instant(row.luc),
    traLoi: row.tra_loi,
    traLoiLuc: row.tra_loi_luc === null ? null : instant(row.tra_loi_luc),
  }))
}

export type OfClass = { gui: number; dang: number; cho: number }
/** Of each class in a span of time: sent, live, waiting for the focal point. */
export async function countsByClass(req: PayloadRequest, from: number, until: number): Promise<Map<number, OfClass>> {
  const span = [new Date(from).toISOString(), new Date(until).toISOString()] as const
  const rows = await query<{ don_vi: unknown; gui: unknown; dang: unknown; cho: unknown }>(
    req,
    sql`select b.don_vi, count(*) filter (where b.gop_vao is null) as gui,
          count(*) filter (where h.ban_dang_id is not null) as dang,
          count(*) filter (where b.gop_vao is null and h.ban_trinh_id is null and h.trang_thai = 'choTiepNhan') as cho
        from bai_gui b left join ho_so h on h.bo_suu_tap = 'tin-bai' and h.tai_lieu = b.tin_bai
        where b.luc >= ${span[0]}::timestamptz and b.luc < ${span[1]}::timestamptz group by b.don_vi`,
  )
  // Written with an account, in the name of the class.
  const typed = await query<{ don_vi: unknown; dang: unknown }>(
    req,
    sql`select (noi_dung::jsonb #>> '{donVi,taiLieu}')::int as don_vi, count(*) as dang from ban_dang
        where bo_suu_tap = 'tin-bai' and loai = 'nguoiTotViecTot' and ${STANDS} and dang_lan_dau >= ${span[0]}::timestamptz and dang_lan_dau < ${span[1]}::timestamptz
          and tai_lieu not in (select tin_bai from bai_gui) group by 1`,
  )
  const counts = new Map(rows.map((row) => [Number(row.don_vi), { gui: Number(row.gui), dang: Number(row.dang), cho: Number(row.cho) }]))
  for (const { don_vi, dang } of typed) {
    const known = counts.get(Number(don_vi)) ?? { gui: 0, dang: 0, cho: 0 }
    counts.set(Number(don_vi), { ...known, gui: known.gui + Number(dang), dang: known.dang + Number(dang) })
  }
  return counts
}
