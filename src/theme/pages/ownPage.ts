/** Page and list of a collection that a school adds: its own words inside the theme's frame. */
import { publicFile, type Edition } from '../content/edition.ts'
import type { Frozen, OwnPage } from '../content/ownPage.ts'
import { day } from '../draw/dates.ts'
import { html } from '../draw/html.ts'
import { addressIn, baseOf } from '../../policy/gate/gates/index.ts'
import { approvalLine, emergencyNote, updatedNote } from './approval.ts'
import { breadcrumb } from './breadcrumb.ts'
import { layout } from './layout.ts'
import type { Site } from './site.ts'

export type OwnEdition = Edition<Frozen>
/** `truoc`: where this page of the list begins; `older`: where the next one does. */
export type OwnList = { editions: readonly OwnEdition[]; older: number | null; truoc: number | null }

export function ownPage(site: Site, { gate, body }: OwnPage, e: OwnEdition): string {
  const path = addressIn(gate, e.slug) ?? '/'
  const list = { ten: gate.labels.many.vi, duongDan: baseOf(gate) ?? '/' }
  const main = html`<div class="khung"><div class="cot-bai">
    ${breadcrumb([list])}
    <article class="bai">
      ${emergencyNote(e)}${body(e.noiDung, publicFile, { showTargets: false })}${updatedNote(e)}${approvalLine(site, e)}<p class="chi-in">Địa chỉ trang: ${site.siteUrl}${path}</p>
    </article>
  </div></div>`
  return layout(site, { title: e.tieuDe, path, main, head: { trail: [list, { ten: e.tieuDe, duongDan: path }] } })
}

export function ownListPage(site: Site, { gate }: OwnPage, { editions, older, truoc }: OwnList): string {
  const path = baseOf(gate) ?? '/'
  const title = gate.labels.many.vi
  const main = html`<div class="khung">
    ${breadcrumb([])}
    <h1>${title}</h1>
    ${editions.length === 0 && html`<p>Chưa có nội dung nào ở mục này.</p>`}
    <ul class="danh-sach">
      ${editions.map((e) => html`<li><time class="ngay" datetime="${e.dangLanDau}">${day(e.dangLanDau)}</time> <a href="${addressIn(gate, e.slug)}">${e.tieuDe}</a></li>`)}
    </ul>
    ${older !== null && html`<nav class="trang-so" aria-label="Các trang của danh sách"><a href="${path}?truoc=${older}" rel="next">Cũ hơn</a></nav>`}
  </div>`
  return layout(site, { title, path, main, noindex: truoc !== null, head: { trail: [{ ten: title, duongDan: path }] } })
}
