/** Words pasted without their table: cells parted by tabs as Excel and Word write them, or plain lines as from Zalo. */
import { parseCsv } from 'hucre/csv'
import { linesOf, MOST_COLUMNS, MOST_LINES, MOST_ROWS, type Drawn } from './grid.ts'

const oneLineEnd = (text: string): string => text.replace(/\r\n|\r|\u2028|\u2029|\u000b|\u0085/g, '\n')
/** "[10:05, 20/8/2026] Cô Lan: " before what somebody wrote there. */
const SENDER = /^\[\d{1,2}:\d\d[^\]]{0,20}\]\s*[^:]{1,60}:\s*/u

/**
 * Word writes the lines of a cell as lines: a row that is not whole goes on in the next line, whose first words belong to its last cell; and a
 * line without a tab behind a whole row belongs to the last cell of it.
 */
function wholeRows(rows: readonly (readonly unknown[])[]): string[][] {
  const most = Math.max(...rows.map(({ length }) => length))
  const whole: string[][] = []
  for (const row of rows) {
    const cells = row.map((cell) => String(cell ?? ''))
    const last = whole.at(-1)
    const goesOn = last !== undefined && last.length > 1 && (last.length < most || cells.length === 1) && last.length + cells.length - 1 <= most
    if (!goesOn) whole.push(cells)
    else last.splice(last.length - 1, 1, `${last.at(-1)!}\n${cells[0] ?? ''}`, ...cells.slice(1))
  }
  return whole
}

export function drawnInText(raw: string): Drawn {
  const text = oneLineEnd(raw.replace(/^\ufeff/, ''))
  if (!text.includes('\t')) return { grids: [], lines: linesOf(text.split('\n', MOST_LINES).map((line) => line.trim().replace(SENDER, ''))) }
  const rows = wholeRows(parseCsv(text, { delimiter: '\t' }).slice(0, MOST_ROWS * 4)).slice(0, MOST_ROWS)
  return { grids: [rows.map((row) => row.slice(0, MOST_COLUMNS).map((cell) => ({ dong: linesOf(String(cell ?? '').split('\n')) })))], lines: [] }
}
