/** The results of a contest: what each entry won is written beside it, and begins a story for the gate. */
import type { DotGui, GuiDot } from '../../facts/intake/calls.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { field } from '../../forms/field.ts'
import type { Sent } from '../../forms/form.ts'

/** Beside one entry, while nothing is written yet. */
export const prizeField = (one: GuiDot, sent: Sent): Html =>
  field({ name: `giai.${one.so}`, label: 'Giải', hint: 'Ví dụ “Giải Nhất”; để trống nếu không có giải.', value: one.giai, max: 80 }, sent)

export const prize = ({ giai }: GuiDot): Part => giai !== '' && html`<p><strong>${giai}</strong></p>`

/** `live`: where readers see the results. */
export function resultsOf({ bai }: DotGui, live: { slug: string } | null): Part {
  if (bai === null) return null
  return live
    ? html`<p class="da-lam">Kết quả đã công bố: <a href="/bai/${live.slug}">xem trên trang</a>. Trang gửi bài của các lớp đã có liên kết.</p>`
    : html`<p>Bài công bố kết quả đã soạn: <a href="/lam-viec/viet/${bai}">mở bài, sửa rồi trình</a>. Duyệt xong, các lớp thấy kết quả ở trang gửi bài.</p>`
}
