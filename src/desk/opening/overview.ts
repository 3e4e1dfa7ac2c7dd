/** The opening's first page: what is done, what comes next. */
import { TEN_CAP } from '../../presets/index.ts'
import { holds } from '../../policy/people/roles.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import type { Room } from '../room.ts'
import { mustOpen, standingOf, type Standing } from './standing.ts'
import { OPENING, pathOf, STEPS } from './steps.ts'

function countOf(standing: Standing, key: string): string {
  if (key === 'loai') return standing.preset ? `${TEN_CAP[standing.preset.cap].vi}, theo mẫu của ${standing.preset.tenDonVi}` : ''
  if (key === 'don-vi') return standing.units > 0 ? `${standing.units} đơn vị` : ''
  if (key === 'nguoi') return standing.people > 0 ? `${standing.people} người` : ''
  return key === 'chu-de' && standing.topics > 0 ? `${standing.topics} chủ đề` : ''
}

const row = (standing: Standing, { key, ten, giup }: (typeof STEPS)[number]): Html =>
  html`<li>
    <a href="${pathOf(key)}">${ten}</a> ${standing.done[key] ? html`<span class="the xong">✓ Xong</span>` : html`<span class="the">Chưa xong</span>`}
    <span class="nho mo">${countOf(standing, key) || giup}</span>
  </li>`

function nextOf(standing: Standing): Part {
  const waiting = standing.goi !== null && html`<a class="nut phu" href="/lam-viec/goi/${standing.goi}">Đọc gói khai trương đã trình</a>`
  const next = STEPS.find(({ key }) => !standing.done[key])
  if (standing.opened)
    return html`<p class="da-lam">Trang đã khai trương: người xem thấy tên, chân trang và các mục đã duyệt.</p>
      <p class="hang"><a class="nut" href="/">Xem trang</a>${waiting}</p>`
  return html`<p class="hang">${next && html`<a class="nut" href="${pathOf(next.key)}">Làm tiếp: ${next.ten}</a>`}${waiting}</p>`
}

export const overview: Room = {
  path: OPENING,
  draw: async (visit) => {
    mustOpen(visit)
    const standing = await standingOf(visit)
    const done = STEPS.filter(({ key }) => standing.done[key]).length
    return {
      title: 'Khai trương trang',
      main: html`<p>
          Bảy bước, khoảng một buổi chiều, không cần biết kỹ thuật. Có thể dừng ở bất cứ bước nào rồi làm tiếp. Chưa có gì lên trang cho đến khi người phát ngôn
          duyệt ở bước cuối.
        </p>
        <p><label for="tien-do">Đã xong ${done} trong ${STEPS.length} bước</label><progress id="tien-do" max="${STEPS.length}" value="${done}"></progress></p>
        <ol class="buoc">
          ${STEPS.map((step) => row(standing, step))}
        </ol>
        ${nextOf(standing)}${!holds(visit.actor, 'nguoiPhatNgon') && html`<p class="goi-y">Loại cơ sở và quyết định cuối cùng là việc của người phát ngôn.</p>`}`,
    }
  },
}
