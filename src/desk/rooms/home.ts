/** What waits for this person, soonest due first; then what became of his own; the opening while it goes on. */
import { CODES } from '../../messages/record.ts'
import { issuesOf } from '../../messages/refusal.ts'
import { STATES } from '../../messages/vi.ts'
import { hasCode } from '../../facts/codes.ts'
import { hasKey } from '../../facts/deviceKeys.ts'
import { waitingRequests } from '../../facts/roleRequests.ts'
import { readQuyChe } from '../../facts/quyChe.ts'
import { receivesIntake } from '../../policy/intake/receives.ts'
import { APPROVING, holds, isAuthor, isEditor } from '../../policy/people/roles.ts'
import { isOpened, waitingGoi, type Waiting } from '../../record/goiTrinh.ts'
import { gateOf } from '../../runtime.ts'
import { day, moment } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { hoaBan } from '../../theme/draw/motif.ts'
import { unreadOf } from '../../notices/store.ts'
import { rulesPart } from '../channels/rules.ts'
import { ownPlanPart } from '../plan/mine.ts'
import type { Room, Visit } from '../room.ts'
import { ofOwn, placeOf, toDecide, type Group, type Row } from '../waiting.ts'

const row = (visit: Visit, one: Row): Html => {
  const kind = CODES.loai?.[one.loai]?.vi ?? gateOf(visit.options.payload, one.boSuuTap).labels.one.vi
  const who = one.trangThai === 'nhap' ? [] : [one.tenNguoiTrinh, one.donVi]
  const said = [kind, ...who, STATES[one.trangThai as keyof typeof STATES], `từ ${day(one.trinhLuc ?? one.updatedAt)}`].filter(Boolean)
  return html`<li>
    <a href="${placeOf(one)}">${one.tieuDe || 'Chưa có tên'}</a>
    <span class="nho">${said.join(' · ')}</span>${one.khanDen !== null && html`<span class="the gap">Đăng khẩn, hết hạn ${moment(one.khanDen)}</span>`}
  </li>`
}

const group = (visit: Visit, title: string, { rows, total }: Group): Part =>
  rows.length > 0 &&
  html`<h2>${title}</h2>
    <ul class="viec">
      ${rows.map((one) => row(visit, one))}
    </ul>
    ${total > rows.length && html`<p class="mo">Còn ${total - rows.length} nội dung nữa; làm xong các mục trên thì chúng hiện ra.</p>`}`

const bundleList = (bundles: readonly Waiting[]): Part =>
  bundles.length > 0 &&
  html`<h2>Gói chờ quyết định</h2>
    <ul class="viec">
      ${bundles.map((goi) => html`<li><a href="/lam-viec/goi/${goi.id}">${goi.ten}</a> <span class="nho">${goi.tenNguoi} · ${goi.cho} nội dung · từ ${day(goi.luc)}</span></li>`)}
    </ul>`

/** Where the whole is kept in view, for whoever keeps it. */
const whole = ({ actor }: Visit): Html => {
  const places: [string, string][] = [
    ...(isEditor(actor) || holds(actor, 'dauMoi') ? [['/lam-viec/cho', 'Mọi nội dung đang chờ'] as [string, string]] : []),
    ...(receivesIntake(actor)
      ? ([
          ['/lam-viec/lop', 'Lớp và chuyện tốt'],
          ['/lam-viec/dot', 'Xin ảnh, cuộc thi'],
          ['/lam-viec/phat-thanh', 'Phát thanh'],
        ] as [string, string][])
      : []),
    ...(isAuthor(actor)
      ? [
          ['/lam-viec/dong-y', 'Phiếu đồng ý'] as [string, string],
          ['/lam-viec/kho', 'Kho tư liệu'] as [string, string],
          ['/lam-viec/ke-hoach', 'Kế hoạch'] as [string, string],
          ['/lam-viec/chi-tieu', 'Chỉ tiêu'] as [string, string],
        ]
      : []),
    ['/lam-viec/uy-quyen', 'Ai được duyệt'],
    ['/lam-viec/quy-dinh', 'Quy định chia sẻ'],
    ...(holds(actor, 'quanTriKyThuat', 'nguoiPhatNgon') ? [['/lam-viec/may-chu', 'Máy chủ có ổn không'] as [string, string]] : []),
  ]
  return html`<p class="nen">${places.map(([path, name]) => html`<a href="${path}">${name}</a>`)}</p>`
}

function noneIfRefused(error: unknown): null {
  if (issuesOf(error) === null) throw error
  return null
}

/** Whoever can approve and has neither key nor code is told so at every visit, and from when he cannot do without. */
async function factorPart({ actor, own }: Visit): Promise<Part> {
  const req = await own()
  if (!holds(actor, ...APPROVING) || (await hasKey(req, actor.id)) || (await hasCode(req, actor.id))) return null
  // What waits is shown whatever is the matter with the regulation.
  const lopHaiTu = await readQuyChe(req).then((quyChe) => quyChe.lopHaiTu, noneIfRefused)
  const until = lopHaiTu !== null && ` Từ ${day(lopHaiTu)}, chưa có thì không duyệt được.`
  return html`<p class="da-lam">Ai biết mật khẩu của bạn là duyệt được thay bạn. Hãy thêm lớp bảo vệ thứ hai, mất chừng một phút.${until} <a href="/lam-viec/tai-khoan#khoa">Thêm khoá trên điện thoại, hoặc mã</a></p>`
}

/** Roles somebody asked for: without them an approver has no authority, and nobody else can give it. */
async function rolesPart({ actor, own }: Visit): Promise<Part> {
  if (!holds(actor, 'nguoiPhatNgon')) return null
  const asked = await waitingRequests(await own())
  return (
    asked.length > 0 &&
    html`<p class="da-lam">${asked.map(({ hoTen }) => hoTen).join(', ')} đang chờ bạn cấp vai trò. <a href="/admin">Mở trang quản trị để xem và cấp</a></p>`
  )
}

const FIRST_DAYS_MS = 14 * 86_400_000
/** In the first fortnight of an account, where nobody has shown its owner around. */
async function welcome(visit: Visit): Promise<Part> {
  const created = Date.parse(String(((await visit.own()).user as { createdAt?: unknown } | null)?.createdAt))
  if (!(Date.now() - created < FIRST_DAYS_MS)) return null
  return html`<p class="mo">Mới dùng lần đầu? <a href="/lam-viec/huong-dan">Xem hướng dẫn một phút</a></p>`
}

export const home: Room = {
  path: '/lam-viec',
  draw: async (visit) => {
    const opens = holds(visit.actor, 'nguoiPhatNgon', 'bienTapVien', 'nguoiDuyet', 'quanTriKyThuat') && !(await isOpened(await visit.own()))
    const bundles = holds(visit.actor, 'nguoiPhatNgon', 'nguoiDuyet') ? await waitingGoi(await visit.own()) : []
    const waiting = await toDecide(
      visit,
      bundles.map((goi) => goi.id),
    )
    const [back, sent, drafts] = [await ofOwn(visit, 'traLai'), await ofOwn(visit, 'inReview'), await ofOwn(visit, 'nhap')]
    const unread = await unreadOf(await visit.own(), visit.actor.id)
    const nothing = [waiting, back, sent, drafts].every(({ rows }) => rows.length === 0) && bundles.length === 0
    return {
      title: 'Đến lượt bạn',
      main: html`${opens && html`<p class="da-lam">Trang chưa khai trương. <a href="/lam-viec/khai-truong">Mở các bước khai trương</a></p>`}${unread > 0 && html`<p><a href="/lam-viec/hop-thu">${unread} thông báo chưa đọc</a></p>`}${await rolesPart(visit)}${bundleList(bundles)}${group(visit, 'Chờ bạn', waiting)}${await factorPart(visit)}${await welcome(visit)}${await rulesPart(visit)}${group(visit, 'Được trả lại để sửa', back)}${await ownPlanPart(visit)}${group(visit, 'Bạn đã gửi, đang chờ', sent)}${group(visit, 'Bản nháp của bạn', drafts)}${
        nothing &&
        html`<div class="trong-khong">${hoaBan('hoa')}<p>Không có gì chờ bạn.${isAuthor(visit.actor) && ' Muốn viết tin bài, hãy bấm nút ở dưới.'}</p></div>`
      }${isAuthor(visit.actor) && html`<p class="hang"><a class="nut phu" href="/lam-viec/viet">Viết tin bài</a></p>`}${whole(visit)}`,
    }
  },
}
