/** What the plan wants of this person now: rows of his whose months have come and of which readers have nothing, and days of events with no story yet. */
import { now } from '../../database/clock.ts'
import { query, sql } from '../../database/sql.ts'
import { ownUnits } from '../../facts/members.ts'
import { planOf } from '../../facts/plan/plan.ts'
import { resultsOf } from '../../facts/plan/results.ts'
import { coverageOf, isDueNow, openSlots, owes, rowState } from '../../policy/plan/coverage.ts'
import type { DongKeHoach } from '../../policy/plan/row.ts'
import { isAuthor } from '../../policy/people/roles.ts'
import { dayOf } from '../../policy/time/hanoi.ts'
import { monthOf, schoolYearOf } from '../../policy/time/schoolYear.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import type { Visit } from '../room.ts'
import { daysOf } from './rowAbout.ts'
import { monthsInWords, SLOT_WORDS, stateTag } from './words.ts'
import { PLAN_AT } from './year.ts'

const MOST = 8

/** Of these stories, the ones he wrote. */
async function ownDrafts({ own, actor }: Visit, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const rows = await query<{ id: unknown }>(
    await own(),
    sql`select tai_lieu as id from ho_so where bo_suu_tap = 'tin-bai' and tac_gia = ${actor.id} and tai_lieu in ${[...ids]}`,
  )
  return new Set(rows.map(({ id }) => Number(id)))
}

export async function ownPlanPart(visit: Visit): Promise<Part> {
  if (!isAuthor(visit.actor)) return null
  const at = Date.parse(await now(await visit.own()))
  const plan = await planOf(await visit.own(), schoolYearOf(at))
  const units = plan && (await ownUnits(await visit.own(), visit.actor.id))
  const mine = plan?.dong.filter((row) => owes(row, visit.actor.id, units!) && isDueNow(row, plan.namHoc, monthOf(at))) ?? []
  if (!plan || mine.length === 0) return null
  const results = await resultsOf(await visit.own(), { ...plan, dong: mine.map((row) => ({ ...row, chuDe: [] })) })
  const today = dayOf(at)
  const wanted = mine.flatMap((row) => {
    const days = daysOf(results.get(row.ma))
    const coverage = coverageOf(row, days, today)
    const slots = coverage ? openSlots(coverage) : []
    const state = rowState(row, plan, days, today)
    const dangLam = results.get(row.ma)?.dangLam ?? []
    return state === 'con' || state === 'thieu' || slots.length > 0 ? [{ row, slots, state, dangLam: dangLam.map(({ taiLieu }) => taiLieu) }] : []
  })
  const mineNow = await ownDrafts(visit, wanted.flatMap(({ dangLam }) => dangLam)) // prettier-ignore
  return (
    wanted.length > 0 &&
    html`<h2>Kế hoạch cần bạn</h2>
      <ul class="viec">${wanted.slice(0, MOST).map((one) => item(one, mineNow))}</ul>
      ${wanted.length > MOST && html`<p class="mo">Còn ${wanted.length - MOST} nội dung nữa trong <a href="${PLAN_AT}">kế hoạch</a>.</p>`}`
  )
}

type Wanted = { row: DongKeHoach; slots: (keyof typeof SLOT_WORDS)[]; state: ReturnType<typeof rowState>; dangLam: number[] }
const item = ({ row, slots, state, dangLam }: Wanted, mine: ReadonlySet<number>): Html =>
  html`<li><a href="${PLAN_AT}/${row.ma}">${row.noiDung}</a> ${stateTag(state)}<span class="nho">${[monthsInWords(row.thang), slots.length > 0 && `còn thiếu tin ${slots.map((slot) => SLOT_WORDS[slot]).join(', ')} sự kiện`, dangLam.length > 0 && 'đang có bài viết dở'].filter(Boolean).join(' · ')}</span> <span class="nho">${go(
    row.ma,
    dangLam.find((id) => mine.has(id)),
  )}</span></li>`
const go = (ma: string, begun: number | undefined): Html =>
  begun === undefined ? html`<a href="/lam-viec/viet?loai=tin&amp;keHoach=${ma}">Viết ngay</a>` : html`<a href="/lam-viec/viet/${begun}">Viết tiếp</a>`
