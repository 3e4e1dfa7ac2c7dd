/** What was just done, said on the next page: by a code in its address, so that nothing a stranger writes is shown. */
const SAID: Record<string, string> = {
  luu: 'Đã lưu.',
  keHoachThem: 'Đã thêm vào kế hoạch.',
  keHoachBo: 'Đã bỏ nội dung khỏi kế hoạch. Bài đã viết vẫn còn.',
  keHoachSang: 'Đã mang nội dung sang. Hãy xem lại tháng, người phụ trách và ngày sự kiện.',
  mau: 'Đã dùng mẫu này làm quy chế khởi đầu.',
  quyTrinh: 'Quy trình duyệt của mẫu đã có hiệu lực.',
  them: 'Đã thêm vào danh sách.',
  trinh: 'Đã trình. Gói chờ người phát ngôn đọc và quyết định.',
  daTrinh: 'Đã trình duyệt. Kết quả sẽ hiện ở “Việc của tôi”.',
  duyet: 'Đã quyết định. Kết quả từng nội dung ở dưới.',
  dang: 'Đã duyệt và đăng lên trang.',
  henGio: 'Đã duyệt. Nội dung sẽ tự đăng đúng giờ đã hẹn.',
  buoc: 'Đã duyệt bước này. Nội dung chuyển sang bước sau.',
  'tra-lai': 'Đã trả lại. Người viết đọc được lý do.',
  'tu-choi': 'Đã ghi: không duyệt. Người viết đọc được lý do.',
  baoCao: 'Đã báo cáo. Người phát ngôn được báo ngay.',
  xemLai: 'Đã ghi: nội dung vẫn đúng.',
  henGioLai: 'Đã đặt giờ đăng.',
  khoaCho: 'Khoá đã đăng ký, chờ xác nhận.',
  khoaNhan: 'Đã xác nhận khoá.',
  khoaMotNua: 'Đã ghi xác nhận của bạn; cần một người nữa.',
  khoaBo: 'Đã bỏ khoá.',
  maBo: 'Đã thôi dùng mã xác nhận.',
  phien: 'Đã thoát ở đó.',
  matKhau: 'Đã đổi mật khẩu. Mọi nơi khác đã thoát.',
  daDoc: 'Đã ghi: bạn đã đọc quy định của năm học này.',
  lapMa: 'Đã lập mã. In áp phích mới cho lớp.',
  hoiLop: 'Đã hỏi. Lớp đọc câu hỏi ở trang biên nhận.',
  gop: 'Đã gộp hai bài.',
  khongDung: 'Đã ghi: không dùng. Lớp đọc được lý do ở trang biên nhận.',
  rutKhongGo: 'Đã rút lại phiếu này. Không có nội dung nào trên trang dựa vào phiếu này nên chưa gỡ gì.',
  rutDongY: 'Đã rút lại. Nội dung dựa vào phiếu này đã rời trang; văn phòng và người duyệt được báo.',
  giao: 'Đã giao quyền duyệt.',
  thuHoi: 'Đã thu hồi uỷ quyền.',
  thoat: 'Đã thoát.',
}

export const saidOf = (query: URLSearchParams): string | null => {
  const code = query.get('da')
  return code !== null && Object.hasOwn(SAID, code) ? SAID[code]! : null
}
