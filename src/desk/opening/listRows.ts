/**
 * The rows of a list: pasted, chosen as a file, or carried from the preview to the button below it. What is carried is the rows
 * themselves, so that what was looked at is what is added; text would be parted into cells anew.
 */
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { fileText } from '../../policy/text/fileText.ts'
import { pastedRows, rowsAsText, tidyRows } from '../../policy/text/pastedRows.ts'
import { runtimeOf } from '../../runtime.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import { formOf } from '../../forms/read.ts'
import type { Form, Sent } from '../../forms/form.ts'
import type { Visit } from '../room.ts'
import type { Rows } from './listed.ts'

const CARRIED = 'dong'
const MOST_CELLS = 20
const MOST_LETTERS = 2000

const isRow = (row: unknown): row is string[] => Array.isArray(row) && row.every((cell) => typeof cell === 'string')
const fits = (row: readonly string[]): boolean => row.length <= MOST_CELLS && row.every((cell) => cell.length <= MOST_LETTERS)

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** Null where it is not what a preview carries. */
export function carriedRows(json: string, most: number): string[][] | null {
  const rows = parsed(json)
  const isList = Array.isArray(rows) && rows.length > 0 && rows.length <= most && rows.every(isRow)
  return isList && rows.every(fits) ? tidyRows(rows) : null
}

export const carry = (rows: Rows): Html => html`<textarea hidden name="${CARRIED}">\n${JSON.stringify(rows)}</textarea>`

async function sentRows({ options }: Visit, form: Form): Promise<string[][]> {
  const sent = form.file('tep')
  // Untrimmed: a list may begin with a blank cell.
  if (!sent) return pastedRows(form.all('ds')[0] ?? '')
  if (/\.(csv|tsv|txt)$/i.test(sent.name)) {
    const text = fileText(sent.bytes)
    if (text === null) throw refuse(issue('SHEET_UNREADABLE', 'tep'))
    return pastedRows(text, true)
  }
  const answer = await runtimeOf(options.payload).child.ask('readSheet', sent.bytes)
  if ('refused' in answer) throw refuse(issue('SHEET_UNREADABLE', 'tep'))
  return tidyRows(answer.rows)
}

export async function rowsOf(visit: Visit, form: Form, most: number): Promise<string[][]> {
  const carried = form.all(CARRIED)[0]
  if (carried !== undefined) {
    const rows = carriedRows(carried, most)
    if (rows === null) throw refuse(issue('INVALID_VALUE', 'ds'))
    return rows
  }
  const rows = await sentRows(visit, form)
  if (rows.length === 0) throw refuse(issue('NOTHING_LISTED', 'ds'))
  if (rows.length > most) throw refuse(issue('TOO_LONG', 'ds', { max: most }))
  if (!rows.every(fits)) throw refuse(issue('INVALID_VALUE', 'ds', { goiY: `mỗi dòng nhiều nhất ${MOST_CELLS} ô, mỗi ô nhiều nhất ${MOST_LETTERS} chữ` }))
  return rows
}

/** Rows that were carried stand in the box where the page is drawn again: nobody loses a list. */
export function inBox({ form, refused }: Sent, most: number): Sent {
  const carried = form?.all(CARRIED)[0]
  if (!form || carried === undefined) return { form, refused }
  return { form: formOf(new Map([...form.texts, ['ds', [rowsAsText(carriedRows(carried, most) ?? [])]]])), refused }
}
