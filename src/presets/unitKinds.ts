/** The kinds of unit by level: values of `don-vi.loai`, with the names people know them by. */
import type { LOAI_DON_VI } from '../policy/gate/gates/names.ts'
import type { Cap } from './cap.ts'

export type LoaiDonVi = (typeof LOAI_DON_VI)[number]

export const TEN_LOAI_DON_VI: Record<LoaiDonVi, { vi: string; en: string }> = {
  truong: { vi: 'Trường', en: 'School' },
  so: { vi: 'Sở', en: 'Department' },
  lanhDao: { vi: 'Ban giám hiệu, lãnh đạo', en: 'Leadership' },
  toChuyenMon: { vi: 'Tổ chuyên môn', en: 'Subject group' },
  khoi: { vi: 'Khối', en: 'Grade group' },
  vanPhong: { vi: 'Văn phòng', en: 'Office' },
  toTruyenThong: { vi: 'Tổ truyền thông', en: 'Communication group' },
  congDoan: { vi: 'Công đoàn', en: 'Trade union' },
  toCongDoan: { vi: 'Tổ công đoàn', en: 'Trade union group' },
  doanTn: { vi: 'Đoàn Thanh niên', en: 'Youth union' },
  chiDoan: { vi: 'Chi đoàn', en: 'Youth union branch' },
  doi: { vi: 'Tổng phụ trách Đội', en: 'Young Pioneers' },
  lop: { vi: 'Lớp', en: 'Class' },
  doanThe: { vi: 'Đoàn thể', en: 'Mass organisation' },
  phongThuocSo: { vi: 'Phòng thuộc Sở', en: 'Division of the department' },
  phongXa: { vi: 'Phòng GDĐT/UBND cấp xã', en: 'Local education office' },
  trucThuoc: { vi: 'Đơn vị trực thuộc', en: 'Subordinate unit' },
  capTren: { vi: 'Cơ quan cấp trên', en: 'Body reported to' },
  khac: { vi: 'Khác', en: 'Other' },
}

const LAST: readonly LoaiDonVi[] = ['capTren', 'khac']

/** Which kinds a level has, in the order of a list. */
export const LOAI_DON_VI_THEO_CAP: Record<Cap, readonly LoaiDonVi[]> = {
  THPT: ['truong', 'lanhDao', 'toChuyenMon', 'vanPhong', 'congDoan', 'doanTn', 'chiDoan', ...LAST],
  'TH-THCS': ['truong', 'lanhDao', 'khoi', 'toTruyenThong', 'vanPhong', 'congDoan', 'toCongDoan', 'chiDoan', 'doi', 'lop', ...LAST],
  tieuHoc: ['truong', 'lanhDao', 'toChuyenMon', 'khoi', 'vanPhong', 'doanThe', 'congDoan', 'doi', 'lop', ...LAST],
  so: ['so', 'lanhDao', 'vanPhong', 'phongThuocSo', 'phongXa', 'trucThuoc', 'congDoan', ...LAST],
}
