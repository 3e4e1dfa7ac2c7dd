/**
 * Rule: who has to agree at which age – the person, whoever stands for him, or both. Only the year of birth is known: where a
 * birthday may or may not have passed, the rule of the younger age is kept, and a child who may be old enough is asked too.
 */
import { dayOf } from '../time/hanoi.ts'

/** Years, with the law behind them: data, for law changes. */
export const MOC_TUOI = {
  /** From here on the child's own word is needed beside the representative's. */
  tuNoi: { tu: 7, canCu: 'Điều 24 Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Điều 21 Luật Trẻ em 2016', hieuLucTu: '2026-01-01' },
  /** Below it a person is a child: a parent or guardian agrees. */
  treEm: { den: 16, canCu: 'Điều 1 Luật Trẻ em 2016', hieuLucTu: '2017-06-01' },
} as const

export const LOP_TUOI = ['duoi7', 'tu7', 'tu16', 'nguoiLon'] as const
export type LopTuoi = (typeof LOP_TUOI)[number]

export type CanDongY = 'namSinh' | 'chinhChu' | 'nguoiDamHo'
type Asked = { namSinh: number | null; chinhChu: boolean | null; nguoiDamHo: string }

const ADULT = 18

/** The form that fits, by the older of the two ages a year of birth leaves open, so that nobody's own word is left out. */
export function ageGroup(namSinh: number, now: string): LopTuoi {
  const older = Number(dayOf(Date.parse(now)).slice(0, 4)) - namSinh
  if (older < MOC_TUOI.tuNoi.tu) return 'duoi7'
  if (older - 1 < MOC_TUOI.treEm.den) return 'tu7'
  return older - 1 < ADULT ? 'tu16' : 'nguoiLon'
}

/** Whose word is still missing at `now`, an ISO instant. */
export function agreementLacks({ namSinh, chinhChu, nguoiDamHo }: Asked, now: string): CanDongY[] {
  if (namSinh === null) return ['namSinh']
  const group = ageGroup(namSinh, now)
  const guarded = group === 'duoi7' || group === 'tu7'
  // Papers of grown-ups from before it was asked are their own word.
  const own = group === 'duoi7' || chinhChu === true || (!guarded && chinhChu === null)
  return [...(own ? [] : (['chinhChu'] as const)), ...(guarded && nguoiDamHo.trim() === '' ? (['nguoiDamHo'] as const) : [])]
}
