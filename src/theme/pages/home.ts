import { nameOf } from '../content/words.ts'
import type { Named } from '../content/edition.ts'
import { html, type Html, type Part } from '../draw/html.ts'
import { schoolLd } from '../machines/jsonLd.ts'
import { hoaBan } from '../draw/motif.ts'
import { layout } from './layout.ts'
import { type Site } from './site.ts'
import { eventList, goodDeedBand, leadStory, nameList, noticeList, storyList, type StoryEdition } from './storyList.ts'

/** `fresh`: the newest notices, which a family comes for, before all else; `notices`: older ones. */
export type HomeData = {
  fresh: StoryEdition[]
  lead: StoryEdition | null
  latest: StoryEdition[]
  goodDeeds: StoryEdition[]
  notices: StoryEdition[]
  /** What is not over yet, soonest first. */
  events: StoryEdition[]
  topics: Named[]
  units: Named[]
  /** When it is drawn, in milliseconds. */
  now: number
}

const section = (id: string, title: string, body: Part, more?: [string, string]): Html =>
  html`<section class="muc" aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${body}${more && html`<p class="tiep"><a href="${more[0]}">${more[1]}</a></p>`}
  </section>`

const beingPrepared = (site: Site): Html =>
  html`<div class="khung">
    <div class="trong">
      ${hoaBan('hoa')}
      <h1>${site.settings?.tenTruong ?? 'Trang thông tin điện tử'}</h1>
      <p>Trang đang được chuẩn bị. Những nội dung đầu tiên sẽ có ở đây ngay khi được duyệt.</p>
    </div>
  </div>`

/** On a phone the notices come before the lead story, which fills a screen; on a desk they stand beside it. */
const opening = ({ fresh, lead }: HomeData): Html =>
  html`<div class="mo-dau${fresh.length > 0 && lead ? ' hai-phan' : ''}">
    ${fresh.length > 0 && section('thong-bao-moi', 'Thông báo mới', noticeList(fresh), ['/thong-bao', 'Tất cả thông báo'])}${lead && leadStory(lead)}
  </div>`

const filled = (name: string, data: HomeData): Html =>
  html`<h1 class="an">Trang thông tin điện tử ${name}</h1>
    <div class="khung">
      ${opening(data)}${data.latest.length > 0 && section('moi-nhat', 'Mới nhất', html`<div class="tom">${storyList(data.latest, 3)}</div>`, ['/tin-bai', 'Tất cả tin bài'])}
    </div>
    ${data.goodDeeds.length > 0 && goodDeedBand(data.goodDeeds)}
    <div class="khung">
      <div class="hai-cot">
        ${data.notices.length > 0 && section('thong-bao', 'Thông báo', noticeList(data.notices), ['/thong-bao', 'Tất cả thông báo'])}${data.events.length > 0 && section('sap-dien-ra', 'Sắp diễn ra', eventList(data.events, data.now), ['/lich', 'Lịch sự kiện'])}
      </div>
      <div class="hai-cot cuoi">
        ${data.topics.length > 0 && section('chu-de', 'Chủ đề', nameList(data.topics, '/chu-de'))}${data.units.length > 0 && section('don-vi', 'Đơn vị', nameList(data.units, '/don-vi'))}
      </div>
    </div>`

export function homePage(site: Site, data: HomeData): string {
  const name = nameOf(site.settings)
  const empty = !data.lead && data.fresh.length === 0 && data.notices.length === 0 && data.goodDeeds.length === 0
  const main = empty ? beingPrepared(site) : filled(name, data)
  const description = site.settings?.khauHieu ?? `Trang thông tin điện tử ${name}`
  const head = { feeds: { title: name, base: '' }, data: [schoolLd(site)], image: data.lead?.noiDung.anhBia }
  return layout(site, { title: name, path: '/', main, description, head })
}
