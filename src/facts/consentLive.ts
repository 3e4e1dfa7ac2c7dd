/** Where a person stands before readers: editions that rest on the consent, and those that show a picture the person is tagged in. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { frozenMedia } from '../policy/gate/frozenMedia.ts'

/** Rule: once something was sent or shown under it a consent is evidence. */
export async function isReliedOn(req: PayloadRequest, dongY: number): Promise<boolean> {
  const rows = await query(req, sql`select 1 from ban_trinh where (bang_chung::jsonb -> 'dongY') @> ${JSON.stringify([{ id: dongY }])}::jsonb limit 1`)
  return rows.length > 0 || (await liveUses(req, dongY)).length > 0
}

/** An open edition. `hashes`: of the pictures in it that show the person, every size. */
export type LiveUse = { banDang: number; boSuuTap: string; taiLieu: number; slug: string; tieuDe: string; hashes: string[] }

type Row = { id: unknown; bo_suu_tap: string; tai_lieu: unknown; slug: string; tieu_de: string; noi_dung: string }

/**
 * Pictures of this person: tagged now, tagged when something was sent, and every other upload of the same bytes. Papers from
 * before pictures were noted beside the consent name none.
 */
export async function picturesOfPerson(req: PayloadRequest, dongY: number): Promise<number[]> {
  const rows = await query<{ id: unknown }>(
    req,
    sql`with anh as (
          select parent_id as id from tu_lieu_rels where path = 'nguoiXuatHien' and dong_y_id = ${dongY}
          union select t.value::int from ban_trinh b, jsonb_array_elements(b.bang_chung::jsonb -> 'dongY') u, jsonb_array_elements_text(coalesce(u -> 'tuLieu', '[]')) t
            where (b.bang_chung::jsonb -> 'dongY') @> ${JSON.stringify([{ id: dongY }])}::jsonb and (u ->> 'id')::int = ${dongY})
        select id from anh union select t.id from tu_lieu t where t.sha256 in (select sha256 from tu_lieu where id in (select id from anh) and sha256 is not null) order by 1`,
  )
  return rows.map(({ id }) => Number(id))
}

/** Bytes this person is in: of those pictures, and of what a picture was before this person was covered in it. */
export async function hashesOfPerson(req: PayloadRequest, dongY: number, pictures: readonly number[]): Promise<string[]> {
  const ids = [0, ...pictures]
  const rows = await query<{ hash: string }>(
    req,
    sql`select sha256 as hash from tu_lieu where id in ${ids} and sha256 is not null
        union select goc from tu_lieu where goc is not null and (id in ${ids} or ${dongY} = any(goc_nguoi))
        union select sha256 from nguoi_trong_tep where dong_y = ${dongY}`,
  )
  return rows.map(({ hash }) => hash)
}

const BY_PICTURE = (pictures: readonly number[], hashes: readonly string[]) => {
  const ids = [0, ...pictures]
  return sql`
  select a.ban_dang_id from anh_dang a where a.tai_lieu in ${ids}
  union select d.id from ban_dang d where d.ket_thuc_luc is null and ma_tep(d.noi_dung) && ${sql.param([...hashes])}::text[]
  union select d.id from ban_dang d where d.ket_thuc_luc is null and d.bo_suu_tap <> 'tin-bai'
    and exists (select 1 from jsonb_path_query(d.noi_dung::jsonb, '$.** ? (exists (@.sha256)).taiLieu') ma where ma in (select to_jsonb(x) from unnest(${sql.param(ids)}::int[]) x))`
}

/** Hidden ones too: what is covered or held back may be uncovered. Ordered by document. */
export async function liveUses(req: PayloadRequest, dongY: number): Promise<LiveUse[]> {
  const pictures = await picturesOfPerson(req, dongY)
  const own = new Set(await hashesOfPerson(req, dongY, pictures))
  const rows = await query<Row>(
    req,
    sql`select d.id, d.bo_suu_tap, d.tai_lieu, d.slug, d.tieu_de, d.noi_dung from ban_dang d where d.ket_thuc_luc is null and d.id in (
          select e.id from ban_trinh b join ban_dang e on e.ban_trinh_id = b.id
            where (b.bang_chung::jsonb -> 'dongY') @> ${JSON.stringify([{ id: dongY }])}::jsonb
          ${own.size + pictures.length === 0 ? sql`` : sql`union ${BY_PICTURE(pictures, [...own])}`})
        order by d.bo_suu_tap = 'tu-lieu', d.bo_suu_tap, d.tai_lieu, d.id`,
  )
  return rows.map((row) => ({
    banDang: Number(row.id),
    boSuuTap: row.bo_suu_tap,
    taiLieu: Number(row.tai_lieu),
    slug: row.slug,
    tieuDe: row.tieu_de,
    hashes: frozenMedia(JSON.parse(row.noi_dung)).flatMap(({ taiLieu, hashes }) =>
      pictures.includes(taiLieu) || hashes.some((hash) => own.has(hash)) ? hashes : [],
    ),
  }))
}
