/**
 * What became of a row of the plan. Rule: a row is done by what readers have; an event is covered before it, on its days and after them,
 * and what is empty is shown to whoever owes it while there is time.
 */
import type { DongKeHoach, KeHoach } from './row.ts'
import { monthInYear } from './months.ts'

/** `xong`: readers have something; `con`: there is time; `thieu`: its months are over; `sau`: they have not begun; `truoc`: they were over before there was a plan. */
export type TinhTrangDong = 'xong' | 'con' | 'thieu' | 'sau' | 'truoc'
export type ChoTrong = 'co' | 'con' | 'lo'
/** Before, on and after the days of an event. */
export type PhuSong = { truoc: ChoTrong; trong: ChoTrong; sau: ChoTrong }

const AFTER_DAYS = 10
const dayAfter = (day: string, by: number): string => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10)

/** The last day a row has: the end of its months, or of the school year. */
export function lastDayOf({ thang }: Pick<DongKeHoach, 'thang'>, namHoc: string): string {
  const months = (thang.length === 0 ? [8] : thang).map((one) => monthInYear(one, namHoc)).toSorted()
  const [year, month] = months.at(-1)!.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** `days`: on which readers got something of it; `today`: `2026-11-20`. */
export function rowState(
  row: Pick<DongKeHoach, 'thang'>,
  { namHoc, lapNgay }: Pick<KeHoach, 'namHoc' | 'lapNgay'>,
  days: readonly string[],
  today: string,
): TinhTrangDong {
  if (days.length > 0) return 'xong'
  const last = lastDayOf(row, namHoc)
  if (last < today) return last < lapNgay ? 'truoc' : 'thieu'
  return row.thang.length > 0 && !isDueNow(row, namHoc, today.slice(0, 7)) ? 'sau' : 'con'
}

/** Null where the row has no event. */
export function coverageOf({ suKienTu: tu, suKienDen }: Pick<DongKeHoach, 'suKienTu' | 'suKienDen'>, days: readonly string[], today: string): PhuSong | null {
  if (tu === null) return null
  const den = suKienDen ?? tu
  const slot = (there: boolean, until: string): ChoTrong => (there ? 'co' : until < today ? 'lo' : 'con')
  return {
    truoc: slot(days.some((day) => day < tu), dayAfter(tu, -1)), // prettier-ignore
    trong: slot(days.some((day) => day >= tu && day <= den), den), // prettier-ignore
    sau: slot(days.some((day) => day > den), dayAfter(den, AFTER_DAYS)), // prettier-ignore
  }
}

/** What is still missing and in time. */
export const openSlots = (coverage: PhuSong): (keyof PhuSong)[] => (['truoc', 'trong', 'sau'] as const).filter((slot) => coverage[slot] === 'con')

/** Whether a row is somebody's: he is named, or a unit of his is. */
export const owes = (row: Pick<DongKeHoach, 'nguoi' | 'donVi'>, nguoi: number, units: readonly number[]): boolean =>
  row.nguoi.includes(nguoi) || row.donVi.some((unit) => units.includes(unit))

/** Whether today falls into its months, or they are over: what is asked for now. */
export function isDueNow({ thang }: Pick<DongKeHoach, 'thang'>, namHoc: string, month: string): boolean {
  return thang.length > 0 && thang.map((one) => monthInYear(one, namHoc)).some((one) => one <= month)
}
