/** The days of reminders and the days off, as the regulation keeps them. */
import { issue, type Issue } from '../issues.ts'
import type { NgayNghi } from '../time/daysOff.ts'
import { isCalendarDay } from '../time/hanoi.ts'
import { BAC_NHAC, NHAC_THUONG, type BacNhac, type NhacViec } from './steps.ts'

type Row = Record<string, unknown>

const dayIn = (value: unknown, usual: number | null): number | null =>
  value === undefined ? usual : typeof value === 'number' && value >= 1 && value <= 31 ? Math.floor(value) : null

/** What was never said is as usual; what was emptied is nothing. */
export function remindersIn(value: unknown): NhacViec {
  const row = (value ?? {}) as Row
  return Object.fromEntries(BAC_NHAC.map((bac): [BacNhac, number | null] => [bac, dayIn(row[bac], NHAC_THUONG[bac])])) as NhacViec
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

export const daysOffIn = (value: unknown): NgayNghi[] =>
  (Array.isArray(value) ? (value as Row[]) : []).map(({ tu, den, ten }) => ({ tu: text(tu), den: text(den), ten: text(ten) }))

/** Each step comes after the one before it. */
export function stepIssues(nhac: NhacViec): Issue[] {
  const said = BAC_NHAC.filter((bac) => nhac[bac] !== null)
  return said.flatMap((bac, i) =>
    i > 0 && nhac[bac]! <= nhac[said[i - 1]!]! ? [issue('INVALID_VALUE', `nhacViec.${bac}`, { goiY: 'ngày sau bước trước, ví dụ 20, 24, 28' })] : [],
  )
}

const isDay = (day: string): boolean => /^20\d\d-\d\d-\d\d$/.test(day) && isCalendarDay(day)

export const dayOffIssues = (rows: readonly NgayNghi[]): Issue[] =>
  rows.flatMap(({ tu, den }, i) =>
    !isDay(tu)
      ? [issue('INVALID_VALUE', `ngayNghi.${i}.tu`, { goiY: '2027-02-04' })]
      : !isDay(den) || den < tu
        ? [issue('INVALID_VALUE', `ngayNghi.${i}.den`, { goiY: 'không trước ngày đầu, ví dụ 2027-02-12' })]
        : [],
  )
