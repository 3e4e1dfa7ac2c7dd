/**
 * Rule: a school year runs from 1 September to 31 August in the time of Hà Nội, which has known no daylight saving since
 * long before there were school websites.
 */
import { HANOI } from './hanoi.ts'

/** Instants in milliseconds; `until` is the first one no longer inside. */
export type Span = { from: number; until: number }

const firstOfMonth = (year: number, month: number): number => Date.UTC(year, month - 1, 1) - HANOI

/** `2026-11`, the month an instant (ms) falls in. */
export const monthOf = (instant: number): string => new Date(instant + HANOI).toISOString().slice(0, 7)

/** `2026-2027`, the school year of `2026-11`. */
function yearOfMonth(thang: string): string {
  const [year, month] = thang.split('-').map(Number) as [number, number]
  const first = month >= 9 ? year : year - 1
  return `${first}-${first + 1}`
}

/** `2026-2027`, the school year an instant (ms) falls in. */
export const schoolYearOf = (instant: number): string => yearOfMonth(monthOf(instant))

/** The span of `2026-2027`, or null where the text is no school year. */
export function spanOfYear(namHoc: string): Span | null {
  const [, first, second] = /^(20\d\d)-(20\d\d)$/.exec(namHoc) ?? []
  if (first === undefined || Number(second) !== Number(first) + 1) return null
  return { from: firstOfMonth(Number(first), 9), until: firstOfMonth(Number(second), 9) }
}

/** The span of `2026-11`, or null where the text is no month. */
export function spanOfMonth(thang: string): Span | null {
  const [, year, month] = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(thang) ?? []
  return year === undefined ? null : { from: firstOfMonth(Number(year), Number(month)), until: firstOfMonth(Number(year), Number(month) + 1) }
}

/** Those of `months` that belong to a school year. */
export const monthsOf = (namHoc: string, months: readonly string[]): string[] => months.filter((thang) => yearOfMonth(thang) === namHoc)

/** The school years of `months`, in their order. */
export const yearsOf = (months: readonly string[]): string[] => [...new Set(months.map(yearOfMonth))]

/** The year a school year begins in; null where the text names none. */
export const schoolYearStart = (namHoc: string): number | null => (spanOfYear(namHoc) === null ? null : Number(namHoc.slice(0, 4)))

export const schoolYearName = (start: number): string => `${start}-${start + 1}`
