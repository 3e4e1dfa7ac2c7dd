/** Names of what static pages and official documents are sorted by: the same words in the panel and before readers. */
import type { HIEU_LUC, LOAI_VAN_BAN } from '../policy/gate/gates/vanBan.ts'
import type { MUC_TRANG } from '../policy/gate/gates/trang.ts'
import { TRANG_THAI, type TrangThai } from '../policy/gate/states.ts'
import { STATES_EN } from './en.ts'
import { nhan, type Nhan } from './labels.ts'
import { STATES } from './vi.ts'

export const TRANG_THAI_LABELS = Object.fromEntries(TRANG_THAI.map((state) => [state, nhan(STATES[state], STATES_EN[state])])) as Record<TrangThai, Nhan>

export const MUC_TRANG_LABELS: Record<(typeof MUC_TRANG)[number], Nhan> = {
  gioiThieu: nhan('Giới thiệu', 'About'),
  coCau: nhan('Cơ cấu tổ chức', 'Organisation'),
  lienHe: nhan('Liên hệ', 'Contact'),
  congKhai: nhan('Công khai', 'Disclosure'),
  khac: nhan('Trang khác', 'Other'),
}

export const LOAI_VAN_BAN_LABELS: Record<(typeof LOAI_VAN_BAN)[number], Nhan> = {
  quyetDinh: nhan('Quyết định', 'Decision'),
  keHoach: nhan('Kế hoạch', 'Plan'),
  congVan: nhan('Công văn', 'Official letter'),
  thongBao: nhan('Thông báo', 'Notice'),
  baoCao: nhan('Báo cáo', 'Report'),
  huongDan: nhan('Hướng dẫn', 'Guidance'),
  quyChe: nhan('Quy chế', 'Regulation'),
  nghiQuyet: nhan('Nghị quyết', 'Resolution'),
  khac: nhan('Văn bản khác', 'Other'),
}

export const HIEU_LUC_LABELS: Record<(typeof HIEU_LUC)[number], Nhan> = {
  conHieuLuc: nhan('Còn hiệu lực', 'In force'),
  hetHieuLuc: nhan('Hết hiệu lực', 'No longer in force'),
  chuaCoHieuLuc: nhan('Chưa có hiệu lực', 'Not yet in force'),
}

export const optionsOf = (labels: Record<string, Nhan>): { value: string; label: Nhan }[] => Object.entries(labels).map(([value, label]) => ({ value, label }))
