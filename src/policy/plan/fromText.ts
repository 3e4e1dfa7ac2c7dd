/** Words pasted without their table: cells parted by tabs as Excel and Word write them, or plain lines as from Zalo. */
import { parseCsv } from 'hucre/csv'
import { linesOf, MOST_COLUMNS, MOST_LINES, MOST_ROWS, type Drawn } from './grid.ts'

const oneLineEnd = (text: string): string => text.replace(/\r\n|\r|\u2028|\u2029|\u000b|\u0085/g, '\n')
/** "[10:05, 20/8/2026] Cô Lan: " before what somebody wrote there. */
const SENDER = /^\[\d{1,2}:\d\d[^\]]{0,20}\]\s*[^:]{1,60}:\s*/u

export function drawnInText(raw: string): Drawn {
  const text = oneLineEnd(raw.replace(/^\ufeff/, ''))
  if (!text.includes('\t')) return { grids: [], lines: linesOf(text.split('\n', MOST_LINES).map((line) => line.trim().replace(SENDER, ''))) }
  const rows = parseCsv(text, { delimiter: '\t' }).slice(0, MOST_ROWS)
  return { grids: [rows.map((row) => row.slice(0, MOST_COLUMNS).map((cell) => ({ dong: linesOf(String(cell ?? '').split('\n')) })))], lines: [] }
}
