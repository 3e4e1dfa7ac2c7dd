import { CHECKLIST } from './points.ts'
import type { Preset } from './preset.ts'
import { LINK_HOSTS, PUBLIC_REASONS } from './publicWords.ts'
import { BY_SPOKESPERSON, OF_DECIDED_NAMES } from './shortChains.ts'
import { LOAI_DON_VI_THEO_CAP } from './unitKinds.ts'

/** A THPT in Điện Biên, plan of 2023: students' stories through the youth union, then the office, a vice principal, and the principal for what is sensitive. */
export const tranCan2023: Preset = {
  ma: 'tran-can-2023',
  tenDonVi: 'Trường THPT Trần Can',
  cap: 'THPT',
  nam: '2023',
  gioiThieu: 'Trường trung học phổ thông: tin của học sinh qua Đoàn Thanh niên, Tổ Văn phòng biên tập, phó hiệu trưởng duyệt, hiệu trưởng duyệt việc nhạy cảm.',
  buoc: [
    { ma: 'tiepNhan', ten: 'Tiếp nhận', vaiTro: 'dauMoi', donVi: 'Đoàn thanh niên', boSuuTap: ['tin-bai'], apDung: ['nguoiTotViecTot'] },
    { ma: 'bienTap', ten: 'Biên tập', vaiTro: 'bienTapVien', donVi: 'Tổ Văn phòng', boSuuTap: ['tin-bai', 'tu-lieu'] },
    { ma: 'duyet', ten: 'Duyệt', vaiTro: 'nguoiDuyet', chucVu: 'Phó hiệu trưởng', boSuuTap: ['tin-bai', 'tu-lieu', 'van-ban'] },
    BY_SPOKESPERSON('Hiệu trưởng'),
    OF_DECIDED_NAMES('Hiệu trưởng'),
  ],
  kiemTra: CHECKLIST,
  loaiDonVi: LOAI_DON_VI_THEO_CAP.THPT,
  donVi: [
    { ten: 'Ban giám hiệu', loai: 'lanhDao' },
    { ten: 'Tổ Văn phòng', loai: 'vanPhong' },
    { ten: 'Công đoàn', loai: 'congDoan' },
    { ten: 'Đoàn thanh niên', loai: 'doanTn' },
    { ten: 'Tổ Toán – Tin', loai: 'toChuyenMon', mau: true },
    { ten: 'Tổ Ngữ văn', loai: 'toChuyenMon', mau: true },
    { ten: 'Chi đoàn 10A1', loai: 'chiDoan', cha: 'Đoàn thanh niên', mau: true },
  ],
  chuDe: [],
  mienLienKet: LINK_HOSTS,
  tenMienEmail: 'thpttrancan.edu.vn',
  lyDoGo: PUBLIC_REASONS,
  motLanhDao: false,
  keHoach: [],
  chiTieu: [
    {
      ma: 'tinBaiDonVi',
      ten: 'Mỗi đơn vị một tin bài một tháng',
      doiTuong: 'donVi',
      loaiDonVi: ['toChuyenMon', 'doanTn', 'congDoan'],
      sanPham: 'tinBai',
      soLuong: 1,
      kyHan: 'thang',
      demTheo: 'gui',
    },
    { ma: 'tinBaiCaNhan', ten: 'Mỗi người một tin bài một năm', doiTuong: 'caNhan', sanPham: 'tinBai', soLuong: 1, kyHan: 'nam', demTheo: 'gui' },
    {
      ma: 'tuLieuDonVi',
      ten: 'Mỗi đơn vị một tư liệu một tháng',
      doiTuong: 'donVi',
      loaiDonVi: ['toChuyenMon', 'doanTn', 'congDoan'],
      sanPham: 'tuLieu',
      soLuong: 1,
      kyHan: 'thang',
      demTheo: 'gui',
    },
    {
      ma: 'chuyenTotCuaLop',
      ten: 'Mỗi lớp một chuyện người tốt việc tốt một năm học',
      doiTuong: 'lop',
      sanPham: 'tinBai',
      loai: 'nguoiTotViecTot',
      soLuong: 1,
      kyHan: 'namHoc',
      demTheo: 'dang',
    },
  ],
}
