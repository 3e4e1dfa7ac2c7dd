/** The gallery: pictures by school year and unit, and a page for each picture. */
import { day } from '../draw/dates.ts'
import { publicFile, type Media, type Named } from '../content/edition.ts'
import { html, type Html, type Part } from '../draw/html.ts'
import { hoaBan } from '../draw/motif.ts'
import { lengthOf, player } from '../draw/player.ts'
import { COLUMN, fileLink, nameOf, picture } from '../draw/pictures.ts'
import { breadcrumb, type Crumb } from './breadcrumb.ts'
import { layout } from './layout.ts'
import { type Site } from './site.ts'

export type GalleryItem = { media: Media; luc: string; story: { slug: string; tieuDe: string } | null; donVi: Named | null }
type Choice = { ten: string; duongDan: string; chon: boolean }
/** `older`: the address of the next page, or null at the end. */
export type GalleryData = {
  title: string
  path: string
  above: readonly Crumb[]
  items: GalleryItem[]
  years: Choice[]
  units: Choice[]
  older: string | null
  paged: boolean
}
export type PictureData = { media: Media; shown: GalleryItem[] }

const THUMB = '(min-width: 60rem) 21rem, (min-width: 40rem) 42vw, calc(50vw - 1.5rem)'

const choices = (label: string, list: readonly Choice[]): Html | false =>
  list.length > 0 &&
  html`<nav class="chon" aria-label="${label}">
    <span>${label}:</span>
    <ul class="the">
      ${list.map((c) => html`<li><a href="${c.duongDan}" ${c.chon && html` aria-current="page"`}>${c.ten}</a></li>`)}
    </ul>
  </nav>`

/** The words under a picture say what it shows where nobody wrote a caption. */
const wordsOf = (media: Media): string => media.chuThich ?? media.altText ?? (media.loai === 'anh' ? 'Ảnh không có chú thích' : 'Tư liệu không có chú thích')

/** A phone shows the first four at once. */
const AT_ONCE = 4

/** Its first picture, or a plain ground with the sign of a film. */
function filmThumb({ kichThuoc, giay }: Media): Html {
  const poster = kichThuoc?.[0]
  return html`<span class="phim-bia">${poster && html`<img src="${publicFile(poster.sha256, `${poster.rong}.jpg`)}" width="${poster.rong}" height="${poster.cao}" alt="" loading="lazy" decoding="async" />`}<span aria-hidden="true">▶${giay !== undefined && ` ${lengthOf(giay)}`}</span></span>`
}

const card = ({ media, luc }: GalleryItem, i: number): Html =>
  html`<li>
    <a href="/tu-lieu/anh/${media.taiLieu}">${media.loai === 'phim' ? filmThumb(media) : picture({ ...media, altText: '' }, publicFile, THUMB, i === 0 ? 'first' : i < AT_ONCE ? 'beside' : 'later')}<span>${media.loai === 'phim' && 'Phim: '}${wordsOf(media)}</span></a>
    <time class="ngay" datetime="${luc}">${day(luc)}</time>
  </li>`

const fileItem = ({ media, luc, story }: GalleryItem): Html =>
  html`<li>
    <time class="ngay" datetime="${luc}">${day(luc)}</time>${media.loai === 'am' ? html`<a href="/tu-lieu/anh/${media.taiLieu}">Âm thanh: ${wordsOf(media)}</a>` : fileLink(media, publicFile)}${story && html`<br /><span class="mo">Trong bài <a href="/bai/${story.slug}">${story.tieuDe}</a></span>`}
  </li>`

export function galleryPage(site: Site, data: GalleryData): string {
  const pictures = data.items.filter((item) => item.media.loai === 'anh' || item.media.loai === 'phim')
  const files = data.items.filter((item) => item.media.loai === 'tep' || item.media.loai === 'am')
  const empty =
    data.items.length === 0 &&
    html`<div class="trong">
      ${hoaBan('hoa')}
      <p>Chưa có ảnh nào ở mục này. Ảnh sẽ có ở đây khi bài có ảnh được duyệt và đăng.</p>
    </div>`
  const main = html`<div class="khung">
    ${breadcrumb(data.above)}
    <h1>${data.title}</h1>
    ${choices('Năm học', data.years)}${choices('Đơn vị', data.units)}${empty}${
      pictures.length > 0 &&
      html`<ul class="kho-anh">
        ${pictures.map(card)}
      </ul>`
    }${
      files.length > 0 &&
      html`<section class="muc" aria-labelledby="tep">
        <h2 id="tep">Tệp</h2>
        <ul class="ngay-truoc">
          ${files.map(fileItem)}
        </ul>
      </section>`
    }
    <p class="trang-so">
      ${data.older !== null && html`<a href="${data.older}" rel="next">Xem ảnh cũ hơn</a>`}${data.paged && data.older === null && html`<a href="${data.path}">Về các ảnh mới nhất</a>`}
    </p>
  </div>`
  return layout(site, { title: data.title, path: data.path, main, noindex: data.paged })
}

const fact = (name: string, value: Part): Html | false =>
  Boolean(value) &&
  html`<dt>${name}</dt>
    <dd>${value}</dd>`

export function picturePage(site: Site, { media, shown }: PictureData): string {
  const first = shown[0]!
  const title = wordsOf(media)
  const stories = [...new Map(shown.flatMap(({ story }) => (story ? [[story.slug, story]] : []))).values()]
  const isFile = media.loai === 'tep'
  const whole = isFile
    ? html`<p class="tep">${fileLink(media, publicFile)}</p>`
    : media.loai !== 'anh'
      ? html`<figure>${player(media, publicFile)}</figure>`
      : html`<figure>${picture(media, publicFile, COLUMN, 'first')}</figure>
        <p><a href="${publicFile(media.sha256, nameOf(media))}">Xem ảnh cỡ lớn (${media.rong} × ${media.cao} điểm ảnh)</a></p>`
  const main = html`<div class="khung">
    ${breadcrumb([{ ten: 'Ảnh và tư liệu', duongDan: '/tu-lieu' }])}
    <article class="bai">
      <h1>${title}</h1>
      ${whole}
      <dl class="bang-trinh">
        ${fact('Đăng ngày', html`<time datetime="${first.luc}">${day(first.luc)}</time>`)}${media.chuThich && media.loai === 'anh' && fact('Mô tả ảnh', media.altText)}${fact(media.loai === 'anh' ? 'Người chụp, người vẽ' : 'Tác giả', media.tacGiaAnh)}${fact('Quyền sử dụng', media.giayPhep)}${fact('Đơn vị', first.donVi && html`<a href="/don-vi/${first.donVi.slug}">${first.donVi.ten}</a>`)}
      </dl>
      ${
        stories.length > 0 &&
        html`<section class="muc" aria-labelledby="trong-bai">
          <h2 id="trong-bai">Có trong bài</h2>
          <ul>
            ${stories.map((s) => html`<li><a href="/bai/${s.slug}">${s.tieuDe}</a></li>`)}
          </ul>
        </section>`
      }
    </article>
  </div>`
  return layout(site, { title, path: `/tu-lieu/anh/${media.taiLieu}`, main, ...(media.altText ? { description: media.altText } : {}) })
}
