/** Where a person stands among units, for the figures he may read. Rows of memberships are ended, never changed. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import type { Standing } from '../policy/ledger/sees.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>
const numbers = (rows: readonly { id: unknown }[]): number[] => rows.map(({ id }) => Number(id))

export async function standingIn(req: Req, nguoi: number): Promise<Standing> {
  const units = numbers(
    await query<{ id: unknown }>(
      req,
      sql`select id from don_vi where phu_trach_id = ${nguoi} union select don_vi_id from thanh_vien where nguoi_id = ${nguoi} and vai = 'truong' and den is null`,
    ),
  )
  const members = await query<{ id: unknown }>(req, sql`select distinct nguoi_id as id from thanh_vien where den is null and don_vi_id in ${[0, ...units]}`)
  const classes = await query<{ id: unknown }>(
    req,
    sql`select t.don_vi_id as id from thanh_vien t where t.nguoi_id = ${nguoi} and t.den is null and ct_loai_don_vi(t.don_vi_id, ct_nay()) in ('chiDoan', 'lop')`,
  )
  return { units, members: numbers(members), classes: numbers(classes) }
}
