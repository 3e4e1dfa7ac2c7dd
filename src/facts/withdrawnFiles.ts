/** Rule: from the moment somebody in a picture withdraws, nobody gets its working file either; where nobody else is in it, it is removed. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { peopleInBytes } from './peopleInBytes.ts'

/** Of whoever is in these bytes: how many have withdrawn, and how many have not. */
async function agreeing(req: PayloadRequest, hash: string): Promise<{ rut: number; con: number; lanCuoi: string | null }> {
  const people = [...new Set((await peopleInBytes(req, [hash])).map(({ dongY }) => dongY))]
  if (people.length === 0) return { rut: 0, con: 0, lanCuoi: null }
  const [row] = await query<{ rut: unknown; lan_cuoi: string | null }>(
    req,
    sql`select count(*) as rut, max(thu_hoi_luc)::text as lan_cuoi from dong_y where thu_hoi_luc is not null and id in ${people}`,
  )
  const rut = Number(row!.rut)
  // Of whom no paper tells any more, it is not known that he withdrew.
  return { rut, con: people.length - rut, lanCuoi: row!.lan_cuoi }
}

/** `name`: of the working file, or of its small size. */
export async function isWithdrawnFile(req: PayloadRequest, name: string): Promise<boolean> {
  const rows = await query<{ sha256: string }>(
    req,
    sql`select sha256 from tu_lieu where (filename = ${name} or sizes_w320_filename = ${name}) and sha256 is not null`,
  )
  for (const { sha256 } of rows) if ((await agreeing(req, sha256)).rut > 0) return true
  return false
}

/** Names of working files of these bytes, where all who are in them have withdrawn; what was covered stays: it shows them no more, and what was uploaded since waits for a new paper. */
export async function workingToRemove(req: PayloadRequest, hash: string): Promise<string[]> {
  const { rut, con, lanCuoi } = await agreeing(req, hash)
  if (rut === 0 || con > 0) return []
  const rows = await query<{ ten: string | null; nho: string | null }>(
    req,
    sql`select filename as ten, sizes_w320_filename as nho from tu_lieu where sha256 = ${hash} and goc is null and coalesce(array_length(goc_nguoi, 1), 0) = 0 and created_at <= ${lanCuoi}::timestamptz`,
  )
  return rows.flatMap(({ ten, nho }) => [ten, nho]).filter((name): name is string => typeof name === 'string' && name !== '')
}
