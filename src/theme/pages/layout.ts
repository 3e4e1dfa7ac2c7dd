import { publicFile, type FileUrl, type Settings } from '../edition.ts'
import { html, Html, type Part } from '../html.ts'
import { hoaBan } from '../motif.ts'
import { picture } from '../pictures.ts'
import { styleFor } from '../style/index.ts'

/** What every page needs to know of the site. `settings` is null until the first settings are approved. */
/** `soDuyet`: the site lets readers check the record, and says so. */
export type Site = { settings: Settings | null; siteUrl: string; soDuyet?: boolean; style?: 'linked' | 'inline' }
export type Page = { title: string; description?: string; path: string; main: Part; q?: string; noindex?: boolean; image?: string }

export const DEFAULT_MENU = [
  { nhan: 'Trang chủ', duongDan: '/' },
  { nhan: 'Người tốt việc tốt', duongDan: '/nguoi-tot-viec-tot' },
  { nhan: 'Thông báo', duongDan: '/thong-bao' },
]

const searchForm = (id: string, q = ''): Html =>
  html`<form class="tim" action="/tim-kiem" method="get" role="search" aria-label="Tìm trên trang">
    <label class="an" for="${id}">Tìm trên trang</label
    ><input type="search" id="${id}" name="q" value="${q}" placeholder="Tìm trên trang" maxlength="100" /><button class="nut" type="submit">Tìm</button>
  </form>`

function header(settings: Settings | null, file: FileUrl, q?: string): Html {
  const menu = settings?.menu?.length ? settings.menu : DEFAULT_MENU
  const items = html`<ul>
    ${menu.map((m) => html`<li><a href="${m.duongDan}">${m.nhan}</a></li>`)}
  </ul>`
  const crest = settings?.bieuTrung ? picture({ ...settings.bieuTrung, altText: '' }, file, '4rem', true) : hoaBan('hoa')
  return html`<header class="dau-trang">
      <div class="khung">
        <a class="nhan-hieu" href="/"
          ><span class="bieu-trung">${crest}</span
          ><span
            ><small>Trang thông tin điện tử</small
            ><strong>${settings?.tenTruong ?? 'Nhà trường'}</strong>${settings?.khauHieu && html`<small>${settings.khauHieu}</small>`}</span
          ></a
        >
        <details class="menu-hep">
          <summary>Menu</summary>
          <nav aria-label="Menu chính">${items}${searchForm('tim-hep', q)}</nav>
        </details>
      </div>
    </header>
    <div class="menu-rong">
      <div class="khung">
        <nav aria-label="Menu chính">${items}</nav>
        ${searchForm('tim-rong', q)}
      </div>
    </div>`
}

function footer({ settings, soDuyet }: Site): Html {
  const rows: [string, Part][] = [
    ['Cơ quan chủ quản', settings?.coQuanChuQuan],
    ['Chịu trách nhiệm nội dung', settings?.nguoiChiuTrachNhiem],
    ['Người phát ngôn', settings?.nguoiPhatNgon],
    ['Địa chỉ', settings?.diaChi],
    ['Điện thoại', settings?.dienThoai && html`<a href="tel:${settings.dienThoai.replace(/[^+\d]/g, '')}">${settings.dienThoai}</a>`],
    ['Thư điện tử', settings?.email && html`<a href="mailto:${settings.email}">${settings.email}</a>`],
  ]
  return html`<footer class="chan-trang">
    <div class="khung">
      <p><strong>Trang thông tin điện tử ${settings?.tenTruong ?? 'của nhà trường'}</strong></p>
      <dl>
        ${rows
          .filter(([, v]) => v)
          .map(
            ([k, v]) =>
              html`<dt>${k}</dt>
                <dd>${v}</dd>`,
          )}
      </dl>
      ${soDuyet && html`<p><a href="/so-duyet">Sổ duyệt: ai duyệt, kiểm tra thế nào</a></p>`}
    </div>
  </footer>`
}

/** A whole page. Titles first, so that a tab and a list of results say what the page is about. */
export function layout(site: Site, page: Page, file: FileUrl = publicFile): string {
  const { settings } = site
  const style = styleFor(settings)
  const school = settings?.tenTruong ?? 'Trang thông tin điện tử'
  const title = page.path === '/' ? school : `${page.title} – ${school}`
  const css =
    site.style === 'inline'
      ? html`<style>
          ${new Html(style.css)}
        </style>`
      : html`<link rel="stylesheet" href="${style.href}" />`
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${page.description && html`<meta name="description" content="${page.description}" />`}${page.noindex && html`<meta name="robots" content="noindex" />`}
        <link rel="canonical" href="${site.siteUrl}${page.path}" />
        <meta property="og:title" content="${page.title}" />
        <meta property="og:site_name" content="${school}" />
        <meta property="og:locale" content="vi_VN" />
        <meta name="theme-color" content="${settings?.mauChinh ?? '#12463f'}" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${css}
      </head>
      <body>
        <a class="bo-qua" href="#noi-dung">Tới nội dung chính</a>${header(settings, file, page.q)}
        <main id="noi-dung">${page.main}</main>
        ${footer(site)}
      </body>
    </html>`.text
}
