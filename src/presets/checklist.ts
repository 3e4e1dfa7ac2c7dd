/**
 * The points a reviewer answers, with what they rest on. Law changes: every basis is a dated record, and the
 * spokesperson edits all of this in quy-che. Article numbers are to be checked at vbpl.vn before they are relied on.
 */
export type Preset = {
  ma: string
  tenDonVi: string
  buoc: {
    ma: string
    ten: string
    vaiTro: 'dauMoi' | 'bienTapVien' | 'nguoiDuyet' | 'nguoiPhatNgon'
    donVi?: string
    apDung?: string[]
    chiNhayCam?: boolean
  }[]
  /** What readers may be told of a withdrawal. */
  lyDoGo: { ma: string; noiDung: string }[]
  /** Hosts that pages may lead to. */
  mienLienKet: string[]
  kiemTra: { ma: string; noiDung: string; canCu: { vanBan: string; tuNgay?: string }[]; batBuoc: boolean }[]
}

/** What readers may be told of a withdrawal; where none fits, the page uses the neutral sentence. */
export const PUBLIC_REASONS: Preset['lyDoGo'] = [
  { ma: 'saiSot', noiDung: 'Nội dung có chỗ chưa chính xác và đang được kiểm tra lại.' },
  { ma: 'hetHieuLuc', noiDung: 'Nội dung đã hết hiệu lực.' },
  { ma: 'thayThe', noiDung: 'Nội dung đã được thay bằng thông tin khác.' },
  { ma: 'riengTu', noiDung: 'Nội dung được gỡ để bảo vệ thông tin cá nhân.' },
]

/** Public bodies, schools, and where schools put films and pictures; the spokesperson adds or removes hosts. */
export const LINK_HOSTS = ['gov.vn', 'edu.vn', 'dangcongsan.vn', 'quochoi.vn', 'vbpl.vn', 'wikipedia.org', 'youtube.com', 'youtu.be', 'facebook.com', 'zalo.me']

export const CHECKLIST: Preset['kiemTra'] = [
  { ma: 'thamQuyen', noiDung: 'Đúng chủ trương, đúng thẩm quyền của đơn vị', canCu: [{ vanBan: 'Quy chế nội bộ của trường' }], batBuoc: false },
  { ma: 'chinhXac', noiDung: 'Sự kiện, tên người, chức danh, số liệu đã được kiểm tra', canCu: [{ vanBan: 'Luật Tiếp cận thông tin' }], batBuoc: false },
  {
    ma: 'biMat',
    noiDung: 'Không có bí mật nhà nước, tài liệu nội bộ, đề thi chưa công bố',
    canCu: [{ vanBan: 'Luật Bảo vệ bí mật nhà nước 117/2025/QH15', tuNgay: '2026-03-01' }],
    batBuoc: true,
  },
  {
    ma: 'dongY',
    noiDung: 'Người được nêu tên, có ảnh đã đồng ý và phiếu đồng ý còn hiệu lực',
    canCu: [{ vanBan: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15', tuNgay: '2026-01-01' }, { vanBan: 'Luật Trẻ em 102/2016/QH13' }],
    batBuoc: true,
  },
  {
    ma: 'treEm',
    noiDung: 'Không lộ địa chỉ, điểm số, sức khoẻ của trẻ em; chỉ nêu lớp khi cần',
    canCu: [{ vanBan: 'Nghị định 56/2017/NĐ-CP' }],
    batBuoc: false,
  },
  {
    ma: 'nhayCam',
    noiDung: 'Dân tộc, sức khoẻ, hoàn cảnh chỉ nêu khi cần và người đó đồng ý',
    canCu: [{ vanBan: 'Nghị định 356/2025/NĐ-CP', tuNgay: '2026-01-01' }],
    batBuoc: false,
  },
  {
    ma: 'nhaGiao',
    noiDung: 'Không quy kết nhà giáo khi chưa có kết luận chính thức',
    canCu: [{ vanBan: 'Luật Nhà giáo 2025', tuNgay: '2026-01-01' }],
    batBuoc: true,
  },
  {
    ma: 'dangXuLy',
    noiDung: 'Không nêu vụ việc đang điều tra, thanh tra, khiếu nại',
    canCu: [{ vanBan: 'Luật Báo chí 126/2025/QH15', tuNgay: '2026-07-01' }],
    batBuoc: false,
  },
  {
    ma: 'khongXucPham',
    noiDung: 'Không xúc phạm, sai sự thật, kích động',
    canCu: [{ vanBan: 'Luật An ninh mạng 116/2025/QH15', tuNgay: '2026-07-01' }],
    batBuoc: false,
  },
  {
    ma: 'nguonAnh',
    noiDung: 'Có nguồn, tác giả, quyền dùng ảnh và nhạc',
    canCu: [{ vanBan: 'Luật Sở hữu trí tuệ' }, { vanBan: 'Nghị định 147/2024/NĐ-CP' }],
    batBuoc: false,
  },
  {
    ma: 'baoHoa',
    noiDung: 'Không “báo hoá”, không quảng cáo; liên kết ra ngoài đã được mở thử',
    canCu: [{ vanBan: 'Quyết định 1418/QĐ-BTTTT' }],
    batBuoc: false,
  },
  { ma: 'phatNgon', noiDung: 'Nếu thuộc diện phát ngôn: đúng người hoặc uỷ quyền còn hạn', canCu: [{ vanBan: 'Nghị định 09/2017/NĐ-CP' }], batBuoc: true },
  { ma: 'ai', noiDung: 'Nội dung do AI tạo đã được ghi nhãn', canCu: [{ vanBan: 'Luật Trí tuệ nhân tạo 134/2025/QH15' }], batBuoc: false },
  {
    ma: 'hinhThuc',
    noiDung: 'Ảnh có mô tả, chính tả và thể thức đúng',
    canCu: [{ vanBan: 'Thông tư 22/2023/TT-BTTTT' }, { vanBan: 'Nghị định 30/2020/NĐ-CP' }],
    batBuoc: false,
  },
  {
    ma: 'nguoiTotViecTot',
    noiDung: 'Người tốt việc tốt: nhân vật đồng ý, giáo viên chủ nhiệm hoặc chi đoàn xác nhận',
    canCu: [{ vanBan: 'Kế hoạch truyền thông của trường' }],
    batBuoc: false,
  },
]
