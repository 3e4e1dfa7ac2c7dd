/** Which row of the plan a story is for: those of these months, its writer's own first. */
import { now } from '../../database/clock.ts'
import { ownUnits } from '../../facts/members.ts'
import { planOf, rowOfStory } from '../../facts/plan/plan.ts'
import { owes } from '../../policy/plan/coverage.ts'
import { monthInYear } from '../../policy/plan/months.ts'
import type { DongKeHoach } from '../../policy/plan/row.ts'
import { monthBeside } from '../../policy/time/month.ts'
import { monthOf, schoolYearOf } from '../../policy/time/schoolYear.ts'
import type { Choice } from '../writing/choices.ts'
import type { Visit } from '../room.ts'
import { yearOfCode } from './year.ts'

const MOST = 60
const cut = (text: string): string => (text.length > 70 ? `${text.slice(0, 69)}…` : text)

/** `stored`: what is chosen before anybody types; `row`: that one whole. Null where there is no plan to choose from. */
export async function planChoices(
  visit: Visit,
  story: number | null,
  typed: string | null = null,
): Promise<{ choices: Choice[]; stored: string; row: DongKeHoach | null } | null> {
  const at = Date.parse(await now(await visit.own()))
  const kept = story === null ? null : await rowOfStory(await visit.own(), story)
  const stored = typed ?? kept ?? visit.query.get('keHoach') ?? ''
  const years = [...new Set([schoolYearOf(at), yearOfCode(stored)].filter((one) => one !== null))]
  const plans = await Promise.all(years.map(async (namHoc) => planOf(await visit.own(), namHoc)))
  const month = monthOf(at)
  const near = [monthBeside(month, -1), month, monthBeside(month, 1)]
  const units = await ownUnits(await visit.own(), visit.actor.id)
  const rows = plans.flatMap((plan) =>
    (plan?.dong ?? [])
      .map((row) => ({ row, mine: owes(row, visit.actor.id, units) }))
      .filter(({ row: { ma, thang }, mine }) => {
        const months = thang.map((one) => monthInYear(one, plan!.namHoc))
        return ma === stored || months.length === 0 || months.some((one) => near.includes(one) || (mine && one < month))
      }),
  )
  // Taken out of the plan since: the tie stays unless somebody says otherwise.
  const gone = kept !== null && !rows.some(({ row }) => row.ma === kept) ? [{ value: kept, label: 'Nội dung đã bỏ khỏi kế hoạch' }] : []
  if (rows.length === 0 && gone.length === 0) return null
  const ordered = [...rows.filter(({ mine, row }) => mine || row.ma === stored), ...rows.filter(({ mine, row }) => !mine && row.ma !== stored)].slice(0, MOST)
  return {
    choices: [
      ...gone,
      ...ordered.map(({ row, mine }) => ({
        value: row.ma,
        label: `${row.thang.length > 0 ? `T${row.thang.join(', ')}: ` : ''}${cut(row.noiDung)}${mine ? ' (của bạn)' : ''}`,
      })),
    ],
    stored: [...gone.map(({ value }) => value), ...rows.map(({ row }) => row.ma)].includes(stored) ? stored : '',
    row: rows.find(({ row }) => row.ma === stored)?.row ?? null,
  }
}
