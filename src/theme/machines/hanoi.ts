/** Instants in the school's own time, as machines write them. Việt Nam keeps one offset all year. */
const OFFSET_MS = 7 * 3_600_000
const shifted = (instant: string): string => new Date(Date.parse(instant) + OFFSET_MS).toISOString()

/** `2026-11-20T07:15:00+07:00` */
export const localInstant = (instant: string): string => `${shifted(instant).slice(0, 19)}+07:00`
/** `2026-11-20` */
export const localDay = (instant: string): string => shifted(instant).slice(0, 10)
/** `2026-11` */
export const localMonth = (instant: string): string => localDay(instant).slice(0, 7)
/** The instant at which the day of this instant began in Hà Nội. */
export const dayStart = (instant: string): string => new Date(Date.parse(`${localDay(instant)}T00:00:00+07:00`)).toISOString()
export const isMidnight = (instant: string): boolean => shifted(instant).slice(11, 16) === '00:00'

/** Rule: what begins at midnight, and ends at midnight or not at all, lasts whole days: only its date is known. */
export const wholeDays = ({ batDau, ketThuc }: { batDau: string; ketThuc?: string | undefined }): boolean =>
  isMidnight(batDau) && (ketThuc === undefined || isMidnight(ketThuc))
