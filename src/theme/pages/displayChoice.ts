/** Size of the text and colours, as plain links: they set a cookie and come back to the page they were on. */
import type { Display } from '../asked/display.ts'
import { html, type Html } from '../draw/html.ts'

const DEFAULT: Display = { size: null, colours: null }
const SIZES: [Display['size'], string][] = [
  [null, 'Thường'],
  ['lon', 'Lớn'],
  ['rat-lon', 'Rất lớn'],
]
const COLOURS: [Display['colours'], string][] = [
  [null, 'Theo máy'],
  ['sang', 'Sáng'],
  ['toi', 'Tối'],
  ['tuong-phan', 'Tương phản cao'],
]

export const addressOf = ({ size, colours }: Display, back: string): string =>
  `/hien-thi/chon?co=${size ?? ''}&mau=${colours ?? ''}&ve=${encodeURIComponent(back)}`

function choices<T>(name: string, all: readonly [T, string][], current: T, display: (value: T) => Display, back: string): Html {
  return html`<p>
    <span class="nhan">${name}:</span> ${all.map(([value, words]) => html`<a href="${addressOf(display(value), back)}" rel="nofollow"${value === current && html` aria-current="true"`}>${words}</a> `)}
  </p>`
}

/** `back`: path of the page these links stand on. */
export const displayChoice = (now: Display = DEFAULT, back: string): Html =>
  html`<section class="hien-thi" id="hien-thi" aria-labelledby="cach-hien-thi">
    <h2 id="cach-hien-thi">Cách hiển thị</h2>
    ${choices('Cỡ chữ', SIZES, now.size, (size) => ({ ...now, size }), back)}${choices('Màu', COLOURS, now.colours, (colours) => ({ ...now, colours }), back)}
  </section>`
