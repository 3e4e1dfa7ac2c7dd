/**
 * A list pasted or chosen as a file, looked at, then added. Rows that cannot be added stay in the list with their reasons; rows
 * that are there already are passed over, so that a list can be sent again after a correction or a bad line.
 */
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { html } from '../../theme/draw/html.ts'
import { field, formPart } from '../../forms/field.ts'
import type { Room } from '../room.ts'
import { addAll } from './listAdd.ts'
import type { Item, Listed } from './listed.ts'
import { preview } from './listPages.ts'
import { inBox, rowsOf } from './listRows.ts'
import { mustOpen } from './standing.ts'
import { after, pathOf, titleOf } from './steps.ts'

export const listRoom = <T extends Item>(list: Listed<T>): Room => ({
  path: pathOf(list.key),
  draw: async (visit, given) => {
    mustOpen(visit)
    if (list.cua && !list.cua.laCua(visit.actor))
      return { title: titleOf(list.key), main: html`<p class="da-lam">${list.cua.viec} <a href="${after(list.key)}">Sang bước sau</a></p>` }
    const sent = inBox(given, list.most)
    const box = {
      name: 'ds',
      label: `Danh sách ${list.ten}`,
      hint: `Mỗi dòng một ${list.ten}; dán từ Excel hay Word đều được.`,
      rows: 12,
      value: await list.mau(visit),
    }
    return {
      title: titleOf(list.key),
      main: html`${await list.huongDan(visit)}${formPart(
        sent,
        pathOf(list.key),
        html`<input type="hidden" name="viec" value="xem" />${field(box, sent)}${field(
          {
            name: 'tep',
            label: 'Hoặc chọn tệp',
            hint: 'Tệp .xlsx hoặc .csv; khi chọn tệp thì ô trên không được dùng.',
            type: 'file',
            accept: '.xlsx,.xls,.csv,.tsv,.txt',
          },
          sent,
        )}`,
        'Xem trước',
        { files: true, beside: html`<a class="nut phu" href="${after(list.key)}">Để sau</a>` },
      )}`,
    }
  },
  act: async (visit, form) => {
    mustOpen(visit)
    if (list.cua && !list.cua.laCua(visit.actor)) throw refuse(issue('FORBIDDEN'))
    const rows = await rowsOf(visit, form, list.most)
    const items = await list.judge(visit, rows)
    return form.text('viec') === 'them' ? addAll(list, visit, rows, items) : preview(list, rows, items)
  },
})
