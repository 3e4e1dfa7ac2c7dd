/**
 * Lists as people paste them – from Excel, Word, Zalo, a file – into rows of cells. Cells keep their words and lose what nobody
 * sees: look-alike spaces, invisible marks, line ends of another system inside a cell.
 */
import { parseCsv } from 'hucre/csv'

/** Spaces of every kind; what has no width is dropped where it joins no letters that need it. */
const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu
const NOTHING = /[\u200b\u2060\ufeff\u00ad\u200e\u200f]/gu

export const tidyCell = (cell: unknown): string =>
  String(cell ?? '')
    .normalize('NFC')
    .replace(NOTHING, '')
    .replace(SPACES, ' ')
    .trim()

/** As other systems end a line: a lone CR, Word's line inside a paragraph, the separators of Unicode. */
const oneLineEnd = (text: string): string => text.replace(/\r\n|\r|\u2028|\u2029|\u000b|\u0085/g, '\n')

/**
 * What parts the cells: a tab wherever there is one; a semicolon, or in a list of addresses and in files a comma, where most lines
 * have it. A comma alone may belong to a name ("Tổ Toán, Tin").
 */
function delimiterOf(text: string, isFile: boolean): string | null {
  if (text.includes('\t')) return '\t'
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const most = (mark: string): boolean => lines.filter((line) => line.includes(mark)).length * 2 > lines.length
  if (most(';')) return ';'
  return most(',') && (isFile || most('@')) ? ',' : null
}

/** Rows that hold anything; `isFile`: a `.csv` file and not a paste. */
export function pastedRows(raw: string, isFile = false): string[][] {
  const text = oneLineEnd(raw.replace(/^\ufeff/, ''))
  const delimiter = delimiterOf(text, isFile)
  const rows = delimiter === null ? text.split('\n').map((line) => [line]) : parseCsv(text, { delimiter })
  return tidyRows(rows)
}

export const tidyRows = (rows: readonly (readonly unknown[])[]): string[][] =>
  rows.map((row) => withoutBlankEnd(row.map(tidyCell))).filter((row) => row.length > 0)

const withoutBlankEnd = (row: string[]): string[] => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1)

const quoted = (cell: string): string => (cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Tidy rows as a text that `pastedRows` reads back to the same rows; a tab at its end says where nothing else does that no other mark parts cells. */
export function rowsAsText(rows: readonly (readonly string[])[]): string {
  const bare = rows.map((row) => row.join('\t')).join('\n')
  if (delimiterOf(bare, false) === null) return bare
  const text = rows.map((row) => row.map(quoted).join('\t')).join('\n')
  return text.includes('\t') ? text : `${text}\t`
}

/** Lines people number or mark: "1. Tổ Toán", "- Tổ Toán". */
export const withoutMarks = (cell: string): string => cell.replace(/^(?:\d{1,3}[.)]\s+|[-–•*+]\s+)/u, '')
