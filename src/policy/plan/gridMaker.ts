/** Builds tables from the marks of a document as they come; cells that reach over rows or columns are put at every place they cover. */
import { lineOf, MOST_COLUMNS, MOST_LINES, MOST_ROWS, type Cell, type Drawn, type Grid, type Line } from './grid.ts'

/** `down`: so many rows, or as long as cells below say that they go on (`goesOn`). */
export type CellSpan = { across: number; down: number; goesOn?: boolean }
type Reaching = { cell: Cell; rows: number }

export class GridMaker {
  readonly #grids: Grid[] = []
  readonly #lines: Line[] = []
  #rows: Cell[][] = []
  #row: Cell[] | null = null
  #reaching: (Reaching | undefined)[] = []
  #cell: { span: CellSpan; dong: Line[] } | null = null
  #depth = 0
  #said = ''
  #marked = false
  /** Of a document: cells of the longest table, a few lines each. */
  #left = MOST_LINES * 10

  openTable(): void {
    this.breakLine()
    this.#depth += 1
    if (this.#depth === 1) [this.#rows, this.#reaching, this.#row] = [[], [], null]
  }
  closeTable(): void {
    this.breakLine()
    if (this.#depth === 0) return
    if (this.#depth === 1) {
      this.closeRow()
      if (this.#rows.length > 0) this.#grids.push(this.#rows)
    }
    this.#depth -= 1
  }
  openRow(): void {
    if (this.#depth !== 1) return this.breakLine()
    this.closeRow()
    this.#row = []
  }
  closeRow(): void {
    if (this.#depth !== 1) return this.breakLine()
    this.closeCell()
    if (this.#row === null) return
    this.#fillReached()
    if (this.#row.length > 0 && this.#rows.length < MOST_ROWS) this.#rows.push(this.#row)
    this.#row = null
  }
  openCell(span: CellSpan): void {
    if (this.#depth !== 1) return this.breakLine()
    this.closeCell()
    this.#row ??= []
    this.#cell = { span, dong: [] }
  }
  closeCell(): void {
    this.breakLine()
    if (this.#depth !== 1 || this.#cell === null || this.#row === null) return
    const { span, dong } = this.#cell
    this.#cell = null
    this.#fillReached()
    const at = this.#row.length
    const above = span.goesOn === true ? this.#rows.at(-1)?.[at] : undefined
    const cell: Cell = above ?? { dong }
    for (let i = 0; i < span.across && this.#row.length < MOST_COLUMNS; i += 1) {
      if (span.down > 1) this.#reaching[this.#row.length] = { cell, rows: span.down - 1 }
      this.#row.push(cell)
    }
  }
  say(words: string): void {
    if (this.#said.length < 4000) this.#said += words
  }
  /** `marked`: what comes is an item of a list. */
  breakLine(marked = false): void {
    const line = lineOf(this.#said, this.#marked)
    this.#said = ''
    this.#marked = marked
    if (line === null || this.#left <= 0) return
    this.#left -= 1
    if (this.#depth === 0) this.#lines.push(line)
    else this.#cell?.dong.push(line)
  }
  drawn(): Drawn {
    while (this.#depth > 0) this.closeTable()
    this.breakLine()
    return { grids: this.#grids, lines: this.#lines }
  }

  /** Cells of rows above that reach into this place. */
  #fillReached(): void {
    for (let reached = this.#reaching[this.#row!.length]; reached; reached = this.#reaching[this.#row!.length]) {
      this.#reaching[this.#row!.length] = reached.rows > 1 ? { ...reached, rows: reached.rows - 1 } : undefined
      this.#row!.push(reached.cell)
    }
  }
}
