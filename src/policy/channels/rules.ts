/**
 * What everybody with an account reads once a school year: how the school's words and pictures are shared. The school's own
 * regulation stands above it. `BAN` grows with every change of these words: what was read before is then asked again.
 */
export const BAN = 1

export const DIEU: readonly string[] = [
  'Chỉ người phát ngôn, hoặc người được uỷ quyền, nói thay cho {coQuan}. Nói việc riêng thì không dùng tên, dấu, chức vụ của {coQuan}.',
  'Chia sẻ bằng liên kết của bài đã đăng. Không chép riêng ảnh, không cắt lời, không thêm lời khác vào.',
  'Ảnh, tên, chuyện của học sinh chỉ dùng ở nơi phiếu đồng ý cho phép. Người ta rút lại thì gỡ ngay ở mọi nơi mình đã đưa.',
  'Không đưa lên mạng: điểm số, kỷ luật, sức khoẻ, hoàn cảnh gia đình, số điện thoại, địa chỉ nhà của học sinh; danh sách lớp; bài còn chờ duyệt.',
  'Thấy tin sai, trang giả danh, lời xúc phạm học sinh: chụp lại, báo văn phòng và người phát ngôn; không tự tranh cãi.',
  'Nhà báo hỏi thì mời liên hệ người phát ngôn. Mật khẩu, mã gửi bài, liên kết xác nhận không đưa cho ai, không đăng vào nhóm.',
]
