/** A month of the calendar of Việt Nam, `2026-11`; weeks begin on Monday. */
import { A_DAY, dayOf, firstOfDay, HANOI } from './hanoi.ts'

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/

/** Null where the text names none between 2000 and 2199. */
export function monthNamed(text: string): string | null {
  const year = Number(MONTH.exec(text)?.[1])
  return year >= 2000 && year < 2200 ? text : null
}
export const monthOf = (instant: number): string => dayOf(instant).slice(0, 7)

/** The first instant of the month, and the first after it. */
export function boundsOf(month: string): { from: number; to: number } {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return { from: Date.UTC(year, number - 1, 1) - HANOI, to: Date.UTC(year, number, 1) - HANOI }
}

export function monthBeside(month: string, by: 1 | -1): string {
  const { from, to } = boundsOf(month)
  return by === 1 ? monthOf(to) : monthOf(from - 1)
}

/** Days as `2026-11-20`, first and last of each week that falls into the month, cut to it. */
export function weeksOf(month: string): { tu: string; den: string }[] {
  const { from, to } = boundsOf(month)
  const weeks: { tu: string; den: string }[] = []
  for (let day = firstOfDay(from); day < to;) {
    const weekday = (new Date(day + HANOI).getUTCDay() + 6) % 7
    const end = Math.min(day + (6 - weekday) * A_DAY, to - A_DAY)
    weeks.push({ tu: dayOf(day), den: dayOf(end) })
    day = end + A_DAY
  }
  return weeks
}

/** Instants nearer than this to one before it meet the same readers at once. */
export const CLASH_MS = 30 * 60_000

/** Those of the instants that have another within half an hour. */
export function clashing(instants: readonly number[]): Set<number> {
  const sorted = [...instants].sort((a, b) => a - b)
  const found = new Set<number>()
  for (let i = 1; i < sorted.length; i += 1) if (sorted[i]! - sorted[i - 1]! < CLASH_MS) found.add(sorted[i]!).add(sorted[i - 1]!)
  return found
}
