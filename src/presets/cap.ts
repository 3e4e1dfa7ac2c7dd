/** The levels of institution, by name. */
import { CAP } from '../policy/gate/gates/caiDat.ts'

export { CAP }
export type Cap = (typeof CAP)[number]

export const isCap = (value: unknown): value is Cap => (CAP as readonly unknown[]).includes(value)

/** As people choose it. */
export const TEN_CAP: Record<Cap, { vi: string; en: string }> = {
  THPT: { vi: 'Trường trung học phổ thông', en: 'Upper secondary school' },
  'TH-THCS': { vi: 'Trường tiểu học và trung học cơ sở', en: 'Primary and lower secondary school' },
  tieuHoc: { vi: 'Trường tiểu học', en: 'Primary school' },
  so: { vi: 'Sở Giáo dục và Đào tạo', en: 'Department of Education and Training' },
}
