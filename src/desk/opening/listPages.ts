/** A list looked at before it is added, and what became of it after. */
import { sentence } from '../../messages/sentence.ts'
import type { Issue } from '../../policy/issues.ts'
import { rowsAsText } from '../../policy/text/pastedRows.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import { field, formPart, summaryOf } from '../../forms/field.ts'
import type { Sent } from '../../forms/form.ts'
import type { DeskPage } from '../room.ts'
import type { Item, Listed, Rows } from './listed.ts'
import { carry } from './listRows.ts'
import { after, pathOf, titleOf } from './steps.ts'

const AGAIN: Sent = { form: null, refused: [] }

const said = (issues: readonly Issue[]): string => issues.map((one) => sentence(one, 'vi').message).join(' ')

const table = (cot: readonly string[], rows: readonly { o: readonly string[]; noi: string }[]): Html =>
  html`<div class="bang" tabindex="0" role="region" aria-label="Danh sách">
    <table>
      <thead>
        <tr>
          ${cot.map((name) => html`<th scope="col">${name}</th>`)}
          <th scope="col">Tình trạng</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(({ o, noi }) => html`<tr>${cot.map((_name, i) => html`<td>${o[i] ?? ''}</td>`)}<td>${noi}</td></tr>`)}
      </tbody>
    </table>
  </div>`

const statusOfItem = (item: Item): string => (item.issues.length > 0 ? said(item.issues) : item.there ? 'Đã có, bỏ qua' : (item.ghiChu ?? 'Sẽ thêm'))

const addForm = <T extends Item>(list: Listed<T>, rows: Rows, verb: string, sent = AGAIN): Html =>
  formPart(sent, pathOf(list.key), html`<input type="hidden" name="viec" value="them" />${carry(rows)}`, verb)

const lookForm = <T extends Item>(list: Listed<T>, label: string, lines: number, rows: Rows): Html =>
  formPart(
    AGAIN,
    pathOf(list.key),
    html`<input type="hidden" name="viec" value="xem" />${field({ name: 'ds', label, rows: lines, value: rowsAsText(rows) }, AGAIN)}`,
    'Xem lại danh sách',
  )

export function preview<T extends Item>(list: Listed<T>, rows: Rows, items: readonly T[]): DeskPage {
  const fresh = items.filter((item) => item.issues.length === 0 && !item.there)
  const wrong = items.filter((item) => item.issues.length > 0)
  return {
    title: titleOf(list.key),
    wide: true,
    main: html`<p class="da-lam" role="status">
        Đọc được ${items.length} dòng: ${fresh.length} sẽ thêm, ${items.length - fresh.length - wrong.length} đã có, ${wrong.length} cần sửa.
      </p>
      ${table(
        list.cot,
        items.map((item) => ({ o: item.o, noi: statusOfItem(item) })),
      )}
      ${fresh.length > 0 && addForm(list, rows, `Thêm ${fresh.length} ${list.ten}`)} ${wrong.length > 0 && html`<h2>Sửa lại</h2>`}
      ${lookForm(list, 'Danh sách', 12, rows)}
      <p><a href="${after(list.key)}">Sang bước sau</a></p>`,
  }
}

/** `stopped`: why it went no further; `daCo`: how many were there, or came meanwhile; `keep`: the rows to mend, with their head. */
export type Outcome = {
  added: readonly { o: readonly string[]; hien?: string }[]
  failed: readonly Item[]
  daCo: number
  left: number
  stopped: readonly Issue[]
  rows: Rows
  keep: Rows
}

export function done<T extends Item>(list: Listed<T>, { added, failed, daCo, left, stopped, rows, keep }: Outcome): DeskPage {
  const refused = stopped.map((one) => sentence(one, 'vi'))
  const past = added.length + daCo + failed.length
  return {
    title: titleOf(list.key),
    wide: true,
    main: html`<p class="da-lam" role="status">
        Đã thêm ${added.length} ${list.ten}.${daCo > 0 && ` ${daCo} dòng đã có, bỏ qua.`}${left > 0 && ` Còn ${left} dòng chưa tới lượt.`}
      </p>
      ${daCo > 0 && left === 0 && list.coRoi && html`<p>${list.coRoi}</p>`}
      ${summaryOf(refused)}
      ${left > 0 && html`<progress max="${past + left}" value="${past}"></progress> ${addForm(list, rows, 'Thêm tiếp', { form: null, refused })}`}
      ${
        added.some((one) => one.hien !== undefined) &&
        html`<p>Những dòng dưới đây chỉ hiện một lần. Hãy chép hoặc in trước khi rời trang.</p>
          ${table(
            list.cot,
            added.map((one) => ({ o: one.o, noi: one.hien ?? 'Đã thêm' })),
          )}`
      }
      ${
        failed.length > 0 &&
        html`<h2>Chưa thêm được ${failed.length} dòng</h2>
          ${table(
            list.cot,
            failed.map((item) => ({ o: item.o, noi: said(item.issues) })),
          )}${lookForm(list, 'Sửa các dòng này', 8, keep)}`
      }
      <p class="hang"><a class="nut" href="${after(list.key)}">Sang bước sau</a></p>`,
  }
}
