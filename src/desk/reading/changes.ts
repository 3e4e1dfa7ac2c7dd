/** What changed, in words and marked: somebody who cannot see colours, or listens, is told the same. */
import { FIELDS } from '../../messages/fields.ts'
import { CODES } from '../../messages/record.ts'
import type { Change } from '../../policy/gate/differences/compare.ts'
import type { Piece } from '../../policy/gate/differences/words.ts'
import { moment } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import type { Compared } from './facts.ts'

const HOW: Record<Change['how'], string> = {
  sua: 'Sửa',
  trinhBay: 'Đổi cách trình bày',
  thayAnh: 'Thay ảnh khác, mô tả giữ nguyên',
  them: 'Thêm',
  bo: 'Bỏ',
  chuyen: 'Chuyển chỗ',
}
/** More than a leader reads between two lessons; the whole text is on the page besides. */
const MOST = 120
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `suKien.batDau` as “Sự kiện, bắt đầu”; rows are counted from one. */
export const fieldName = (field: string): string =>
  capital(
    field
      .split('.')
      .map((part) => (/^\d+$/.test(part) ? `mục ${Number(part) + 1}` : (FIELDS[part] ?? part)))
      .join(', '),
  )

/** An instant, a choice or a switch as it is said. */
function said({ kind, field }: Change, text: string): string {
  if (text === '') return kind === 'anh' ? 'ảnh không có mô tả' : ''
  if (kind === 'ngay') return Number.isNaN(Date.parse(text)) ? text : moment(text)
  if (kind !== 'co') return text
  return text === 'true' ? 'có' : (CODES[field.split('.').at(-1)!]?.[text]?.vi ?? text)
}

const piece = (change: Change, { how, text }: Piece): Html => {
  const words = said(change, text)
  if (how === 'them') return html`<ins>${words}</ins>`
  return how === 'bo' ? html`<del>${words}</del>` : html`${words}`
}

const item = (change: Change): Html =>
  html`<li>
    <strong>${HOW[change.how]}</strong> <span class="mo">${fieldName(change.field)}${change.kind === 'anh' && ' (ảnh)'}:</span>
    <span class="khac">${change.pieces.map((one) => piece(change, one))}</span>
  </li>`

export const changes = (compared: readonly Compared[]): Part =>
  compared.map(
    ({ than, changes: list }, i) =>
      html`<details class="them"${i === 0 && html` open`}>
        <summary>${list.length === 0 ? `Không có gì thay đổi ${than}` : `${list.length} thay đổi ${than}`}</summary>
        ${
          list.length > 0 &&
          html`<ul class="doi">
            ${list.slice(0, MOST).map(item)}
          </ul>`
        }${list.length > MOST && html`<p class="mo">Còn ${list.length - MOST} thay đổi nữa; hãy đọc cả bài.</p>`}
      </details>`,
  )
