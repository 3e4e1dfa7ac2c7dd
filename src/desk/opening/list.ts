/**
 * A list pasted or chosen as a file, looked at, then added. Rows that cannot be added stay in the list with their reasons; rows
 * that are there already are passed over, so that a list can be sent again after a correction or a bad line.
 */
import { issuesOf, refuse } from '../../messages/refusal.ts'
import { sentence } from '../../messages/sentence.ts'
import { issue, STATUS, type Issue } from '../../policy/issues.ts'
import type { Actor } from '../../policy/people/roles.ts'
import { pastedRows, tidyRows } from '../../policy/text/pastedRows.ts'
import { runtimeOf } from '../../runtime.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { field, formPart } from '../draw/form.ts'
import type { DeskPage, Form, Room, Sent, Visit } from '../room.ts'
import { mustOpen } from './standing.ts'
import { after, pathOf, titleOf, type StepKey } from './steps.ts'

/** One row as it would be added; `there`: it is already. `ghiChu`: what is to be known of it all the same. */
export type Item = { dong: number; o: readonly string[]; issues: readonly Issue[]; there: boolean; ghiChu?: string }
/** A row that was added; `hien`: what is shown of it once, and never again. */
export type Added = { dong: number; o: readonly string[]; hien?: string }

export type Listed<T extends Item> = {
  key: StepKey
  /** What the list is of, in small letters: "đơn vị". */
  ten: string
  cot: readonly string[]
  huongDan: (visit: Visit) => Promise<Part>
  /** Proposed rows, one a line. */
  mau: (visit: Visit) => Promise<string>
  judge: (visit: Visit, rows: readonly (readonly string[])[]) => Promise<T[]>
  add: (visit: Visit, item: T) => Promise<string | undefined>
  /** The order in which they are added, where one names another. */
  inOrder?: (items: readonly T[]) => T[]
  most: number
  /** Whose work it is, where it is not everybody's who is let in; `viec` says whose instead. */
  cua?: { laCua: (actor: Actor) => boolean; viec: string }
}

/** A page answers within this time; what is left goes on with one more tap. */
const AT_ONCE_MS = 15_000

async function rowsOf(visit: Visit, form: Form, most: number): Promise<string[][]> {
  const sent = form.file('tep')
  let rows: string[][]
  if (sent && !/\.(csv|tsv|txt)$/i.test(sent.name)) {
    const answer = await runtimeOf(visit.options.payload).child.ask('readSheet', sent.bytes)
    if ('refused' in answer) throw refuse(issue('SHEET_UNREADABLE', 'tep'))
    rows = tidyRows(answer.rows)
  } else rows = pastedRows(sent ? sent.bytes.toString('utf8') : form.text('ds'), sent !== null)
  if (rows.length === 0) throw refuse(issue('NOTHING_LISTED', 'ds'))
  if (rows.length > most) throw refuse(issue('TOO_LONG', 'ds', { max: most }))
  return rows
}

const asText = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\n')
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

function preview<T extends Item>(list: Listed<T>, rows: readonly (readonly string[])[], items: readonly T[]): DeskPage {
  const fresh = items.filter((item) => item.issues.length === 0 && !item.there)
  const wrong = items.filter((item) => item.issues.length > 0)
  const again: Sent = { form: null, refused: [] }
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
      ${
        fresh.length > 0 &&
        formPart(
          again,
          pathOf(list.key),
          html`<input type="hidden" name="viec" value="them" /><textarea hidden name="ds">\n${asText(rows)}</textarea>`,
          `Thêm ${fresh.length} ${list.ten}`,
        )
      }
      ${wrong.length > 0 && html`<h2>Sửa lại</h2>`}
      ${formPart(again, pathOf(list.key), html`<input type="hidden" name="viec" value="xem" />${field({ name: 'ds', label: 'Danh sách', rows: 12, value: asText(rows) }, again)}`, 'Xem lại danh sách')}
      <p><a href="${after(list.key)}">Sang bước sau</a></p>`,
  }
}

async function addAll<T extends Item>(list: Listed<T>, visit: Visit, rows: readonly (readonly string[])[], items: readonly T[]): Promise<DeskPage> {
  const until = performance.now() + AT_ONCE_MS
  const free = items.filter((item) => item.issues.length === 0 && !item.there)
  const fresh = list.inOrder?.(free) ?? free
  const added: Added[] = []
  const failed: (Item & { issues: readonly Issue[] })[] = items.filter((item) => item.issues.length > 0)
  let left = fresh.length
  for (const item of fresh) {
    if (performance.now() > until) break
    left -= 1
    try {
      const hien = await list.add(visit, item)
      added.push({ dong: item.dong, o: item.o, ...(hien === undefined ? {} : { hien }) })
    } catch (error) {
      const issues = issuesOf(error)
      if (issues === null || issues.some(({ code }) => STATUS[code] >= 500 || code === 'PROOF_NEEDED')) throw error
      failed.push({ ...item, issues })
    }
  }
  const keep = rows.filter((_row, i) => failed.some((item) => item.dong === i + 1))
  return done(list, { added, failed, left, rows, keep })
}

type Outcome = { added: readonly Added[]; failed: readonly Item[]; left: number; rows: readonly (readonly string[])[]; keep: readonly (readonly string[])[] }

function done<T extends Item>(list: Listed<T>, { added, failed, left, rows, keep }: Outcome): DeskPage {
  const again: Sent = { form: null, refused: [] }
  const hasWords = added.some((one) => one.hien !== undefined)
  return {
    title: titleOf(list.key),
    wide: true,
    main: html`<p class="da-lam" role="status">Đã thêm ${added.length} ${list.ten}.${left > 0 && ` Còn ${left} dòng chưa tới lượt.`}</p>
      ${
        left > 0 &&
        html`<progress max="${added.length + failed.length + left}" value="${added.length + failed.length}"></progress> ${formPart(
          again,
          pathOf(list.key),
          html`<input type="hidden" name="viec" value="them" /><textarea hidden name="ds">\n${asText(rows)}</textarea>`,
          'Thêm tiếp',
        )}`
      }
      ${
        hasWords &&
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
          )}${formPart(again, pathOf(list.key), html`<input type="hidden" name="viec" value="xem" />${field({ name: 'ds', label: 'Sửa các dòng này', rows: 8, value: asText(keep) }, again)}`, 'Xem lại danh sách')}`
      }
      <p class="hang"><a class="nut" href="${after(list.key)}">Sang bước sau</a></p>`,
  }
}

export const listRoom = <T extends Item>(list: Listed<T>): Room => ({
  path: pathOf(list.key),
  draw: async (visit, sent) => {
    mustOpen(visit)
    if (list.cua && !list.cua.laCua(visit.actor))
      return { title: titleOf(list.key), main: html`<p class="da-lam">${list.cua.viec} <a href="${after(list.key)}">Sang bước sau</a></p>` }
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
