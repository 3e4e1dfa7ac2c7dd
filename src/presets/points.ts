/**
 * The points a reviewer answers, with what they rest on, and for what they are asked: a story is asked all of them, a document
 * already signed on paper three, a name of a unit one. Law changes: every basis is a dated record, and the spokesperson edits
 * all of this in quy-che. Article numbers are to be checked at vbpl.vn before they are relied on.
 */
import type { MucMau } from './preset.ts'

const WHOLE: readonly MucMau[] = [
  {
    ma: 'thamQuyen',
    noiDung: 'Đúng chủ trương, đúng thẩm quyền của đơn vị',
    canCu: [{ vanBan: 'Quy chế phát ngôn và cung cấp thông tin của đơn vị' }],
    batBuoc: false,
    boSuuTap: ['tin-bai', 'chu-de', 'don-vi'],
  },
  {
    ma: 'chinhXac',
    noiDung: 'Sự kiện, tên người, chức danh, số liệu đã được kiểm tra',
    canCu: [{ vanBan: 'Luật Tiếp cận thông tin' }],
    batBuoc: false,
    boSuuTap: ['tin-bai', 'trang', 'cai-dat'],
  },
  {
    ma: 'biMat',
    noiDung: 'Không có bí mật nhà nước, tài liệu nội bộ, đề thi chưa công bố',
    canCu: [{ vanBan: 'Luật Bảo vệ bí mật nhà nước 117/2025/QH15', tuNgay: '2026-03-01' }],
    batBuoc: true,
    boSuuTap: ['tin-bai', 'tu-lieu', 'van-ban', 'trang'],
  },
  {
    ma: 'dongY',
    noiDung: 'Người được nêu tên, có ảnh đã đồng ý và phiếu đồng ý còn hiệu lực',
    canCu: [{ vanBan: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15', tuNgay: '2026-01-01' }, { vanBan: 'Luật Trẻ em 102/2016/QH13' }],
    batBuoc: true,
    boSuuTap: ['tin-bai', 'tu-lieu'],
  },
  {
    ma: 'treEm',
    noiDung: 'Không lộ địa chỉ, điểm số, sức khoẻ của trẻ em; chỉ nêu lớp khi cần',
    canCu: [{ vanBan: 'Nghị định 56/2017/NĐ-CP' }],
    batBuoc: false,
    boSuuTap: ['tin-bai', 'tu-lieu', 'van-ban'],
  },
  {
    ma: 'nhayCam',
    noiDung: 'Dân tộc, sức khoẻ, hoàn cảnh chỉ nêu khi cần và người đó đồng ý',
    canCu: [{ vanBan: 'Nghị định 356/2025/NĐ-CP', tuNgay: '2026-01-01' }],
    batBuoc: false,
    boSuuTap: ['tin-bai'],
  },
  {
    ma: 'nhaGiao',
    noiDung: 'Không quy kết nhà giáo khi chưa có kết luận chính thức',
    canCu: [{ vanBan: 'Luật Nhà giáo 2025', tuNgay: '2026-01-01' }],
    batBuoc: true,
    boSuuTap: ['tin-bai'],
  },
  {
    ma: 'dangXuLy',
    noiDung: 'Không nêu vụ việc đang điều tra, thanh tra, khiếu nại',
    canCu: [{ vanBan: 'Luật Báo chí 126/2025/QH15', tuNgay: '2026-07-01' }],
    batBuoc: false,
    boSuuTap: ['tin-bai'],
  },
  {
    ma: 'khongXucPham',
    noiDung: 'Không xúc phạm, sai sự thật, kích động',
    canCu: [{ vanBan: 'Luật An ninh mạng 116/2025/QH15', tuNgay: '2026-07-01' }],
    batBuoc: false,
    boSuuTap: ['tin-bai'],
  },
  {
    ma: 'nguonAnh',
    noiDung: 'Có nguồn, tác giả, quyền dùng ảnh và nhạc',
    canCu: [{ vanBan: 'Luật Sở hữu trí tuệ' }, { vanBan: 'Nghị định 147/2024/NĐ-CP' }],
    batBuoc: false,
    boSuuTap: ['tin-bai', 'tu-lieu'],
  },
  {
    ma: 'baoHoa',
    noiDung: 'Không “báo hoá”, không quảng cáo; liên kết ra ngoài đã được mở thử',
    canCu: [{ vanBan: 'Quyết định 1418/QĐ-BTTTT' }],
    batBuoc: false,
    boSuuTap: ['tin-bai'],
  },
  {
    ma: 'phatNgon',
    noiDung: 'Nếu thuộc diện phát ngôn: đúng người hoặc uỷ quyền còn hạn',
    canCu: [{ vanBan: 'Nghị định 09/2017/NĐ-CP' }],
    batBuoc: true,
    boSuuTap: ['tin-bai'],
  },
  {
    ma: 'ai',
    noiDung: 'Nội dung do AI tạo đã được ghi nhãn',
    canCu: [{ vanBan: 'Luật Trí tuệ nhân tạo 134/2025/QH15' }],
    batBuoc: false,
    boSuuTap: ['tin-bai'],
  },
  {
    ma: 'hinhThuc',
    noiDung: 'Ảnh có mô tả, chính tả và thể thức đúng',
    canCu: [{ vanBan: 'Thông tư 22/2023/TT-BTTTT' }, { vanBan: 'Nghị định 30/2020/NĐ-CP' }],
    batBuoc: false,
    boSuuTap: ['tin-bai'],
  },
  {
    ma: 'nguoiTotViecTot',
    noiDung: 'Người tốt việc tốt: nhân vật đồng ý, giáo viên chủ nhiệm hoặc chi đoàn xác nhận',
    canCu: [{ vanBan: 'Kế hoạch truyền thông của đơn vị' }],
    batBuoc: false,
    boSuuTap: ['tin-bai'],
    apDung: ['nguoiTotViecTot'],
  },
  {
    ma: 'dungBanKy',
    noiDung: 'Tệp là đúng bản đã ký, đã đóng dấu hoặc đã ký số',
    canCu: [{ vanBan: 'Nghị định 30/2020/NĐ-CP', tuNgay: '2020-03-05' }],
    batBuoc: true,
    boSuuTap: ['van-ban'],
  },
]

/** Of a department: the criteria of “báo hoá” and state secrets are asked of everything it publishes. */
const OF_DEPARTMENT: Record<string, Partial<MucMau>> = {
  biMat: { batBuoc: true },
  baoHoa: { batBuoc: true },
}

export const CHECKLIST: readonly MucMau[] = WHOLE
export const CHECKLIST_SO: readonly MucMau[] = WHOLE.map((point) => ({ ...point, ...OF_DEPARTMENT[point.ma] }))
