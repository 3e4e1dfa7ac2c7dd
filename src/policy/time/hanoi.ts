/** The time of Hà Nội: seven hours ahead of UTC, all year round. */
export const HANOI = 7 * 3_600_000
const A_DAY = 86_400_000

/** The last millisecond of the day in Hà Nội that an instant (ms) falls in. */
export const lastOfDay = (instant: number): number => Math.floor((instant + HANOI) / A_DAY + 1) * A_DAY - HANOI - 1
