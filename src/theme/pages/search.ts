import { MAX_QUERY, MAX_WORDS, type Asked } from '../../policy/text/searchWords.ts'
import { day } from '../draw/dates.ts'
import { publicFile, type Media, type Named } from '../content/edition.ts'
import { html, type Html, type Part } from '../draw/html.ts'
import { picture } from '../draw/pictures.ts'
import { BASES } from '../machines/addresses.ts'
import { addressOf, isNarrowed, TYPES, type Filters } from '../asked/search.ts'
import { COUNTED, type Answer, type Result } from '../asked/answer.ts'
import { layout } from './layout.ts'
import { type Site } from './site.ts'
import { chosenFilters, searchForm } from './searchForm.ts'

/** `answer`: null where nothing was searched for yet. `unread`: some filter of the address means nothing here. */
export type SearchData = {
  asked: Asked
  filters: Filters
  unread: boolean
  topics: readonly Named[]
  units: readonly Named[]
  paged: boolean
  answer: Answer | 'tookTooLong' | null
}

function result(r: Result): Html {
  const photo = r.noiDung.anhBia as Media | undefined
  const image = photo?.loai === 'anh' ? picture({ ...photo, altText: '' }, publicFile, '(min-width: 40rem) 11rem, 6.5rem') : null
  const type = TYPES[r.boSuuTap === 'tin-bai' ? r.loai : r.boSuuTap]?.ten
  const summary = typeof r.noiDung.tomTat === 'string' ? r.noiDung.tomTat : null
  const text: Part = r.excerpt ?? summary
  return html`<li${image && html` class="co-anh"`}><div>${type && html`<span class="nhan-loai">${type}</span> `}<time class="ngay" datetime="${r.dangLanDau}">${day(r.dangLanDau)}</time><h3 class="ten"><a href="${BASES[r.boSuuTap] ?? ''}/${r.slug}">${r.title}</a></h3>${text && html`<p>${text}</p>`}</div>${image}</li>`
}

const list = (results: readonly Result[]): Html =>
  html`<ul class="danh-sach ket-qua">
    ${results.map(result)}
  </ul>`

/** What was found, in one sentence that a screen reader says when the page opens. */
function said({ asked: { q, terms }, filters, paged, answer }: SearchData): Part {
  if (answer === null) return q === '' ? 'Gõ điều bạn cần tìm rồi bấm Tìm.' : 'Chưa có chữ hay số nào để tìm. Hãy gõ ít nhất một từ.'
  if (answer === 'tookTooLong') return 'Lượt tìm này mất quá lâu nên đã dừng. Hãy thêm một từ, chọn bộ lọc, hoặc thử lại sau ít phút.'
  const [about, where] = [q === '' ? null : html` cho “${q}”`, isNarrowed(filters) ? ' trong phần đã lọc' : '']
  if (answer.some) {
    const missing = terms.some((t) => t.next) ? html`đúng như “${q}”` : html`đủ các từ của “${q}”`
    return html`Không có nội dung nào có ${missing}${where}. Dưới đây là ${many(answer.count)} có một phần các từ ấy.`
  }
  if (answer.results.length === 0 && paged) return 'Đã hết kết quả.'
  if (answer.count === 0) return html`Không tìm thấy nội dung nào${about}${where}.`
  return html`Tìm thấy ${many(answer.count)}${about}${where}.`
}
const many = (count: number): string => (count >= COUNTED ? `hơn ${COUNTED} kết quả` : `${count} kết quả`)

const nextSteps = (q: string, filters: Filters): Html =>
  html`<div class="goi-y-tiep">
    <h2>Có thể thử</h2>
    <ul>
      ${isNarrowed(filters) && html`<li><a href="${addressOf(q, {})}">Tìm lại không dùng bộ lọc</a></li>`}
      <li>Dùng ít từ hơn, hoặc từ khác gần nghĩa</li>
      ${/["“”„«»]/.test(q) && html`<li><a href="${addressOf(q.replace(/["“”„«»]+/g, ' ').trim(), filters)}">Bỏ ngoặc kép</a></li>`}
      <li><a href="/">Về trang chủ</a></li>
    </ul>
  </div>`

function found(data: SearchData): Part {
  const { answer, asked, filters, paged } = data
  if (answer === null || answer === 'tookTooLong') return null
  const { results, meant, next } = answer
  return html`${results.length > 0 && html`<h2 class="an">Kết quả</h2>${list(results)}`}${
    (next || paged) &&
    html`<nav class="trang-so" aria-label="Trang kết quả">
      ${paged && html`<a href="${addressOf(asked.q, filters)}">Về trang đầu</a>`} ${next && html`<a href="${addressOf(asked.q, filters, next)}" rel="next">Trang sau</a>`}
    </nav>`
  }${
    meant &&
    html`<section class="y-ban" aria-labelledby="y-ban">
      <h2 id="y-ban">Có phải bạn tìm “<a href="${addressOf(meant.q, filters)}">${meant.q}</a>”?</h2>
      ${list(meant.results)}
    </section>`
  }${results.length === 0 && !paged && nextSteps(asked.q, filters)}`
}

export function searchPage(site: Site, data: SearchData): string {
  const { asked, filters, unread, topics, units } = data
  const { q } = asked
  const main = html`<div class="khung">
    <h1>Tìm kiếm</h1>
    ${searchForm(q, filters, topics, units)}
    ${
      asked.shortened &&
      html`<p class="ghi-chu">Câu tìm dài quá ${MAX_QUERY} ký tự hoặc ${MAX_WORDS} từ, nên chỉ phần đầu được dùng. Hãy giữ lại vài từ chính.</p>`
    }${unread && html`<p class="ghi-chu">Có bộ lọc trong địa chỉ không còn dùng được nên đã bỏ qua.</p>`}
    <p class="so-ket-qua" role="status">${said(data)}</p>
    ${chosenFilters(q, filters)}${found(data)}
  </div>`
  return layout(site, { title: q === '' ? 'Tìm kiếm' : `Tìm “${q}”`, path: addressOf(q, filters), main, q, noindex: true })
}
