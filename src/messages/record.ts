/** The record's codes as people say them, in both languages. */
import type { VaiTro } from '../policy/people/roles.ts'
import { nhan, type Nhan } from './labels.ts'

export const VAI_TRO_LABELS: Record<VaiTro, Nhan> = {
  congTacVien: nhan('Cộng tác viên', 'Contributor'),
  dauMoi: nhan('Đầu mối', 'Desk of the union'),
  bienTapVien: nhan('Biên tập viên', 'Editor'),
  nguoiDuyet: nhan('Người duyệt', 'Approver'),
  nguoiPhatNgon: nhan('Người phát ngôn', 'Spokesperson'),
  vanThu: nhan('Văn thư', 'Clerk'),
  quanTriKyThuat: nhan('Quản trị kỹ thuật', 'Technical administrator'),
}

/** Rows of the log, by what was done. */
export const VIEC_LABELS: Record<string, Nhan> = {
  trinh: nhan('Trình duyệt', 'Submitted'),
  duyet: nhan('Duyệt', 'Approved'),
  'tra-lai': nhan('Trả lại', 'Returned'),
  'tu-choi': nhan('Không duyệt', 'Rejected'),
  'thu-hoi': nhan('Thu hồi bản trình', 'Taken back'),
  dang: nhan('Đăng lên trang', 'Published'),
  'dang-khan': nhan('Đăng khẩn', 'Published as an emergency'),
  go: nhan('Gỡ khỏi trang', 'Withdrawn'),
  'go-gia-mao': nhan('Gỡ nội dung giả mạo', 'Forgery ended'),
  'hen-gio': nhan('Hẹn giờ đăng', 'Scheduled'),
  'hen-gio-hong': nhan('Giờ hẹn không đăng được', 'Schedule failed'),
  'giu-lai': nhan('Tạm ẩn để kiểm tra', 'Held back'),
  'tha-lai': nhan('Hiện lại', 'Shown again'),
  'bao-cao': nhan('Báo cáo người phát ngôn', 'Reported to the spokesperson'),
  'bao-dong': nhan('Cảnh báo', 'Alarm'),
  'rut-dong-y': nhan('Rút phiếu đồng ý', 'Consent withdrawn'),
  'ghi-kenh': nhan('Ghi nơi đã đưa bài', 'Noted where it went'),
  'lap-ma': nhan('Lập mã gửi bài của lớp', 'Class codes made'),
  'nhan-bai': nhan('Nhận bài lớp gửi', 'Received from a class'),
  'xac-nhan-bai': nhan('Giáo viên xác nhận bài lớp gửi', 'Confirmed by the form teacher'),
  'gop-bai': nhan('Gộp vào bài khác', 'Merged into another'),
  'khong-dung': nhan('Không dùng bài lớp gửi', 'Not used'),
  'da-doc': nhan('Xác nhận đã đọc quy định', 'Confirmed having read the rules of sharing'),
  'che-anh': nhan('Che chỗ trong ảnh', 'Covered parts of a picture'),
  'bo-che-anh': nhan('Bỏ che ảnh', 'Uncovered a picture'),
  'mo-dot': nhan('Mở đợt gửi của các lớp', 'Opened a call to the classes'),
  'gia-han-dot': nhan('Đổi ngày cuối của đợt gửi', 'Moved the last day of a call'),
  'soan-ket-qua': nhan('Soạn bài kết quả cuộc thi', 'Wrote the results of a contest'),
  'dong-dot': nhan('Đóng đợt gửi', 'Closed a call'),
  'nhan-dot': nhan('Nhận bài của một đợt', 'Received something for a call'),
  'thay-phieu': nhan('Ghi phiếu mới của người đã rút', 'New paper of who had withdrawn'),
  'ke-hoach': nhan('Sửa kế hoạch truyền thông', 'Communication plan changed'),
  'gan-bai': nhan('Gắn bài với kế hoạch', 'Put a story to a row of the plan'),
  'xuat-kho': nhan('Tải tư liệu về', 'Took pictures out of the archive'),
  'giu-kin': nhan('Thêm người không đưa lên trang', 'Added to the never-show list'),
  'thoi-giu-kin': nhan('Bỏ khỏi danh sách không đưa lên trang', 'Taken off the never-show list'),
  'uy-quyen': nhan('Uỷ quyền', 'Delegated'),
  'thu-hoi-uy-quyen': nhan('Thu hồi uỷ quyền', 'Delegation revoked'),
  'tao-tai-khoan': nhan('Lập tài khoản', 'Account opened'),
  'doi-tai-khoan': nhan('Sửa tài khoản', 'Account changed'),
  'doi-mat-khau': nhan('Đổi mật khẩu', 'Password changed'),
  'yeu-cau-doi-dia-chi': nhan('Xin đổi địa chỉ thư', 'New address asked for'),
  'doi-dia-chi': nhan('Đổi địa chỉ thư', 'Address changed'),
  'doi-quy-che': nhan('Sửa quy chế', 'Regulation changed'),
  'doi-khoa': nhan('Đổi khoá ký', 'Signing key rotated'),
  'ke-nhiem': nhan('Kế nhiệm người phát ngôn', 'Succession'),
  'cam-dang': nhan('Đặt hoặc bỏ giờ chưa được đăng', 'Embargo set or lifted'),
  'doi-ma': nhan('Đổi mã xác nhận', 'Codes changed'),
  'them-khoa': nhan('Thêm khoá ký của người', 'Person’s key added'),
  'bo-khoa': nhan('Bỏ khoá ký của người', 'Person’s key ended'),
  'niem-phong': nhan('Xác nhận quyền khi nâng cấp', 'Authority sealed'),
}

const SENSITIVITY: Record<string, Nhan> = { thuong: nhan('Thường', 'Ordinary'), cao: nhan('Cao', 'High') }
const CAPACITY: Record<string, Nhan> = { chinhDanh: nhan('Chính danh', 'Own authority'), uyQuyen: nhan('Theo uỷ quyền', 'By delegation') }
const DECISIONS: Record<string, Nhan> = {
  duyet: nhan('Duyệt', 'Approved'),
  traLai: nhan('Trả lại', 'Returned'),
  tuChoi: nhan('Không duyệt', 'Rejected'),
  thuHoi: nhan('Thu hồi', 'Taken back'),
  dangKhan: nhan('Đăng khẩn', 'Emergency'),
}
const KINDS: Record<string, Nhan> = {
  tin: nhan('Tin', 'News item'),
  bai: nhan('Bài', 'Article'),
  thongBao: nhan('Thông báo', 'Notice'),
  nguoiTotViecTot: nhan('Người tốt việc tốt', 'Good deeds'),
  dinhChinh: nhan('Đính chính', 'Correction'),
}
const COLLECTIONS: Record<string, Nhan> = {
  'nguoi-dung': nhan('Tài khoản', 'Account'),
  'dong-y': nhan('Phiếu đồng ý', 'Consent'),
  'uy-quyen': nhan('Uỷ quyền phát ngôn', 'Delegation'),
  'quy-che': nhan('Quy chế', 'Regulation'),
  'ke-hoach': nhan('Kế hoạch truyền thông', 'Communication plan'),
}

/** By the field they stand in. */
export const CODES: Record<string, Record<string, Nhan>> = {
  vaiTro: VAI_TRO_LABELS,
  vaiTroCho: VAI_TRO_LABELS,
  hanhDong: VIEC_LABELS,
  mucNhayCam: SENSITIVITY,
  tuCach: CAPACITY,
  quyetDinh: DECISIONS,
  loai: KINDS,
  boSuuTap: COLLECTIONS,
}
