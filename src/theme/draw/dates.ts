/** Dates as Vietnamese readers write them, always in the time of Hà Nội. */
const part = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', ...options })
const DAY = part({ day: '2-digit', month: '2-digit', year: 'numeric' })
const TIME = part({ hour: '2-digit', minute: '2-digit', hour12: false })
const WEEKDAY = part({ weekday: 'long' })

/** `Tháng 11/2026` */
export const month = (instant: string): string => `Tháng ${day(instant).slice(3)}`
/** `20/11/2026` */
export const day = (instant: string): string => DAY.format(new Date(instant))
/** `09:40` */
export const time = (instant: string): string => TIME.format(new Date(instant))
/** `09:40, 20/11/2026` */
export const moment = (instant: string): string => `${time(instant)}, ${day(instant)}`
/** `Thứ Sáu, 20/11/2026` */
export const longDay = (instant: string): string => `${WEEKDAY.format(new Date(instant))}, ${day(instant)}`
