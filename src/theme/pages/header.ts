import { say } from '../content/words.ts'
import { shownIn } from '../../policy/gate/sitePages.ts'
import type { FileUrl, Settings } from '../content/edition.ts'
import { html, type Html } from '../draw/html.ts'
import { hoaBan } from '../draw/motif.ts'
import { picture } from '../draw/pictures.ts'

export const DEFAULT_MENU = shownIn('menu').map(({ path, ten }) => ({ nhan: ten, duongDan: path }))

const searchForm = (id: string, q = ''): Html =>
  html`<form class="tim" action="/tim-kiem" method="get" role="search" aria-label="Tìm trên trang">
    <label class="an" for="${id}">Tìm trên trang</label
    ><input type="search" id="${id}" name="q" value="${q}" placeholder="Tìm trên trang" maxlength="100" /><button class="nut" type="submit">Tìm</button>
  </form>`

/** Whether the page at `path` belongs to this item of the menu. */
const isWithin = (path: string, item: string): boolean => (item === '/' ? path === '/' : path === item || path.startsWith(`${item}/`))

const menuList = (settings: Settings | null, path: string): Html =>
  html`<ul>
    ${(settings?.menu?.length ? settings.menu : DEFAULT_MENU).map(
      (m) =>
        html`<li><a href="${m.duongDan}"${isWithin(path, m.duongDan) && html` aria-current="${path === m.duongDan ? 'page' : 'true'}"`}>${m.nhan}</a></li>`,
    )}
  </ul>`

const brand = (settings: Settings | null, file: FileUrl): Html =>
  html`<a class="nhan-hieu" href="/"
    ><span class="bieu-trung">${settings?.bieuTrung ? picture({ ...settings.bieuTrung, altText: '' }, file, '4rem', 'beside') : hoaBan('hoa')}</span
    ><span
      ><small>Trang thông tin điện tử</small
      ><strong>${settings?.tenTruong ?? say(null, '{CoQuan}')}</strong>${settings?.khauHieu && html`<small class="khau-hieu">${settings.khauHieu}</small>`}</span
    ></a
  >`

/** Who speaks here, and the ways into the site. On a phone the menu opens without a script. */
export const header = (settings: Settings | null, file: FileUrl, path: string, q?: string): Html =>
  html`<header class="dau-trang">
      <div class="khung">
        ${brand(settings, file)}
        <details class="menu-hep">
          <summary>Menu</summary>
          <nav aria-label="Menu thu gọn">
            ${menuList(settings, path)}${searchForm('tim-hep', q)}
            <p><a href="#hien-thi">Cỡ chữ và màu</a></p>
          </nav>
        </details>
        <p class="nut-hien-thi"><a href="#hien-thi">Cỡ chữ và màu</a></p>
        ${hoaBan('hoa-nen')}
      </div>
    </header>
    <div class="menu-rong">
      <div class="khung">
        <nav aria-label="Menu chính">${menuList(settings, path)}</nav>
        ${searchForm('tim-rong', q)}
      </div>
    </div>`
