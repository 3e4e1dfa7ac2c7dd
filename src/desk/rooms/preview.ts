/** A story as readers would get it, before it is sent; and sending it from there. */
import { ACTIONS } from '../../actions/index.ts'
import { html } from '../../theme/draw/html.ts'
import type { Room } from '../room.ts'
import { missingList, missingOf } from '../writing/missing.ts'
import { panelOf, pathOf, SLUG, storyOf } from '../writing/story.ts'

const GROUNDS = [
  ['', 'Theo máy của bạn'],
  ['sang', 'Nền sáng'],
  ['toi', 'Nền tối'],
] as const

export const preview: Room = {
  path: '/lam-viec/viet/:id/xem',
  draw: async (visit) => {
    const story = await storyOf(visit)
    const missing = await missingOf(visit, story)
    const at = `${pathOf(story.id)}/xem`
    const mau = GROUNDS.find(([code]) => code !== '' && code === visit.query.get('mau'))?.[0] ?? ''
    const waits = story.options.buocCho !== null && !story.options.suaSauTrinh
    const src = `/api/${SLUG}/${story.id}/xem${mau === '' ? '' : `?mau=${mau}`}`
    return {
      title: `Xem trước: ${String(story.doc.tieuDe || 'Chưa có tên')}`,
      main: html`${
        waits
          ? html`<p class="da-lam">Đã trình, đang chờ bước “${story.options.buocCho}”. Kết quả sẽ hiện ở “Việc của tôi”.</p>`
          : missing.length > 0 &&
            html`<div class="thieu-gi"><p>Còn thiếu ${missing.length} điều để trình:</p>${missingList(missing, story.plain ? pathOf(story.id) : panelOf(story.id))}</div>`
      }
        <p class="nen">${GROUNDS.map(([code, name]) => html`<a href="${at}${code !== '' && `?mau=${code}`}"${code === mau && html` aria-current="true"`}>${name}</a>`)}</p>
        <iframe class="khung-xem lon" src="${src}" title="${String(story.doc.tieuDe ?? '')}" sandbox="allow-same-origin"></iframe>
        <div class="hang">
          ${
            !waits &&
            missing.length === 0 &&
            html`<form method="post" action="${at}">
              <input type="hidden" name="phienBan" value="${story.phienBan}" /><button class="nut" type="submit">Trình duyệt</button>
            </form>`
          }<a class="nut phu" href="${story.plain ? pathOf(story.id) : panelOf(story.id)}">Sửa tiếp</a><a class="nut phu" href="/lam-viec">Về việc của tôi</a>
        </div>`,
    }
  },
  act: async (visit, form) => {
    const story = await storyOf(visit)
    await ACTIONS.trinh(await visit.own(), story.gate, story.id, { phienBan: Number(form.text('phienBan')) || 0 })
    return { to: `${pathOf(story.id)}/xem?da=daTrinh` }
  },
}
