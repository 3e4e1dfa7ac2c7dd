/** Rule: the regulation says how large a film or recording may be; never more than any upload. Read plainly: forms that are open to everybody ask it, keys or none. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { UPLOAD_LIMIT } from '../policy/gate/pictureLimits.ts'

/** Bytes. */
export async function filmLimit(req: PayloadRequest): Promise<number> {
  const [row] = await query<{ mb: unknown }>(req, sql`select phim_toi_da as mb from quy_che limit 1`)
  const mb = Number(row?.mb ?? 0)
  return mb > 0 ? Math.min(UPLOAD_LIMIT, mb * 1_000_000) : UPLOAD_LIMIT
}
