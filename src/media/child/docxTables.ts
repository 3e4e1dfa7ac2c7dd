/** Tables and lines of a Word document, as whoever opens it reads them: what was inserted stands there, what was deleted does not. */
import { Parser } from 'htmlparser2'
import type { Drawn } from '../../policy/plan/grid.ts'
import { GridMaker, type CellSpan } from '../../policy/plan/gridMaker.ts'
import { bare } from './officeXml.ts'

/** Deleted, moved away, or the same drawing once more for an older Word. */
const ABSENT = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText'])
const MOST_ACROSS = 63

const valueOf = (attributes: Record<string, string>): string | undefined => Object.entries(attributes).find(([name]) => bare(name) === 'val')?.[1]

export function drawnInDocx(document: Buffer): Drawn {
  const maker = new GridMaker()
  /** Of the cells that are open, outermost first: their spans, until the first words open them. */
  const cells: (CellSpan | null)[] = []
  let [absent, inText] = [0, 0]
  const begin = (): void => {
    const span = cells.at(-1)
    if (!span) return
    cells[cells.length - 1] = null
    maker.openCell(span)
  }
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const tag = bare(name)
        if (ABSENT.has(tag)) absent += 1
        else if (absent > 0) return
        else if (tag === 'tbl') {
          begin()
          maker.openTable()
        } else if (tag === 'tr') maker.openRow()
        else if (tag === 'gridBefore') {
          // Places left out before the first cell of a row.
          maker.openCell({ across: Math.max(1, Math.min(MOST_ACROSS, Number(valueOf(attributes)) || 1)), down: 1 })
          maker.closeCell()
        } else if (tag === 'tc') cells.push({ across: 1, down: 1 })
        else if (tag === 'gridSpan') spanOf(cells, { across: Math.max(1, Math.min(MOST_ACROSS, Number(valueOf(attributes)) || 1)) })
        else if (tag === 'vMerge') spanOf(cells, { goesOn: (valueOf(attributes) ?? 'continue') === 'continue' })
        else if (tag === 'p') {
          begin()
          maker.breakLine()
        } else if (tag === 'numId') maker.breakLine(valueOf(attributes) !== '0')
        else if (tag === 'br' || tag === 'cr') maker.breakLine()
        else if (tag === 'tab') maker.say(' ')
        else if (tag === 't') inText += 1
      },
      ontext: (words) => {
        if (inText > 0 && absent === 0) maker.say(words)
      },
      onclosetag: (name) => {
        const tag = bare(name)
        if (ABSENT.has(tag)) absent -= 1
        else if (absent > 0) return
        else if (tag === 'tbl') maker.closeTable()
        else if (tag === 'tr') maker.closeRow()
        else if (tag === 'tc') {
          begin()
          cells.pop()
          maker.closeCell()
        } else if (tag === 'p') maker.breakLine()
        else if (tag === 't') inText -= 1
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(document.toString('utf8'))
  parser.end()
  return maker.drawn()
}

function spanOf(cells: (CellSpan | null)[], more: Partial<CellSpan>): void {
  const span = cells.at(-1)
  if (span) cells[cells.length - 1] = { ...span, ...more }
}
