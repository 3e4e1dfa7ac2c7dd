import { CHECKLIST } from './points.ts'
import type { Preset } from './preset.ts'
import { LINK_HOSTS, PUBLIC_REASONS } from './publicWords.ts'
import { LOAI_DON_VI_THEO_CAP } from './unitKinds.ts'

/** A small primary school in Điện Biên, plan of 2023-2024: one step, one leader. */
export const muongMuon2024: Preset = {
  ma: 'muong-muon-2024',
  tenDonVi: 'Trường PTDTBT Tiểu học số 2 Mường Mươn',
  cap: 'tieuHoc',
  nam: '2023-2024',
  gioiThieu: 'Trường nhỏ có một lãnh đạo: giáo viên viết, hiệu trưởng duyệt; không có bước nào khác.',
  buoc: [{ ma: 'duyet', ten: 'Duyệt', vaiTro: 'nguoiPhatNgon', chucVu: 'Hiệu trưởng' }],
  kiemTra: CHECKLIST,
  loaiDonVi: LOAI_DON_VI_THEO_CAP.tieuHoc,
  donVi: [
    { ten: 'Ban giám hiệu', loai: 'lanhDao' },
    { ten: 'Các đoàn thể', loai: 'doanThe' },
    { ten: 'Tổ chuyên môn 1', loai: 'toChuyenMon', mau: true },
  ],
  chuDe: [
    'Truyền thông chính sách',
    'Thực hiện hiệu quả chương trình giáo dục phổ thông',
    'Công bằng tiếp cận giáo dục và giáo dục hoà nhập, chuyên biệt',
    'Tập huấn nâng cao năng lực đội ngũ',
    'Tăng cường thu hút các nguồn lực đầu tư cho giáo dục',
    'Giáo dục lý tưởng cách mạng, đạo đức, lối sống văn hóa cho thiếu niên, nhi đồng trên không gian mạng',
    'Triển khai xây dựng văn hóa học đường',
    'Phòng, chống vi phạm pháp luật và tội phạm',
    'Công tác giáo dục thể chất, hoạt động thể thao, y tế trường học',
    'Tăng cường ứng dụng CNTT và chuyển đổi số',
    'Đẩy mạnh công tác thi đua, khen thưởng',
    'Tổ chức các hoạt động kỷ niệm 70 năm Chiến thắng Điện Biên Phủ (07/5/1954-07/5/2024)',
    'Điểm sáng ngành Giáo dục',
  ],
  mienLienKet: LINK_HOSTS,
  tenMienEmail: 'tentruong.edu.vn',
  lyDoGo: PUBLIC_REASONS,
  motLanhDao: true,
  keHoach: [],
  chiTieu: [
    { ma: 'tinBaiThang', ten: 'Mỗi tháng một tin bài', doiTuong: 'truong', sanPham: 'tinBai', soLuong: 1, kyHan: 'thang', demTheo: 'gui' },
    { ma: 'tuLieuThang', ten: 'Mỗi tháng một ảnh hoặc phim', doiTuong: 'truong', sanPham: 'tuLieu', soLuong: 1, kyHan: 'thang', demTheo: 'gui' },
  ],
}
