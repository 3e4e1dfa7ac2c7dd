/** An official document: what it is, whether it is in force, and its file to open or keep. */
import { openOrKeep } from '../draw/attachments.ts'
import { day } from '../draw/dates.ts'
import { publicFile, type FileUrl } from '../content/edition.ts'
import { html, type Html, type Part } from '../draw/html.ts'
import { LOAI_VAN_BAN_LABELS } from '../../messages/pages.ts'
import { figure } from '../draw/pictures.ts'
import { nameOfDocument, validity, type VanBan, type VanBanEdition } from '../content/vanBan.ts'
import { approvalLine, emergencyNote, updatedNote } from './approval.ts'
import { breadcrumb } from './breadcrumb.ts'
import { layout } from './layout.ts'
import { type Site } from './site.ts'

const topics = ({ chuDe = [] }: VanBan): Part => chuDe.map((t, i) => html`${i > 0 && ', '}<a href="/chu-de/${t.slug}">${t.ten}</a>`)

/** All that is known of a document: the same for readers and for those who review it. */
export function documentBody(v: VanBan, url: FileUrl, { showTargets }: { showTargets: boolean }): Html {
  const facts: [string, Part][] = [
    ['Số, ký hiệu', v.soKyHieu],
    ['Loại văn bản', LOAI_VAN_BAN_LABELS[v.loai].vi],
    ['Cơ quan ban hành', v.coQuanBanHanh],
    ['Ngày ban hành', html`<time datetime="${v.ngayBanHanh}">${day(v.ngayBanHanh)}</time>`],
    ['Người ký', v.nguoiKy],
    ['Hiệu lực', validity(v)],
    ['Chủ đề', v.chuDe?.length ? topics(v) : null],
  ]
  return html`<p><span class="nhan-loai">${LOAI_VAN_BAN_LABELS[v.loai].vi}</span> <span class="ngay">${v.soKyHieu}</span></p>
    <h1>${v.trichYeu}</h1>
    <dl class="thong-tin">
      ${facts
        .filter(([, value]) => value)
        .map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
    </dl>
    ${showTargets && figure(v.tep, url, '100vw', 'later', true)}
    <p>${openOrKeep(v.tep, url, nameOfDocument(v))}</p>`
}

export function documentPage(site: Site, e: VanBanEdition): string {
  const main = html`<div class="khung"><div class="cot-bai">
    ${breadcrumb([{ ten: 'Văn bản', duongDan: '/van-ban' }])}
    <article class="bai">
      ${emergencyNote(e)}${documentBody(e.noiDung, publicFile, { showTargets: false })}${updatedNote(e)}${approvalLine(site, e)}<p class="chi-in">Địa chỉ trang: ${site.siteUrl}/van-ban/${e.slug}</p>
    </article>
  </div></div>`
  const { loai, soKyHieu, coQuanBanHanh, ngayBanHanh } = e.noiDung
  const description = `${LOAI_VAN_BAN_LABELS[loai].vi} ${soKyHieu}, ${coQuanBanHanh} ban hành ngày ${day(ngayBanHanh)}`
  return layout(site, { title: e.tieuDe, path: `/van-ban/${e.slug}`, description, main })
}
