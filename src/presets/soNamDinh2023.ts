import { CHECKLIST_SO } from './points.ts'
import type { Preset } from './preset.ts'
import { LINK_HOSTS, PUBLIC_REASONS } from './publicWords.ts'
import { BY_SPOKESPERSON, OF_DECIDED_NAMES } from './shortChains.ts'
import { LOAI_DON_VI_THEO_CAP } from './unitKinds.ts'

const CHINH_TRI = 'Phòng Giáo dục chính trị và Công tác học sinh, sinh viên'

/** A department, plan of 2023: two coordinators – one for what the sector says, one for the portal – who are two different people. */
export const soNamDinh2023: Preset = {
  ma: 'so-nam-dinh-2023',
  tenDonVi: 'Sở GDĐT Nam Định',
  cap: 'so',
  nam: '2023',
  gioiThieu: 'Sở có hai đầu mối là hai người khác nhau: Văn phòng Sở biên tập, phòng quản lý cổng xem lại, lãnh đạo Sở duyệt, Giám đốc duyệt việc nhạy cảm.',
  buoc: [
    { ma: 'bienTap', ten: 'Biên tập', vaiTro: 'bienTapVien', donVi: 'Văn phòng Sở', boSuuTap: ['tin-bai', 'tu-lieu'] },
    { ma: 'quanLyCong', ten: 'Quản lý cổng', vaiTro: 'bienTapVien', donVi: CHINH_TRI, boSuuTap: ['tin-bai'], khacNguoi: true },
    { ma: 'duyet', ten: 'Duyệt', vaiTro: 'nguoiDuyet', chucVu: 'Lãnh đạo Sở', boSuuTap: ['tin-bai', 'tu-lieu', 'van-ban'] },
    BY_SPOKESPERSON('Giám đốc'),
    OF_DECIDED_NAMES('Giám đốc'),
  ],
  kiemTra: CHECKLIST_SO,
  loaiDonVi: LOAI_DON_VI_THEO_CAP.so,
  donVi: [
    { ten: 'Lãnh đạo Sở', loai: 'lanhDao' },
    { ten: 'Văn phòng Sở', loai: 'vanPhong' },
    { ten: CHINH_TRI, loai: 'phongThuocSo' },
    { ten: 'Công đoàn Giáo dục tỉnh', loai: 'congDoan' },
    { ten: 'Phòng Văn hóa – Xã hội, UBND xã', loai: 'phongXa', mau: true },
    { ten: 'Trường THPT trực thuộc', loai: 'trucThuoc', mau: true },
  ],
  chuDe: [],
  mienLienKet: LINK_HOSTS,
  tenMienEmail: 'sogddt.gov.vn',
  lyDoGo: PUBLIC_REASONS,
  motLanhDao: false,
  keHoach: [],
  chiTieu: [],
}
