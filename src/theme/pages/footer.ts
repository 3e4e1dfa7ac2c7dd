import { say } from '../content/words.ts'
import { shownIn } from '../../policy/gate/sitePages.ts'
import { html, type Html, type Part } from '../draw/html.ts'
import { displayChoice } from './displayChoice.ts'
import type { Site } from './site.ts'
import { phoneLink } from './phone.ts'

/** Who answers for the site, as the law asks a school's site to say. */
function legal({ settings }: Site): [string, Part][] {
  const rows: [string, Part][] = [
    ['Cơ quan chủ quản', settings?.coQuanChuQuan],
    ['Chịu trách nhiệm nội dung', settings?.nguoiChiuTrachNhiem],
    ['Người phát ngôn', settings?.nguoiPhatNgon],
    ['Địa chỉ', settings?.diaChi],
    ['Điện thoại', settings?.dienThoai && phoneLink(settings.dienThoai)],
    ['Thư điện tử', settings?.email && html`<a href="mailto:${settings.email}">${settings.email}</a>`],
  ]
  return rows.filter(([, value]) => value)
}

/** `path`: of the page it stands on, to come back to after choosing how pages are shown. */
export const footer = (site: Site, path: string): Html =>
  html`<footer class="chan-trang">
    <div class="khung">
      <div class="chan-cot">
        <section aria-labelledby="chan-truong">
          <h2 id="chan-truong">Trang thông tin điện tử ${site.settings?.tenTruong ?? say(null, 'của {coQuan}')}</h2>
          <dl>
            ${legal(site).map(
              ([k, v]) =>
                html`<dt>${k}</dt>
                  <dd>${v}</dd>`,
            )}
          </dl>
        </section>
        <nav aria-labelledby="chan-muc">
          <h2 id="chan-muc">Trên trang này</h2>
          <ul>
            ${shownIn('footer', { soDuyet: Boolean(site.soDuyet) }).map(({ path, ten }) => html`<li><a href="${path}">${ten}</a></li>`)}
          </ul>
        </nav>
      </div>
      ${displayChoice(site.display, path)}
    </div>
  </footer>`
