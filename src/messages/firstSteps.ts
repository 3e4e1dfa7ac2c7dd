/** The first day of each role, in a handful of steps; `noi`: where at the desk one does it. */
import type { VaiTro } from '../policy/people/roles.ts'

export type Buoc = { viec: string; noi?: string }
type Loi = { ten: string; buoc: readonly Buoc[] }

const WRITING: Loi = {
  ten: 'Viết và gửi bài',
  buoc: [
    { viec: 'Bấm “Viết tin bài” rồi chọn thể loại. Chưa gõ tên bài thì chưa có gì được lưu.', noi: '/lam-viec/viet' },
    { viec: 'Gõ tên bài và nội dung. Chữ tự lưu vài giây một lần; mất mạng thì giữ trong máy và lưu lại khi có mạng.' },
    { viec: 'Thêm ảnh ở dưới ô chữ. Dòng “[ảnh 1]” trong bài là chỗ ảnh hiện ra; chuyển dòng ấy tới đâu thì ảnh tới đó.' },
    { viec: 'Có người được nêu tên: chọn phiếu đồng ý, hoặc thêm người mới ngay trong trang viết.' },
    { viec: 'Bấm “Xem trước” để thấy đúng trang người đọc sẽ thấy, rồi “Trình duyệt”.' },
    { viec: 'Kết quả có ở “Việc của tôi” và trong thư. Bị trả lại thì lý do nằm ở đầu bài: sửa rồi trình lại.', noi: '/lam-viec' },
  ],
}

const DECIDING: Loi = {
  ten: 'Đọc và quyết định',
  buoc: [
    { viec: 'Bài chờ bạn nằm đầu trang “Việc của tôi”, việc gấp trước. Thư báo có liên kết tới thẳng bài.', noi: '/lam-viec' },
    {
      viec: 'Bạn đọc đúng trang người đọc sẽ thấy, thử cả nền sáng lẫn nền tối. Bên cạnh là ai viết, ai đồng ý, máy nhận thấy gì, và đã đổi gì so với lần trước.',
    },
    { viec: 'Trả lời vài mục kiểm tra rồi bấm duyệt. Chưa đạt thì “Trả lại để sửa” với câu có sẵn, hoặc góp ý vào từng đoạn.' },
    { viec: 'Thêm khoá trên điện thoại của bạn: từ đó không ai, kể cả người giữ máy chủ, duyệt thay được.', noi: '/lam-viec/tai-khoan' },
    { viec: 'Vắng mặt thì người phát ngôn giao quyền duyệt thay, có số văn bản và ngày hết hạn.', noi: '/lam-viec/uy-quyen' },
  ],
}

const KEEPING: Loi = {
  ten: 'Giữ việc chung',
  buoc: [
    { viec: 'Xem mọi nội dung đang chờ, chờ ai và từ bao giờ.', noi: '/lam-viec/cho' },
    { viec: 'Ở lịch sử của mỗi nội dung: giao người theo dõi, hẹn ngày xong, đặt giờ không đăng sớm hơn, hoặc báo thẳng người phát ngôn.' },
    { viec: 'Lịch tháng cho thấy bài hẹn giờ, sự kiện và tuần còn trống.', noi: '/lam-viec/lich' },
    { viec: 'Bài có bảng, văn bản, trang tĩnh và cài đặt trang soạn ở trang quản trị.', noi: '/admin' },
  ],
}

const RUNNING: Loi = {
  ten: 'Giữ tài khoản và máy chủ',
  buoc: [
    { viec: 'Mời người mới bằng thư; người ấy tự đặt mật khẩu. Vai trò duyệt do người phát ngôn giao.', noi: '/admin/collections/nguoi-dung' },
    { viec: 'Xem máy chủ có ổn không, bằng lời: thư, ổ đĩa, khoá, sổ duyệt.', noi: '/lam-viec/may-chu' },
    { viec: 'Sao lưu cơ sở dữ liệu, thư mục dữ liệu và khoá ký, để khoá ở nơi khác; mỗi năm thử khôi phục một lần.' },
  ],
}

export const FIRST_STEPS: Record<VaiTro, readonly Loi[]> = {
  congTacVien: [WRITING],
  dauMoi: [DECIDING, WRITING],
  bienTapVien: [DECIDING, KEEPING, WRITING],
  vanThu: [WRITING],
  nguoiDuyet: [DECIDING],
  nguoiPhatNgon: [DECIDING, KEEPING],
  quanTriKyThuat: [RUNNING],
}

/** Of all roles somebody holds, each part once. */
export const stepsFor = (roles: readonly VaiTro[]): readonly Loi[] => [...new Set(roles.flatMap((role) => FIRST_STEPS[role]))]
