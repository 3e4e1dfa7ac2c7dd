/** Live static pages: few, so read all at once. */
import type { Trang, TrangEdition } from '../content/trang.ts'
import type { Db } from './db.ts'
import { COLUMNS, LIVE, toEdition } from './editions.ts'

/** By their own order, then by name. */
const byOrder = (a: TrangEdition, b: TrangEdition): number => (a.noiDung.thuTu ?? 1e9) - (b.noiDung.thuTu ?? 1e9) || a.tieuDe.localeCompare(b.tieuDe, 'vi')

/** `muc`: only the pages of one section. */
export async function staticPages(db: Db, muc?: Trang['muc']): Promise<TrangEdition[]> {
  const { rows } = await db.query(
    `select ${COLUMNS} from ban_dang where bo_suu_tap = 'trang' and ${LIVE}${muc ? ` and (noi_dung::jsonb ->> 'muc') = $1` : ''} limit 2000`,
    muc ? [muc] : [],
  )
  return rows.map((row) => toEdition<Trang>(row)).sort(byOrder)
}
