/** Công khai: what the law asks a school to disclose, by school year, and plainly what is not there yet. */
import { say } from '../content/words.ts'
import type { Disclosure, Section } from '../content/congKhai.ts'
import { day } from '../draw/dates.ts'
import { html, type Html } from '../draw/html.ts'
import { breadcrumb } from './breadcrumb.ts'
import { layout } from './layout.ts'
import { type Site } from './site.ts'

const lawOf = ({ canCu }: Section['muc']): string => `${canCu.dieu}, ${canCu.vanBan}`

const sectionRow = ({ muc, pages }: Section): Html =>
  html`<tr>
    <th scope="row">${muc.ten}<br /><span class="mo">${lawOf(muc)}</span></th>
    <td>
      ${
        pages.length === 0
          ? html`<strong class="con-thieu">Chưa công khai</strong>`
          : html`<ul>
              ${pages.map(
                (p) =>
                  html`<li>
                    <a href="/${p.slug}">${p.tieuDe}</a>${p.noiDung.tepDinhKem?.length && html` (${p.noiDung.tepDinhKem.length} tệp)`} <span class="ngay">cập nhật ${day(p.createdAt)}</span>
                  </li>`,
              )}
            </ul>`
      }
    </td>
  </tr>`

const summary = ({ done, sections }: Disclosure): string =>
  sections.length === 0
    ? 'Chưa có danh mục công khai cho năm học này.'
    : done === sections.length
      ? `Đã công khai đủ ${sections.length} nội dung.`
      : `Đã công khai ${done} trên ${sections.length} nội dung; còn thiếu ${sections.length - done}.`

const table = (d: Disclosure): Html =>
  html`<table class="bang">
    <caption class="an">
      Nội dung công khai năm học ${d.namHoc}
    </caption>
    <thead>
      <tr>
        <th scope="col">Nội dung</th>
        <th scope="col">Đã công khai</th>
      </tr>
    </thead>
    <tbody>
      ${d.sections.map(sectionRow)}
    </tbody>
  </table>`

/** `/cong-khai`: the newest school year in full, the others with what they lack. */
export function disclosurePage(site: Site, years: readonly Disclosure[]): string {
  const [newest, ...older] = years
  const main = html`<div class="khung">
    ${breadcrumb([])}
    <h1>Công khai</h1>
    <p class="sa-po">Những điều ${say(site.settings, '{coQuan}')} phải cho mọi người biết, theo từng năm học. Mục nào chưa có, bảng dưới đây ghi rõ.</p>
    ${
      newest &&
      html`<section class="muc" aria-labelledby="nam-nay">
        <h2 id="nam-nay">Năm học <a href="/cong-khai/${newest.namHoc}">${newest.namHoc}</a></h2>
        <p>${summary(newest)}</p>
        ${newest.sections.length > 0 && table(newest)}
      </section>`
    }${
      older.length > 0 &&
      html`<section class="muc" aria-labelledby="nam-truoc">
        <h2 id="nam-truoc">Các năm học khác</h2>
        <ul>
          ${older.map((d) => html`<li><a href="/cong-khai/${d.namHoc}">Năm học ${d.namHoc}</a>. ${summary(d)}</li>`)}
        </ul>
      </section>`
    }
  </div>`
  return layout(site, { title: 'Công khai', path: '/cong-khai', main, description: say(site.settings, 'Nội dung {coQuan} công khai theo năm học') })
}

export function disclosureYearPage(site: Site, d: Disclosure): string {
  const title = `Công khai năm học ${d.namHoc}`
  const main = html`<div class="khung">
    ${breadcrumb([{ ten: 'Công khai', duongDan: '/cong-khai' }])}
    <h1>${title}</h1>
    <p>${summary(d)}</p>
    ${d.sections.length > 0 && table(d)}
  </div>`
  return layout(site, { title, path: `/cong-khai/${d.namHoc}`, main })
}
