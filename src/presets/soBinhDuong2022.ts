import { CHECKLIST_SO } from './points.ts'
import type { Preset } from './preset.ts'
import { LINK_HOSTS, PUBLIC_REASONS } from './publicWords.ts'
import { BY_SPOKESPERSON, OF_DECIDED_NAMES } from './shortChains.ts'
import { LOAI_DON_VI_THEO_CAP } from './unitKinds.ts'

/** A department, plan of 2022-2023: its office edits, a deputy director approves. Titles of topics are shortened; the scan was bad. */
export const soBinhDuong2022: Preset = {
  ma: 'so-binh-duong-2022',
  tenDonVi: 'Sở GDĐT Bình Dương',
  cap: 'so',
  nam: '2022-2023',
  gioiThieu: 'Sở có một đầu mối: Văn phòng Sở biên tập, lãnh đạo Sở duyệt, Giám đốc duyệt việc nhạy cảm.',
  buoc: [
    { ma: 'bienTap', ten: 'Biên tập', vaiTro: 'bienTapVien', donVi: 'Văn phòng Sở', boSuuTap: ['tin-bai', 'tu-lieu'] },
    { ma: 'duyet', ten: 'Duyệt', vaiTro: 'nguoiDuyet', chucVu: 'Lãnh đạo Sở', boSuuTap: ['tin-bai', 'tu-lieu', 'van-ban'] },
    BY_SPOKESPERSON('Giám đốc'),
    OF_DECIDED_NAMES('Giám đốc'),
  ],
  kiemTra: CHECKLIST_SO,
  loaiDonVi: LOAI_DON_VI_THEO_CAP.so,
  donVi: [
    { ten: 'Lãnh đạo Sở', loai: 'lanhDao' },
    { ten: 'Văn phòng Sở', loai: 'vanPhong' },
    { ten: 'Phòng chuyên môn nghiệp vụ', loai: 'phongThuocSo', mau: true },
    { ten: 'Phòng Văn hóa – Xã hội, UBND phường', loai: 'phongXa', mau: true },
    { ten: 'Đơn vị trực thuộc Sở', loai: 'trucThuoc', mau: true },
  ],
  chuDe: [
    'Chủ trương, chính sách',
    'Lý tưởng, đạo đức, lối sống; phòng chống bạo lực học đường',
    'Chất lượng giáo dục, tuyển sinh, thi',
    'Đội ngũ',
    'Cơ sở vật chất, tài chính, công khai',
    'Cải cách hành chính, dân chủ cơ sở',
    'Chuyển đổi số',
  ],
  mienLienKet: LINK_HOSTS,
  tenMienEmail: 'sogddt.gov.vn',
  lyDoGo: PUBLIC_REASONS,
  motLanhDao: false,
  keHoach: [],
  chiTieu: [],
}
