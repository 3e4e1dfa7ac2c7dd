/** Rule: days off are days of the calendar; quotas begin with the month they are written in, and what was due stays due (src/policy/ledger/quotaChange.ts). */
import type { GlobalBeforeChangeHook } from 'payload'
import { now } from '../database/clock.ts'
import { refuse } from '../messages/refusal.ts'
import { quotaChangeIssues } from '../policy/ledger/quotaChange.ts'
import { quotasIn } from '../policy/ledger/quotaRows.ts'
import { dayOffIssues, daysOffIn, remindersIn, stepIssues } from '../policy/reminders/rows.ts'
import { monthOf } from '../policy/time/schoolYear.ts'

type Row = { ma?: string; tuThang?: string | null }

export const keepQuotas: GlobalBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const wrongDays = [
    ...(Array.isArray(data.ngayNghi) ? dayOffIssues(daysOffIn(data.ngayNghi)) : []),
    ...(data.nhacViec === undefined ? [] : stepIssues(remindersIn({ ...originalDoc?.nhacViec, ...data.nhacViec }))),
  ]
  if (wrongDays.length > 0) throw refuse(...wrongDays)
  if (!Array.isArray(data.chiTieu)) return data
  const month = monthOf(Date.parse(await now(req)))
  const before = quotasIn(originalDoc?.chiTieu)
  const chiTieu = (data.chiTieu as Row[]).map((row) => ({ ...row, tuThang: row.tuThang || (before.find(({ ma }) => ma === row.ma)?.tuThang ?? month) }))
  const issues = quotaChangeIssues(before, quotasIn(chiTieu), month)
  if (issues.length > 0) throw refuse(...issues)
  return { ...data, chiTieu }
}
