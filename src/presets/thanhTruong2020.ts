import { CHECKLIST } from './points.ts'
import type { Preset } from './preset.ts'
import { LINK_HOSTS, PUBLIC_REASONS } from './publicWords.ts'
import { BY_SPOKESPERSON, OF_DECIDED_NAMES } from './shortChains.ts'
import { LOAI_DON_VI_THEO_CAP } from './unitKinds.ts'

/** A TH-THCS in Điện Biên, plan of 2020-2021: the communication group receives and edits, the vice principal in charge approves. */
export const thanhTruong2020: Preset = {
  ma: 'thanh-truong-2020',
  tenDonVi: 'Trường TH-THCS Thanh Trường',
  cap: 'TH-THCS',
  nam: '2020-2021',
  gioiThieu: 'Trường tiểu học và trung học cơ sở: Tổ truyền thông tiếp nhận, phó hiệu trưởng phụ trách duyệt, hiệu trưởng duyệt việc nhạy cảm.',
  buoc: [
    { ma: 'tiepNhan', ten: 'Tiếp nhận', vaiTro: 'bienTapVien', donVi: 'Tổ truyền thông', boSuuTap: ['tin-bai', 'tu-lieu'] },
    { ma: 'duyet', ten: 'Duyệt', vaiTro: 'nguoiDuyet', chucVu: 'Phó hiệu trưởng phụ trách', boSuuTap: ['tin-bai', 'tu-lieu', 'van-ban'] },
    BY_SPOKESPERSON('Hiệu trưởng'),
    OF_DECIDED_NAMES('Hiệu trưởng'),
  ],
  kiemTra: CHECKLIST,
  loaiDonVi: LOAI_DON_VI_THEO_CAP['TH-THCS'],
  donVi: [
    { ten: 'Ban giám hiệu', loai: 'lanhDao' },
    { ten: 'Tổ truyền thông', loai: 'toTruyenThong' },
    { ten: 'Tổ công đoàn', loai: 'toCongDoan' },
    { ten: 'Chi đoàn', loai: 'chiDoan' },
    { ten: 'Tổng phụ trách Đội', loai: 'doi' },
    { ten: 'Khối 1', loai: 'khoi', mau: true },
    { ten: 'Khối 6', loai: 'khoi', mau: true },
  ],
  chuDe: [
    'Về công tác quản lý nhà nước và sự chỉ đạo của Ban giám hiệu',
    'Đổi mới về chương trình, sách giáo khoa giáo dục Phổ thông',
    'Truyền thông Về giáo dục',
    'Về nhà giáo và cán bộ quản lý giáo dục',
    'Về công tác tổ chức cán bộ',
    'Về cơ sở vật chất',
    'Về Công nghệ thông tin',
    'Về hợp tác quốc tế',
    'Về giáo dục dân tộc',
    'Về Tài chính - Kế hoạch',
    'Về giáo dục thể chất',
    'Về công tác chính trị tư tưởng',
    'Về công tác thanh tra, kiểm tra',
    'Về dạy học Ngoại ngữ theo đề án NNQG 2020',
    'Về đổi mới chương trình sách giáo khoa phổ thông mới',
    'Về giáo dục thường xuyên',
    'Về thi đua khen thưởng',
    'Về công tác cải cách hành chính',
  ],
  mienLienKet: LINK_HOSTS,
  tenMienEmail: 'tentruong.edu.vn',
  lyDoGo: PUBLIC_REASONS,
  motLanhDao: false,
  keHoach: [
    {
      thang: 9,
      noiDung: ['Ngày toàn dân đưa trẻ đến trường', 'Các nhiệm vụ trọng tâm của năm học; Triển khai Chương trình GDPT mới', 'ATGT', 'Công tác Xã hội hóa GD'],
    },
    {
      thang: 10,
      noiDung: [
        'Dạy lớp 1 theo CTGDPT 2018',
        'Tuần lễ học tập suốt đời',
        'Ngày Phụ nữ Việt Nam',
        'Sinh hoạt chuyên môn trường, cụm trường',
        'Kiểm tra giữa học kỳ I',
      ],
    },
    { thang: 11, noiDung: ['Ngày nhà giáo Việt Nam 20/11', 'Các cuộc thi qua mạng'] },
    { thang: 12, noiDung: ['Ngày 22/12', 'Kiểm tra học kỳ I'] },
    { thang: 1, noiDung: ['Các hoạt động mừng Đảng, mừng xuân', 'Tuyên truyền cuộc thi HSG các môn văn hóa lớp 9'] },
    { thang: 2, noiDung: ['Nâng cao văn hóa đọc'] },
    { thang: 3, noiDung: ['Chuyên đề triển khai đổi mới chương trình GDPT mới', 'Kiểm tra giữa học kỳ II', 'Giao lưu viết chữ đẹp, toán tuổi thơ cấp trường'] },
    { thang: 4, noiDung: ['Giao lưu toán tuổi thơ cấp TP', 'Các cuộc thi Olympic lớp 6,7,8 cấp thành phố và HSG lớp 9 cấp tỉnh'] },
    {
      thang: 5,
      noiDung: [
        'Kiểm tra cuối năm',
        'Tổng kết năm học',
        'Công tác tuyển sinh',
        'Tham gia bơi cấp thành phố',
        'Tuyên truyền công tác xét tốt nghiệp, tổng kết năm học; sinh hoạt hè; tự bồi dưỡng; đánh giá bồi dưỡng thường xuyên; đánh giá viên chức',
      ],
    },
    { thang: 6, noiDung: ['Các hoạt động hè', 'Kế hoạch Bồi dưỡng TX'] },
    { thang: 7, noiDung: ['Các hoạt động hè'] },
    { thang: 8, noiDung: ['Chương trình GDPT mới'] },
  ],
  chiTieu: [
    {
      ma: 'guiCongNganh',
      ten: 'Mỗi tháng một tin bài lên cổng của ngành',
      doiTuong: 'truong',
      sanPham: 'tinBai',
      soLuong: 1,
      kyHan: 'thang',
      demTheo: 'kenh',
      toi: 'congSo',
    },
  ],
}
