import type { Named } from '../edition.ts'
import { html, type Html, type Part } from '../html.ts'
import { hoaBan } from '../motif.ts'
import { layout, type Site } from './layout.ts'
import { eventList, goodDeedBand, leadStory, noticeList, storyList, type StoryEdition } from './storyList.ts'

export type HomeData = {
  lead: StoryEdition | null
  latest: StoryEdition[]
  goodDeed: StoryEdition | null
  notices: StoryEdition[]
  events: StoryEdition[]
  topics: Named[]
}

const section = (id: string, title: string, body: Part): Html =>
  html`<section class="muc" aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${body}
  </section>`

export function homePage(site: Site, data: HomeData): string {
  const name = site.settings?.tenTruong ?? 'nhà trường'
  const empty = !data.lead && data.notices.length === 0 && !data.goodDeed
  const main = empty
    ? html`<div class="khung">
        <div class="trong">
          ${hoaBan('hoa')}
          <h1>${site.settings?.tenTruong ?? 'Trang thông tin điện tử'}</h1>
          <p>Trang đang được chuẩn bị. Những nội dung đầu tiên sẽ có ở đây ngay khi được duyệt.</p>
        </div>
      </div>`
    : html`<h1 class="an">Trang thông tin điện tử ${name}</h1><div class="khung">${data.lead && leadStory(data.lead)}${data.latest.length > 0 && html`<div class="tom">${section('moi-nhat', 'Mới nhất', storyList(data.latest, 3))}</div>`}</div>${data.goodDeed && goodDeedBand(data.goodDeed)}<div class="khung"><div class="hai-cot">${data.notices.length > 0 && section('thong-bao', 'Thông báo', html`${noticeList(data.notices)}<p><a href="/thong-bao">Tất cả thông báo</a></p>`)}${data.events.length > 0 && section('sap-dien-ra', 'Sắp diễn ra', eventList(data.events))}</div>${data.topics.length > 0 && section('chu-de', 'Chủ đề', html`<ul class="the">${data.topics.map((t) => html`<li><a href="/chu-de/${t.slug}">${t.ten}</a></li>`)}</ul>`)}</div>`
  return layout(site, { title: name, path: '/', main, description: site.settings?.khauHieu ?? `Trang thông tin điện tử ${name}` })
}
