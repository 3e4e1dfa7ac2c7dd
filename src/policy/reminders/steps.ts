/**
 * Rule: whoever owes something in a month is reminded on the days the regulation sets – himself, then the head of his unit, then the office –
 * never on a Sunday or holiday, never twice, and after a pause only of what is latest. What was done meanwhile is not asked for.
 */
import { workingDay, type NgayNghi } from '../time/daysOff.ts'

export const BAC_NHAC = ['chuViec', 'truongDonVi', 'vanPhong'] as const
export type BacNhac = (typeof BAC_NHAC)[number]
/** Days of the month, 1 to 31; null: nobody is reminded at this step. */
export type NhacViec = Readonly<Record<BacNhac, number | null>>

export const NHAC_THUONG: NhacViec = { chuViec: 20, truongDonVi: 24, vanPhong: 28 }

/** The latest step whose day has come in the month of `today`; null where none has, or today is off. */
export function stepDue(nhac: NhacViec, today: string, off: readonly NgayNghi[]): BacNhac | null {
  const month = today.slice(0, 7)
  if (workingDay(month, Number(today.slice(8)), off) !== today) return null
  return (
    BAC_NHAC.findLast((bac) => {
      const wanted = nhac[bac]
      const day = wanted === null ? null : workingDay(month, wanted, off)
      return day !== null && day <= today
    }) ?? null
  )
}

/** Something that is owed: by whom (accounts), in which units; `dan`: where it is done. */
export type No = { khoa: string; loai: 'nhacKeHoach' | 'nhacChiTieu'; chu: string; dan: string; nguoi: readonly number[]; donVi: readonly number[] }
/** `heads`: of a unit, whoever is in charge; `members`: of a unit, whoever is named where nobody is in charge. */
export type Whom = { heads: (donVi: number) => readonly number[]; unitOf: (nguoi: number) => number | null; office: readonly number[] }
export type Nhac = { nguoi: number; khoa: string; loai: No['loai']; chu: string; dan: string }

const ids = (...lists: (readonly number[])[]): number[] => [...new Set(lists.flat())]

function whomOf(bac: BacNhac, { nguoi, donVi }: No, { heads, unitOf, office }: Whom): readonly number[] {
  const own = ids(nguoi, ...donVi.map(heads))
  const above = ids(...donVi.map(heads), ...nguoi.flatMap((id) => { const unit = unitOf(id); return unit === null ? [] : [heads(unit)] })) // prettier-ignore
  const byStep: readonly number[] = { chuViec: own, truongDonVi: above, vanPhong: office }[bac]
  // Who owes and can be told by nobody is the office's to call.
  return byStep.length > 0 ? byStep : [...office]
}

/** Once a month, step, thing and person. Of many things the office is told in one line. */
export function remindersFor(bac: BacNhac, month: string, owed: readonly No[], whom: Whom): Nhac[] {
  if (owed.length === 0) return []
  if (bac === 'vanPhong')
    return (['nhacChiTieu', 'nhacKeHoach'] as const).flatMap((loai) => {
      const some = owed.filter((one) => one.loai === loai)
      if (some.length === 0) return []
      const chu = `${some.length} việc của tháng ${Number(month.slice(5))} chưa xong: ${some.map((one) => one.chu).join('; ')}`.slice(0, 290)
      return whom.office.map((nguoi) => ({
        nguoi,
        khoa: `nhac/${month}/${bac}/${loai}`,
        loai,
        chu,
        dan: loai === 'nhacChiTieu' ? '/lam-viec/chi-tieu' : '/lam-viec/ke-hoach',
      }))
    })
  return owed.flatMap((one) =>
    whomOf(bac, one, whom).map((nguoi) => ({ nguoi, khoa: `nhac/${month}/${bac}/${one.khoa}`, loai: one.loai, chu: one.chu, dan: one.dan })),
  )
}
