/** Rule: a picture in which somebody was covered after it was submitted does not go live as it was before. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { frozenMedia } from '../policy/gate/frozenMedia.ts'
import { issue, type Issue } from '../policy/issues.ts'

/** `noiDung`: of a submission. */
export async function coveredSince(req: PayloadRequest, noiDung: string): Promise<Issue[]> {
  const media = frozenMedia(JSON.parse(noiDung))
  if (media.length === 0) return []
  const rows = await query<{ id: unknown; sha256: string; ten: string | null }>(
    req,
    sql`select id, sha256, coalesce(nullif(ten_goc, ''), alt_text) as ten from tu_lieu where (goc is not null or goc_nguoi is not null) and id in ${[...new Set(media.map(({ taiLieu }) => taiLieu))]}`,
  )
  return rows
    .filter((row) => media.some(({ taiLieu, hashes }) => taiLieu === Number(row.id) && hashes[0] !== row.sha256))
    .map(({ ten }) => issue('PICTURE_COVERED_SINCE', undefined, { ten: ten ?? '' }))
}
