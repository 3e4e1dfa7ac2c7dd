/** Quotas in words. */
import type { ChiTieu, DoiTuong, KyHan, TinhTrangChiTieu } from '../policy/ledger/quota.ts'
import { TEN_KENH } from './channels.ts'
import type { KenhDang } from '../policy/channels/channels.ts'

export const CUA_AI: Record<DoiTuong, string> = { truong: 'Toàn đơn vị', donVi: 'Tổ, bộ phận', caNhan: 'Họ và tên', lop: 'Lớp' }
const TRONG: Record<KyHan, string> = { thang: 'mỗi tháng', nam: 'mỗi năm', namHoc: 'mỗi năm học' }

/** A sign beside the number, and the word it stands for. */
export const DAU: Record<TinhTrangChiTieu, { dau: string; chu: string }> = {
  dat: { dau: '✓', chu: 'đạt' },
  thieu: { dau: '✕', chu: 'thiếu' },
  con: { dau: '…', chu: 'còn thời gian' },
  khong: { dau: '–', chu: 'không tính' },
}

const LOAI: Record<string, string> = { tin: 'tin', bai: 'bài', thongBao: 'thông báo', nguoiTotViecTot: 'chuyện người tốt việc tốt', dinhChinh: 'đính chính' }

/** `1 tin bài mỗi tháng, tính khi đã gửi`. */
export function quotaInWords(rule: ChiTieu): string {
  const what = rule.sanPham === 'tuLieu' ? 'tư liệu (ảnh, phim)' : rule.loai === null ? 'tin bài' : (LOAI[rule.loai] ?? 'tin bài')
  const when =
    rule.demTheo === 'kenh' ? `gửi tới ${TEN_KENH[rule.toi as KenhDang]?.toLowerCase() ?? 'nơi khác'}` : rule.demTheo === 'dang' ? 'đã đăng' : 'đã gửi'
  const least = [
    rule.megapixel === null ? null : `từ ${rule.megapixel.toLocaleString('vi')} megapixel`,
    rule.giay === null ? null : `dài từ ${rule.giay} giây`,
    rule.chuThich ? 'có chú thích' : null,
  ].filter((one) => one !== null)
  return `${rule.soLuong} ${what}${least.length > 0 ? ` (${least.join(', ')})` : ''} ${TRONG[rule.kyHan]}, tính khi ${when}`
}

/** `T11`, `2026`, `2026-2027`. */
export const periodName = (ma: string): string => (/^\d{4}-\d\d$/.test(ma) ? `T${Number(ma.slice(5))}` : ma)
export const periodInFull = (ma: string): string =>
  /^\d{4}-\d\d$/.test(ma) ? `tháng ${Number(ma.slice(5))} năm ${ma.slice(0, 4)}` : /^\d{4}$/.test(ma) ? `năm ${ma}` : `năm học ${ma}`
