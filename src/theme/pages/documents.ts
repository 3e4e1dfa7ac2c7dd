/** The list of official documents: a form that needs no script, and a table whose rows become blocks on a phone. */
import { givenName } from '../../policy/gate/fileName.ts'
import { LOAI_VAN_BAN_LABELS } from '../../messages/pages.ts'
import { documentAddress, fileSize } from '../draw/attachments.ts'
import { day } from '../draw/dates.ts'
import { addressOf, isNarrowed, type Asked, type Choices } from '../asked/documents.ts'
import { publicFile, type Named } from '../content/edition.ts'
import { html, type Html } from '../draw/html.ts'
import { hoaBan } from '../draw/motif.ts'
import { nameOfDocument, validity, type VanBan, type VanBanEdition } from '../content/vanBan.ts'
import { breadcrumb } from './breadcrumb.ts'
import { layout } from './layout.ts'
import { type Site } from './site.ts'

/** `older`: where the next page begins, or null at the end. */
export type DocumentsData = { asked: Asked; choices: Choices; topics: Named[]; documents: VanBanEdition[]; older: number | null }

const select = (name: string, label: string, all: string, chosen: string, options: readonly (readonly [string, string])[]): Html =>
  html`<p>
    <label for="vb-${name}">${label}</label>
    <select id="vb-${name}" name="${name}">
      <option value="">${all}</option>
      ${options.map(([value, text]) => html`<option value="${value}" ${value === chosen && html` selected`}>${text}</option>`)}
    </select>
  </p>`

const kindName = (loai: string): string => LOAI_VAN_BAN_LABELS[loai as VanBan['loai']]?.vi ?? loai

function form({ asked, choices, topics }: DocumentsData): Html {
  const narrowed = isNarrowed({ ...asked, q: '' })
  return html`<form class="loc" action="/van-ban" method="get" role="search" aria-label="Tìm văn bản">
    <p class="loc-chu">
      <label for="vb-q">Số, ký hiệu hoặc từ trong trích yếu</label>
      <span class="loc-hang"
        ><input type="search" id="vb-q" name="q" value="${asked.q}" maxlength="100" /><button class="nut" type="submit">Tìm văn bản</button></span
      >
    </p>
    <details ${narrowed && html` open`}>
      <summary>Lọc theo loại, cơ quan, năm, chủ đề</summary>
      <div class="loc-o">
        ${select(
          'loai',
          'Loại văn bản',
          'Mọi loại',
          asked.loai,
          choices.loai.map((l) => [l, kindName(l)] as const),
        )}
        ${select(
          'co-quan',
          'Cơ quan ban hành',
          'Mọi cơ quan',
          asked.coQuan,
          choices.coQuan.map((c) => [c, c] as const),
        )}
        ${select(
          'nam',
          'Năm ban hành',
          'Mọi năm',
          asked.nam,
          choices.nam.map((n) => [n, n] as const),
        )}
        ${select(
          'chu-de',
          'Chủ đề',
          'Mọi chủ đề',
          asked.chuDe,
          topics.map((t) => [t.slug, t.ten] as const),
        )}
      </div>
      <p><button class="nut" type="submit">Lọc văn bản</button></p>
    </details>
    ${isNarrowed(asked) && html`<p><a href="/van-ban">Bỏ mọi điều kiện</a></p>`}
  </form>`
}

const row = ({ slug, noiDung: v }: VanBanEdition): Html =>
  html`<tr>
    <th scope="row">${v.soKyHieu}</th>
    <td><a href="/van-ban/${slug}">${v.trichYeu}</a><br /><span class="mo">${kindName(v.loai)} · ${validity(v)}</span></td>
    <td data-nhan="Cơ quan ban hành">${v.coQuanBanHanh}</td>
    <td data-nhan="Ngày ban hành"><time datetime="${v.ngayBanHanh}">${day(v.ngayBanHanh)}</time></td>
    <td class="o-tep">
      <a href="${documentAddress(v.tep, publicFile, nameOfDocument(v))}" download="${givenName(nameOfDocument(v))}.pdf"
        >Tải về<span class="an"> văn bản ${v.soKyHieu}</span> (PDF${v.tep.dungLuong && `, ${fileSize(v.tep.dungLuong)}`})</a
      >
    </td>
  </tr>`

function nothing(asked: Asked): Html {
  if (!isNarrowed(asked) && asked.truoc === null)
    return html`<div class="trong">
      ${hoaBan('hoa')}
      <p>Chưa có văn bản nào được đăng. Văn bản sẽ có ở đây ngay khi được duyệt.</p>
    </div>`
  return html`<p>Không có văn bản nào khớp với điều bạn tìm. Hãy bớt từ hoặc bớt điều kiện, hoặc <a href="/van-ban">xem tất cả văn bản</a>.</p>`
}

export function documentsPage(site: Site, data: DocumentsData): string {
  const { asked, documents, older } = data
  const table = html`<table class="bang bang-van-ban">
      <caption class="an">
        Văn bản, mới ban hành trước
      </caption>
      <thead>
        <tr>
          <th scope="col" class="o-so">Số, ký hiệu</th>
          <th scope="col">Trích yếu</th>
          <th scope="col" class="o-co-quan">Cơ quan ban hành</th>
          <th scope="col" class="o-ngay">Ngày ban hành</th>
          <th scope="col" class="o-tep">Tệp</th>
        </tr>
      </thead>
      <tbody>
        ${documents.map(row)}
      </tbody>
    </table>
    ${
      (asked.truoc !== null || older !== null) &&
      html`<nav class="trang-so" aria-label="Các trang của danh sách">
        ${asked.truoc !== null && html`<a href="${addressOf({ ...asked, truoc: null })}">Về đầu danh sách</a>`}${older !== null && html`<a href="${addressOf({ ...asked, truoc: older })}" rel="next">Cũ hơn</a>`}
      </nav>`
    }`
  const main = html`<div class="khung">
    ${breadcrumb([])}
    <h1>Văn bản</h1>
    ${form(data)}
    <section aria-labelledby="ket-qua">
      <h2 id="ket-qua" class="an">Danh sách văn bản</h2>
      ${documents.length === 0 ? nothing(asked) : table}
    </section>
  </div>`
  return layout(site, { title: 'Văn bản', path: addressOf(asked), main, noindex: asked.truoc !== null || isNarrowed(asked) })
}
