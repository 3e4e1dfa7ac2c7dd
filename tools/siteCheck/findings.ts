/** What can be wrong, in words for the person who runs the site, and what to do about it. */
const KINDS = {
  KHAC_NHAU: {
    ten: 'Trang trả lời khác nhau tuỳ người hỏi',
    lam: 'Dấu hiệu trang bị chèn nội dung chỉ cho máy tìm kiếm thấy. Báo quản trị kỹ thuật ngay; kiểm tra máy chủ, proxy và CDN đứng trước trang.',
  },
  TRANG_LA: {
    ten: 'Trang không có trong sổ',
    lam: 'Không bản đăng nào ở địa chỉ này. Kiểm tra máy chủ xem ai đã thêm trang; chưa rõ thì chặn địa chỉ ấy ở proxy.',
  },
  THIEU_TRANG: { ten: 'Bản đăng không đọc được ở địa chỉ của nó', lam: 'Mở địa chỉ ấy; nếu không vào được, báo quản trị kỹ thuật.' },
  KHONG_DUONG_TOI: { ten: 'Bản đăng không có đường nào dẫn tới', lam: 'Kiểm tra danh sách và /sitemap.xml xem vì sao thiếu bài này.' },
  LIEN_KET_LA: {
    ten: 'Liên kết ra ngoài không có trong nội dung đã duyệt',
    lam: 'Có người chèn liên kết. Đổi mật khẩu máy chủ, dựng lại dịch vụ từ bản gốc, rồi chạy lại lệnh này.',
  },
  MA_LA: { ten: 'Mã chạy, khung nhúng hoặc biểu mẫu lạ', lam: 'Trang của trường không có thành phần này. Xử lý như khi bị chèn liên kết.' },
  CHU_AN: { ten: 'Chữ bị giấu', lam: 'Chữ giấu thường để lừa máy tìm kiếm. Xử lý như khi bị chèn liên kết.' },
  CHU_LA: { ten: 'Từ ngữ cờ bạc không có trong nội dung đã duyệt', lam: 'Xử lý như khi bị chèn liên kết.' },
  SAI_NOI_DUNG: { ten: 'Trang không nói đúng bản đã duyệt', lam: 'So trang với /ban-goc/<mã>. Khác nhau thì máy chủ đang đưa nội dung chưa ai duyệt.' },
  SAI_VAN_TAY: { ten: 'Nội dung không khớp mã của nó', lam: 'Sổ hoặc đường truyền đã bị sửa. Chạy npm run audit:verify với tệp xuất gần nhất.' },
  SAI_TEP: { ten: 'Ảnh hoặc tệp không khớp mã của nó', lam: 'Tệp đã bị thay. Lấy lại tệp từ bản sao lưu; tên thư mục chứa tệp chính là mã đúng.' },
  CON_SONG: { ten: 'Nội dung đã gỡ mà vẫn đọc được', lam: 'Xoá bộ nhớ đệm của CDN hoặc proxy, khởi động lại dịch vụ, rồi chạy lại lệnh này.' },
  THIEU_TIEU_DE: { ten: 'Thiếu tiêu đề bảo vệ (header)', lam: 'Proxy hoặc CDN đang bỏ hay sửa tiêu đề của trang. Sửa cấu hình để chúng đi qua nguyên vẹn.' },
  HONG: { ten: 'Trang lỗi hoặc liên kết trong trang bị đứt', lam: 'Mở địa chỉ ấy. Lỗi 5xx thì xem nhật ký máy chủ; liên kết đứt thì sửa bài và trình lại.' },
} as const

export type Kind = keyof typeof KINDS
export type Finding = { kind: Kind; at: string; detail: string }

/** One kind after the other: what it is, where it was seen, what to do. */
export function report(findings: readonly Finding[]): string {
  const lines: string[] = []
  for (const kind of Object.keys(KINDS) as Kind[]) {
    const found = findings.filter((f) => f.kind === kind)
    if (found.length === 0) continue
    lines.push('', `${KINDS[kind].ten}: ${found.length}`)
    for (const { at, detail } of found.slice(0, 50)) lines.push(`  - ${at}${detail ? `: ${detail}` : ''}`)
    if (found.length > 50) lines.push(`  - … và ${found.length - 50} chỗ nữa`)
    lines.push(`  Cần làm: ${KINDS[kind].lam}`)
  }
  return lines.join('\n')
}
