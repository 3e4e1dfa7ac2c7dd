import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'

/** What is received together with the stories and calls it came for. */
export const receivedPictureIds = async (req: PayloadRequest): Promise<number[]> => [
  ...(await pictureIdsOfKind(req, 'nguoiTotViecTot')),
  ...(await calledPictureIds(req)),
]

/** Ids of the pictures that stories of one kind use as lead picture or in their gallery. */
async function pictureIdsOfKind(req: PayloadRequest, kind: string): Promise<number[]> {
  const rows = await query<{ id: number }>(
    req,
    sql`select anh_bia_id as id from tin_bai where loai::text = ${kind} and anh_bia_id is not null
        union select r.tu_lieu_id from tin_bai_rels r join tin_bai t on t.id = r.parent_id
        where t.loai::text = ${kind} and r.path = 'tuLieu' and r.tu_lieu_id is not null`,
  )
  return rows.map((row) => Number(row.id))
}

/** Ids of what the classes sent for a call of the last year; older ones are the archive's. */
async function calledPictureIds(req: PayloadRequest): Promise<number[]> {
  const rows = await query<{ id: number }>(
    req,
    sql`select distinct unnest(g.tu_lieu) as id from gui_dot g join dot_gui d on d.id = g.dot where d.luc > ct_nay() - interval '1 year'`,
  )
  return rows.map((row) => Number(row.id))
}

/** Ids of the files that official documents carry. */
export async function documentFileIds(req: PayloadRequest): Promise<number[]> {
  const rows = await query<{ id: number }>(req, sql`select distinct tep_id as id from van_ban where tep_id is not null`)
  return rows.map((row) => Number(row.id))
}
