/** Live stories as they are told elsewhere, and where they went. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import type { KenhDang, KetQua } from '../policy/channels/channels.ts'
import type { DongY } from '../policy/people/consent.ts'
import { STANDS } from '../record/banDang.ts'
import { hashesOfPerson, picturesOfPerson } from './consentLive.ts'
import { consentsNow } from './consents.ts'

export type LiveStory = {
  banDang: number
  taiLieu: number
  slug: string
  tieuDe: string
  loai: string
  vanTay: string
  luc: string
  noiDung: Record<string, unknown>
}
type Row = { id: unknown; tai_lieu: unknown; slug: string; tieu_de: string; loai: string; van_tay: string; luc: string; noi_dung: string; bang_chung: string }

const SELECT = sql`select d.id, d.tai_lieu, d.slug, d.tieu_de, d.loai, d.van_tay, d.dang_lan_dau::text as luc, d.noi_dung, b.bang_chung
  from (select * from ban_dang where bo_suu_tap = 'tin-bai' and ${STANDS}) d join ban_trinh b on b.id = d.ban_trinh_id`

const toStory = (row: Row): LiveStory => ({
  banDang: Number(row.id),
  taiLieu: Number(row.tai_lieu),
  slug: row.slug,
  tieuDe: row.tieu_de,
  loai: row.loai,
  vanTay: row.van_tay,
  luc: new Date(row.luc).toISOString(),
  noiDung: JSON.parse(row.noi_dung) as Record<string, unknown>,
})

/** `people`: whoever is named or pictured in it, as the consent stands now; null where it is there no more. */
export type WithPeople = LiveStory & { people: (DongY | null)[] }
async function withPeople(req: PayloadRequest, row: Row | undefined): Promise<WithPeople | null> {
  if (!row) return null
  const uses = await consentsNow(req, { bangChung: row.bang_chung, noiDung: row.noi_dung })
  return { ...toStory(row), people: uses.map(({ dongY }) => dongY) }
}

export const liveStory = async (req: PayloadRequest, taiLieu: number): Promise<WithPeople | null> =>
  withPeople(req, (await query<Row>(req, sql`${SELECT} where d.tai_lieu = ${taiLieu}`))[0])
export const liveStoryAt = async (req: PayloadRequest, slug: string): Promise<WithPeople | null> =>
  withPeople(req, (await query<Row>(req, sql`${SELECT} where d.slug = ${slug}`))[0])

/** First published since, newest first. */
export async function liveSince(req: PayloadRequest, since: string, most: number): Promise<WithPeople[]> {
  const rows = await query<Row>(req, sql`${SELECT} where d.dang_lan_dau >= ${since}::timestamptz order by d.dang_lan_dau desc limit ${most}`)
  const stories: WithPeople[] = []
  for (const row of rows) stories.push((await withPeople(req, row))!)
  return stories
}

export type DaGui = {
  id: number
  taiLieu: number
  kenh: KenhDang
  ketQua: KetQua
  ngay: string
  diaChi: string
  ghiChu: string
  tenNguoi: string
  tieuDe: string
}
type Sent = {
  id: unknown
  tai_lieu: unknown
  kenh: KenhDang
  ket_qua: KetQua
  ngay: string
  dia_chi: string
  ghi_chu: string
  ten: string | null
  tieu_de: string | null
}
const SENT = sql`select k.id, k.tai_lieu, k.kenh, k.ket_qua, k.ngay::text, k.dia_chi, k.ghi_chu, n.ho_ten as ten, h.tieu_de
  from kenh_dang k left join nguoi_dung n on n.id = k.nguoi left join ho_so h on h.bo_suu_tap = k.bo_suu_tap and h.tai_lieu = k.tai_lieu`
const toSent = (row: Sent): DaGui => ({
  id: Number(row.id),
  taiLieu: Number(row.tai_lieu),
  kenh: row.kenh,
  ketQua: row.ket_qua,
  ngay: row.ngay,
  diaChi: row.dia_chi,
  ghiChu: row.ghi_chu,
  tenNguoi: row.ten ?? '',
  tieuDe: row.tieu_de ?? '',
})

export const sentOf = async (req: PayloadRequest, taiLieu: readonly number[]): Promise<DaGui[]> =>
  taiLieu.length === 0
    ? []
    : (await query<Sent>(req, sql`${SENT} where k.bo_suu_tap = 'tin-bai' and k.tai_lieu in ${[...taiLieu]} order by k.ngay desc, k.id desc`)).map(toSent)

const EDITIONS_SHOWING = (hashes: readonly string[]) =>
  sql`select id from ban_dang where ket_thuc_luc is null and ma_tep(noi_dung) && ${sql.param([...hashes])}::text[]
    union select id from ban_dang where ket_thuc_luc is not null and ma_tep(noi_dung) && ${sql.param([...hashes])}::text[]`

/** Where stories went that named or showed this person, whether the person was tagged before they were sent or after. */
export async function sentWithPerson(req: PayloadRequest, dongY: number): Promise<DaGui[]> {
  const hashes = await hashesOfPerson(req, dongY, await picturesOfPerson(req, dongY))
  const rows = await query<Sent>(
    req,
    sql`${SENT} where exists (select 1 from ban_trinh b where b.bo_suu_tap = k.bo_suu_tap and b.tai_lieu = k.tai_lieu
            and (b.bang_chung::jsonb -> 'dongY') @> ${JSON.stringify([{ id: dongY }])}::jsonb)
            or k.ban_dang in (${EDITIONS_SHOWING(hashes)}) order by k.ngay desc, k.id desc`,
  )
  return rows.map(toSent)
}
