/** Whose hands a submission went through, and how sensitive what it speaks of is. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import type { Doc } from '../../policy/gate/freeze.ts'
import type { MucNhayCam } from '../../policy/gate/steps.ts'
import { idsOf } from '../../policy/ids.ts'
import type { Case } from '../case.ts'

export async function topicSensitivity(req: PayloadRequest, doc: Doc): Promise<(MucNhayCam | null)[]> {
  const ids = (Array.isArray(doc.chuDe) ? doc.chuDe : []).map(Number).filter(Number.isInteger)
  if (ids.length === 0) return []
  // The recorded level counts beside the working copy's: an editor cannot lower a topic for the minute he needs it low.
  const rows = await query<{ muc: MucNhayCam | null }>(
    req,
    sql`select muc_nhay_cam::text as muc from chu_de where id in ${ids}
        union all select muc_nhay_cam from ho_so where bo_suu_tap = 'chu-de' and tai_lieu in ${ids}`,
  )
  return rows.map((r) => r.muc)
}

/** Everyone whose hand was in it: the text, the pictures it shows, and the person who submits. */
export async function contributorsOf(req: PayloadRequest, opened: Case, mediaIds: readonly number[]): Promise<number[]> {
  const rows =
    mediaIds.length === 0
      ? []
      : await query<{ nguoi: unknown }>(req, sql`select nguoi_dong_gop as nguoi from ho_so where bo_suu_tap = 'tu-lieu' and tai_lieu in ${[...mediaIds]}`)
  // Whoever is credited with it does not judge it.
  const shared = idsOf(opened.doc.dongTacGia ?? null)
  const ofMedia = rows.flatMap((r) => (Array.isArray(r.nguoi) ? r.nguoi.map(Number) : []))
  return [...new Set([...opened.hoSo.nguoiDongGop, ...(opened.hoSo.tacGia === null ? [] : [opened.hoSo.tacGia]), ...ofMedia, ...shared, opened.actor.id])].sort(
    (a, b) => a - b,
  )
}
