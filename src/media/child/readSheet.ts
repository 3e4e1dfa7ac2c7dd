import { read } from 'hucre'
import type { Refused } from './jobs.ts'

const MOST_ROWS = 5000
const MOST_COLUMNS = 40

/** Dates as people write them; other values as their text. */
const textOf = (value: unknown): string =>
  value instanceof Date
    ? `${value.getUTCDate()}/${value.getUTCMonth() + 1}/${value.getUTCFullYear()}`
    : value === null || value === undefined
      ? ''
      : String(value)

export async function readSheet(bytes: Buffer): Promise<{ rows: string[][] } | Refused> {
  try {
    const book = await read(bytes, { sheets: (info, i) => !info.hidden && !info.veryHidden && i < 20, maxRows: MOST_ROWS })
    const sheet = book.sheets.find((one) => one.rows.some((row) => row.some((cell) => textOf(cell).trim() !== '')))
    return { rows: (sheet?.rows ?? []).slice(0, MOST_ROWS).map((row) => Array.from(row).slice(0, MOST_COLUMNS).map(textOf)) }
  } catch {
    // Whatever is wrong with a stranger's file, it is no table.
    return { refused: 'SHEET_UNREADABLE' }
  }
}
