/** Five invented institutions, each opened by one of the presets: what its people have on paper before they begin. */
export type Person = { hoTen: string; chucVu: string; donVi: string; vaiTro?: 'Biên tập' | 'Người duyệt' | 'Đầu mối' }

export type Institution = {
  preset: string
  ten: string
  /** One a line; null: as the preset proposes. */
  donVi: readonly string[] | null
  chuDe: readonly string[] | null
  /** The first types for everybody; the last writes. */
  nguoi: readonly Person[]
  /** Who takes a step, by its place in `nguoi`; left out: whoever speaks for the institution. */
  buoc: Record<string, number>
}

const teachers = (count: number, donVi: readonly string[]): Person[] =>
  Array.from({ length: count }, (_none, i) => ({ hoTen: `Giáo viên Thử ${i + 1}`, chucVu: 'Giáo viên', donVi: donVi[i % donVi.length]! }))

const CHINH_TRI = 'Phòng Giáo dục chính trị và Công tác học sinh, sinh viên'

export const INSTITUTIONS: readonly Institution[] = [
  {
    preset: 'thanh-truong-2020',
    ten: 'Trường TH-THCS Nậm Thử',
    donVi: ['Ban giám hiệu', 'Tổ truyền thông', 'Tổ công đoàn', 'Chi đoàn', 'Tổng phụ trách Đội', 'Khối 1', 'Khối 6', 'Khối 9'],
    chuDe: null,
    nguoi: [
      { hoTen: 'Lò Thị Văn Thư', chucVu: 'Văn thư', donVi: 'Tổ truyền thông', vaiTro: 'Biên tập' },
      { hoTen: 'Quàng Văn Phó', chucVu: 'Phó hiệu trưởng', donVi: 'Ban giám hiệu', vaiTro: 'Người duyệt' },
      ...teachers(28, ['Khối 1', 'Khối 6', 'Khối 9', 'Chi đoàn']),
    ],
    buoc: { tiepNhan: 0, duyet: 1 },
  },
  {
    preset: 'tran-can-2023',
    ten: 'Trường THPT Nậm Thử',
    donVi: null,
    chuDe: ['Dạy và học', 'Đoàn – Hội', 'Tuyển sinh'],
    nguoi: [
      { hoTen: 'Lò Thị Văn Thư', chucVu: 'Tổ trưởng Văn phòng', donVi: 'Tổ Văn phòng', vaiTro: 'Biên tập' },
      { hoTen: 'Quàng Văn Phó', chucVu: 'Phó hiệu trưởng', donVi: 'Ban giám hiệu', vaiTro: 'Người duyệt' },
      { hoTen: 'Cà Thị Đoàn', chucVu: 'Bí thư Đoàn', donVi: 'Đoàn thanh niên', vaiTro: 'Đầu mối' },
      ...teachers(3, ['Tổ Toán – Tin']),
    ],
    buoc: { tiepNhan: 2, bienTap: 0, duyet: 1 },
  },
  {
    preset: 'muong-muon-2024',
    ten: 'Trường Tiểu học Nậm Thử',
    donVi: null,
    chuDe: null,
    nguoi: [{ hoTen: 'Lò Thị Văn Thư', chucVu: 'Văn thư', donVi: 'Các đoàn thể', vaiTro: 'Biên tập' }, ...teachers(4, ['Tổ chuyên môn 1'])],
    buoc: {},
  },
  {
    preset: 'so-nam-dinh-2023',
    ten: 'Sở Giáo dục và Đào tạo tỉnh Thử',
    donVi: null,
    chuDe: ['Chỉ đạo, điều hành', 'Chuyển đổi số', 'Tuyển sinh, thi'],
    nguoi: [
      { hoTen: 'Trần Thị Văn Phòng', chucVu: 'Chuyên viên', donVi: 'Văn phòng Sở', vaiTro: 'Biên tập' },
      { hoTen: 'Phạm Văn Cổng', chucVu: 'Chuyên viên', donVi: CHINH_TRI, vaiTro: 'Biên tập' },
      { hoTen: 'Vũ Văn Phó', chucVu: 'Phó Giám đốc', donVi: 'Lãnh đạo Sở', vaiTro: 'Người duyệt' },
      { hoTen: 'Đỗ Thị Viết', chucVu: 'Giáo viên', donVi: 'Trường THPT trực thuộc' },
    ],
    buoc: { bienTap: 0, quanLyCong: 1, duyet: 2 },
  },
  {
    preset: 'so-binh-duong-2022',
    ten: 'Sở Giáo dục và Đào tạo tỉnh Mẫu',
    donVi: null,
    chuDe: null,
    nguoi: [
      { hoTen: 'Trần Thị Văn Phòng', chucVu: 'Chuyên viên', donVi: 'Văn phòng Sở', vaiTro: 'Biên tập' },
      { hoTen: 'Vũ Văn Phó', chucVu: 'Phó Giám đốc', donVi: 'Lãnh đạo Sở', vaiTro: 'Người duyệt' },
      { hoTen: 'Đỗ Thị Viết', chucVu: 'Giáo viên', donVi: 'Đơn vị trực thuộc Sở' },
    ],
    buoc: { bienTap: 0, duyet: 1 },
  },
]
