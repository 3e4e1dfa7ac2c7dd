/** Names of the places a live story goes to, and of what became of it there. */
import type { KenhDang, KetQua } from '../policy/channels/channels.ts'

export const TEN_KENH: Record<KenhDang, string> = {
  congSo: 'Cổng thông tin cấp trên',
  fanpage: 'Trang mạng xã hội của đơn vị',
  zalo: 'Nhóm Zalo',
  baoDai: 'Báo, đài',
  phatThanh: 'Phát thanh',
  giaoBan: 'Giao ban, chào cờ',
  bangTin: 'Bảng tin',
  khac: 'Nơi khác',
}
export const TEN_KET_QUA: Record<KetQua, string> = { daGui: 'đã gửi', daDang: 'đã đăng, đã đọc', khongNhan: 'nơi nhận không dùng', daGo: 'đã gỡ ở đó' }
