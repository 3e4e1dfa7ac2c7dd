/**
 * Rule: what a school discloses is the law's list, and the list is data with dates: when a circular is replaced, the
 * sections of the years before stay as they were. Article numbers are to be checked at vbpl.vn before they are relied on.
 */
export type MucCongKhai = {
  ma: string
  ten: string
  tenTiengAnh: string
  canCu: { vanBan: string; dieu: string; /** In force from and until, as days. */ tuNgay: string; denNgay?: string }
}

const TT_09_2024 = { vanBan: 'Thông tư 09/2024/TT-BGDĐT', tuNgay: '2024-07-19' }

export const MUC_CONG_KHAI: readonly MucCongKhai[] = [
  { ma: 'thongTinChung', ten: 'Thông tin chung về trường', tenTiengAnh: 'About the school', canCu: { ...TT_09_2024, dieu: 'Điều 4' } },
  { ma: 'taiChinh', ten: 'Thu, chi tài chính', tenTiengAnh: 'Finance', canCu: { ...TT_09_2024, dieu: 'Điều 5' } },
  { ma: 'doiNgu', ten: 'Đội ngũ nhà giáo, cán bộ quản lý và nhân viên', tenTiengAnh: 'Staff', canCu: { ...TT_09_2024, dieu: 'Điều 8' } },
  { ma: 'coSoVatChat', ten: 'Cơ sở vật chất, thiết bị và sách giáo khoa', tenTiengAnh: 'Premises and textbooks', canCu: { ...TT_09_2024, dieu: 'Điều 8' } },
  { ma: 'kiemDinh', ten: 'Kết quả đánh giá, kiểm định chất lượng', tenTiengAnh: 'Quality accreditation', canCu: { ...TT_09_2024, dieu: 'Điều 8' } },
  { ma: 'keHoach', ten: 'Kế hoạch hoạt động giáo dục', tenTiengAnh: 'Plan of the year', canCu: { ...TT_09_2024, dieu: 'Điều 9' } },
  { ma: 'ketQua', ten: 'Kết quả hoạt động giáo dục', tenTiengAnh: 'Results of the year', canCu: { ...TT_09_2024, dieu: 'Điều 9' } },
  { ma: 'baoCaoThuongNien', ten: 'Báo cáo thường niên', tenTiengAnh: 'Annual report', canCu: { ...TT_09_2024, dieu: 'Điều 14' } },
]

/** What must be disclosed for a school year: the sections in force on some day of it. */
export function sectionsOf(namHoc: string, sections: readonly MucCongKhai[] = MUC_CONG_KHAI): readonly MucCongKhai[] {
  const [from, until] = [`${namHoc.slice(0, 4)}-09-01`, `${namHoc.slice(5)}-08-31`]
  return sections.filter(({ canCu }) => canCu.tuNgay <= until && (canCu.denNgay === undefined || canCu.denNgay >= from))
}
