/** What this person was told: newest first, each leading to its screen; how its mail went. */
import { noticeLine } from '../../messages/notices.ts'
import { inboxOf, markRead, type Kept } from '../../notices/store.ts'
import { queuesFor } from '../../policy/gate/queues.ts'
import { moment } from '../../theme/draw/dates.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import { hoaBan } from '../../theme/draw/motif.ts'
import type { Room } from '../room.ts'

const MOST = 100
const MAIL: Record<string, string> = { cho: 'thư đang gửi', tongHop: 'sẽ vào thư gộp sáng mai', da: 'đã gửi thư' }
const mailWord = ({ thu, thuLoi }: Kept): string | null =>
  thu === 'bo'
    ? `thư không tới được${thuLoi === null ? '' : ` (${thuLoi})`}`
    : thu === 'cho' && thuLoi !== null
      ? 'thư chưa gửi được, đang thử lại'
      : (MAIL[thu] ?? null)

const row = (one: Kept): Html =>
  html`<li${!one.daDoc && html` class="moi"`}>
    <a href="${one.dan}">${noticeLine(one)}</a>
    <span class="nho">${[one.daDoc ? null : 'Chưa đọc', moment(one.luc), mailWord(one)].filter((word) => word !== null).join(' · ')}</span>${one.loi !== '' && html`<blockquote>${one.loi}</blockquote>`}
  </li>`

export const inbox: Room = {
  path: '/lam-viec/hop-thu',
  draw: async (visit) => {
    const decides = queuesFor(visit.actor).some(({ own }) => own === null)
    const { rows, unread } = await inboxOf(await visit.own(), visit.actor.id, MOST, decides)
    return {
      title: 'Thông báo',
      main:
        rows.length === 0
          ? html`<div class="trong-khong">${hoaBan('hoa')}<p>Chưa có thông báo nào. Khi có nội dung chờ bạn, hoặc nội dung bạn gửi có kết quả, trang báo ở đây và qua thư.</p></div>`
          : html`<ul class="viec">
                ${rows.map(row)}
              </ul>
              ${
                unread > 0 &&
                html`<form method="post" action="/lam-viec/hop-thu"><p class="hang"><button class="nut phu" type="submit">Đánh dấu tất cả là đã đọc</button></p></form>`
              }
              <p><a href="/lam-viec/tai-khoan">Chọn cách nhận thư</a></p>`,
    }
  },
  act: async (visit) => {
    await markRead(await visit.own(), visit.actor.id, null)
    return { to: '/lam-viec/hop-thu' }
  },
}
