/** The form of the search page: words, and beneath them what narrows the search; the same without JavaScript. */
import { MAX_QUERY } from '../../policy/text/searchWords.ts'
import type { Named } from '../content/edition.ts'
import { html, type Html } from '../draw/html.ts'
import { addressOf, TYPES, type Filters } from '../asked/search.ts'

const select = (id: string, name: string, label: string, all: string, chosen: string | null, options: readonly (readonly [string, string])[]): Html =>
  html`<p>
    <label for="${id}">${label}</label
    ><select id="${id}" name="${name}">
      <option value="">${all}</option>
      ${options.map(([value, text]) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`)}
    </select>
  </p>`

const dayField = (id: string, name: string, label: string, value: string | null): Html =>
  html`<p><label for="${id}">${label}</label><input type="date" id="${id}" name="${name}" value="${value}" min="2000-01-01" max="2099-12-31" /></p>`

const named = (list: readonly Named[]): [string, string][] => list.map((n) => [n.slug, n.ten])

export function searchForm(q: string, f: Filters, topics: readonly Named[], units: readonly Named[]): Html {
  const types = Object.entries(TYPES).map(([value, { ten }]) => [value, ten] as const)
  const chosen = Object.values(f).filter((v) => v !== null).length
  return html`<form class="tim-ky" action="/tim-kiem" method="get" role="search" aria-label="Tìm theo từ và bộ lọc">
    <label for="tim-trang">Từ cần tìm</label>
    <div class="tim">
      <input type="search" id="tim-trang" name="q" value="${q}" maxlength="${MAX_QUERY}" aria-describedby="tim-goi-y" /><button class="nut" type="submit">Tìm</button>
    </div>
    <p class="mo" id="tim-goi-y">Có dấu hoặc không dấu đều được. Đặt cụm từ trong ngoặc kép để tìm đúng thứ tự.</p>
    <details class="loc"${chosen > 0 && html` open`}>
      <summary>Lọc kết quả${chosen > 0 && ` (đang dùng ${chosen})`}</summary>
      <div class="loc-o">
        ${select('loc-loai', 'loai', 'Loại', 'Tất cả các loại', f.loai, types)}
        ${topics.length > 0 && select('loc-chu-de', 'chu-de', 'Chủ đề', 'Tất cả chủ đề', f.chuDe?.slug ?? null, named(topics))}
        ${units.length > 0 && select('loc-don-vi', 'don-vi', 'Đơn vị', 'Tất cả đơn vị', f.donVi?.slug ?? null, named(units))}
        ${dayField('loc-tu', 'tu', 'Đăng từ ngày', f.tu)}${dayField('loc-den', 'den', 'Đến ngày', f.den)}
        <p class="loc-nut"><button class="nut" type="submit">Áp dụng bộ lọc</button></p>
      </div>
    </details>
  </form>`
}

const dayOf = (day: string): string => day.split('-').reverse().join('/')

/** What narrows the search now, each with a link that takes it away. */
export function chosenFilters(q: string, f: Filters): Html | null {
  const chosen: [keyof Filters, string, string][] = []
  if (f.loai) chosen.push(['loai', 'Loại', TYPES[f.loai]!.ten])
  if (f.chuDe) chosen.push(['chuDe', 'Chủ đề', f.chuDe.ten])
  if (f.donVi) chosen.push(['donVi', 'Đơn vị', f.donVi.ten])
  if (f.tu) chosen.push(['tu', 'Từ ngày', dayOf(f.tu)])
  if (f.den) chosen.push(['den', 'Đến ngày', dayOf(f.den)])
  if (chosen.length === 0) return null
  return html`<ul class="loc-dang" aria-label="Bộ lọc đang dùng">
    ${chosen.map(([key, label, value]) => html`<li>${label}: <strong>${value}</strong> <a href="${addressOf(q, { ...f, [key]: null })}" aria-label="Bỏ lọc ${label}: ${value}">Bỏ</a></li>`)}
    ${chosen.length > 1 && html`<li><a href="${addressOf(q, {})}">Xoá bộ lọc</a></li>`}
  </ul>`
}
