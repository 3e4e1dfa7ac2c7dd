/** Rule: a row of a plan says what, in which months of its school year, by whom; everything else may stay empty. */
import { textIssues } from '../gate/freeze.ts'
import { issue, type Issue } from '../issues.ts'
import { isEditor, type Actor } from '../people/roles.ts'
import { isCalendarDay } from '../time/hanoi.ts'
import { spanOfYear } from '../time/schoolYear.ts'
import { dayOf } from '../time/hanoi.ts'

/** `nguoiChu`: whoever has no account, as he was written. `thang`: of the calendar, 1 to 12; empty: the whole year. `sanPham`: what is wanted, one a line. Days as `2026-11-20`. */
export type NoiDungDong = {
  thang: readonly number[]
  noiDung: string
  sanPham: readonly string[]
  phoiHop: string
  boSung: string
  chuDe: readonly number[]
  nguoi: readonly number[]
  donVi: readonly number[]
  nguoiChu: string
  suKienTu: string | null
  suKienDen: string | null
}
/** `ma`: never used again; `lan`: grows with each change; `tu`: the row of another year it was carried over from. */
export type DongKeHoach = NoiDungDong & { ma: string; lan: number; tu: string | null }
/** `lapNgay`: the day it was begun. */
export type KeHoach = { id: number; namHoc: string; lapNgay: string; canCu: string[]; dong: DongKeHoach[] }

export const PLAN_LIMITS = { noiDung: 500, dong: 400, sanPham: 20, chu: 300, canCu: 20 } as const

/** Office and leaders. */
export const keepsPlan = (actor: Actor): boolean => isEditor(actor)

/** Months in the order of a school year. */
export const inSchoolYear = (thang: readonly number[]): number[] => [...new Set(thang)].toSorted((a, b) => ((a + 3) % 12) - ((b + 3) % 12))

function eventIssues({ suKienTu: tu, suKienDen: den }: NoiDungDong, namHoc: string): Issue[] {
  if (tu === null) return den === null ? [] : [issue('MISSING_FIELD', 'suKienTu')]
  if (!isCalendarDay(tu) || (den !== null && !isCalendarDay(den))) return [issue('INVALID_VALUE', 'suKienTu')]
  if (den !== null && den < tu) return [issue('INVALID_VALUE', 'suKienDen', { goiY: 'ngày cuối không trước ngày đầu' })]
  const span = spanOfYear(namHoc)!
  const outside = tu < dayOf(span.from) || (den ?? tu) >= dayOf(span.until)
  return outside ? [issue('INVALID_VALUE', 'suKienTu', { goiY: `ngày trong năm học ${namHoc}` })] : []
}

export function rowIssues(row: NoiDungDong, namHoc: string): Issue[] {
  const issues: Issue[] = []
  const text = (value: string, field: string, max: number): void => {
    if ([...value].length > max) issues.push(issue('TOO_LONG', field, { max }))
    else issues.push(...textIssues(value, field))
  }
  if (row.noiDung.trim() === '') issues.push(issue('MISSING_FIELD', 'noiDung'))
  text(row.noiDung, 'noiDung', PLAN_LIMITS.noiDung)
  text(row.nguoiChu, 'nguoiChu', PLAN_LIMITS.chu)
  text(row.phoiHop, 'phoiHop', PLAN_LIMITS.chu)
  text(row.boSung, 'boSung', PLAN_LIMITS.chu)
  if (row.sanPham.length > PLAN_LIMITS.sanPham) issues.push(issue('TOO_LONG', 'sanPham', { max: PLAN_LIMITS.sanPham }))
  for (const one of row.sanPham) text(one, 'sanPham', PLAN_LIMITS.chu)
  if (!row.thang.every((one) => Number.isInteger(one) && one >= 1 && one <= 12)) issues.push(issue('INVALID_VALUE', 'thang'))
  return [...issues, ...eventIssues(row, namHoc)]
}
