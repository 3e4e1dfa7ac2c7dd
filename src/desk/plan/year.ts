/** Which school year's plan a page shows, and who may keep it. */
import { now } from '../../database/clock.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { isAuthor } from '../../policy/people/roles.ts'
import { keepsPlan } from '../../policy/plan/row.ts'
import { dayOf } from '../../policy/time/hanoi.ts'
import { schoolYearName, schoolYearOf, schoolYearStart, spanOfYear } from '../../policy/time/schoolYear.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import type { Visit } from '../room.ts'

export const PLAN_AT = '/lam-viec/ke-hoach'

export type Asked = { namHoc: string; today: string; running: string }

/** Everybody who writes reads the plan. */
export async function askedYear(visit: Visit): Promise<Asked> {
  if (!isAuthor(visit.actor)) throw refuse(issue('FORBIDDEN'))
  const at = Date.parse(await now(await visit.own()))
  const said = visit.query.get('nam')
  return { namHoc: said !== null && spanOfYear(said) !== null ? said : schoolYearOf(at), today: dayOf(at), running: schoolYearOf(at) }
}

export function onlyKeepers(visit: Visit): void {
  if (!keepsPlan(visit.actor)) throw refuse(issue('FORBIDDEN'))
}

export const yearBeside = (namHoc: string, by: number): string => schoolYearName(schoolYearStart(namHoc)! + by)

/** The school year a code of a row begins with: `26-14` is of 2026-2027. */
export const yearOfCode = (ma: string): string | null => (/^\d\d-\d{1,4}$/.test(ma) ? schoolYearName(2000 + Number(ma.slice(0, 2))) : null)

export const yearLinks = (namHoc: string): Html =>
  html`<p class="nen"><a href="${PLAN_AT}?nam=${yearBeside(namHoc, -1)}">← ${yearBeside(namHoc, -1)}</a><a href="${PLAN_AT}">Năm học này</a><a href="${PLAN_AT}?nam=${yearBeside(namHoc, 1)}">${yearBeside(namHoc, 1)} →</a></p>`
