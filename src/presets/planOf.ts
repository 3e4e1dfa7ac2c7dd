/** The plan a preset begins a school year with: its table by month, or its topics with what is wanted of each. */
import type { NoiDungDong } from '../policy/plan/row.ts'
import { PRESETS } from './index.ts'

export const PRESETS_WITH_PLAN = PRESETS.filter(({ keHoach, chuDe }) => keHoach.length > 0 || chuDe.length > 0)

const BLANK = { sanPham: [], phoiHop: '', boSung: '', chuDe: [], nguoi: [], donVi: [], nguoiChu: '', suKienTu: null, suKienDen: null } as const

/** Null where there is no such preset or it has none. */
export function planOfPreset(ma: string): NoiDungDong[] | null {
  const preset = PRESETS_WITH_PLAN.find((one) => one.ma === ma)
  if (!preset) return null
  if (preset.keHoach.length > 0) return preset.keHoach.flatMap(({ thang, noiDung }) => noiDung.map((one) => ({ ...BLANK, thang: [thang], noiDung: one })))
  // A jubilee of one year is nothing to begin another with.
  return preset.chuDe.filter((ten) => !/kỷ niệm \d+ năm/iu.test(ten)).map((ten) => ({ ...BLANK, thang: [], noiDung: ten }))
}
