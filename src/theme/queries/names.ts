/** Names of live topics and units. */
import type { Named } from '../content/edition.ts'
import type { Unit } from '../content/unit.ts'
import { planned, type Db } from './db.ts'
import { LIVE } from './editions.ts'

/** Live topics or units, in Vietnamese order. */
export async function names(db: Db, boSuuTap: 'chu-de' | 'don-vi'): Promise<Named[]> {
  const { rows } = await db.query(
    planned(`select tai_lieu, slug, tieu_de from ban_dang where bo_suu_tap = $1 and ${LIVE} order by tieu_de collate "vi-x-icu"`),
    [boSuuTap],
  )
  return rows.map((r) => ({ taiLieu: Number(r.tai_lieu), slug: String(r.slug), ten: String(r.tieu_de) }))
}

/** Live units with the unit they belong to, in Vietnamese order. */
export async function units(db: Db): Promise<Unit[]> {
  const { rows } = await db.query(
    planned(`select tai_lieu, slug, tieu_de, (noi_dung::jsonb #>> '{cha,taiLieu}')::int as cha from ban_dang where bo_suu_tap = 'don-vi' and ${LIVE}
      order by tieu_de collate "vi-x-icu"`),
  )
  return rows.map((r) => ({ taiLieu: Number(r.tai_lieu), slug: String(r.slug), ten: String(r.tieu_de), cha: r.cha === null ? null : Number(r.cha) }))
}
