/** What a machine noticed, as a colleague would say it: a hint, never a verdict. */
import type { LoaiLuuY } from '../policy/text/findings/index.ts'

type Say = (chu: string, dung: string | undefined) => string
const instead = (dung: string | undefined): string => (dung === undefined ? '' : ` Có phải “${dung}” không?`)

export const LUU_Y: Record<LoaiLuuY, Say> = {
  thuNgay: (chu, dung) => `“${chu}”: ngày ấy là ${dung}. Hãy xem thứ sai hay ngày sai.`,
  ngayKhongCo: (chu) => `“${chu}”: trong lịch không có ngày này.`,
  chinhTa: (chu, dung) => `“${chu}”: có thể sai chính tả.${instead(dung)}`,
  chuGiaDang: (chu) => `“${chu}”: có chữ trông giống chữ Việt nhưng là chữ khác. Người tìm kiếm sẽ không thấy bài.`,
  soDinhDanh: (chu) => `“${chu}”: giống số căn cước. Không đưa số định danh của ai lên trang.`,
  soDienThoai: (chu) => `“${chu}”: giống số điện thoại riêng. Chỉ đăng khi người đó đồng ý.`,
  thuRieng: (chu) => `“${chu}”: là địa chỉ thư riêng. Nên dùng địa chỉ công vụ.`,
  taiKhoan: (chu) => `“${chu}”: có số tài khoản. Hãy xem lại chủ tài khoản và văn bản cho phép quyên góp.`,
  ngaySinh: (chu) => `“${chu}”: ngày sinh đầy đủ của một người. Ghi năm sinh hoặc lớp là đủ.`,
  diaChiNha: (chu) => `“${chu}”: địa chỉ nhà của một người. Ghi tên xã là đủ.`,
  hoanCanh: (chu) => `“${chu}”: hoàn cảnh riêng của một em có thể làm em tổn thương. Hãy hỏi gia đình trước.`,
  coBac: (chu) => `“${chu}”: chữ hay gặp trong quảng cáo cờ bạc.`,
  tenNguoi: (chu) => `“${chu}”: có tên người mà bản trình không kèm phiếu đồng ý.`,
}

/** For a return, ready to be chosen; what a leader types most. */
export const CAU_TRA_LAI = [
  'Bổ sung nguồn tin.',
  'Kiểm tra lại thứ, ngày, giờ và địa điểm.',
  'Sửa lỗi chính tả và dấu câu.',
  'Thay ảnh rõ hơn, hoặc viết lại mô tả ảnh.',
  'Cần phiếu đồng ý của người được nêu tên hoặc có mặt trong ảnh.',
  'Bỏ thông tin riêng của học sinh.',
  'Viết ngắn lại, đưa ý chính lên đầu.',
]
