/** Pictures of a story a class sent, small, for the teacher who is asked whether it is so. */
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { isWithdrawnFile } from '../withdrawnFiles.ts'

export type SentPicture = { id: number; ten: string }
const MOST = 12

export async function sentPictures(req: PayloadRequest, tinBai: number): Promise<SentPicture[]> {
  const rows = await query<{ id: unknown; ten: string | null }>(
    req,
    sql`select t.id, t.ten_goc as ten from tu_lieu t where t.mime_type like 'image/%' and t.sizes_w320_filename is not null and t.id in (
          select s.anh_bia_id from tin_bai s where s.id = ${tinBai} union select r.tu_lieu_id from tin_bai_rels r where r.parent_id = ${tinBai} and r.path = 'tuLieu') order by t.id limit ${MOST}`,
  )
  return rows.map(({ id, ten }) => ({ id: Number(id), ten: ten ?? '' }))
}

/** Null where it is none of the story's, somebody in it withdrew, or its file is gone. */
export async function sentPicture(req: PayloadRequest, tinBai: number, id: number): Promise<{ bytes: Buffer; type: string } | null> {
  if (!(await sentPictures(req, tinBai)).some((one) => one.id === id)) return null
  const [row] = await query<{ ten: string; kieu: string }>(
    req,
    sql`select sizes_w320_filename as ten, sizes_w320_mime_type as kieu from tu_lieu where id = ${id}`,
  )
  if (!row || !row.kieu?.startsWith('image/') || (await isWithdrawnFile(req, row.ten))) return null
  const folder = req.payload.collections['tu-lieu']!.config.upload.staticDir as string
  const bytes = await readFile(join(folder, basename(row.ten))).catch(() => null)
  return bytes && { bytes, type: row.kieu }
}
