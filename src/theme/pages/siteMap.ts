/** Sơ đồ trang: everything a reader can walk to, on one page. */
import { say } from '../content/words.ts'
import { MUC_TRANG_LABELS } from '../../messages/pages.ts'
import { shownIn } from '../../policy/gate/sitePages.ts'
import type { Named } from '../content/edition.ts'
import { html, type Html } from '../draw/html.ts'
import type { TrangEdition } from '../content/trang.ts'
import { breadcrumb } from './breadcrumb.ts'
import { layout } from './layout.ts'
import { type Site } from './site.ts'

export type SiteMapData = { pages: TrangEdition[]; topics: Named[]; units: Named[]; years: string[] }
type Link = { ten: string; duongDan: string }

const group = (id: string, title: string, links: readonly Link[]): Html | null =>
  links.length === 0
    ? null
    : html`<section class="muc" aria-labelledby="${id}">
        <h2 id="${id}">${title}</h2>
        <ul>
          ${links.map((l) => html`<li><a href="${l.duongDan}">${l.ten}</a></li>`)}
        </ul>
      </section>`

const toLinks = (names: readonly Named[], base: string): Link[] => names.map((n) => ({ ten: n.ten, duongDan: `${base}/${n.slug}` }))

export function siteMapPage(site: Site, { pages, topics, units, years }: SiteMapData): string {
  const lists = shownIn('siteMap', { soDuyet: Boolean(site.soDuyet) }).map(({ path, ten }) => ({ ten, duongDan: path }))
  const order = Object.keys(MUC_TRANG_LABELS)
  const about = pages.filter((p) => p.noiDung.muc !== 'congKhai').sort((a, b) => order.indexOf(a.noiDung.muc) - order.indexOf(b.noiDung.muc))
  const disclosed = [{ ten: 'Công khai', duongDan: '/cong-khai' }, ...years.map((y) => ({ ten: `Công khai năm học ${y}`, duongDan: `/cong-khai/${y}` }))]
  const main = html`<div class="khung">
    ${breadcrumb([])}
    <h1>Sơ đồ trang</h1>
    <div class="so-do">
      ${group('sd-chinh', 'Mục chính', lists)}${group(
        'sd-truong',
        say(site.settings, 'Về {coQuan}'),
        about.map((p) => ({ ten: p.tieuDe, duongDan: `/${p.slug}` })),
      )}${group('sd-cong-khai', 'Công khai', disclosed)}${group('sd-chu-de', 'Chủ đề', toLinks(topics, '/chu-de'))}${group('sd-don-vi', 'Đơn vị', toLinks(units, '/don-vi'))}
    </div>
  </div>`
  return layout(site, { title: 'Sơ đồ trang', path: '/so-do-trang', main })
}
