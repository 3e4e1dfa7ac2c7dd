/** `/lam-viec/kenh/:id`: a live story's ready text for each other place, and where it went. */
import { parseId } from '../../actions/case.ts'
import { ghiKenh } from '../../actions/ghiKenh.ts'
import { now } from '../../database/clock.ts'
import { liveStory, sentOf, type DaGui, type WithPeople } from '../../facts/channels.ts'
import { field, formPart } from '../../forms/field.ts'
import type { Sent } from '../../forms/form.ts'
import { TEN_KENH, TEN_KET_QUA } from '../../messages/channels.ts'
import { refuse } from '../../messages/refusal.ts'
import { KENH_DANG, KET_QUA, notAgreed, type KenhDang } from '../../policy/channels/channels.ts'
import { issue } from '../../policy/issues.ts'
import { dayOf } from '../../policy/time/hanoi.ts'
import { day } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { onlyReceivers } from '../intake/classes.ts'
import type { Room, Visit } from '../room.ts'

const at = (taiLieu: number): string => `/lam-viec/kenh/${taiLieu}`

async function storyIn(visit: Visit): Promise<WithPeople> {
  onlyReceivers(visit)
  const id = parseId(visit.request.params.id)
  const story = id === null ? null : await liveStory(await visit.own(), id)
  if (!story) throw refuse(issue('NOT_FOUND'))
  return story
}

/** Words of the approved edition alone. */
const readyText = (visit: Visit, school: string, { tieuDe, slug, noiDung }: WithPeople): string =>
  [tieuDe, typeof noiDung.tomTat === 'string' ? noiDung.tomTat : '', new URL(`/bai/${slug}`, visit.options.siteUrl).toString(), school]
    .filter(Boolean)
    .join('\n')

const READY: readonly KenhDang[] = ['congSo', 'fanpage', 'zalo', 'baoDai']

function ready(visit: Visit, school: string, story: WithPeople, at: string): Html[] {
  return READY.map((kenh) => {
    const missing = notAgreed(kenh, story.people, at)
    return html`<details class="them"><summary>${TEN_KENH[kenh]}</summary>
      ${
        missing.length > 0
          ? html`<p class="loi">Chưa gửi được tới đây: ${missing.join(', ')} chưa đồng ý cho nơi này. Hãy xin thêm và ghi vào <a href="/lam-viec/dong-y">phiếu đồng ý</a>.</p>`
          : html`<textarea readonly rows="5" aria-label="${`Đoạn chữ cho ${TEN_KENH[kenh]}`}" data-chep>${readyText(visit, school, story)}</textarea>`
      }
    </details>`
  })
}

export const sentList = (rows: readonly DaGui[], titles = false, beside: (row: DaGui) => Part = () => false): Html =>
  html`<ul class="viec">
    ${rows.map((one) => {
      const { kenh, ketQua, ngay, diaChi, ghiChu, tenNguoi, tieuDe } = one
      return html`<li><span><strong>${TEN_KENH[kenh]}</strong>, ${TEN_KET_QUA[ketQua]} ngày ${day(`${ngay}T00:00:00Z`)}${titles && `: ${tieuDe}`}</span><span class="nho">${[diaChi, ghiChu, tenNguoi].filter(Boolean).join(' · ')}</span>${beside(one)}</li>`
    })}
  </ul>`

/** It stands where somebody in it has not agreed to stand: that it went there is recorded, and has to be mended there. */
function toTakeDown(rows: readonly DaGui[], story: WithPeople, at: string): Part {
  const places = KENH_DANG.map((kenh) => {
    // The newest first: what was taken down since is down.
    const last = rows.find((row) => row.kenh === kenh && row.ketQua !== 'daGui')
    return { kenh, lacks: last?.ketQua === 'daDang' ? notAgreed(kenh, story.people, at) : [] }
  }).filter(({ lacks }) => lacks.length > 0)
  return places.map(
    ({ kenh, lacks }) =>
      html`<p class="loi">${TEN_KENH[kenh]}: ${lacks.join(', ')} chưa đồng ý cho nơi này. Hãy nhờ nơi ấy gỡ rồi ghi “đã gỡ ở đó”, hoặc xin thêm và ghi vào <a href="/lam-viec/dong-y">phiếu đồng ý</a>.</p>`,
  )
}

const choice = (name: string, label: string, options: readonly { value: string; label: string }[], sent: Sent): Html => field({ name, label, options }, sent)

const record = (taiLieu: number, today: string, sent: Sent): Html =>
  formPart(
    sent,
    at(taiLieu),
    html`${choice(
      'kenh',
      'Ở đâu',
      KENH_DANG.map((value) => ({ value, label: TEN_KENH[value] })),
      sent,
    )}${choice(
      'ketQua',
      'Kết quả',
      KET_QUA.map((value) => ({ value, label: TEN_KET_QUA[value] })),
      sent,
    )}${field({ name: 'ngay', label: 'Ngày', type: 'date', value: today }, sent)}${field({ name: 'diaChi', label: 'Địa chỉ hoặc minh chứng', hint: 'Đường dẫn, số báo, tên chương trình.', max: 500 }, sent)}${field({ name: 'ghiChu', label: 'Ghi chú', max: 500 }, sent)}`,
    'Ghi lại',
  )

const oneTap = (taiLieu: number, today: string): Part => html`<form method="post" action="${at(taiLieu)}" class="hang">
  <input type="hidden" name="kenh" value="congSo" /><input type="hidden" name="ketQua" value="daGui" /><input type="hidden" name="ngay" value="${today}" />
  <button class="nut" type="submit">Vừa gửi lên cổng cấp trên hôm nay</button>
</form>`

export const channels: Room = {
  path: '/lam-viec/kenh/:id',
  draw: async (visit, sent) => {
    const story = await storyIn(visit)
    const req = await visit.own()
    const [moment, rows] = [await now(req), await sentOf(req, [story.taiLieu])]
    const today = dayOf(Date.parse(moment))
    const school = (await visit.options.settings())?.tenTruong ?? ''
    return {
      title: `Đưa đi nơi khác: ${story.tieuDe}`,
      main: html`<p><a href="/bai/${story.slug}">Xem bài trên trang</a> · <a href="/phat-thanh/${story.slug}">Bản đọc phát thanh</a></p>
        <h2>Chữ soạn sẵn</h2>${ready(visit, school, story, moment)}
        <h2>Đã đưa đi đâu</h2>
        ${toTakeDown(rows, story, await now(req))}${rows.length === 0 ? html`<p class="mo">Chưa ghi nơi nào.</p>` : sentList(rows)}
        ${oneTap(story.taiLieu, today)}
        <details class="them"${sent.form !== null && html` open`}><summary>Ghi một nơi khác</summary>${record(story.taiLieu, today, sent)}</details>`,
    }
  },
  act: async (visit, form) => {
    onlyReceivers(visit)
    const taiLieu = parseId(visit.request.params.id)
    if (taiLieu === null) throw refuse(issue('NOT_FOUND'))
    const told = { kenh: form.text('kenh'), ketQua: form.text('ketQua'), ngay: form.text('ngay'), diaChi: form.text('diaChi'), ghiChu: form.text('ghiChu') }
    await ghiKenh(await visit.own(), taiLieu, told)
    // Said on the paper of whoever withdrew, where the story itself is no more.
    const phieu = parseId(form.text('phieu'))
    return { to: `${phieu === null ? at(taiLieu) : `/lam-viec/dong-y/${phieu}`}?da=luu` }
  },
}
