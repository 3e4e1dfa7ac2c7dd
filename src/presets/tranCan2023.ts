import { CHECKLIST, LINK_HOSTS, PUBLIC_REASONS, type Preset } from './checklist.ts'

/** A THPT in Điện Biên, plan of 2023: students' stories through the youth union, then the office, a vice principal, and the principal for what is sensitive. */
export const tranCan2023: Preset = {
  ma: 'tran-can-2023',
  tenDonVi: 'Trường trung học phổ thông',
  buoc: [
    { ma: 'tiepNhan', ten: 'Tiếp nhận', vaiTro: 'dauMoi', donVi: 'Đoàn thanh niên', apDung: ['nguoiTotViecTot'] },
    { ma: 'bienTap', ten: 'Biên tập', vaiTro: 'bienTapVien', donVi: 'Tổ Văn phòng' },
    { ma: 'duyet', ten: 'Duyệt', vaiTro: 'nguoiDuyet' },
    { ma: 'phatNgon', ten: 'Phát ngôn', vaiTro: 'nguoiPhatNgon', chiNhayCam: true },
  ],
  lyDoGo: PUBLIC_REASONS,
  mienLienKet: LINK_HOSTS,
  kiemTra: CHECKLIST,
}
