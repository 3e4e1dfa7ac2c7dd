/** Whoever must not be shown, asked of a text that is about to be. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import type { Issue } from '../policy/issues.ts'
import type { ConsentUse } from '../policy/people/consent.ts'
import { neverShown, type KhongHien } from '../policy/people/neverShown.ts'
import { allWords } from '../policy/text/allWords.ts'

export async function neverShownList(req: PayloadRequest): Promise<KhongHien[]> {
  const rows = await query<{ id: unknown; ho_ten: string; nam_sinh: unknown }>(
    req,
    sql`select id, ho_ten, nam_sinh from khong_hien where het_luc is null order by ho_ten, id`,
  )
  return rows.map((row) => ({ id: Number(row.id), hoTen: row.ho_ten, namSinh: row.nam_sinh === null ? null : Number(row.nam_sinh) }))
}

/** `noiDung`: the frozen text. */
export async function listedIn(req: PayloadRequest, noiDung: string, uses: readonly ConsentUse[]): Promise<Issue[]> {
  const list = await neverShownList(req)
  if (list.length === 0) return []
  return neverShown(
    list,
    allWords(JSON.parse(noiDung)),
    uses.flatMap(({ field, dongY }) => (dongY ? [{ field, hoTen: dongY.hoTen, namSinh: dongY.namSinh }] : [])),
  )
}

export type Row = KhongHien & { lyDo: string; luc: string; tenNguoi: string }

export async function neverShownRows(req: PayloadRequest): Promise<Row[]> {
  const rows = await query<{ id: unknown; ho_ten: string; nam_sinh: unknown; ly_do: string; luc: string; ten: string | null }>(
    req,
    sql`select k.id, k.ho_ten, k.nam_sinh, k.ly_do, k.luc::text, n.ho_ten as ten from khong_hien k left join nguoi_dung n on n.id = k.nguoi
        where k.het_luc is null order by k.id desc`,
  )
  return rows.map((row) => ({
    id: Number(row.id),
    hoTen: row.ho_ten,
    namSinh: row.nam_sinh === null ? null : Number(row.nam_sinh),
    lyDo: row.ly_do,
    luc: new Date(row.luc).toISOString(),
    tenNguoi: row.ten ?? '',
  }))
}
