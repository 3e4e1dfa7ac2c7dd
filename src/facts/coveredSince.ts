/** Rule: a picture in which somebody was covered after it was submitted does not go live as it was before. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { frozenMedia, type FrozenMedia } from '../policy/gate/frozenMedia.ts'
import { issue, type Issue } from '../policy/issues.ts'

/** Rule: what somebody covered in one upload is not shown uncovered by another of the same bytes, until he uncovers it. */
export async function coveredTwins(req: PayloadRequest, media: readonly FrozenMedia[]): Promise<Issue[]> {
  const hashes = [...new Set(media.flatMap((one) => one.hashes.slice(0, 1)))]
  if (hashes.length === 0) return []
  // Kept beside the rows: a cover holds though the upload it was made in is gone.
  const rows = await query<{ id: unknown; goc: string; ten: string }>(
    req,
    sql`select distinct on (sha256, tu_lieu) tu_lieu as id, sha256 as goc, ten from tep_da_che where sha256 in ${hashes} and bo_luc is null order by sha256, tu_lieu, id`,
  )
  // Of the row itself it is said that it was covered since.
  const others = rows.filter(({ id, goc }) => !media.some(({ taiLieu, hashes: own }) => taiLieu === Number(id) && own[0] === goc))
  const first = others.filter(({ goc }, i) => others.findIndex((one) => one.goc === goc) === i)
  return first.map(({ id, ten }) => issue('PICTURE_COVERED_TWIN', 'tuLieu', { ten, so: Number(id) }))
}

/** `noiDung`: of a submission. */
export async function coveredSince(req: PayloadRequest, noiDung: string): Promise<Issue[]> {
  const media = frozenMedia(JSON.parse(noiDung))
  if (media.length === 0) return []
  const rows = await query<{ id: unknown; sha256: string; ten: string | null }>(
    req,
    sql`select id, sha256, coalesce(nullif(ten_goc, ''), alt_text) as ten from tu_lieu where (goc is not null or goc_nguoi is not null) and id in ${[...new Set(media.map(({ taiLieu }) => taiLieu))]}`,
  )
  const twins = await coveredTwins(req, media)
  const own = rows
    .filter((row) => media.some(({ taiLieu, hashes }) => taiLieu === Number(row.id) && hashes[0] !== row.sha256))
    .map(({ ten }) => issue('PICTURE_COVERED_SINCE', undefined, { ten: ten ?? '' }))
  return [...own, ...twins]
}
