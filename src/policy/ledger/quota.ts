/**
 * Rule: a quota is a row of the regulation with the months it is in force. Of each subject and period it says how many there are, and
 * whether that is enough, too few, or not yet to be told. Months as `2026-11`, all of them of Hà Nội.
 */
import { isThereOn, type Span } from './spans.ts'

export const DOI_TUONG = ['truong', 'donVi', 'caNhan', 'lop'] as const
export const KY_HAN = ['thang', 'nam', 'namHoc'] as const
export const DEM_THEO = ['gui', 'dang', 'kenh'] as const
export type DoiTuong = (typeof DOI_TUONG)[number]
export type KyHan = (typeof KY_HAN)[number]
export type DemTheo = (typeof DEM_THEO)[number]

/** `loaiDonVi`: kinds of unit it is for, all where empty; `loai`: kind of item, all but corrections where null; `toi`: channel, where it counts by one. */
export type ChiTieu = {
  ma: string
  ten: string
  doiTuong: DoiTuong
  loaiDonVi: readonly string[]
  sanPham: 'tinBai' | 'tuLieu'
  loai: string | null
  soLuong: number
  kyHan: KyHan
  demTheo: DemTheo
  toi: string | null
  tuThang: string | null
  denThang: string | null
  /** Least a picture or film must have to count: millions of pixels, seconds, and words under it. */
  megapixel: number | null
  giay: number | null
  chuThich: boolean
}

export const MOST_OF_A_QUOTA = 1000
export const isMonth = (text: string): boolean => /^20\d\d-(0[1-9]|1[0-2])$/.test(text)

/** `ma`: `2026-11`, `2026` or `2026-2027`; its first and its last month. */
export type Ky = { ma: string; tu: string; den: string }

const periodOf = (kyHan: KyHan, month: string): Ky => {
  const year = Number(month.slice(0, 4))
  if (kyHan === 'thang') return { ma: month, tu: month, den: month }
  if (kyHan === 'nam') return { ma: String(year), tu: `${year}-01`, den: `${year}-12` }
  const first = Number(month.slice(5)) >= 9 ? year : year - 1
  return { ma: `${first}-${first + 1}`, tu: `${first}-09`, den: `${first + 1}-08` }
}

/** Of consecutive months, the periods they fall in. */
export function periodsOf(kyHan: KyHan, months: readonly string[]): Ky[] {
  const all = months.map((month) => periodOf(kyHan, month))
  return all.filter((one, i) => all.findIndex(({ ma }) => ma === one.ma) === i)
}

/** `dat`: enough; `thieu`: too few, and the period is over; `con`: too few so far; `khong`: nothing is due. */
export type TinhTrangChiTieu = 'dat' | 'thieu' | 'con' | 'khong'

/** Whom a quota is for, and the days on which there is such a one; null where there always is. */
export type Subject = { id: number; ten: string; spans: readonly Span[] | null }

const lastDay = (month: string): string => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)

/** Due where the rule is in force and the subject there on the last day of the period. */
export const isDue = ({ tuThang, denThang }: Pick<ChiTieu, 'tuThang' | 'denThang'>, { spans }: Subject, ky: Ky): boolean =>
  (tuThang === null || tuThang <= ky.den) && (denThang === null || denThang >= ky.den) && (spans === null || isThereOn(spans, lastDay(ky.den)))

/** `month`: the one it is now. */
export function stateOf(rule: ChiTieu, subject: Subject, ky: Ky, count: number, month: string): TinhTrangChiTieu {
  if (!isDue(rule, subject, ky)) return 'khong'
  if (count >= rule.soLuong) return 'dat'
  return ky.den < month ? 'thieu' : 'con'
}
