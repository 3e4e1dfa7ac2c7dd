import { muongMuon2024 } from './muongMuon2024.ts'
import type { Preset } from './preset.ts'
import { soBinhDuong2022 } from './soBinhDuong2022.ts'
import { soNamDinh2023 } from './soNamDinh2023.ts'
import { thanhTruong2020 } from './thanhTruong2020.ts'
import { tranCan2023 } from './tranCan2023.ts'

/** In the order in which a new institution is asked. */
export const PRESETS: readonly Preset[] = [tranCan2023, thanhTruong2020, muongMuon2024, soNamDinh2023, soBinhDuong2022]

export const presetNamed = (ma: unknown): Preset | null => PRESETS.find((preset) => preset.ma === ma) ?? null

export { CAP, isCap, TEN_CAP, type Cap } from './cap.ts'
export { CHECKLIST } from './points.ts'
export type { BuocMau, DonViMau, MucMau, Preset } from './preset.ts'
export { firstRegulation, regulationOf, type QuyCheMau } from './regulationOf.ts'
export { LOAI_DON_VI_THEO_CAP, TEN_LOAI_DON_VI, type LoaiDonVi } from './unitKinds.ts'
export { tuNguOf, withWords, type TuNgu } from './words.ts'
export { muongMuon2024, soBinhDuong2022, soNamDinh2023, thanhTruong2020, tranCan2023 }
