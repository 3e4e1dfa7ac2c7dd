import { html, type Html } from '../html.ts'
import { layout, type Site } from './layout.ts'
import { storyItem, type StoryEdition } from './storyList.ts'

export type SearchData = { q: string; found: { story: StoryEdition; excerpt: Html | null }[] }

export function searchPage(site: Site, { q, found }: SearchData): string {
  const said =
    q === ''
      ? html`<p>Gõ điều bạn cần tìm, có dấu hoặc không dấu đều được.</p>`
      : found.length === 0
        ? html`<p>Không tìm thấy nội dung nào có “${q}”. Hãy thử ít từ hơn, hoặc <a href="/">về trang chủ</a>.</p>`
        : html`<p class="mo">${found.length >= 20 ? 'Hiện 20 kết quả gần nhất' : `${found.length} kết quả`} cho “${q}”.</p>`
  const main = html`<div class="khung">
    <h1>Tìm kiếm</h1>
    <form class="tim" action="/tim-kiem" method="get" role="search" aria-label="Tìm theo từ">
      <label class="an" for="tim-trang">Từ cần tìm</label><input type="search" id="tim-trang" name="q" value="${q}" maxlength="100" /><button
        class="nut"
        type="submit"
      >
        Tìm
      </button>
    </form>
    ${said}
    <ul class="danh-sach">
      ${found.map(({ story, excerpt }) => storyItem(story, 2, excerpt ?? undefined))}
    </ul>
  </div>`
  return layout(site, { title: q === '' ? 'Tìm kiếm' : `Tìm “${q}”`, path: '/tim-kiem', main, q, noindex: true })
}
