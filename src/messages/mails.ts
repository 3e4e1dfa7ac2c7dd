/** Mails about one's own account, in plain text. What the reader did not ask for says what to do. */
export type Mail = { subject: string; text: string }

const letter = (subject: string, hoTen: string, lines: readonly string[]): Mail => ({
  subject,
  text: [`Kính gửi ${hoTen},`, ...lines, 'Cổng Trường'].join('\n\n'),
})

const NOT_ME = 'Nếu không phải bạn, hãy bấm “Quên mật khẩu” ở trang đăng nhập để đặt mật khẩu mới ngay, rồi báo người phát ngôn và quản trị kỹ thuật.'

export const MAILS = {
  invitation: (hoTen: string, link: string): Mail =>
    letter('Mời bạn đặt mật khẩu', hoTen, [
      'Bạn vừa có một tài khoản trên trang thông tin điện tử của đơn vị. Hãy mở liên kết dưới đây để tự đặt mật khẩu. Liên kết dùng được một lần, trong bảy ngày.',
      link,
      'Nếu liên kết đã hết hạn hoặc thất lạc, hãy nhờ người mời gửi lại. Chỉ liên kết trong thư mới nhất dùng được.',
    ]),
  rolesGranted: (hoTen: string, ten: string, vaiTro: string): Mail => letter('Vai trò đã được cấp', hoTen, [`Người phát ngôn đã cấp cho ${ten}: ${vaiTro}.`]),
  rolesRefused: (hoTen: string, ten: string, vaiTro: string, loiDap: string): Mail =>
    letter('Vai trò chưa được cấp', hoTen, [`Người phát ngôn chưa cấp cho ${ten}: ${vaiTro}.`, `Lời nhắn: ${loiDap}`]),
  rolesAsked: (hoTen: string, nguoiXin: string, ten: string, vaiTro: string, lyDo: string): Mail =>
    letter('Có yêu cầu cấp vai trò', hoTen, [`${nguoiXin} xin cấp cho ${ten}: ${vaiTro}.`, `Lý do: ${lyDo}`, 'Hãy mở trang quản trị để cấp hoặc trả lời.']),
  reset: (hoTen: string, link: string): Mail =>
    letter('Đặt lại mật khẩu', hoTen, [
      'Có người vừa yêu cầu đặt lại mật khẩu của bạn. Nếu là bạn, hãy mở liên kết dưới đây. Liên kết dùng được một lần, trong một giờ.',
      link,
      'Nếu không phải bạn, hãy bỏ qua thư này: mật khẩu vẫn như cũ.',
    ]),
  noReset: (hoTen: string): Mail =>
    letter('Chưa đặt lại được mật khẩu', hoTen, [
      'Có người vừa yêu cầu đặt lại mật khẩu, nhưng tài khoản không còn khớp với sổ đã ký nên không có liên kết nào được gửi.',
      'Hãy báo người phát ngôn và quản trị kỹ thuật để kiểm tra.',
    ]),
  alarm: (hoTen: string, noiDung: string): Mail =>
    letter('Cảnh báo: sổ duyệt của đơn vị cần được xem ngay', hoTen, [
      `Trang vừa phát hiện: ${noiDung}.`,
      'Hãy mở trang quản trị để xem, và cùng người phát ngôn kiểm tra trước khi cho đăng tiếp.',
    ]),
  succession: (hoTen: string, ten: string, luc: string): Mail =>
    letter('Người phát ngôn sẽ được thay', hoTen, [
      `Tại máy chủ của đơn vị vừa ghi: ${ten} là người phát ngôn kế nhiệm, có hiệu lực sau ${luc}.`,
      'Nếu điều này không đúng, hãy báo ngay cho người giữ máy chủ để huỷ trước giờ đó.',
    ]),
  successionDone: (hoTen: string, ten: string): Mail => letter('Người phát ngôn đã được thay', hoTen, [`${ten} từ nay là người phát ngôn của đơn vị.`]),
  keyLost: (hoTen: string, luc: string): Mail =>
    letter('Khoá ký của đơn vị sẽ được thay', hoTen, [
      `Tại máy chủ của đơn vị vừa ghi: khoá ký đã mất hẳn, khoá thay thế được tạo sau ${luc}. Cho tới lúc đó không bài nào được duyệt hay đăng; các trang đã đăng vẫn ở đó.`,
      'Nếu còn bản sao lưu của khoá, hãy đưa cho người giữ máy chủ trước giờ đó.',
    ]),
  keyAdded: (hoTen: string, ten: string, ma: string): Mail =>
    letter('Có khoá ký mới', hoTen, [
      `Khoá ${ma} vừa được ghi trong sổ là của ${ten}. Từ nay khoá này ký được quyết định của người ấy.`,
      'Nếu điều này không đúng, hãy báo ngay người phát ngôn và người giữ máy chủ.',
    ]),
  codeEnded: (hoTen: string, ten: string): Mail =>
    letter('Mã xác nhận bị bỏ tại máy chủ', hoTen, [
      `Mã xác nhận của ${ten} vừa được bỏ tại máy chủ vì mất cả điện thoại lẫn mã dự phòng. Người ấy phải đặt mã mới trước khi duyệt tiếp.`,
      'Nếu điều này không đúng, hãy báo ngay người phát ngôn và người giữ máy chủ.',
    ]),
  passwordChanged: (hoTen: string): Mail =>
    letter('Mật khẩu vừa được đổi', hoTen, ['Mật khẩu tài khoản của bạn vừa được đổi và các phiên đăng nhập khác đã kết thúc.', NOT_ME]),
  newAddress: (hoTen: string, link: string): Mail =>
    letter('Xác nhận địa chỉ thư mới', hoTen, [
      'Người giữ tài khoản vừa ghi địa chỉ này làm địa chỉ mới của bạn. Hãy mở liên kết dưới đây để xác nhận. Liên kết dùng được trong 72 giờ; chưa xác nhận thì địa chỉ cũ vẫn dùng.',
      link,
    ]),
  addressAsked: (hoTen: string, emailMoi: string): Mail =>
    letter('Yêu cầu đổi địa chỉ thư', hoTen, [
      `Có yêu cầu đổi địa chỉ thư của tài khoản này thành ${emailMoi}. Địa chỉ mới chỉ dùng khi được xác nhận từ chính hòm thư đó.`,
      NOT_ME,
    ]),
  addressChanged: (hoTen: string, emailMoi: string): Mail =>
    letter('Địa chỉ thư vừa được đổi', hoTen, [`Tài khoản của bạn từ nay đăng nhập bằng địa chỉ ${emailMoi}. Địa chỉ này không còn dùng được.`, NOT_ME]),
} as const
