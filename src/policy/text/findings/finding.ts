/** What a machine noticed in a text: a hint for whoever reads it, never a reason to refuse. */
export const LOAI_LUU_Y = ['thuNgay', 'ngayKhongCo', 'chinhTa', 'chuGiaDang', 'soDinhDanh', 'soDienThoai', 'thuRieng', 'taiKhoan', 'ngaySinh', 'diaChiNha', 'hoanCanh', 'coBac', 'tenNguoi'] as const // prettier-ignore
export type LoaiLuuY = (typeof LOAI_LUU_Y)[number]

/** `chu`: the words as they stand there; `dung`: what they should perhaps be. */
export type Finding = { loai: LoaiLuuY; chu: string; dung?: string }

/** Every place a pattern fits, as it stands in the text. */
export const found = (loai: LoaiLuuY, text: string, pattern: RegExp): Finding[] => [...text.matchAll(pattern)].map(([chu]) => ({ loai, chu: chu.trim() }))
