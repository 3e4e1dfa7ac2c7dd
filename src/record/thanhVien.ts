/** Memberships: the row that ends, the row that begins, and the signed row of the log that says so. */
import type { PayloadRequest } from 'payload'
import { now } from '../database/clock.ts'
import { query, sql } from '../database/sql.ts'
import type { Json } from '../policy/gate/fingerprint.ts'
import type { Actor } from '../policy/people/roles.ts'
import { authorityOf } from './authority/read.ts'
import { insertNhatKy } from './nhatKy.ts'

export type Doi = { nguoi: number; tu: number | null; den: number | null }

/** One person leaves a unit and enters another, inside the transaction of `req`. */
export async function changeMembership(req: PayloadRequest, by: Pick<Actor, 'id' | 'hoTen'> | null, { nguoi, tu, den }: Doi): Promise<void> {
  const luc = await now(req)
  if (tu !== null) await query(req, sql`update thanh_vien set den = ${luc}, updated_at = now() where nguoi_id = ${nguoi} and den is null`)
  const vao: Json[] = []
  if (den !== null) {
    const rows = await query<{ vai: string }>(
      req,
      sql`insert into thanh_vien (nguoi_id, don_vi_id, vai, tu)
          select ${nguoi}, d.id, case when d.phu_trach_id = ${nguoi} then 'truong' else 'thanhVien' end::enum_thanh_vien_vai, ${luc} from don_vi d where d.id = ${den}
          returning vai::text`,
    )
    vao.push({ donVi: den, vai: rows[0]?.vai ?? 'thanhVien' })
  }
  await insertNhatKy(req, { hanhDong: 'thanh-vien', nguoi: by, boSuuTap: 'nguoi-dung', taiLieu: nguoi, chiTiet: { roi: tu === null ? [] : [tu], vao } })
}

/** Whoever leaves the school leaves his unit. */
export async function leaveUnits(req: PayloadRequest, by: Pick<Actor, 'id' | 'hoTen'>, nguoi: number): Promise<void> {
  const rows = await query<{ don_vi_id: unknown }>(
    req,
    sql`update thanh_vien set den = ${await now(req)}, updated_at = now() where nguoi_id = ${nguoi} and den is null returning don_vi_id`,
  )
  const roi = rows.map((row) => Number(row.don_vi_id))
  if (roi.length > 0) await insertNhatKy(req, { hanhDong: 'thanh-vien', nguoi: by, boSuuTap: 'nguoi-dung', taiLieu: nguoi, chiTiet: { roi, vao: [] } })
}

/** Whoever comes back enters the unit his account still names. */
export async function enterOwnUnit(req: PayloadRequest, by: Pick<Actor, 'id' | 'hoTen'>, nguoi: number): Promise<void> {
  const rows = await query<{ den: unknown }>(
    req,
    sql`select n.don_vi_id as den from nguoi_dung n where n.id = ${nguoi} and n.don_vi_id is not null
          and not exists (select 1 from thanh_vien t where t.nguoi_id = n.id and t.den is null)`,
  )
  if (rows[0]) await changeMembership(req, by, { nguoi, tu: null, den: Number(rows[0].den) })
}

/** Memberships of the upgrade that made them, while the log knows none; whoever writes rows into the table later makes nobody a member. */
export async function unsealedMembers(req: PayloadRequest): Promise<{ nguoi: number; donVi: number }[]> {
  const { so } = await authorityOf(req)
  if (so.thanhVien.size > 0 || !so.coPhatNgon) return []
  const rows = await query<{ nguoi: number; don_vi: number }>(
    req,
    sql`select nguoi_id as nguoi, don_vi_id as don_vi from thanh_vien where den is null order by id`,
  )
  return rows.map((row) => ({ nguoi: Number(row.nguoi), donVi: Number(row.don_vi) })).filter((row) => so.nguoi.has(row.nguoi))
}

export const sealMembers = (req: PayloadRequest, dau: { nguoi: number; donVi: number }[]): Promise<string> =>
  insertNhatKy(req, { hanhDong: 'thanh-vien', nguoi: null, boSuuTap: 'nguoi-dung', taiLieu: null, chiTiet: { dau } })
