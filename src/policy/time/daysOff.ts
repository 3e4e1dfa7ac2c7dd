/**
 * Days on which nobody is asked for anything: Sundays, the holidays of the Labour Code, and what the regulation adds, for Tết is fixed anew
 * each year and schools in the mountains close longer.
 */
import { lunarDay } from './lunar.ts'

/** Days, both included. */
export type NgayNghi = { tu: string; den: string; ten: string }

const after = (day: string, by: number): string => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10)

/** Article 112: New Year, Tết from its eve, the Hùng kings, 30 April and 1 May, 2 September. */
function holidays(year: number): NgayNghi[] {
  const tet = lunarDay(year, 1, 1)
  const one = (day: string, ten: string): NgayNghi => ({ tu: day, den: day, ten })
  return [
    one(`${year}-01-01`, 'Tết Dương lịch'),
    { tu: after(tet, -1), den: after(tet, 3), ten: 'Tết Nguyên đán' },
    one(lunarDay(year, 3, 10), 'Giỗ Tổ Hùng Vương'),
    { tu: `${year}-04-30`, den: `${year}-05-01`, ten: '30/4 và 1/5' },
    { tu: `${year}-09-02`, den: `${year}-09-03`, ten: 'Quốc khánh' },
  ]
}

const isSunday = (day: string): boolean => new Date(day).getUTCDay() === 0

export const isDayOff = (day: string, more: readonly NgayNghi[]): boolean =>
  isSunday(day) || [...holidays(Number(day.slice(0, 4))), ...more].some(({ tu, den }) => tu <= day && day <= den)

/** The last working day of the month up to its day `wanted`; where there is none, the first after it in that month; null where all of it is off. */
export function workingDay(month: string, wanted: number, more: readonly NgayNghi[]): string | null {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()
  const at = (n: number): string => `${month}-${String(n).padStart(2, '0')}`
  const start = Math.min(wanted, last)
  for (let n = start; n >= 1; n -= 1) if (!isDayOff(at(n), more)) return at(n)
  for (let n = start + 1; n <= last; n += 1) if (!isDayOff(at(n), more)) return at(n)
  return null
}
