/** lap-ke-hoach: a plan is begun for a school year, empty or with rows that were read or carried over; there is one a year. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { ownersOf } from '../../facts/plan/owners.ts'
import { planOf } from '../../facts/plan/plan.ts'
import { refuse } from '../../messages/refusal.ts'
import { textIssues } from '../../policy/gate/freeze.ts'
import { issue } from '../../policy/issues.ts'
import { PLAN_LIMITS, type KeHoach, type NoiDungDong } from '../../policy/plan/row.ts'
import { spanOfYear } from '../../policy/time/schoolYear.ts'
import type { Actor } from '../../policy/people/roles.ts'
import { inTransaction } from '../transaction.ts'
import { logPlan, planKeeper } from './change.ts'
import { insertRows } from './rows.ts'

async function begin(req: PayloadRequest, actor: Actor, namHoc: string): Promise<KeHoach> {
  if (spanOfYear(namHoc) === null) throw refuse(issue('INVALID_VALUE', 'namHoc', { goiY: '2026-2027' }))
  await query(req, sql`insert into ke_hoach (nam_hoc, nguoi_lap) values (${namHoc}, ${actor.id}) on conflict (nam_hoc) do nothing`)
  return (await planOf(req, namHoc, true))!
}

const words = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.;,:!…]+/gu, ' ')
    .trim()
const set = (all: readonly (string | number)[]): string => all.map(String).toSorted((a, b) => (a < b ? -1 : 1)).join('|') // prettier-ignore
/** Whole: two rows of one name with other people or products are two. */
const sameRow = (a: NoiDungDong, b: NoiDungDong): boolean =>
  words(a.noiDung) === words(b.noiDung) &&
  words(a.nguoiChu) === words(b.nguoiChu) &&
  (['thang', 'nguoi', 'donVi'] as const).every((name) => set(a[name]) === set(b[name])) &&
  set(a.sanPham.map(words)) === set(b.sanPham.map(words))

/** Rows are added to the plan of the year, which is begun where there is none. */
export const themDong = (req: PayloadRequest, namHoc: string, rows: readonly NoiDungDong[]): Promise<{ them: string[]; daCo: number }> =>
  inTransaction(req, async () => {
    const actor = await planKeeper(req)
    const plan = await begin(req, actor, namHoc)
    const fresh = rows.filter((row, i) => !plan.dong.some((one) => sameRow(one, row)) && rows.findIndex((one) => sameRow(one, row)) === i)
    const them = await insertRows(req, plan, fresh)
    return { answer: { them, daCo: rows.length - fresh.length }, bam: await logPlan(req, actor, plan, { them }) }
  })

/** Rows go on in another year: what they are about, their months, and those of their people and units that are still there; days of events are that year's own. */
export const mangSang = (req: PayloadRequest, tuNam: string, namHoc: string): Promise<{ them: string[] }> =>
  inTransaction(req, async () => {
    const actor = await planKeeper(req)
    const from = await planOf(req, tuNam)
    if (!from) throw refuse(issue('NOT_FOUND'))
    const plan = await begin(req, actor, namHoc)
    // Also where it was taken out since: that was somebody's word.
    const once = new Set(
      (await query<{ tu: string }>(req, sql`select tu from ke_hoach_dong where ke_hoach = ${plan.id} and tu is not null`)).map(({ tu }) => tu),
    )
    const carried = from.dong.filter((row) => !once.has(row.ma) && !plan.dong.some((one) => sameRow(one, row)))
    const { people, units } = await ownersOf(req)
    const [here, open] = [new Set(people.filter(({ mo }) => mo).map(({ id }) => id)), new Set(units.filter(({ mo }) => mo).map(({ id }) => id))]
    const next = carried.map((row) => ({
      ...row,
      nguoi: row.nguoi.filter((id) => here.has(id)),
      donVi: row.donVi.filter((id) => open.has(id)),
      suKienTu: null,
      suKienDen: null,
      tu: row.ma,
    }))
    const them = await insertRows(req, plan, next)
    return { answer: { them }, bam: await logPlan(req, actor, plan, { tuNam, them }) }
  })

/** What the plan rests on: decisions, directives; one a line. */
export const ghiCanCu = (req: PayloadRequest, namHoc: string, canCu: readonly string[]): Promise<Record<string, never>> =>
  inTransaction(req, async () => {
    const actor = await planKeeper(req)
    const plan = await begin(req, actor, namHoc)
    const said = canCu
      .map((one) =>
        one
          .trim()
          .replace(/^căn cứ\s+(?:vào\s+)?/iu, '')
          .replace(/[;.]+$/u, ''),
      )
      .filter(Boolean)
    const issues = said.flatMap((one) => (one.length > PLAN_LIMITS.chu ? [issue('TOO_LONG', 'canCu', { max: PLAN_LIMITS.chu })] : textIssues(one, 'canCu')))
    if (said.length > PLAN_LIMITS.canCu) issues.push(issue('TOO_LONG', 'canCu', { max: PLAN_LIMITS.canCu }))
    if (issues.length > 0) throw refuse(...issues)
    await query(req, sql`update ke_hoach set can_cu = ${sql.param(said)}::text[] where id = ${plan.id}`)
    return { answer: {}, bam: await logPlan(req, actor, plan, { canCu: said }) }
  })
