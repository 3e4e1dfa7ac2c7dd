/** Invented people of the demo school. */
export const DOMAIN = 'thpt.example'

export const PEOPLE = [
  { ma: 'giaovien', hoTen: 'Lò Thị Minh Xuân', chucVu: 'Giáo viên Ngữ văn', vaiTro: ['congTacVien'] },
  { ma: 'lop12a1', hoTen: 'Chi đoàn 12A1', chucVu: 'Ban chấp hành chi đoàn 12A1', vaiTro: ['congTacVien'] },
  { ma: 'doantn', hoTen: 'Quàng Văn Hiếu', chucVu: 'Bí thư Đoàn trường', vaiTro: ['dauMoi'] },
  { ma: 'vanphong', hoTen: 'Nguyễn Thu Hà', chucVu: 'Tổ trưởng Tổ Văn phòng', vaiTro: ['bienTapVien', 'vanThu'] },
  { ma: 'phohieutruong', hoTen: 'Giàng A Sếnh', chucVu: 'Phó hiệu trưởng', vaiTro: ['nguoiDuyet'] },
  { ma: 'hieutruong', hoTen: 'Trần Đức Lâm', chucVu: 'Hiệu trưởng', vaiTro: ['nguoiPhatNgon'] },
  { ma: 'quantri', hoTen: 'Vũ Hải Nam', chucVu: 'Quản trị kỹ thuật', vaiTro: ['quanTriKyThuat'] },
] as const

/** Where each of them belongs. */
export const UNIT_OF: Record<PersonKey, string> = {
  giaovien: 'Tổ Ngữ văn',
  lop12a1: 'Chi đoàn 12A1',
  doantn: 'Đoàn thanh niên',
  vanphong: 'Tổ Văn phòng',
  phohieutruong: 'Ban giám hiệu',
  hieutruong: 'Ban giám hiệu',
  quantri: 'Tổ Văn phòng',
}

export type PersonKey = (typeof PEOPLE)[number]['ma']
export const emailOf = (ma: PersonKey): string => `${ma}@${DOMAIN}`
