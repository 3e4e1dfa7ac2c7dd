import { html, type Part } from '../html.ts'
import { hoaBan } from '../motif.ts'
import { layout, type Site } from './layout.ts'
import { storyList, type StoryEdition } from './storyList.ts'

/** One page of a list. `older`: where the next page begins, or null at the end. */
export type ListData = { title: string; path: string; intro?: Part; stories: StoryEdition[]; older: number | null; paged: boolean }

export function listPage(site: Site, data: ListData): string {
  const body =
    data.stories.length === 0
      ? html`<div class="trong">
          ${hoaBan('hoa')}
          <p>Chưa có nội dung nào ở mục này.</p>
        </div>`
      : html`${storyList(data.stories, 2)}
          <p class="trang-so">
            ${data.older !== null && html`<a href="${data.path}?truoc=${data.older}" rel="next">Xem các bài cũ hơn</a>`}${data.paged && data.older === null && html`<a href="${data.path}">Về các bài mới nhất</a>`}
          </p>`
  const main = html`<div class="khung">
    <nav class="duong-di" aria-label="Đường dẫn"><a href="/">Trang chủ</a> › ${data.title}</nav>
    <h1>${data.title}</h1>
    ${data.intro}${body}
  </div>`
  return layout(site, { title: data.title, path: data.path, main, noindex: data.paged })
}
