/**
 * A table as it was drawn: rows of cells, each cell lines of words. A merged cell stands at every place it covers as the same object,
 * so that a reader sees what it belongs to.
 */
import { tidyCell } from '../text/pastedRows.ts'

/** `dau`: the line began with a dash, a bullet or a number of its own. */
export type Line = { chu: string; dau: boolean }
export type Cell = { dong: readonly Line[] }
export type Grid = readonly (readonly Cell[])[]
/** What a file or a paste holds: its tables, and the lines that stand in none. */
export type Drawn = { grids: readonly Grid[]; lines: readonly Line[] }

export const MOST_ROWS = 600
export const MOST_COLUMNS = 30
export const MOST_LINES = 4000

/** "- ATGT", "+ ATGT", "• ATGT", "1. ATGT", "a) ATGT". */
const MARK = /^(?:[-–—+•*▪●○·§]+\s*|\d{1,2}[.)]\s+|[a-zđ][)]\s+)(?=\S)/iu

/** Null where nothing is written. */
export function lineOf(raw: string, marked = false): Line | null {
  const chu = tidyCell(raw)
  const bare = chu.replace(MARK, '').trim()
  return bare === '' || /^[-–—.…_]+$/u.test(bare) ? null : { chu: bare, dau: marked || bare !== chu }
}

export const linesOf = (texts: readonly string[]): Line[] => texts.flatMap((text) => lineOf(text) ?? [])
export const wordsOf = ({ dong }: Cell): string => dong.map(({ chu }) => chu).join(' ')
