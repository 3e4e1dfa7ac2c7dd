/**
 * Pictures as readers get them: AVIF, WebP and JPEG (PNG where it is transparent) in every frozen width that could be of
 * use, so that a phone fetches a small one. The average colour, frozen with the picture, stands in its place until it
 * comes; as a class, because the pages allow neither style attributes nor data addresses (style/ground.ts).
 */
import type { FileUrl, Media, PictureFile } from '../content/edition.ts'
import { ENDINGS } from '../../policy/gate/fileKind.ts'
import { documentAddress, kindName, linksOf } from './attachments.ts'
import { html, type Html } from './html.ts'
import { player } from './player.ts'
import { groundOf } from '../style/ground.ts'

const BEST_FIRST = ['image/avif', 'image/webp', 'image/jpeg', 'image/png']

/** Sizes as in HTML. A phone's column is the screen less its margins; half a rem is left for screens a hair too wide for the smaller file. */
export const COLUMN = '(min-width: 46rem) 42rem, calc(100vw - 2.5rem)'

/** The name a file is fetched by: its width, or `tep`. */
export const nameOf = (file: PictureFile): string => `${file.rong || 'tep'}.${ENDINGS[file.kieu] ?? 'bin'}`

const UNITS = { rem: /(\d+(?:\.\d+)?)rem/, px: /(\d+(?:\.\d+)?)px/, vw: /(\d+(?:\.\d+)?)vw/ }
/** How many of a unit a text names, 0 where none. */
const amount = (text: string, unit: keyof typeof UNITS): number => Number(UNITS[unit].exec(text)?.[1] ?? 0)

/** How many pixels `sizes` can ask for on a sharp screen; Infinity where it follows the width of a window that may be any. */
export function mostPixels(sizes: string): number {
  // Each length holds below the width at which the one before it begins.
  let widest = Infinity
  const lengths = sizes.split(',').map((part) => {
    const [condition = '', length = ''] = part.includes('width') ? part.split(')', 2) : ['', part]
    const [fixed, share] = [amount(length, 'rem') * 16 + amount(length, 'px'), amount(length, 'vw')]
    const most = share > 0 ? (share / 100) * widest - fixed : fixed
    widest = amount(condition, 'rem') * 16 || widest
    return most
  })
  return Math.max(...lengths) * 2 || Infinity
}

/** The files of one type worth offering: up to the first that is wide enough. */
function upTo(files: readonly PictureFile[], pixels: number): PictureFile[] {
  const sorted = [...files].sort((a, b) => a.rong - b.rong)
  const enough = sorted.findIndex((file) => file.rong >= pixels)
  return enough === -1 ? sorted : sorted.slice(0, enough + 1)
}

/** By type, best first. The picture itself counts where it is no wider than the others need be. */
function byType(media: Media): PictureFile[][] {
  const derived = media.kichThuoc ?? []
  const hasOwnType = derived.some((file) => file.kieu === media.kieu)
  const own = !hasOwnType || media.rong <= 1600 ? [media] : []
  return BEST_FIRST.map((kieu) =>
    [...derived, ...own].filter((f, i, all) => f.kieu === kieu && all.findIndex((o) => o.kieu === kieu && o.rong === f.rong) === i),
  ).filter((files) => files.length > 0)
}

/** `first`: what the page is looked at for; `beside`: seen at once, but after its words; `later`: when the reader comes near. */
export type Turn = 'first' | 'beside' | 'later'
const TURN: Record<Turn, Html> = { first: html` fetchpriority="high"`, beside: html` fetchpriority="low"`, later: html` loading="lazy"` }

export function picture(media: Media, url: FileUrl, sizes: string, turn: Turn = 'later'): Html {
  const pixels = mostPixels(sizes)
  const groups = byType(media).map((files) => upTo(files, pixels))
  const address = (file: PictureFile): string => url(file.sha256, nameOf(file))
  const srcset = (files: readonly PictureFile[]): string => files.map((f) => `${address(f)} ${f.rong}w`).join(', ')
  // The last group is what every browser knows.
  const common = groups.at(-1) ?? [media]
  const fallback = common.find((f) => f.rong >= 640) ?? common.at(-1)!
  const ground = groundOf(media.mauNen)
  const img = html`<img${ground && html` class="${ground}"`} src="${address(fallback)}"${common.length > 1 && html` srcset="${srcset(common)}" sizes="${sizes}"`} width="${media.rong}" height="${media.cao}" alt="${media.altText ?? ''}"${TURN[turn]} decoding="async" />`
  if (groups.length < 2) return img
  return html`<picture>${groups.slice(0, -1).map((files) => html`<source type="${files[0]!.kieu}" sizes="${sizes}" srcset="${srcset(files)}" />`)}${img}</picture>`
}

/** Everything frozen beside a picture or file, for those who answer for it: readers' machines get it too. */
const unseen = ({ altText, chuThich, tacGiaAnh, giayPhep, loai }: Media): Html => {
  const rest: [string, string | undefined][] = [
    [{ anh: 'Mô tả ảnh', phim: 'Mô tả phim', am: 'Mô tả âm thanh', tep: 'Mô tả tệp' }[loai], altText],
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

const megabytes = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })
/** `1,2 MB`, `340 kB`; nothing where it was not frozen. */
const weight = (bytes: number | undefined): string =>
  !bytes ? '' : bytes >= 1_000_000 ? `, ${megabytes.format(bytes / 1_000_000)} MB` : `, ${Math.ceil(bytes / 1000)} kB`

/** A file as a link that says what it is and how much there is to fetch. */
export const fileLink = (media: Media, url: FileUrl): Html =>
  html`<a href="${documentAddress(media, url)}">${media.chuThich ?? media.altText ?? 'Tệp đính kèm'} (${kindName(media)}${weight(media.dungLuong)})</a>`

/** A picture with its caption and the name of who made it; `spoken`: for its reviewers, with the words readers do not see. */
export function figure(media: Media, url: FileUrl, sizes: string, turn: Turn = 'later', spoken = false): Html {
  if (media.loai === 'tep') return html`<p class="tep">${fileLink(media, url)}</p>${spoken && unseen(media)}${spoken && linksOf(media)}`
  const by = { anh: 'Ảnh', phim: 'Phim', am: 'Âm thanh' }[media.loai]
  const caption = [media.chuThich, media.tacGiaAnh && `${by}: ${media.tacGiaAnh}`].filter(Boolean).join(' ')
  return html`<figure>
    ${media.loai === 'anh' ? picture(media, url, sizes, turn) : player(media, url)}${caption && html`<figcaption>${caption}</figcaption>`}${spoken && unseen(media)}
  </figure>`
}
