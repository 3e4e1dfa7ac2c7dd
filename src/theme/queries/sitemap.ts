/** Reads which addresses exist, without reading what stands there. */
import type { PictureFile } from '../content/edition.ts'
import { PART_SIZE, type SitemapEntry, type SitemapPart } from '../machines/sitemap.ts'
import type { Db } from './db.ts'
import { LIVE } from './editions.ts'

const iso = (value: unknown): string => (value as Date).toISOString()

/** A page that only lists stories is named while it has one; the page itself is there all the same. */
const LISTS_SOMETHING = `case d.bo_suu_tap
    when 'chu-de' then exists (select from chu_de_dang join ban_dang on id = ban_dang_id where chu_de = d.tai_lieu and ${LIVE})
    when 'don-vi' then exists (select from ban_dang where bo_suu_tap = 'tin-bai' and ${LIVE} and (noi_dung::jsonb #> '{donVi,taiLieu}') = to_jsonb(d.tai_lieu::int))
    else true end`

const IN_PART = 'tai_lieu > (p.so - 1) * $2 and tai_lieu <= p.so * $2'

/**
 * Parts that name a live document, each with the time of its newest edition. Every part is asked by itself, by the index over
 * a collection's documents; `id + 0` keeps the planner from walking the whole table backwards for the highest id.
 */
export async function sitemapParts(db: Db, collections: readonly string[]): Promise<SitemapPart[]> {
  const { rows } = await db.query(
    `select p.bo_suu_tap, p.so, b.created_at from
       (select c.bo_suu_tap, so from unnest($1::text[]) as c (bo_suu_tap),
         lateral (select max(tai_lieu) as cuoi from ban_dang where bo_suu_tap = c.bo_suu_tap) as m,
         lateral generate_series(1, ceil(m.cuoi / $2)) as so) as p,
       lateral (select 1 from ban_dang d where d.bo_suu_tap = p.bo_suu_tap and ${IN_PART} and ${LIVE} and ${LISTS_SOMETHING} limit 1) as song,
       lateral (select max(id + 0) as id from ban_dang where bo_suu_tap = p.bo_suu_tap and ${IN_PART} offset 0) as moi
       join lateral (select created_at from ban_dang where id = moi.id) as b on true
     order by p.bo_suu_tap, p.so`,
    [[...collections], PART_SIZE],
  )
  return rows.map((r) => ({ name: `${String(r.bo_suu_tap)}-${String(r.so)}`, lastmod: iso(r.created_at) }))
}

/** Every picture on the page of a story, its text read once; other collections show none of their own. */
const PICTURES = `(select jsonb_agg(jsonb_build_object('sha256', a -> 'sha256', 'rong', a -> 'rong', 'cao', a -> 'cao', 'kieu', a -> 'kieu'))
  from (select noi_dung::jsonb as j offset 0) as x,
    jsonb_array_elements(jsonb_path_query_array(j, '$.anhBia') || jsonb_path_query_array(j, '$.tuLieu[*]') || jsonb_path_query_array(j, '$.noiDung[*].tuLieu')) as a
  where a ->> 'loai' = 'anh')`

export async function sitemapEntries(db: Db, { boSuuTap, base }: { boSuuTap: string; base: string }, part: number): Promise<SitemapEntry[]> {
  const { rows } = await db.query(
    `select slug, created_at, ${boSuuTap === 'tin-bai' ? PICTURES : 'null'} as anh from ban_dang d
      where bo_suu_tap = $1 and tai_lieu > $2 and tai_lieu <= $3 and ${LIVE} and ${LISTS_SOMETHING} order by tai_lieu`,
    [boSuuTap, (part - 1) * PART_SIZE, part * PART_SIZE],
  )
  return rows.map((r) => ({ path: `${base}/${String(r.slug)}`, lastmod: iso(r.created_at), pictures: (r.anh ?? []) as PictureFile[] }))
}
