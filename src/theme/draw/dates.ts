/**
 * Dates as Vietnamese readers write them, always in the time of Hà Nội as policy knows it: seven hours ahead in every year
 * (`Etc/GMT-7` is east), where the zone's own history has other hours before 1975.
 */
const part = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat('vi-VN', { timeZone: 'Etc/GMT-7', ...options })
const DAY = part({ day: '2-digit', month: '2-digit', year: 'numeric' })
const TIME = part({ hour: '2-digit', minute: '2-digit', hour12: false })
const WEEKDAY = part({ weekday: 'long' })

/** `Tháng 11/2026` */
export const month = (instant: string): string => `Tháng ${day(instant).slice(3)}`
/** `20/11/2026` */
export const day = (instant: string): string => DAY.format(new Date(instant))
/** Two days and what lies between: `01–03/12/2026`, `30/11–02/12/2026`, `31/12/2026–01/01/2027` */
export function days(first: string, last: string): string {
  const [from, until] = [day(first), day(last)]
  const same = from.slice(3) === until.slice(3) ? 2 : from.slice(6) === until.slice(6) ? 5 : 10
  return `${from.slice(0, same)}–${until}`
}
/** `09:40` */
export const time = (instant: string): string => TIME.format(new Date(instant))
/** `09:40, 20/11/2026` */
export const moment = (instant: string): string => `${time(instant)}, ${day(instant)}`
/** `Thứ Sáu, 20/11/2026` */
export const longDay = (instant: string): string => `${WEEKDAY.format(new Date(instant))}, ${day(instant)}`
