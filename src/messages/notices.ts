/** What a person is told: on the desk in a line, by mail in plain sentences with one link. */
import type { LoaiBao } from '../policy/notices/notice.ts'
import type { Mail } from './mails.ts'

/** `ten`: of the document, or of the bundle. */
const SAYS: Record<LoaiBao, (ten: string) => string> = {
  cho: (ten) => `“${ten}” đang chờ bạn xem.`,
  choGoi: (ten) => `Gói “${ten}” đang chờ bạn xem.`,
  choKhan: (ten) => `“${ten}” đã được đăng khẩn và cần bạn xác nhận trước giờ hết hạn; không ai xác nhận thì bài tự gỡ.`,
  khanSapHet: (ten) => `“${ten}” đăng khẩn sắp hết hạn mà chưa ai xác nhận. Nửa giờ nữa bài tự gỡ.`,
  traLai: (ten) => `“${ten}” được trả lại để sửa.`,
  tuChoi: (ten) => `“${ten}” không được duyệt.`,
  daDang: (ten) => `“${ten}” đã lên trang.`,
  goiDaDang: (ten) => `Gói “${ten}”: nội dung đã duyệt đang lên trang.`,
  henGio: (ten) => `“${ten}” đã được duyệt và sẽ tự đăng đúng giờ đã hẹn.`,
  henGioHong: (ten) => `“${ten}” đến giờ hẹn mà không đăng được.`,
  daGo: (ten) => `“${ten}” đã được gỡ khỏi trang.`,
  baoCao: (ten) => `Báo cáo về “${ten}”.`,
  giaoViec: (ten) => `Bạn được giao theo dõi “${ten}”.`,
  khoaMoi: (ten) => `Có khoá ký mới: ${ten}. Nếu không đúng, hãy báo ngay người phát ngôn.`,
  khoaBo: (ten) => `Một khoá ký đã bỏ: ${ten}.`,
  maDoi: () => 'Mã xác nhận của bạn vừa được đặt, đổi hoặc bỏ. Nếu không phải bạn, hãy đổi mật khẩu ngay và báo người phát ngôn.',
  maCho: (ten) => `${ten} vừa đặt mã xác nhận mới; một ngày nữa mã ấy dùng để duyệt được. Nếu chính người ấy không đặt, hãy báo ngay người giữ máy chủ.`,
  rutDongY: (ten) => `${ten} rút lại đồng ý. Hãy xem những nơi khác đã đăng.`,
  baiGui: (ten) => `Lớp vừa gửi: “${ten}”.`,
  chuaDung: (ten) => `Giáo viên báo chuyện này chưa đúng: “${ten}”. Hãy xem ngay, bài đang trên trang thì gỡ nếu cần.`,
  nhacKeHoach: (ten) => `Kế hoạch: ${ten}.`,
  nhacChiTieu: (ten) => `Chỉ tiêu: ${ten}.`,
  uyQuyen: (ten) => `Bạn được giao quyền duyệt theo văn bản ${ten}.`,
}

const SUBJECTS: Record<LoaiBao, string> = {
  cho: 'Có nội dung chờ bạn',
  choGoi: 'Có gói chờ bạn',
  choKhan: 'GẤP: bài đăng khẩn cần xác nhận',
  khanSapHet: 'GẤP: bài đăng khẩn sắp hết hạn',
  traLai: 'Được trả lại để sửa',
  tuChoi: 'Không được duyệt',
  daDang: 'Đã lên trang',
  goiDaDang: 'Gói đã lên trang',
  henGio: 'Đã duyệt, chờ giờ đăng',
  henGioHong: 'Giờ hẹn không đăng được',
  daGo: 'Đã gỡ khỏi trang',
  baoCao: 'Báo cáo người phát ngôn',
  giaoViec: 'Việc được giao',
  khoaMoi: 'Có khoá ký mới',
  khoaBo: 'Một khoá ký đã bỏ',
  maDoi: 'Mã xác nhận đã đổi',
  maCho: 'Có mã xác nhận mới',
  rutDongY: 'Có người rút lại đồng ý',
  baiGui: 'Lớp gửi bài mới',
  chuaDung: 'GẤP: giáo viên báo chuyện chưa đúng',
  nhacKeHoach: 'Nhắc việc theo kế hoạch',
  nhacChiTieu: 'Nhắc việc theo chỉ tiêu',
  uyQuyen: 'Được giao quyền duyệt',
}

export type Told = { loai: LoaiBao; tieuDe: string; loi: string; link: string }

export const noticeLine = ({ loai, tieuDe }: Pick<Told, 'loai' | 'tieuDe'>): string => SAYS[loai](tieuDe || 'Chưa có tên')

const LEADS: Partial<Record<LoaiBao, string>> = { baoCao: 'Lời báo cáo', giaoViec: 'Lời dặn', rutDongY: 'Đã làm' }
const part = (told: Told): string => [noticeLine(told), ...(told.loi === '' ? [] : [`${LEADS[told.loai] ?? 'Lý do'}: ${told.loi}`]), told.link].join('\n')

/** One mail of one notice, or of several that came at once. `home`: where notices are chosen. */
export function noticeMail(hoTen: string, told: readonly Told[], home: string): Mail {
  const [first] = told
  const urgent = told.find(({ loai }) => SUBJECTS[loai].startsWith('GẤP'))
  const subject = told.length === 1 ? `${SUBJECTS[first!.loai]}: ${first!.tieuDe}` : urgent ? SUBJECTS[urgent.loai] : `${told.length} việc ở trang của đơn vị`
  return {
    subject: subject.slice(0, 150),
    text: [`Kính gửi ${hoTen},`, ...told.map(part), `Muốn nhận thư gộp mỗi ngày một lần, hoặc thôi nhận: ${home}`, 'Cổng Trường'].join('\n\n'),
  }
}

/** A text ready for the school's group: what readers get, and where. */
export const groupText = (tenTruong: string, tieuDe: string, tomTat: string, link: string): string =>
  [tieuDe, ...(tomTat === '' ? [] : [tomTat]), link, tenTruong].join('\n')
