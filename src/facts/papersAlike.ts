/** Papers that may be of the same person: of one name, and of one year where both say it. Whether they are is for people to say. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { liveUses } from './consentLive.ts'

/** `dang`: editions that rest on it before readers. */
export type Alike = { id: number; namSinh: number | null; mucDich: string; dang: number }

export async function papersAlike(req: PayloadRequest, { id, hoTen, namSinh }: { id: number; hoTen: string; namSinh: number | null }): Promise<Alike[]> {
  const rows = await query<{ id: unknown; nam_sinh: unknown; muc_dich: string | null }>(
    req,
    sql`select id, nam_sinh, muc_dich from dong_y where id <> ${id} and thu_hoi_luc is null and khong_dau(ho_ten) = khong_dau(${hoTen})
        and (nam_sinh is null or ${namSinh}::int is null or nam_sinh = ${namSinh}::int) order by id limit 10`,
  )
  const alike: Alike[] = []
  for (const row of rows)
    alike.push({
      id: Number(row.id),
      namSinh: row.nam_sinh === null ? null : Number(row.nam_sinh),
      mucDich: row.muc_dich ?? '',
      dang: (await liveUses(req, Number(row.id))).length,
    })
  return alike
}

/** Withdrawn ones of one name, of which nobody has said yet that this paper stands in their place. */
export type Ended = { id: number; hoTen: string; namSinh: number | null; luc: string }

export async function endedAlike(req: PayloadRequest, { id, hoTen }: { id: number; hoTen: string }): Promise<Ended[]> {
  const rows = await query<{ id: unknown; ho_ten: string; nam_sinh: unknown; luc: string }>(
    req,
    sql`select id, ho_ten, nam_sinh, thu_hoi_luc::text as luc from dong_y d where id <> ${id} and thu_hoi_luc is not null and khong_dau(ho_ten) = khong_dau(${hoTen})
        and not exists (select 1 from phieu_thay p where p.cu = d.id and p.moi = ${id}) order by id desc limit 10`,
  )
  return rows.map((row) => ({
    id: Number(row.id),
    hoTen: row.ho_ten,
    namSinh: row.nam_sinh === null ? null : Number(row.nam_sinh),
    luc: new Date(row.luc).toISOString(),
  }))
}
