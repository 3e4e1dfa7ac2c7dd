/** The demo school's units, topics and identity: invented, after the plan of 2023. */
export const SETTINGS = {
  tenTruong: 'Trường THPT Hoa Ban',
  cap: 'THPT',
  khauHieu: 'Dạy tốt, học tốt, sống tử tế',
  coQuanChuQuan: 'Sở Giáo dục và Đào tạo',
  diaChi: 'Bản Hoa Ban, tỉnh Điện Biên (trường minh hoạ)',
  dienThoai: '0215 000 0000',
  email: 'vanphong@thpt.example',
  nguoiChiuTrachNhiem: 'Hiệu trưởng Trần Đức Lâm',
  nguoiPhatNgon: 'Trần Đức Lâm, Hiệu trưởng – hieutruong@thpt.example',
  mauChinh: '#12463f',
  mauLienKet: '#7a1f57',
}

export const UNITS = [
  { ten: 'Trường THPT Hoa Ban', loai: 'truong' },
  { ten: 'Ban giám hiệu', loai: 'lanhDao' },
  { ten: 'Tổ Văn phòng', loai: 'vanPhong' },
  { ten: 'Công đoàn', loai: 'congDoan' },
  { ten: 'Đoàn thanh niên', loai: 'doanTn' },
  { ten: 'Tổ Toán – Tin', loai: 'toChuyenMon' },
  { ten: 'Tổ Ngữ văn', loai: 'toChuyenMon' },
  { ten: 'Tổ Khoa học tự nhiên', loai: 'toChuyenMon' },
  { ten: 'Chi đoàn 10A1', loai: 'chiDoan', cha: 'Đoàn thanh niên' },
  { ten: 'Chi đoàn 11A2', loai: 'chiDoan', cha: 'Đoàn thanh niên' },
  { ten: 'Chi đoàn 12A1', loai: 'chiDoan', cha: 'Đoàn thanh niên' },
] as const

const YEAR = '2026-2027'
export const TOPICS = [
  { ten: 'Dạy và học', namHoc: YEAR, canCu: 'Kế hoạch năm học 2026-2027' },
  { ten: 'Người tốt việc tốt', namHoc: YEAR, canCu: 'Kế hoạch truyền thông của trường' },
  { ten: 'Hoạt động Đoàn và phong trào', namHoc: YEAR, canCu: 'Chương trình công tác Đoàn' },
  { ten: 'Văn hoá đọc', namHoc: YEAR, canCu: 'Kế hoạch năm học 2026-2027' },
  { ten: 'Tuyển sinh, thi và kiểm tra', namHoc: YEAR, canCu: 'Hướng dẫn của Sở Giáo dục và Đào tạo' },
  { ten: 'An toàn trường học', namHoc: YEAR, canCu: 'Kế hoạch năm học 2026-2027', mucNhayCam: 'cao' },
] as const

export const CONSENTS = [
  { ma: 'mua', hoTen: 'Sùng A Mua', namSinh: 2009, mucDich: 'Kể chuyện người tốt việc tốt, có tên và ảnh vẽ' },
  { ma: 'pang', hoTen: 'Vừ Thị Pàng', namSinh: 2009, mucDich: 'Kể chuyện người tốt việc tốt' },
  { ma: 'thoa', hoTen: 'Cà Thị Thoa', namSinh: 1975, mucDich: 'Kể chuyện người tốt việc tốt' },
  { ma: 'dung', hoTen: 'Lường Văn Dũng', namSinh: 2010, nguoiDamHo: 'Lường Văn Thành', mucDich: 'Kể chuyện người tốt việc tốt' },
] as const
