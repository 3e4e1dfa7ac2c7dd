/** What the plan wants of this person now: rows of his whose months have come and of which readers have nothing, and days of events with no story yet. */
import { now } from '../../database/clock.ts'
import { ownUnits } from '../../facts/members.ts'
import { planOf } from '../../facts/plan/plan.ts'
import { resultsOf } from '../../facts/plan/results.ts'
import { coverageOf, isDueNow, openSlots, owes, rowState } from '../../policy/plan/coverage.ts'
import type { DongKeHoach, KeHoach } from '../../policy/plan/row.ts'
import { isAuthor } from '../../policy/people/roles.ts'
import { dayOf } from '../../policy/time/hanoi.ts'
import { monthOf, schoolYearOf } from '../../policy/time/schoolYear.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import type { Visit } from '../room.ts'
import { daysOf } from './list.ts'
import { monthsInWords, SLOT_WORDS, stateTag } from './words.ts'
import { PLAN_AT } from './year.ts'

const MOST = 8

export async function ownPlanPart(visit: Visit): Promise<Part> {
  if (!isAuthor(visit.actor)) return null
  const at = Date.parse(await now(await visit.own()))
  const plan = await planOf(await visit.own(), schoolYearOf(at))
  const units = plan && (await ownUnits(await visit.own(), visit.actor.id))
  const mine = plan?.dong.filter((row) => owes(row, visit.actor.id, units!) && isDueNow(row, plan.namHoc, monthOf(at))) ?? []
  if (!plan || mine.length === 0) return null
  const results = await resultsOf(await visit.own(), plan)
  const today = dayOf(at)
  const wanted = mine.flatMap((row) => {
    const days = daysOf(results.get(row.ma))
    const coverage = coverageOf(row, days, today)
    const slots = coverage ? openSlots(coverage) : []
    return rowState(row, plan.namHoc, days, today) !== 'xong' || slots.length > 0
      ? [{ row, slots, state: rowState(row, plan.namHoc, days, today), begun: (results.get(row.ma)?.dangLam.length ?? 0) > 0 }]
      : []
  })
  return (
    wanted.length > 0 &&
    html`<h2>Kế hoạch cần bạn</h2>
      <ul class="viec">${wanted.slice(0, MOST).map((one) => item(plan, one))}</ul>
      ${wanted.length > MOST && html`<p class="mo">Còn ${wanted.length - MOST} nội dung nữa trong <a href="${PLAN_AT}">kế hoạch</a>.</p>`}`
  )
}

type Wanted = { row: DongKeHoach; slots: (keyof typeof SLOT_WORDS)[]; state: ReturnType<typeof rowState>; begun: boolean }
const item = (plan: KeHoach, { row, slots, state, begun }: Wanted): Html =>
  html`<li><a href="${PLAN_AT}/${row.ma}">${row.noiDung}</a> ${stateTag(state)}<span class="nho">${[monthsInWords(row.thang), slots.length > 0 && `còn thiếu tin ${slots.map((slot) => SLOT_WORDS[slot]).join(', ')} sự kiện`, begun && 'đang có bài viết dở'].filter(Boolean).join(' · ')}</span> <span class="nho"><a href="/lam-viec/viet?loai=tin&amp;keHoach=${row.ma}">Viết ngay</a></span></li>`
