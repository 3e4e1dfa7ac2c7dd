/** “Theo dõi trang”: how to hear of what is new without giving anybody an address. */
import { LOAI, type Named } from '../content/edition.ts'
import { html, type Html } from '../draw/html.ts'
import { FEED_FILES } from '../machines/feed.ts'
import { breadcrumb } from './breadcrumb.ts'
import { layout } from './layout.ts'
import { type Site } from './site.ts'

export type FeedsData = { topics: readonly Named[]; units: readonly Named[] }

const NAMES = { rss: 'RSS', atom: 'Atom', json: 'JSON' } as const

/** Each link says which feed it is of, for whoever hears the links alone. */
const row = (ten: string, base: string): Html =>
  html`<li>
    ${ten}: ${Object.entries(FEED_FILES).map(([file, f], i) => html`${i > 0 && ' · '}<a href="${base}/${file}">${NAMES[f]}<span class="an"> – ${ten}</span></a>`)}
  </li>`

const group = (id: string, title: string, rows: readonly Html[]): Html | null =>
  rows.length === 0
    ? null
    : html`<section class="muc" aria-labelledby="${id}">
        <h2 id="${id}">${title}</h2>
        <ul>
          ${rows}
        </ul>
      </section>`

export function feedsPage(site: Site, { topics, units }: FeedsData): string {
  const title = 'Theo dõi trang'
  const main = html`<div class="khung">
    ${breadcrumb([])}
    <h1>${title}</h1>
    <p class="sa-po">Nhận tin mới mà không cần để lại số điện thoại, thư điện tử hay tài khoản nào.</p>
    <h2>Cách làm</h2>
    <ol>
      <li>Cài một ứng dụng đọc tin (còn gọi là trình đọc RSS) trên điện thoại hoặc máy tính.</li>
      <li>Chép địa chỉ một nguồn ở dưới: giữ tay, hoặc bấm chuột phải lên chữ RSS rồi chọn chép địa chỉ liên kết.</li>
      <li>Dán địa chỉ vào ứng dụng. Từ đó tin mới tự hiện ra trong ứng dụng.</li>
    </ol>
    <p>RSS, Atom và JSON có cùng nội dung; hầu hết ứng dụng dùng được RSS.</p>
    ${group('ca-trang', 'Cả trang', [row('Tất cả tin bài', ''), ...Object.values(LOAI).map((k) => row(k.ten, k.duongDan))])}
    ${group(
      'theo-chu-de',
      'Theo chủ đề',
      topics.map((t) => row(t.ten, `/chu-de/${t.slug}`)),
    )}
    ${group(
      'theo-don-vi',
      'Theo đơn vị',
      units.map((u) => row(u.ten, `/don-vi/${u.slug}`)),
    )}
    <section class="muc" aria-labelledby="lich">
      <h2 id="lich">Lịch sự kiện</h2>
      <p><a href="/lich">Lịch sự kiện</a> cũng có <a href="/lich.ics" type="text/calendar">tệp lịch</a> để thêm vào điện thoại.</p>
    </section>
  </div>`
  const head = { trail: [{ ten: title, duongDan: '/rss' }], feeds: { title: site.settings?.tenTruong ?? 'Trang thông tin điện tử', base: '' } }
  return layout(site, { title, path: '/rss', main, description: 'Cách nhận tin mới bằng RSS, Atom hoặc JSON.', head })
}
