/**
 * Pictures and files that live editions show, each once in a list, where it was shown first. `anh_dang` says where they
 * stand; what is drawn comes from the edition itself.
 */
import type { Media, Named } from '../content/edition.ts'
import type { Db } from './db.ts'
import { LIVE } from './editions.ts'

/** A picture in the gallery, with the story that shows it; `story` is null where it was published by itself. */
export type Shown = { media: Media; luc: string; story: { slug: string; tieuDe: string } | null; donVi: Named | null; cursor: string }
export type GalleryFilter = { namHoc?: number; donVi?: number; before?: string | null; limit: number }

const STANDS = '(khan_den is null or khan_den > ct_nay()) and (an_den is null or an_den <= ct_nay())'
const CURSOR = /^(\d{1,9})-(\d{1,4})$/
export const isCursor = (raw: string): boolean => CURSOR.test(raw)

const mediaOf = (row: Record<string, unknown>): Shown => {
  const media = row.media as Media
  return {
    media: { ...media, ...(row.chu as object | null) },
    luc: (row.luc as Date).toISOString(),
    story: row.bo_suu_tap === 'tin-bai' ? { slug: String(row.slug), tieuDe: String(row.tieu_de) } : null,
    donVi: (row.don_vi as Named | null) ?? null,
    cursor: `${String(row.ban_dang_id)}-${String(row.con_sau)}`,
  }
}

/** What an edition freezes of one picture. A `tu-lieu` edition has its words beside the file, a story inside. */
const DRAWN = `select a.ban_dang_id, a.con_sau, a.luc, x.bo_suu_tap, x.slug, x.tieu_de, x.j -> 'donVi' as don_vi,
    jsonb_path_query_first(x.j, 'strict $.** ? (@.taiLieu == $t && @.sha256.type() == "string" && @.loai.type() == "string")', jsonb_build_object('t', a.tai_lieu)) as media,
    case when x.bo_suu_tap = 'tu-lieu' then x.j - array['boSuuTap', 'donVi', 'slug', 'taiLieu', 'tep'] end as chu
  from anh a cross join lateral (select bo_suu_tap, slug, tieu_de, noi_dung::jsonb as j from ban_dang b where b.id = a.ban_dang_id offset 0) x`

/** Newest first; the pictures of one story in its own order. */
export async function gallery(db: Db, { namHoc, donVi, before, limit }: GalleryFilter): Promise<Shown[]> {
  const values: unknown[] = []
  const param = (value: unknown): string => `$${values.push(value)}`
  const same: string[] = []
  if (namHoc !== undefined) same.push(`nam_hoc = ${param(namHoc)}`)
  if (donVi !== undefined) same.push(`don_vi = ${param(donVi)}`)
  const within = (alias: string): string => [STANDS, ...same].map((rule) => rule.replace(/\b(khan_den|an_den|nam_hoc|don_vi)\b/g, `${alias}.$1`)).join(' and ')
  const [, edition, position] = (before && CURSOR.exec(before)) || []
  const after =
    edition &&
    `and (a.luc, a.ban_dang_id, a.con_sau) < (select dang_lan_dau, id, ${param(Number(position))}::int from ban_dang where id = ${param(Number(edition))})`
  const { rows } = await db.query(
    `with anh as (select * from anh_dang a where ${within('a')} ${after ?? ''}
        and not exists (select 1 from anh_dang o where o.ma_tep = a.ma_tep and ${within('o')}
          and (o.luc, o.ban_dang_id, -o.con_sau) < (a.luc, a.ban_dang_id, -a.con_sau))
        order by a.luc desc, a.ban_dang_id desc, a.con_sau desc limit ${param(limit)})
      ${DRAWN} order by a.luc desc, a.ban_dang_id desc, a.con_sau desc`,
    values,
  )
  return rows.map(mediaOf)
}

/** Everywhere one picture stands, oldest first, its bytes under another number included; empty where no live edition shows this one. */
export async function pictureShown(db: Db, taiLieu: number, limit: number): Promise<Shown[]> {
  const { rows } = await db.query(
    `with anh as (select * from anh_dang where ${STANDS} and ma_tep = any(select ma_tep from anh_dang where tai_lieu = $1 and ${STANDS})
        order by tai_lieu = $1 desc, luc desc, ban_dang_id desc limit $2)
      ${DRAWN} order by a.luc, a.ban_dang_id`,
    [taiLieu, limit],
  )
  const shown = rows.map(mediaOf)
  return shown.some((item) => item.media.taiLieu === taiLieu) ? shown : []
}

/** School years with pictures, the newest first: one step of the index a year, however many pictures there are (`order by` keeps the planner on it). */
export async function yearsWithPictures(db: Db): Promise<number[]> {
  const { rows } = await db.query(
    `with recursive nam (n) as (
        select max(nam_hoc) from anh_dang
        union all select (select max(a.nam_hoc) from anh_dang a where a.nam_hoc < nam.n) from nam where nam.n is not null
      ) select n from nam where n is not null and (select true from anh_dang where nam_hoc = nam.n and ${STANDS} order by luc desc limit 1)`,
  )
  return rows.map((row) => Number(row.n))
}

/** Live units with pictures in a school year, in Vietnamese order. */
export async function unitsWithPictures(db: Db, namHoc: number): Promise<Named[]> {
  const { rows } = await db.query(
    `select tai_lieu, slug, tieu_de from ban_dang b where bo_suu_tap = 'don-vi' and ${LIVE}
      and (select true from anh_dang a where a.nam_hoc = $1 and a.don_vi = b.tai_lieu and (a.khan_den is null or a.khan_den > ct_nay()) and (a.an_den is null or a.an_den <= ct_nay()) order by luc desc limit 1)
      order by tieu_de collate "vi-x-icu"`,
    [namHoc],
  )
  return rows.map((r) => ({ taiLieu: Number(r.tai_lieu), slug: String(r.slug), ten: String(r.tieu_de) }))
}

/** Why a picture that was published by itself is no longer there; null where it never was. */
export async function pictureEnded(db: Db, taiLieu: number): Promise<{ ketThucLuc: string; lyDoGo: string } | null> {
  const { rows } = await db.query(`select ket_thuc_luc, ly_do_go from ban_dang where bo_suu_tap = 'tu-lieu' and tai_lieu = $1 order by id desc limit 1`, [
    taiLieu,
  ])
  const found = rows[0]
  return found && found.ly_do_go !== null ? { ketThucLuc: (found.ket_thuc_luc as Date).toISOString(), lyDoGo: String(found.ly_do_go) } : null
}
