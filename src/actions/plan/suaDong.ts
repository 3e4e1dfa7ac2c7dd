/** sua-dong, bo-dong, lay-lai-dong: a row of a plan is changed, taken out or put back; its code stays its own. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import type { NoiDungDong } from '../../policy/plan/row.ts'
import { changePlan } from './change.ts'
import { updateRow } from './rows.ts'

/** `lan`: of the row as it stood on the page. */
export const suaDong = (req: PayloadRequest, namHoc: string, ma: string, lan: number, row: NoiDungDong): Promise<null> =>
  changePlan(req, namHoc, async (plan) => {
    await updateRow(req, plan, ma, lan, row)
    return { answer: null, chiTiet: { sua: [ma] } }
  })

export const boDong = (req: PayloadRequest, namHoc: string, ma: string, lan: number): Promise<null> =>
  changePlan(req, namHoc, async (plan) => {
    const row = plan.dong.find((one) => one.ma === ma)
    if (!row) throw refuse(issue('NOT_FOUND'))
    if (row.lan !== lan) throw refuse(issue('STALE_VERSION'))
    await query(req, sql`update ke_hoach_dong set bo_luc = ct_nay(), lan = lan + 1 where ma = ${ma}`)
    return { answer: null, chiTiet: { bo: [ma] } }
  })

/** What was taken out stands there again, as it was. */
export const layLaiDong = (req: PayloadRequest, namHoc: string, ma: string): Promise<null> =>
  changePlan(req, namHoc, async (plan) => {
    const back = await query(
      req,
      sql`update ke_hoach_dong set bo_luc = null, lan = lan + 1 where ma = ${ma} and ke_hoach = ${plan.id} and bo_luc is not null returning ma`,
    )
    if (back.length === 0) throw refuse(issue('NOT_FOUND'))
    return { answer: null, chiTiet: { lay: [ma] } }
  })
