/** Reads live editions from `ban_dang`: the one table readers can see. */
import { monthOf, type Span } from '../../policy/time/schoolYear.ts'
import type { Edition, Story } from '../content/edition.ts'
import { planned, type Db } from './db.ts'

/** Whether readers see a row at all: what an emergency covers, or what could not be judged yet, has not ended. */
export const SHOWN = '(an_den is null or an_den <= ct_nay())'
/** Rule: an emergency edition that nobody confirmed ends at its hour, by this query and not by a job. */
export const LIVE = `ket_thuc_luc is null and (khan_den is null or khan_den > ct_nay()) and ${SHOWN}`
const LAPSED = 'ket_thuc_luc is null and khan_den <= ct_nay()'
const LAPSED_REASON = 'Nội dung đăng khẩn đã hết giờ chờ xác nhận.'
export const COLUMNS = `id, bo_suu_tap, tai_lieu, lan, van_tay, slug, tieu_de, noi_dung, duyet_ho_ten, duyet_chuc_vu, duyet_luc, duyet_uy_quyen,
  dang_lan_dau, created_at, khan_den, mot_lanh_dao, case when ${LAPSED} then khan_den else ket_thuc_luc end as ket_thuc_luc,
  case when ${LAPSED} then '${LAPSED_REASON}' else ly_do_go end as ly_do_go`

export const iso = (value: unknown): string => (value instanceof Date ? value : new Date(String(value))).toISOString()

export function toEdition<Content>(row: Record<string, unknown>): Edition<Content> {
  return {
    id: Number(row.id),
    boSuuTap: String(row.bo_suu_tap),
    taiLieu: Number(row.tai_lieu),
    lan: Number(row.lan),
    vanTay: String(row.van_tay),
    slug: String(row.slug),
    tieuDe: String(row.tieu_de),
    noiDung: JSON.parse(String(row.noi_dung)) as Content,
    duyet: {
      hoTen: String(row.duyet_ho_ten),
      chucVu: String(row.duyet_chuc_vu ?? ''),
      luc: iso(row.duyet_luc),
      uyQuyen: row.duyet_uy_quyen === null ? null : String(row.duyet_uy_quyen),
    },
    dangLanDau: iso(row.dang_lan_dau),
    createdAt: iso(row.created_at),
    khanDen: row.khan_den === null ? null : iso(row.khan_den),
    motLanhDao: row.mot_lanh_dao === true,
    ketThucLuc: row.ket_thuc_luc === null ? null : iso(row.ket_thuc_luc),
    lyDoGo: row.ly_do_go === null ? null : String(row.ly_do_go),
  }
}

/** The newest edition at an address, live or ended. */
export async function editionAt<Content>(db: Db, boSuuTap: string, slug: string): Promise<Edition<Content> | null> {
  const { rows } = await db.query(
    planned(
      `select ${COLUMNS} from ban_dang where bo_suu_tap = $1 and slug = $2 and (${SHOWN} or ket_thuc_luc is not null) order by (${LIVE}) desc, id desc limit 1`,
    ),
    [boSuuTap, slug],
  )
  return rows[0] ? toEdition<Content>(rows[0]) : null
}

/** The newest edition of a document, live or ended: where an address it had before leads now. */
export async function newestOf<Content>(db: Db, boSuuTap: string, taiLieu: number): Promise<Edition<Content> | null> {
  const { rows } = await db.query(
    planned(
      `select ${COLUMNS} from ban_dang where bo_suu_tap = $1 and tai_lieu = $2 and (${SHOWN} or ket_thuc_luc is not null) order by (${LIVE}) desc, id desc limit 1`,
    ),
    [boSuuTap, taiLieu],
  )
  return rows[0] ? toEdition<Content>(rows[0]) : null
}

export type StoryFilter = {
  loai?: Story['loai']
  notLoai?: Story['loai'][]
  chuDe?: number
  donVi?: number
  except?: number[]
  /** First published inside this span. */
  within?: Span
  before?: number | null
  limit: number
}

/** Newest first by first publication; `before` is the id of the last edition of the page before. */
export async function stories(db: Db, f: StoryFilter): Promise<Edition<Story>[]> {
  const values: unknown[] = []
  const param = (value: unknown): string => `$${values.push(value)}`
  const where = [`bo_suu_tap = 'tin-bai'`, LIVE]
  const ofTopic = f.chuDe !== undefined
  const [from, luc, id] = ofTopic ? ['chu_de_dang join ban_dang on id = ban_dang_id', 'luc', 'ban_dang_id'] : ['ban_dang', 'dang_lan_dau', 'id']
  if (f.loai) where.push(`loai = ${param(f.loai)}`)
  if (f.notLoai) where.push(`not (loai = any(${param(f.notLoai)}::text[]))`)
  if (ofTopic) where.push(`chu_de = ${param(f.chuDe)}`)
  if (f.donVi !== undefined) where.push(`(noi_dung::jsonb #> '{donVi,taiLieu}') = to_jsonb(${param(f.donVi)}::int)`)
  if (f.except?.length) where.push(`not (id = any(${param(f.except)}::int[]))`)
  if (f.within) where.push(`dang_lan_dau >= ${param(new Date(f.within.from))} and dang_lan_dau < ${param(new Date(f.within.until))}`)
  if (f.before) where.push(`(${luc}, ${id}) < (select dang_lan_dau, id from ban_dang where id = ${param(f.before)})`)
  const { rows } = await db.query(
    planned(`select ${COLUMNS} from ${from} where ${where.join(' and ')} order by ${luc} desc, ${id} desc limit ${param(f.limit)}`),
    values,
  )
  return rows.map((row) => toEdition<Story>(row))
}

/** Live editions of a collection, newest first; `before` is the id of the last one of the page before. */
export async function editionsOf<Content>(db: Db, boSuuTap: string, { before, limit }: { before: number | null; limit: number }): Promise<Edition<Content>[]> {
  const { rows } = await db.query(
    planned(`select ${COLUMNS} from ban_dang where bo_suu_tap = $1 and ${LIVE} and id < coalesce($2::int, 2147483647) order by id desc limit $3`),
    [boSuuTap, before, limit],
  )
  return rows.map((row) => toEdition<Content>(row))
}

/** The months of Hà Nội in which a live story was first published, newest first: one step of the index a month, however many stories each has. */
export async function monthsOfStories(db: Db): Promise<string[]> {
  const newest = (before: string): string =>
    `(select dang_lan_dau from ban_dang where bo_suu_tap = 'tin-bai' and ${LIVE} ${before} order by dang_lan_dau desc limit 1)`
  const { rows } = await db.query(
    planned(`with recursive thang (luc) as (
        select ${newest('')}
        union all select ${newest(`and dang_lan_dau < (date_trunc('month', thang.luc at time zone 'UTC' + interval '7 hours') - interval '7 hours') at time zone 'UTC'`)}
          from thang where thang.luc is not null
      ) select luc from thang where luc is not null`),
  )
  return rows.map((r) => monthOf(Date.parse(iso(r.luc))))
}

/** When earlier editions of a live document were replaced by a newer one, oldest first. */
export async function replacedAt(db: Db, boSuuTap: string, taiLieu: number): Promise<string[]> {
  const { rows } = await db.query(
    planned(`select ket_thuc_luc from ban_dang where bo_suu_tap = $1 and tai_lieu = $2 and ket_thuc_luc is not null and ly_do_go is null order by id`),
    [boSuuTap, taiLieu],
  )
  return rows.map((r) => iso(r.ket_thuc_luc))
}

export async function correctionsOf(db: Db, taiLieu: number): Promise<{ slug: string; tieuDe: string; dangLanDau: string }[]> {
  const { rows } = await db.query(
    planned(`select slug, tieu_de, dang_lan_dau from ban_dang where bo_suu_tap = 'tin-bai' and loai = 'dinhChinh' and ${LIVE}
      and (noi_dung::jsonb #> '{dinhChinhCho,taiLieu}') = to_jsonb($1::int) order by dang_lan_dau`),
    [taiLieu],
  )
  return rows.map((r) => ({ slug: String(r.slug), tieuDe: String(r.tieu_de), dangLanDau: iso(r.dang_lan_dau) }))
}

/** The frozen text of a live edition, by its fingerprint, and since when it stands. */
export async function frozenText(db: Db, vanTay: string): Promise<{ text: string; since: Date } | null> {
  const { rows } = await db.query(planned(`select noi_dung, created_at from ban_dang where van_tay = $1 and ${LIVE} order by id limit 1`), [vanTay])
  return rows[0] ? { text: String(rows[0].noi_dung), since: rows[0].created_at as Date } : null
}

export type LiveFile = { leftMs: number; documents: string[]; since: Date | null; title: string }

/**
 * For how many milliseconds yet a live edition names this hash: 0 where none does, Infinity where no hour ends it; and the
 * documents that name it (some of them, where they are many), since when, and the title of the first.
 */
export async function liveFile(db: Db, hash: string): Promise<LiveFile> {
  const { rows } = await db.query(
    planned(`select max(coalesce(extract(epoch from khan_den - ct_nay()) * 1000, 'infinity')) as con, (array_agg(distinct bo_suu_tap || '/' || tai_lieu))[1:20] as nguon,
        min(created_at) as tu, (array_agg(tieu_de order by id))[1] as ten
      from ban_dang where ${LIVE} and ma_tep(noi_dung) @> array[$1]`),
    [hash],
  )
  const { con, nguon, tu, ten } = rows[0]!
  return { leftMs: Number(con ?? 0), documents: (nguon as string[] | null) ?? [], since: tu as Date | null, title: (ten as string | null) ?? '' }
}
