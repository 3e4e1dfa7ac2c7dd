/** Rows of a plan written down: new ones get codes that were never used, standing ones a higher `lan`. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { PLAN_LIMITS, rowIssues, type KeHoach, type NoiDungDong } from '../../policy/plan/row.ts'

const integers = (ids: readonly number[]) => sql`${sql.param([...ids])}::integer[]`
const texts = (all: readonly string[]) => sql`${sql.param([...all])}::text[]`

/** Throws where a row names what is not there: an account or unit that was deleted meanwhile, a topic nobody keeps. */
async function demandKnown(req: PayloadRequest, rows: readonly NoiDungDong[]): Promise<void> {
  const all = { chuDe: new Set<number>(), nguoi: new Set<number>(), donVi: new Set<number>() }
  for (const row of rows) for (const name of ['chuDe', 'nguoi', 'donVi'] as const) for (const id of row[name]) all[name].add(id)
  for (const [name, table] of [
    ['chuDe', 'chu_de'],
    ['nguoi', 'nguoi_dung'],
    ['donVi', 'don_vi'],
  ] as const) {
    // prettier-ignore
    const ids = [...all[name]]
    const [found] = ids.length === 0 ? [{ so: 0 }] : await query<{ so: unknown }>(req, sql`select count(*) as so from ${sql.raw(table)} where id in ${ids}`)
    if (Number(found!.so) !== ids.length) throw refuse(issue('INVALID_VALUE', name))
  }
}

export async function insertRows(req: PayloadRequest, plan: KeHoach, rows: readonly (NoiDungDong & { tu?: string | null })[]): Promise<string[]> {
  const issues = rows.flatMap((row) => rowIssues(row, plan.namHoc))
  if (issues.length > 0) throw refuse(...issues)
  await demandKnown(req, rows)
  const [used] = await query<{ so: unknown }>(req, sql`select count(*) as so from ke_hoach_dong where ke_hoach = ${plan.id}`)
  const first = Number(used!.so) + 1
  if (plan.dong.length + rows.length > PLAN_LIMITS.dong || first + rows.length > 9999) throw refuse(issue('TOO_LONG', undefined, { max: PLAN_LIMITS.dong }))
  const codes: string[] = []
  for (const [i, row] of rows.entries()) {
    const ma = `${plan.namHoc.slice(2, 4)}-${first + i}`
    await query(
      req,
      sql`insert into ke_hoach_dong (ma, ke_hoach, thu_tu, thang, noi_dung, san_pham, phoi_hop, bo_sung, chu_de, nguoi, don_vi, nguoi_chu, su_kien_tu, su_kien_den, tu)
          values (${ma}, ${plan.id}, ${first + i}, ${integers(row.thang)}, ${row.noiDung.trim()}, ${texts(row.sanPham)}, ${row.phoiHop.trim()}, ${row.boSung.trim()}, ${integers(row.chuDe)}, ${integers(row.nguoi)}, ${integers(row.donVi)}, ${row.nguoiChu.trim()}, ${row.suKienTu}::date, ${row.suKienDen}::date, ${row.tu ?? null})`,
    )
    codes.push(ma)
  }
  return codes
}

export async function updateRow(req: PayloadRequest, plan: KeHoach, ma: string, lan: number, row: NoiDungDong): Promise<void> {
  const before = plan.dong.find((one) => one.ma === ma)
  if (!before) throw refuse(issue('NOT_FOUND'))
  if (before.lan !== lan) throw refuse(issue('STALE_VERSION'))
  const issues = rowIssues(row, plan.namHoc)
  if (issues.length > 0) throw refuse(...issues)
  await demandKnown(req, [row])
  await query(
    req,
    sql`update ke_hoach_dong set thang = ${integers(row.thang)}, noi_dung = ${row.noiDung.trim()}, san_pham = ${texts(row.sanPham)}, phoi_hop = ${row.phoiHop.trim()}, bo_sung = ${row.boSung.trim()},
          chu_de = ${integers(row.chuDe)}, nguoi = ${integers(row.nguoi)}, don_vi = ${integers(row.donVi)}, nguoi_chu = ${row.nguoiChu.trim()}, su_kien_tu = ${row.suKienTu}::date, su_kien_den = ${row.suKienDen}::date, lan = lan + 1 where ma = ${ma}`,
  )
}
