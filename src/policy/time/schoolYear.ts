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

/** `2026-2027`, the school year an instant (ms) falls in. */
export function schoolYearOf(instant: number): string {
  const [year, month] = monthOf(instant).split('-').map(Number) as [number, number]
  const first = month >= 9 ? year : year - 1
  return `${first}-${first + 1}`
}

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

/** The months of a school year that lie inside `span`, newest first. */
export function monthsOf(namHoc: string, span: Span): string[] {
  const first = Number(namHoc.slice(0, 4))
  const months = Array.from({ length: 12 }, (_, i) => ({ year: first + (i < 4 ? 0 : 1), month: ((i + 8) % 12) + 1 }))
  return months
    .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`)
    .filter((m) => {
      const at = spanOfMonth(m)!
      return at.until > span.from && at.from < span.until
    })
    .reverse()
}

/** The school years that touch `span`, newest first. */
export function yearsOf(span: Span): string[] {
  const [first, last] = [span.from, span.until - 1].map((at) => Number(schoolYearOf(at).slice(0, 4))) as [number, number]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => `${last - i}-${last - i + 1}`)
}

/** The year a school year begins in; null where the text names none. */
export const schoolYearStart = (namHoc: string): number | null => (spanOfYear(namHoc) === null ? null : Number(namHoc.slice(0, 4)))

export const schoolYearName = (start: number): string => `${start}-${start + 1}`
