/** Who is in which bytes, kept where no working copy says it any more. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'

export async function rememberPerson(req: PayloadRequest, dongY: number, hashes: readonly string[]): Promise<void> {
  const known = [...new Set(hashes)].toSorted()
  if (known.length > 0)
    await query(req, sql`insert into nguoi_trong_tep (sha256, dong_y) select unnest(${sql.param(known)}::text[]), ${dongY} on conflict do nothing`)
}

/** Of a picture whose file goes: everybody who is tagged in it, and whoever was covered in what it was before. */
export async function rememberPeopleOf(req: PayloadRequest, tuLieu: number): Promise<void> {
  await query(
    req,
    sql`insert into nguoi_trong_tep (sha256, dong_y)
          select t.sha256, r.dong_y_id from tu_lieu t join tu_lieu_rels r on r.parent_id = t.id and r.path = 'nguoiXuatHien'
            where t.id = ${tuLieu} and r.dong_y_id is not null and t.sha256 is not null and not r.dong_y_id = any(coalesce(t.goc_nguoi, '{}'))
          union select t.goc, n from tu_lieu t, unnest(t.goc_nguoi) n where t.id = ${tuLieu} and t.goc is not null
        on conflict do nothing`,
  )
}
