/**
 * Rule: what a class tells is who did what, when, and who confirms it. Everything else is the focal point's to complete; what
 * could not be published in any form is said at once, so that the class mends it while it remembers.
 */
import { textIssues } from '../gate/freeze.ts'
import { issue, type Issue } from '../issues.ts'
import { isCalendarDay } from '../time/hanoi.ts'

export type Told = { ai: string; viec: string; ngay: string; nguoiXacNhan: string; nguoiGui: string; dongY: string }
export const DONG_Y = ['roi', 'chua', 'khongRo'] as const

const MOST: Record<'ai' | 'viec' | 'nguoiXacNhan' | 'nguoiGui', number> = { ai: 120, viec: 8000, nguoiXacNhan: 100, nguoiGui: 100 }
const LEAST = 20
const YEARS_BACK = 5

/** `today`: `2026-11-28` in Hà Nội. */
export function toldIssues(told: Told, today: string): Issue[] {
  const missing = (['ai', 'viec', 'ngay', 'nguoiXacNhan', 'dongY'] as const).filter((name) => told[name].trim() === '')
  const issues = missing.map((name) => issue('MISSING_FIELD', name))
  for (const name of ['ai', 'viec', 'nguoiXacNhan', 'nguoiGui'] as const) {
    if ([...told[name]].length > MOST[name]) issues.push(issue('TOO_LONG', name, { max: MOST[name] }))
    else issues.push(...textIssues(told[name], name))
  }
  if (!missing.includes('viec') && [...told.viec.trim()].length < LEAST) issues.push(issue('TOO_SHORT', 'viec', { min: LEAST }))
  if (!missing.includes('ngay')) {
    if (!/^\d{4}-\d\d-\d\d$/.test(told.ngay) || !isCalendarDay(told.ngay)) issues.push(issue('INVALID_VALUE', 'ngay', { goiY: 'ngày, tháng, năm' }))
    else if (told.ngay > today) issues.push(issue('DAY_AHEAD', 'ngay'))
    else if (Number(today.slice(0, 4)) - Number(told.ngay.slice(0, 4)) > YEARS_BACK) issues.push(issue('DAY_PAST', 'ngay', { max: YEARS_BACK }))
  }
  if (!missing.includes('dongY') && !(DONG_Y as readonly string[]).includes(told.dongY)) issues.push(issue('INVALID_VALUE', 'dongY'))
  return issues
}

/** The title a story begins with; the focal point gives it a better one. */
export const firstTitle = (ai: string): string => `Việc tốt của ${ai.trim()}`.slice(0, 200)
