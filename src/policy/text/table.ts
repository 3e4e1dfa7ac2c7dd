/**
 * Rule: a table is frozen as a caption, rows and cells, each cell heading its column, its row, or neither. No merged cells, no
 * table or picture inside one, every row as long as the first; what is otherwise is refused by the table's own words.
 */
import type { IssueCode } from '../issues.ts'
import { mended } from './mend.ts'
import type { FrozenNode } from './richText.ts'
import { MOST_CELLS, MOST_COLUMNS, MOST_ROWS } from './tableLimits.ts'

type Node = Record<string, unknown>
export type TableTools = {
  refuse: (code: IssueCode, detail: Record<string, string | number>) => null
  /** What stands in a cell, by the gate's own list of what may. */
  inside: (node: Node, depth: number) => FrozenNode[]
  cells: number
  tables: number
}

/** The longest caption; a longer one is a paragraph. */
const MOST_CAPTION = 200
const isNode = (value: unknown): value is Node => value !== null && typeof value === 'object' && !Array.isArray(value)
const childrenOf = (node: Node): unknown[] => (Array.isArray(node.children) ? node.children : [])

function wordsOf(node: unknown, depth = 0): string {
  if (!isNode(node) || depth > 12) return ''
  return typeof node.text === 'string'
    ? node.text
    : childrenOf(node)
        .map((c) => wordsOf(c, depth + 1))
        .join('')
}

/** How a writer finds the table again: its number in the text and the words of its first row. */
function named(rows: readonly Node[], n: number): { so: number; chu: string } {
  const chu = rows
    .slice(0, 1)
    .flatMap(childrenOf)
    .slice(0, 6)
    .map((c) => wordsOf(c).trim().slice(0, 30))
  return { so: n, chu: chu.filter(Boolean).join(', ').slice(0, 80) }
}

function fault(rows: readonly Node[]): string | null {
  const widths = rows.map((row) => childrenOf(row).length)
  if (rows.length === 0 || widths.includes(0)) return 'empty'
  if (rows.length > MOST_ROWS || Math.max(...widths) > MOST_COLUMNS) return 'size'
  const cells = rows.flatMap(childrenOf)
  if (rows.some((row) => row.type !== 'tablerow') || !cells.every((c) => isNode(c) && c.type === 'tablecell')) return 'parts'
  const isMerged = (c: unknown): boolean => isNode(c) && ((Number(c.colSpan) || 1) !== 1 || (Number(c.rowSpan) || 1) !== 1)
  if (cells.some(isMerged)) return 'merged'
  return widths.some((width) => width !== widths[0]) ? 'ragged' : null
}

/** One paragraph is the cell's own words; more stay paragraphs. */
function content(cell: Node, depth: number, tools: TableTools): FrozenNode[] {
  const blocks = tools.inside(cell, depth)
  const filled = blocks.filter((b) => b.type !== 'paragraph' || (b.children as FrozenNode[]).length > 0)
  return filled.length === 1 && filled[0]!.type === 'paragraph' ? (filled[0]!.children as FrozenNode[]) : filled
}

export function projectTable(table: Node, depth: number, tools: TableTools): FrozenNode | null {
  tools.tables += 1
  const rows = childrenOf(table).filter(isNode)
  const name = named(rows, tools.tables)
  const wrong = rows.length === childrenOf(table).length ? fault(rows) : 'parts'
  const width = rows[0] ? childrenOf(rows[0]).length : 0
  if (wrong !== null) return tools.refuse('TABLE_NOT_ALLOWED', { ...name, why: wrong, hang: rows.length, cot: width })
  tools.cells += rows.length * width
  if (tools.cells > MOST_CELLS) return tools.refuse('TABLE_NOT_ALLOWED', { ...name, why: 'cells', hang: rows.length, cot: width })
  const state = isNode(table.$) && typeof table.$.tenBang === 'string' ? mended(table.$.tenBang).replace(/\s+/g, ' ').trim() : ''
  if (state.length > MOST_CAPTION) return tools.refuse('TABLE_NOT_ALLOWED', { ...name, why: 'caption', hang: rows.length, cot: width })
  const caption: FrozenNode[] = state === '' ? [] : [{ type: 'caption', children: [{ type: 'text', text: state }] }]
  const cellOf = (cell: Node): FrozenNode => {
    const heads = { 1: 'cot', 2: 'hang', 3: 'cot' }[Number(cell.headerState) & 3]
    return { type: 'cell', ...(heads ? { dau: heads } : {}), children: content(cell, depth + 2, tools) }
  }
  return { type: 'table', children: [...caption, ...rows.map((r): FrozenNode => ({ type: 'row', children: childrenOf(r).map((c) => cellOf(c as Node)) }))] }
}
