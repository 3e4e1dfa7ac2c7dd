/** Rule: days, months and hours as they are said: mùng hai, tháng tư, bảy giờ ba mươi phút. */
import { numberWords } from './numbers.ts'

const within = (n: number, from: number, to: number): boolean => n >= from && n <= to
export const dayWords = (day: number): string => (day <= 10 ? `mùng ${numberWords(day)}` : numberWords(day))
export const monthWords = (month: number): string => `tháng ${month === 4 ? 'tư' : numberWords(month)}`
export const yearWords = (year: number): string => `năm ${numberWords(year)}`

/** `20/11/2026`, `2/9`, `20-11-2026`; the word before it is not said twice. `3-5` is a range. */
const DATE =
  /(?<before>\bngày\s+|\bmùng\s+)?(?<![\p{L}\d/])(?<day>\d{1,2})(?:\/(?<month>\d{1,2})(?:\/(?<year>\d{4}))?|-(?<month2>\d{1,2})-(?<year2>\d{4}))(?![\d/])/giu
const MONTH = /(?<before>\btháng\s+)(?<month>\d{1,2})\/(?<year>\d{4})(?!\d)/giu
const HOUR = /(?<![\p{L}\d])(?<hour>\d{1,2})\s?(?:h|giờ|:)\s?(?<minute>\d{2})?(?:\s?phút|p)?(?![\p{L}\d])/giu
const SCHOOL_YEAR = /(?<!\d)(?<first>20\d\d)\s?[-–]\s?(?<second>20\d\d)(?!\d)/g

function dated(whole: string, day: number, month: number, year: number | null): string {
  if (!within(day, 1, 31) || !within(month, 1, 12)) return whole
  return [`ngày ${dayWords(day)}`, monthWords(month), ...(year === null ? [] : [yearWords(year)])].join(' ')
}

type Groups = Record<string, string | undefined>
const groupsOf = (args: unknown[]): Groups => args.at(-1) as Groups

export function spokenTimes(text: string): string {
  return text
    .replace(SCHOOL_YEAR, (...args) => {
      const { first, second } = groupsOf(args)
      return `${numberWords(Number(first))} – ${numberWords(Number(second))}`
    })
    .replace(MONTH, (...args) => {
      const { month, year } = groupsOf(args)
      return within(Number(month), 1, 12) ? `${monthWords(Number(month))} ${yearWords(Number(year))}` : String(args[0])
    })
    .replace(DATE, (...args) => {
      const { day, month, year, month2, year2 } = groupsOf(args)
      const named = year ?? year2
      return dated(String(args[0]), Number(day), Number(month ?? month2), named === undefined ? null : Number(named))
    })
    .replace(HOUR, (...args) => {
      const { hour, minute } = groupsOf(args)
      if (!within(Number(hour), 0, 24) || (minute !== undefined && !within(Number(minute), 0, 59))) return String(args[0])
      // 07:30 alone is an hour; a score or a ratio has no two digits behind the sign.
      if (minute === undefined && !/h|giờ/iu.test(String(args[0]))) return String(args[0])
      const minutes = minute === undefined || minute === '00' ? '' : ` ${numberWords(Number(minute))} phút`
      return `${numberWords(Number(hour))} giờ${minutes}`
    })
}
