/** What the roles are called. */
import type { VaiTro } from '../policy/people/roles.ts'
import { nhan, type Nhan } from './labels.ts'

export const ROLE_LABELS: Record<VaiTro, Nhan> = {
  congTacVien: nhan('Cộng tác viên', 'Contributor'),
  dauMoi: nhan('Đầu mối tiếp nhận', 'Reception'),
  bienTapVien: nhan('Biên tập viên (Văn phòng)', 'Editor (office)'),
  nguoiDuyet: nhan('Người duyệt', 'Approver'),
  nguoiPhatNgon: nhan('Người phát ngôn', 'Spokesperson'),
  vanThu: nhan('Văn thư', 'Clerk'),
  quanTriKyThuat: nhan('Quản trị kỹ thuật', 'Technical administrator'),
}

export const rolesInWords = (roles: readonly VaiTro[]): string => roles.map((role) => ROLE_LABELS[role].vi).join(', ')
