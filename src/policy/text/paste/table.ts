/**
 * A pasted table as the gate takes it: merged cells unfolded (their words once, the rest empty), no table inside a table, a row
 * of names for its columns. Larger than the gate takes: left out and said by its first words and size.
 */
import { MOST_COLUMNS, MOST_ROWS } from '../tableLimits.ts'
import { nothingLeftOut, type LeftOut } from './leftOut.ts'
import { cell, lineBreak, paragraph, row, table, textNode, wordsOf, type EditorNode } from './nodes.ts'
import { isHidden, lookOf, type Look } from './inline.ts'
import { styleOf, wordsIn, type Element } from './tree.ts'
import { Walk, type Piece } from './walk.ts'

/** Pieces to nodes, given along: what stands in a cell is put together as the text around the table is. */
export type Assemble = (pieces: readonly Piece[], leftOut: LeftOut) => EditorNode[]
type Cell = { content: EditorNode[]; heads: boolean }

const elements = (element: Element): Element[] => element.children.filter((c): c is Element => typeof c !== 'string')

function rowsOf(element: Element): Element[] {
  return elements(element).flatMap((child) => {
    if (child.tag === 'tr') return [child]
    return /^(?:thead|tbody|tfoot)$/.test(child.tag) ? rowsOf(child) : []
  })
}

const captionOf = (element: Element): string =>
  elements(element)
    .filter((child) => child.tag === 'caption')
    .map((child) => wordsIn(child).replace(/\s+/g, ' ').trim())
    .join(' ')

/** A heading inside a cell is a paragraph there; a table inside it is read as its words. */
function inCell(piece: Piece, leftOut: LeftOut): Piece[] {
  if (piece.kind === 'heading' || piece.kind === 'quote' || piece.kind === 'caption') return [{ kind: 'paragraph', inline: piece.inline }]
  if (piece.kind === 'rule') return []
  if (piece.kind !== 'table') return [piece]
  leftOut.bangLong += 1
  const lines = rowsOf(piece.element).map((tr) =>
    elements(tr)
      .map((td) => wordsIn(td).replace(/\s+/g, ' ').trim())
      .filter(Boolean)
      .join(' – '),
  )
  return [{ kind: 'paragraph', inline: lines.flatMap((line, i) => (i === 0 ? [textNode(line)] : [lineBreak(), textNode(line)])) }]
}

const contentOf = (element: Element, look: Look, leftOut: LeftOut, assemble: Assemble): EditorNode[] =>
  assemble(
    new Walk(leftOut).walk({ ...element, tag: '#cell' }, look).flatMap((piece) => inCell(piece, leftOut)),
    leftOut,
  )

const span = (said: string | undefined): number => Math.min(Math.max(Number.parseInt(said ?? '1', 10) || 1, 1), 1000)
const empty = (): Cell => ({ content: [], heads: false })

/** A head is bold by itself. */
const withoutBold = (look: Look, td: Element): Look => (td.tag === 'th' ? { ...look, format: look.format & ~1 } : look)

/** What was hidden in the sheet stays there; that something was is counted. */
function isSeen(element: Element, look: Look, leftOut: LeftOut): boolean {
  if (!isHidden(element, look)) return true
  leftOut.an += wordsIn(element).trim() === '' ? 0 : 1
  return false
}
/** A cell that is gone leaves no gap; one whose words cannot be seen is empty. */
const seenOf = (tr: Element, look: Look, leftOut: LeftOut): Element[] =>
  elements(tr)
    .filter((e) => e.tag === 'td' || e.tag === 'th')
    .flatMap((e) => {
      if (isSeen(e, lookOf(e, look), leftOut)) return [e]
      return /display\s*:\s*none/.test(styleOf(e)) ? [] : [{ ...e, children: [] }]
    })

/** The grid as it is seen. Bounded before it is filled: a cell may claim to be any number of columns wide. */
function gridOf(rows: readonly Element[], outer: Look, leftOut: LeftOut, assemble: Assemble): { grid: Cell[][]; widest: number } {
  const grid: Cell[][] = rows.map(() => [])
  let widest = 0
  rows.forEach((tr, y) => {
    let x = 0
    const look = lookOf(tr, outer)
    for (const td of seenOf(tr, look, leftOut)) {
      while (grid[y]![x]) x += 1
      // So wide a table is refused as a whole, by its size; its further cells are counted and not unfolded.
      if (x > MOST_COLUMNS) {
        x += 1
        widest = Math.max(widest, x)
        continue
      }
      const wide = Math.min(span(td.attrs.colspan), MOST_COLUMNS + 1)
      const high = Math.min(span(td.attrs.rowspan), rows.length - y)
      const own: Cell = { content: contentOf(td, withoutBold(lookOf(td, look), td), leftOut, assemble), heads: td.tag === 'th' }
      for (let dy = 0; dy < high; dy += 1)
        for (let dx = 0; dx < wide; dx += 1) grid[y + dy]![x + dx] ??= dy === 0 && dx === 0 ? own : { ...empty(), heads: own.heads }
      x += wide
    }
  })
  const width = grid.reduce((most, line) => Math.max(most, line.length), 0)
  return { grid: grid.map((line) => Array.from({ length: width }, (_, x) => line[x] ?? empty())), widest: Math.max(width, widest) }
}

const isEmpty = (one: Cell): boolean => wordsOf(one.content).trim() === ''

/** Empty rows at the end and empty columns at the side are the sheet's, not the table's. */
function trimmed(grid: Cell[][]): Cell[][] {
  const rows = grid.slice(0, grid.findLastIndex((line) => !line.every(isEmpty)) + 1)
  const width = rows.reduce((most, line) => Math.max(most, line.findLastIndex((one) => !isEmpty(one)) + 1), 0)
  return rows.map((line) => line.slice(0, width))
}

/** Columns are named by a first row of names: every cell has words, and they are not all numbers. */
const namesColumns = (grid: readonly Cell[][]): boolean =>
  grid.length > 1 && grid[0]!.every((one) => !isEmpty(one)) && !grid[0]!.every((one) => /^[\d\s.,%–-]+$/.test(wordsOf(one.content)))

/** `widest`: of how many columns it was before it was bounded. */
export function tableFrom({ grid, widest = 0 }: { grid: Cell[][]; widest?: number }, leftOut: LeftOut, caption: string): EditorNode[] {
  const seen = trimmed(grid)
  const width = seen[0]?.length ?? 0
  if (width === 0) return []
  // One column, or one cell, is a frame around a text.
  if (width === 1) return seen.flatMap((line) => line[0]!.content)
  if (seen.length > MOST_ROWS || width > MOST_COLUMNS) {
    const chu = seen[0]!
      .map((one) => wordsOf(one.content).trim())
      .filter(Boolean)
      .join(', ')
      .slice(0, 60)
    leftOut.bang.push({ chu, hang: seen.length, cot: Math.max(width, widest) })
    return []
  }
  const said = seen.some((line) => line.some((one) => one.heads))
  const first = said ? seen[0]!.every((one) => one.heads) : namesColumns(seen)
  const side = said && seen.slice(first ? 1 : 0).every((line) => line[0]!.heads) && seen.length > (first ? 1 : 0)
  const state = (x: number, y: number): number => (first && y === 0 ? 1 : 0) | (side && x === 0 ? 2 : 0)
  return [
    table(
      seen.map((line, y) => row(line.map((one, x) => cell(one.content.length > 0 ? one.content : [paragraph([])], state(x, y))))),
      caption,
    ),
  ]
}

/** `look`: of what lies around the table; `caption`: the line above it that names it. */
export function tableOf(element: Element, leftOut: LeftOut, assemble: Assemble, { look, caption }: { look: Look; caption: string }): EditorNode[] {
  const all = rowsOf(element).filter((tr) => isSeen(tr, lookOf(tr, look), leftOut))
  // A sheet goes on below its last words.
  const rows = all.slice(0, all.findLastIndex((tr) => wordsIn(tr).trim() !== '') + 1)
  if (rows.length === 0) return []
  const widest = rows.reduce((most, tr) => Math.max(most, elements(tr).length), 0)
  // Ten thousand cells are not read one by one to be refused.
  if (rows.length > 20 * MOST_ROWS || widest > 20 * MOST_COLUMNS || rows.length * widest > 20_000) {
    leftOut.bang.push({ chu: wordsIn(rows[0]!).replace(/\s+/g, ' ').trim().slice(0, 60), hang: rows.length, cot: widest })
    return []
  }
  const inside = nothingLeftOut()
  const made = tableFrom(gridOf(rows, look, inside, assemble), inside, caption || captionOf(element))
  for (const name of ['anh', 'nhanXet', 'xoa', 'an', 'lienKet', 'khung', 'bangLong'] as const) leftOut[name] += inside[name]
  leftOut.bang.push(...inside.bang)
  return made
}
