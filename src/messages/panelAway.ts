/** What stands in the panel's place while it starts, or where it cannot. */
export const PANEL_AWAY = {
  starting: { title: 'Đang mở trang quản trị', text: 'Trang quản trị đang khởi động, thường mất vài giây. Trang này tự mở lại; bạn không cần làm gì.' },
  failing: {
    title: 'Trang quản trị chưa mở được',
    text: 'Trang quản trị không khởi động được. Trang công khai vẫn chạy bình thường. Hãy thử lại sau ít phút; nếu vẫn vậy, hãy báo người quản trị kỹ thuật xem sổ lỗi.',
  },
  lost: {
    title: 'Trang quản trị vừa dừng giữa chừng',
    text: 'Trang quản trị dừng trước khi trả lời. Hãy mở lại trang và xem việc vừa làm đã được lưu chưa trước khi làm lại.',
  },
  incident: 'Mã sự cố',
} as const
