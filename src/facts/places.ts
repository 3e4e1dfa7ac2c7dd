/** Where a menu may lead: the site's own pages, and what stands on it by name. Stories are not menus; they are too many and pass. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { addressIn, baseOf, type Gate } from '../policy/gate/gates/index.ts'
import { SITE_PAGES } from '../policy/gate/sitePages.ts'
import { STANDS } from '../record/banDang.ts'
import { runtimeOf } from '../runtime.ts'

export type PlaceGroup = { slug: string | null; places: { ten: string; duongDan: string }[] }

const isNamed = (gate: Gate): boolean => gate.narrows !== undefined || baseOf(gate) === ''

export async function placesOf(req: PayloadRequest): Promise<PlaceGroup[]> {
  const groups: PlaceGroup[] = [{ slug: null, places: SITE_PAGES.filter((p) => p.shown.length > 0).map(({ ten, path }) => ({ ten, duongDan: path })) }]
  for (const gate of runtimeOf(req.payload).gates.filter(isNamed)) {
    const rows = await query<{ slug: string; tieu_de: string }>(
      req,
      sql`select slug, tieu_de from ban_dang where bo_suu_tap = ${gate.slug} and ${STANDS} order by tieu_de collate "vi-x-icu" limit 500`,
    )
    groups.push({ slug: gate.slug, places: rows.map((row) => ({ ten: row.tieu_de, duongDan: addressIn(gate, row.slug)! })) })
  }
  return groups.filter((group) => group.places.length > 0)
}
