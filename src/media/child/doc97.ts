/** Tables of a Word file of before 2007: its reader gives the text, where a cell ends by a tab and a row by a tab at the end of its line. */
import type { Drawn, Grid } from '../../policy/plan/grid.ts'
import { linesOf, MOST_COLUMNS, MOST_ROWS } from '../../policy/plan/grid.ts'

const ROW_END = '\t\n'

export function tablesInText(body: string): Drawn {
  const text = body.replace(/\r\n|\r|\u000b/g, '\n')
  const parts = text.split(ROW_END)
  const after = parts.pop() ?? ''
  const rows = parts.slice(0, MOST_ROWS).map((part) => part.split('\t').slice(0, MOST_COLUMNS))
  const lines: string[] = []
  const grids: Grid[] = []
  let grid: { dong: ReturnType<typeof linesOf> }[][] = []
  for (const cells of rows) {
    // What stands before a table is in its first cell; the table begins with the last line of it.
    const begins = grid.length === 0 || grid[0]!.length !== cells.length
    if (begins && grid.length > 0) {
      grids.push(grid)
      grid = []
    }
    const first = (cells[0] ?? '').split('\n')
    if (begins) lines.push(...first.slice(0, -1))
    grid.push([begins ? first.slice(-1) : first, ...cells.slice(1).map((cell) => cell.split('\n'))].map((cell) => ({ dong: linesOf(cell) })))
  }
  if (grid.length > 0) grids.push(grid)
  return { grids, lines: linesOf([...lines, ...after.split('\n')]) }
}

export async function drawnInDoc(bytes: Buffer): Promise<Drawn> {
  // Read by few children, and only when somebody has such a file.
  const { default: WordExtractor } = await import('word-extractor')
  const document = await new WordExtractor().extract(bytes)
  return tablesInText(document.getBody())
}
