import type { FileUrl, Media, PictureFile } from './edition.ts'
import { html, type Html } from './html.ts'

const EXTENSION: Record<string, string> = { 'image/webp': 'webp', 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' }
export const nameOf = (file: PictureFile): string => `${file.rong || 'tep'}.${EXTENSION[file.kieu] ?? 'bin'}`

/** A picture with every frozen width, so that a phone fetches a small one. `sizes` as in HTML. */
export function picture(media: Media, url: FileUrl, sizes: string, eager = false): Html {
  const files = [...(media.kichThuoc ?? []), media].filter((f, i, all) => all.findIndex((o) => o.rong === f.rong) === i)
  const srcset = files.map((f) => `${url(f.sha256, nameOf(f))} ${f.rong}w`).join(', ')
  const fallback = files.find((f) => f.rong >= 640) ?? media
  return html`<img
    src="${url(fallback.sha256, nameOf(fallback))}"
    srcset="${srcset}"
    sizes="${sizes}"
    width="${media.rong}"
    height="${media.cao}"
    alt="${media.altText ?? ''}"
    ${eager ? html` fetchpriority="high"` : html` loading="lazy"`}
    decoding="async"
  />`
}

/** Everything frozen beside a picture or file, for those who answer for it: readers' machines get it too. */
const unseen = ({ altText, chuThich, tacGiaAnh, giayPhep, loai }: Media): Html => {
  const rest: [string, string | undefined][] = [
    [loai === 'anh' ? 'Mô tả ảnh' : 'Mô tả tệp', altText],
    ['Quyền sử dụng', giayPhep],
    ...(loai === 'tep'
      ? ([
          ['Chú thích', chuThich],
          ['Tác giả', tacGiaAnh],
        ] as [string, string | undefined][])
      : []),
  ]
  return html`${rest.map(([name, words]) => words && html`<p class="dich-den">[${name}: ${words}]</p>`)}`
}

/** A picture with its caption and the name of who made it; `spoken`: for its reviewers, with the words readers do not see. */
export function figure(media: Media, url: FileUrl, sizes: string, eager = false, spoken = false): Html {
  if (media.loai === 'tep') {
    return html`<p class="tep"><a href="${url(media.sha256, nameOf(media))}">${media.chuThich ?? media.altText ?? 'Tệp đính kèm'} (PDF)</a></p>${spoken && unseen(media)}`
  }
  const caption = [media.chuThich, media.tacGiaAnh && `Ảnh: ${media.tacGiaAnh}`].filter(Boolean).join(' ')
  return html`<figure>
    ${picture(media, url, sizes, eager)}${caption && html`<figcaption>${caption}</figcaption>`}${spoken && unseen(media)}
  </figure>`
}
