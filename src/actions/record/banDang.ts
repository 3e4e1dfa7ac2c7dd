import type { PayloadRequest } from 'payload'
import { query, sql } from '../../access/sql.ts'

/** Makes a submission the live edition. The database copies the content, checks the verdicts and ends the edition before. */
export async function insertBanDang(req: PayloadRequest, banTrinh: number): Promise<{ id: number; slug: string }> {
  const rows = await query<{ id: number; slug: string }>(req, sql`insert into ban_dang (ban_trinh_id) values (${banTrinh}) returning id, slug`)
  return { id: Number(rows[0]!.id), slug: rows[0]!.slug }
}

export const endBanDang = async (req: PayloadRequest, id: number, lyDo: string): Promise<void> => {
  await query(req, sql`update ban_dang set ket_thuc_luc = clock_timestamp(), ly_do_go = ${lyDo} where id = ${id}`)
}

/** Who owns each of these addresses, whether its edition is live or ended. */
export async function slugOwners(req: PayloadRequest, boSuuTap: string, base: string): Promise<Map<string, number>> {
  const rows = await query<{ slug: string; tai_lieu: number }>(
    req,
    sql`select distinct slug, tai_lieu from ban_dang where bo_suu_tap = ${boSuuTap} and starts_with(slug, ${base.slice(0, 70)})`,
  )
  return new Map(rows.map((row) => [row.slug, Number(row.tai_lieu)]))
}

/** The address readers know a document by: that of its newest edition. */
export async function lastSlug(req: PayloadRequest, boSuuTap: string, taiLieu: number): Promise<string | null> {
  const rows = await query<{ slug: string }>(
    req,
    sql`select slug from ban_dang where bo_suu_tap = ${boSuuTap} and tai_lieu = ${taiLieu} order by id desc limit 1`,
  )
  return rows[0]?.slug ?? null
}

/** What an answer says of the edition readers see now; nothing where there is none. */
export async function liveSummary(req: PayloadRequest, id: number | null): Promise<{ banDang?: { id: number; slug: string } }> {
  if (id === null) return {}
  const rows = await query<{ slug: string }>(req, sql`select slug from ban_dang where id = ${id}`)
  return rows[0] ? { banDang: { id, slug: rows[0].slug } } : {}
}
