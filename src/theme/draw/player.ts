/** Films and sound as readers get them: nothing is fetched but a first picture and what is needed to begin; without a player they are a link. */
import type { FileUrl, Media } from '../content/edition.ts'
import { ENDINGS } from '../../policy/gate/fileKind.ts'
import { fileSize } from './attachments.ts'
import { html, type Html } from './html.ts'

/** `1 phút 5 giây` */
export function lengthOf(seconds: number): string {
  const all = Math.max(1, Math.round(seconds))
  const [minutes, rest] = [Math.floor(all / 60), all % 60]
  return [minutes > 0 && `${minutes} phút`, rest > 0 && `${rest} giây`].filter(Boolean).join(' ')
}

export const playedAddress = (media: Media, url: FileUrl): string => url(media.sha256, `${media.loai}.${ENDINGS[media.kieu] ?? 'mp4'}`)

/** What is said before anybody pays for it. */
const about = (media: Media): string => [media.giay && lengthOf(media.giay), media.dungLuong && fileSize(media.dungLuong)].filter(Boolean).join(', ')

export function player(media: Media, url: FileUrl): Html {
  const address = playedAddress(media, url)
  const words = media.altText ?? media.chuThich ?? (media.loai === 'phim' ? 'Phim' : 'Âm thanh')
  const poster = media.kichThuoc?.[0]
  const inside = html`<a href="${address}">Tải về: ${words}</a>`
  const shown =
    media.loai === 'am'
      ? html`<audio controls preload="none" src="${address}" aria-label="${words}">${inside}</audio>`
      : html`<video controls playsinline preload="${poster ? 'none' : 'metadata'}" src="${address}"${poster && html` poster="${url(poster.sha256, `${poster.rong}.jpg`)}"`}${media.rong > 0 && html` width="${media.rong}" height="${media.cao}"`} aria-label="${words}">${inside}</video>`
  return html`${shown}<p class="mo phim-ve">${media.altText && media.altText !== media.chuThich && html`${media.altText} `}<a href="${address}" download>Tải về</a>${about(media) && ` (${about(media)})`}</p>`
}
