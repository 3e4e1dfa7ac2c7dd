/** Everything that waits, for whom and since when: for those who keep the whole in view. */
import { inReview, type Cho } from '../../facts/inReview.ts'
import { waitingItems, type BaiGui } from '../../facts/intake/items.ts'
import { VAI_TRO_LABELS } from '../../messages/record.ts'
import { STATES } from '../../messages/vi.ts'
import { refuse } from '../../messages/refusal.ts'
import { receivesIntake } from '../../policy/intake/receives.ts'
import { issue } from '../../policy/issues.ts'
import { holds, isEditor, type VaiTro } from '../../policy/people/roles.ts'
import { moment } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { hoaBan } from '../../theme/draw/motif.ts'
import type { Room } from '../room.ts'

const PAGE = 40
const AT = '/lam-viec/cho'
const waited = (tu: string): string => {
  const days = Math.floor((Date.now() - Date.parse(tu)) / 86_400_000)
  return days <= 0 ? 'từ hôm nay' : `đã ${days} ngày`
}

const row = (one: Cho): Html => {
  const whom = one.vaiTro === null ? null : `chờ ${VAI_TRO_LABELS[one.vaiTro as VaiTro]?.vi.toLowerCase() ?? one.vaiTro}`
  const said = [STATES[one.trangThai as keyof typeof STATES], whom, one.tenNguoiTrinh, waited(one.tu), one.han === null ? null : `hạn ${moment(one.han)}`]
  return html`<li><a href="/lam-viec/doc/${one.banTrinh}">${one.tieuDe || 'Chưa có tên'}</a> <span class="nho">${said.filter(Boolean).join(' · ')}</span>${one.gap && html`<span class="the gap">Ưu tiên cao</span>`}</li>`
}

/** What classes sent and nobody has taken up yet. */
const fromClasses = (items: readonly BaiGui[]): Part =>
  items.length > 0 &&
  html`<h2>Lớp gửi, chờ tiếp nhận</h2>
    <ul class="viec">
      ${items.map((one) => html`<li><a href="/lam-viec/nhan/${one.tinBai}">${one.tieuDe || one.ai}</a> <span class="nho">${[one.tenDonVi, waited(one.luc)].join(' · ')}</span></li>`)}
    </ul>`

export const queue: Room = {
  path: AT,
  draw: async (visit) => {
    if (!isEditor(visit.actor) && !holds(visit.actor, 'dauMoi')) throw refuse(issue('NOT_FOUND'))
    const after = Number(visit.query.get('sau'))
    const rows = await inReview(await visit.own(), Number.isInteger(after) && after > 0 ? after : 0, PAGE + 1)
    const shown = rows.slice(0, PAGE)
    const items = receivesIntake(visit.actor) && !(after > 0) ? await waitingItems(await visit.own(), PAGE) : []
    return {
      title: 'Mọi nội dung đang chờ',
      main:
        shown.length === 0 && items.length === 0
          ? html`<div class="trong-khong">${hoaBan('hoa')}<p>Không có nội dung nào đang chờ.</p></div>`
          : html`${fromClasses(items)}${shown.length > 0 && html`${items.length > 0 && html`<h2>Chờ duyệt</h2>`}<ul class="viec">${shown.map(row)}</ul>`}${rows.length > PAGE && html`<p><a href="${AT}?sau=${shown.at(-1)!.banTrinh}">Xem tiếp</a></p>`}`,
    }
  },
}
