/** The school's calendar as a page: what comes, month by month, then what was. */
import { eventTime } from '../../policy/time/event.ts'
import { month } from '../draw/dates.ts'
import { html, type Html } from '../draw/html.ts'
import { breadcrumb } from './breadcrumb.ts'
import { layout } from './layout.ts'
import { type Site } from './site.ts'
import { eventList, type StoryEdition } from './storyList.ts'

/** `truoc`: where a page of past events begins, null for the first page; `older`: where the next one does; `now`: when it is drawn, in milliseconds. */
export type EventsData = { upcoming: StoryEdition[]; past: StoryEdition[]; truoc: number | null; older: number | null; now: number }

/** By the month in which each begins. */
function byMonth(stories: readonly StoryEdition[], now: number): Html[] {
  const months = new Map<string, StoryEdition[]>()
  for (const s of stories) {
    const at = eventTime(s.noiDung.suKien)
    if (at) months.set(month(at.firstDay), [...(months.get(month(at.firstDay)) ?? []), s])
  }
  return [...months].map(([name, of]) => html`<h3>${name}</h3>${eventList(of, now)}`)
}

export function eventsPage(site: Site, { upcoming, past, truoc, older, now }: EventsData): string {
  const title = 'Lịch sự kiện'
  const coming = html`<section class="muc" aria-labelledby="sap-toi">
    <h2 id="sap-toi">Sắp diễn ra</h2>
    ${upcoming.length === 0 ? html`<p>Chưa có sự kiện nào sắp tới.</p>` : byMonth(upcoming, now)}
    <p class="khong-in"><a href="/lich.ics" type="text/calendar">Thêm vào lịch của bạn</a>: tệp lịch dùng được với điện thoại, Google Lịch và Outlook, tự cập nhật khi trường đổi ngày giờ.</p>
  </section>`
  const gone =
    (past.length > 0 || truoc !== null) &&
    html`<section class="muc" aria-labelledby="da-qua">
    <h2 id="da-qua">Đã diễn ra</h2>
    ${byMonth(past, now)}
    <p class="trang-so">${older !== null && html`<a href="/lich?truoc=${older}" rel="next">Xem các sự kiện cũ hơn</a>`}${truoc !== null && older === null && html`<a href="/lich">Về các sự kiện sắp tới</a>`}</p>
  </section>`
  const main = html`<div class="khung">
    ${breadcrumb([])}
    <h1>${title}</h1>
    ${truoc === null && coming}${gone}
  </div>`
  const canonical = truoc === null ? '/lich' : `/lich?truoc=${truoc}`
  const head = { canonical, trail: [{ ten: title, duongDan: '/lich' }], calendar: { title, path: '/lich.ics' } }
  return layout(site, { title, path: '/lich', main, noindex: truoc !== null, description: 'Các sự kiện theo ngày.', head })
}
