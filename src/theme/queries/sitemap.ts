/** Reads which addresses exist, without reading what stands there. */
import type { PictureFile } from '../edition.ts'
import { PART_SIZE, type SitemapEntry, type SitemapPart } from '../machines/sitemap.ts'
import { BASES, type Paged } from '../machines/addresses.ts'
import type { Db } from './db.ts'
import { LIVE } from './editions.ts'

const iso = (value: unknown): string => (value as Date).toISOString()

/** Parts that hold a live document, each with the time of its newest edition; answered from indexes alone. */
export async function sitemapParts(db: Db): Promise<SitemapPart[]> {
  const { rows } = await db.query(
    `with phan as (
       select bo_suu_tap, div(tai_lieu - 1, $2) + 1 as so, max(id) as moi_nhat from ban_dang where bo_suu_tap = any($1::text[]) group by 1, 2
     )
     select p.bo_suu_tap, p.so, b.created_at from phan p join ban_dang b on b.id = p.moi_nhat
       where exists (select 1 from ban_dang s
         where s.bo_suu_tap = p.bo_suu_tap and s.tai_lieu > (p.so - 1) * $2 and s.tai_lieu <= p.so * $2 and ${LIVE})
       order by p.bo_suu_tap, p.so`,
    [Object.keys(BASES), PART_SIZE],
  )
  return rows.map((r) => ({ name: `${String(r.bo_suu_tap)}-${String(r.so)}`, lastmod: iso(r.created_at) }))
}

/** Every picture on the page of a story; other collections show none of their own. */
const PICTURES = `(select jsonb_agg(jsonb_build_object('sha256', a -> 'sha256', 'rong', a -> 'rong', 'cao', a -> 'cao', 'kieu', a -> 'kieu'))
  from (select noi_dung::jsonb as j) as x,
    jsonb_array_elements(jsonb_path_query_array(j, '$.anhBia') || jsonb_path_query_array(j, '$.tuLieu[*]') || jsonb_path_query_array(j, '$.noiDung[*].tuLieu')) as a
  where a ->> 'loai' = 'anh')`

export async function sitemapEntries(db: Db, boSuuTap: Paged, part: number): Promise<SitemapEntry[]> {
  const { rows } = await db.query(
    `select slug, created_at, ${boSuuTap === 'tin-bai' ? PICTURES : 'null'} as anh from ban_dang
      where bo_suu_tap = $1 and tai_lieu > $2 and tai_lieu <= $3 and ${LIVE} order by tai_lieu`,
    [boSuuTap, (part - 1) * PART_SIZE, part * PART_SIZE],
  )
  return rows.map((r) => ({ path: `${BASES[boSuuTap]}/${String(r.slug)}`, lastmod: iso(r.created_at), pictures: (r.anh ?? []) as PictureFile[] }))
}
