/** The machine in plain words, for whoever keeps it and whoever answers for the school: what is well, what is not, what nobody knows. */
import { hasPost } from '../../facts/mail.ts'
import { refuse } from '../../messages/refusal.ts'
import { postStanding } from '../../notices/send.ts'
import { issue } from '../../policy/issues.ts'
import { holds } from '../../policy/people/roles.ts'
import { waitingWork } from '../../record/viecTep.ts'
import { runtimeOf } from '../../runtime.ts'
import { moment } from '../../theme/draw/dates.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import type { Room, Visit } from '../room.ts'

/** `vay`: well, to be looked at, or not known: what is not known is never said to be well. */
type Line = { ten: string; vay: 'tot' | 'xem' | 'chuaBiet'; noi: string; lam?: string }
const SHAPE: Record<Line['vay'], string> = { tot: '✓ Tốt', xem: '! Cần xem', chuaBiet: '? Chưa biết' }
const AN_HOUR = 3_600_000
const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1).replace('.', ',')} GB`

async function mailLine({ options: { payload } }: Visit): Promise<Line> {
  if (!hasPost(payload))
    return {
      ten: 'Thư',
      vay: 'xem',
      noi: 'Chưa có máy chủ thư, hoặc chưa đặt địa chỉ của trang: không thư nào được gửi.',
      lam: 'Đặt SMTP_URL và SITE_URL rồi khởi động lại dịch vụ.',
    }
  const { cho, loi, bo, cuoi } = await postStanding(payload)
  const last = cuoi === null ? 'chưa gửi thư báo nào' : `thư báo gần nhất gửi lúc ${moment(cuoi)}`
  if (loi !== null || bo > 0)
    return {
      ten: 'Thư',
      vay: 'xem',
      noi: `${cho} thư đang chờ${loi === null ? '' : `, lỗi gần nhất: ${loi}`}; ${bo} thư không tới được trong bảy ngày; ${last}.`,
      lam: 'Kiểm tra máy chủ thư và địa chỉ của người nhận. Không thông báo nào mất: ai cũng thấy ở mục Thông báo.',
    }
  return { ten: 'Thư', vay: cuoi === null ? 'chuaBiet' : 'tot', noi: `${cho} thư đang chờ; ${last}.` }
}

/** Sizes of pictures and the like: what waits long says that nobody makes them. */
async function filesLine({ own }: Visit): Promise<Line> {
  const { cho, tu, khongDuoc } = await waitingWork(await own())
  const failed = khongDuoc > 0 ? `; ${khongDuoc} tệp không làm được, ai trình tệp ấy sẽ được báo vì sao` : ''
  if (cho === 0) return { ten: 'Ảnh, phim', vay: 'tot', noi: `Đã chuẩn bị xong mọi tệp${failed}.` }
  const old = tu !== null && Date.now() - Date.parse(tu) > AN_HOUR
  const noi = `${cho} tệp đang được chuẩn bị, lâu nhất từ ${moment(new Date(tu!).toISOString())}${failed}.`
  return old ? { ten: 'Ảnh, phim', vay: 'xem', noi, lam: 'Xem sổ lỗi; khởi động lại dịch vụ nếu nó không chạy.' } : { ten: 'Ảnh, phim', vay: 'tot', noi }
}

async function diskLine({ options: { payload } }: Visit): Promise<Line> {
  const { free, floor } = await runtimeOf(payload).disk.room()
  const near = free < floor * 3
  return {
    ten: 'Ổ đĩa',
    vay: near ? 'xem' : 'tot',
    noi: `Còn ${gigabytes(free)}. Dưới ${gigabytes(floor)} thì trang ngừng nhận tệp để giữ chỗ cho sổ duyệt.`,
    ...(near ? { lam: 'Dọn ổ đĩa hoặc chuyển dữ liệu sang ổ lớn hơn.' } : {}),
  }
}

function keyLine({ options: { payload } }: Visit): Line {
  const fault = runtimeOf(payload).keys.fault()
  return fault === null
    ? { ten: 'Khoá ký của đơn vị', vay: 'tot', noi: 'Có mặt và khớp với sổ.' }
    : {
        ten: 'Khoá ký của đơn vị',
        vay: 'xem',
        noi: 'Thiếu hoặc sai: chưa duyệt, chưa đăng gì được; người xem vẫn đọc được các trang.',
        lam: 'Chép lại tệp khoá từ bản sao lưu, hoặc chạy npm run keys:restore tại máy chủ.',
      }
}

function recordLines({ options: { payload } }: Visit): Line[] {
  const alarms = runtimeOf(payload).guard.alarms()
  if (alarms.length === 0) return [{ ten: 'Sổ duyệt', vay: 'tot', noi: 'Mọi bản đang đăng đã được soát và có đủ phiếu duyệt; không có cảnh báo.' }]
  return alarms.map(({ noiDung, tu }) => ({
    ten: 'Cảnh báo',
    vay: 'xem' as const,
    noi: `${noiDung} (từ ${moment(tu)}).`,
    lam: 'Báo người phát ngôn; xem hướng dẫn quản trị, mục cảnh báo.',
  }))
}

const UNKNOWN: Line[] = [
  { ten: 'Sao lưu', vay: 'chuaBiet', noi: 'Trang không tự biết bản sao lưu gần nhất.', lam: 'Theo hướng dẫn quản trị: sao lưu cơ sở dữ liệu, thư mục dữ liệu và tệp khoá, rồi thử khôi phục mỗi học kỳ.' },
  { ten: 'Kiểm tra trang từ bên ngoài', vay: 'chuaBiet', noi: 'Chạy npm run site:check từ một máy khác để biết người ngoài thấy gì.' },
] // prettier-ignore

const row = ({ ten, vay, noi, lam }: Line): Html =>
  html`<li><span><strong>${ten}</strong> <span class="the${vay === 'tot' ? ' xong' : vay === 'xem' ? ' gap' : ''}">${SHAPE[vay]}</span></span><span>${noi}</span>${lam !== undefined && html`<span class="nho">${lam}</span>`}</li>`

export const health: Room = {
  path: '/lam-viec/may-chu',
  draw: async (visit) => {
    if (!holds(visit.actor, 'quanTriKyThuat', 'nguoiPhatNgon')) throw refuse(issue('NOT_FOUND'))
    const lines = [...recordLines(visit), keyLine(visit), await mailLine(visit), await diskLine(visit), await filesLine(visit), ...UNKNOWN]
    return { title: 'Máy chủ có ổn không', main: html`<ul class="viec doc">${lines.map(row)}</ul>` } // prettier-ignore
  },
}
