import { nameOf } from '../content/words.ts'
import { html, type Part } from '../draw/html.ts'
import { hoaBan } from '../draw/motif.ts'
import { breadcrumb, type Crumb } from './breadcrumb.ts'
import type { PageHead } from './head.ts'
import { layout } from './layout.ts'
import { type Site } from './site.ts'
import { storyList, type StoryEdition } from './storyList.ts'

/** Ways to other parts of the same list: `current` stands for where the reader is. */
export type Ways = { title: string; items: { ten: string; duongDan: string; current?: boolean }[] }

/**
 * One page of a list. `truoc`: where it begins, null for the first; `older`: where the next one does, or null at the end.
 * `above`: what the breadcrumb names before it; `head`: its feeds and calendar.
 */
export type ListData = {
  title: string
  path: string
  above?: readonly Crumb[]
  intro?: Part
  ways?: readonly Ways[]
  stories: StoryEdition[]
  older: number | null
  truoc: number | null
  head?: PageHead
}

const waysList = ({ title, items }: Ways): Part =>
  html`<nav class="loi-di" aria-label="${title}">
    <h2>${title}</h2>
    <ul class="the">
      ${items.map((i) => html`<li><a href="${i.duongDan}"${i.current && html` aria-current="page"`}>${i.ten}</a></li>`)}
    </ul>
  </nav>`

const followLinks = ({ feeds, calendar }: PageHead): Part =>
  feeds &&
  html`<p class="mo khong-in">
    <a href="${feeds.base}/rss.xml">RSS của mục này</a> · ${calendar && html`<a href="${calendar.path}" type="text/calendar">Thêm vào lịch</a> · `}<a href="/rss">Cách theo dõi</a>
  </p>`

export function listPage(site: Site, data: ListData): string {
  const paged = data.truoc !== null
  const body =
    data.stories.length === 0
      ? html`<div class="trong">
          ${hoaBan('hoa')}
          <p>Chưa có nội dung nào ở mục này.</p>
          <p><a href="/tin-bai">Xem tất cả tin bài</a></p>
        </div>`
      : storyList(data.stories, 2)
  const ways = data.ways?.filter((w) => w.items.length > 0) ?? []
  const main = html`<div class="khung${ways.length > 0 && ' hai-ben'}">
    <div class="mot-cot">
      ${breadcrumb(data.above ?? [])}
      <h1>${data.title}</h1>
      ${data.intro}${body}
      ${
        (paged || data.older !== null) &&
        html`<nav class="trang-so" aria-label="Các trang của danh sách">
          ${paged && html`<a href="${data.path}">Về đầu danh sách</a>`}${data.older !== null && html`<a href="${data.path}?truoc=${data.older}" rel="next">Cũ hơn</a>`}
        </nav>`
      }
      ${data.head && followLinks(data.head)}
    </div>
    ${ways.length > 0 && html`<div>${ways.map(waysList)}</div>`}
  </div>`
  return layout(site, {
    title: data.title,
    path: data.path,
    main,
    noindex: paged,
    head: {
      trail: [...(data.above ?? []), { ten: data.title, duongDan: data.path }],
      ...data.head,
      canonical: paged ? `${data.path}?truoc=${data.truoc}` : data.path,
    },
    description: `${data.title} – ${nameOf(site.settings)}`,
  })
}
