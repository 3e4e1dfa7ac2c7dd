/** A static page: `/<slug>`. */
import { openOrKeep, fileTitle } from '../draw/attachments.ts'
import { publicFile, type FileUrl } from '../content/edition.ts'
import { html, type Html } from '../draw/html.ts'
import { hoaBan } from '../draw/motif.ts'
import { figure } from '../draw/pictures.ts'
import { richText, type RichTextOptions } from '../draw/richText.ts'
import type { Trang, TrangEdition } from '../content/trang.ts'
import { approvalLine, emergencyNote, updatedNote } from './approval.ts'
import { breadcrumb, type Crumb } from './breadcrumb.ts'
import { layout } from './layout.ts'
import { type Site } from './site.ts'

type Options = Pick<RichTextOptions, 'showTargets' | 'siteUrl'> & { slug: string }

function attachments({ tepDinhKem = [] }: Trang, url: FileUrl, { showTargets, slug }: Options): Html | null {
  if (tepDinhKem.length === 0) return null
  const files = tepDinhKem.filter((m) => m.loai === 'tep')
  return html`<section aria-labelledby="tep-dinh-kem">
    <h2 id="tep-dinh-kem">Tệp đính kèm</h2>
    ${
      files.length > 0 &&
      html`<ul class="tep-kem">
        ${files.map((m, i) => html`<li>${showTargets ? figure(m, url, '100vw', 'later', true) : html`<p>${fileTitle(m)}</p>`}${openOrKeep(m, url, m.chuThich ?? m.altText ?? `${slug}-${i + 1}`)}</li>`)}
      </ul>`
    }${tepDinhKem.filter((m) => m.loai !== 'tep').map((m) => figure(m, url, '(min-width: 60rem) 42rem, 100vw', 'later', showTargets))}
  </section>`
}

/** The words of a page: the same for readers and for those who review it. */
export const staticPageBody = (page: Trang, url: FileUrl, options: Options): Html =>
  html`<h1>${page.tieuDe}</h1>
    ${richText(page.noiDung, { url, showTargets: options.showTargets, ...(options.siteUrl ? { siteUrl: options.siteUrl } : {}) })}${attachments(page, url, options)}${hoaBan('het')}`

const crumbsOf = ({ muc, namHoc }: Trang): Crumb[] =>
  muc === 'congKhai'
    ? [
        { ten: 'Công khai', duongDan: '/cong-khai' },
        { ten: `Năm học ${namHoc}`, duongDan: `/cong-khai/${namHoc}` },
      ]
    : []

export function staticPage(site: Site, e: TrangEdition): string {
  const main = html`<div class="khung"><div class="cot-bai">
    ${breadcrumb(crumbsOf(e.noiDung))}
    <article class="bai">
      ${emergencyNote(e)}${staticPageBody(e.noiDung, publicFile, { showTargets: false, slug: e.slug, siteUrl: site.siteUrl })}${updatedNote(e)}${approvalLine(site, e)}<p class="chi-in">Địa chỉ trang: ${site.siteUrl}/${e.slug}</p>
    </article>
  </div></div>`
  return layout(site, { title: e.tieuDe, path: `/${e.slug}`, main })
}
