/** Files readers may open or keep: named, with their size before anybody pays for it. */
import { ENDINGS, KIND_NAMES } from '../../policy/gate/fileKind.ts'
import { givenName } from '../../policy/gate/fileName.ts'
import type { FileUrl, Media } from '../content/edition.ts'
import { html, type Html } from './html.ts'

const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })

/** `340 kB`, `1,2 MB` */
export const fileSize = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${NUMBER.format(bytes / 1_000_000)} MB`

/** What it is, as people say it: `PDF`, `Word`. */
export const kindName = ({ kieu }: Media): string => KIND_NAMES[kieu] ?? 'tệp'

export const fileTitle = (media: Media): string => media.chuThich ?? media.altText ?? 'Tệp đính kèm'

/** Where the links of a PDF lead, for whoever answers for them: their printed words are in the file alone. */
export const linksOf = (media: Media): Html | '' =>
  (media.lienKet ?? []).length === 0
    ? ''
    : html`<div class="dich-den">
        <p>[Liên kết trong tệp:]</p>
        <ul>
          ${media.lienKet!.map((href) => html`<li>${href}</li>`)}
        </ul>
      </div>`

/** Where a document is fetched from: its address ends in what it is, and so does the file once it was saved. */
export const documentAddress = (media: Media, url: FileUrl, words = media.chuThich ?? media.altText ?? ''): string =>
  url(media.sha256, `${givenName(words)}.${ENDINGS[media.kieu] ?? 'pdf'}`)

/** `words`: what it is called where it is kept; else its own description. */
export function openOrKeep(media: Media, url: FileUrl, words?: string): Html {
  const href = documentAddress(media, url, words)
  // Browsers draw a PDF; a Word or Excel file is opened by its own program.
  const opens = media.kieu === 'application/pdf'
  const size = media.dungLuong ? `, ${fileSize(media.dungLuong)}` : ''
  return html`<span class="tep-nut"
    >${opens && html`<a class="nut" href="${href}?xem">Xem<span class="an"> ${fileTitle(media)}</span> (PDF${size})</a> `}<a class="${opens ? 'nut nut-phu' : 'nut'}" href="${href}" download="${href.slice(href.lastIndexOf('/') + 1)}">Tải về<span class="an"> ${fileTitle(media)}</span>${!opens && ` (${kindName(media)}${size})`}</a></span
  >`
}
