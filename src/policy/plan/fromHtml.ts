/** Tables of what a browser hands over from Word, Google Docs or Excel. A table inside a cell is lines of that cell. */
import { Parser } from 'htmlparser2'
import { GridMaker } from './gridMaker.ts'
import type { Drawn } from './grid.ts'

const BLOCKS = new Set(['p', 'div', 'li', 'br', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'blockquote'])
const SILENT = new Set(['style', 'script', 'head', 'title', 'xml', 'template'])

/** Longest paste, in characters. */
export const LONGEST_HTML = 2_000_000

const spanIn = (text: string | undefined): number => Math.max(1, Math.min(100, Number.parseInt(text ?? '1', 10) || 1))

export function drawnInHtml(html: string): Drawn {
  const maker = new GridMaker()
  let silent = 0
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        if (SILENT.has(tag)) silent += 1
        else if (tag === 'table') maker.openTable()
        else if (tag === 'tr') maker.openRow()
        else if (tag === 'td' || tag === 'th') maker.openCell({ across: spanIn(attributes.colspan), down: spanIn(attributes.rowspan) })
        else if (BLOCKS.has(tag)) maker.breakLine(tag === 'li')
      },
      ontext: (words) => {
        if (silent === 0) maker.say(words.replace(/\s+/gu, ' '))
      },
      onclosetag: (tag) => {
        if (SILENT.has(tag)) silent = Math.max(0, silent - 1)
        else if (tag === 'table') maker.closeTable()
        else if (tag === 'tr') maker.closeRow()
        else if (tag === 'td' || tag === 'th') maker.closeCell()
        else if (BLOCKS.has(tag)) maker.breakLine()
      },
    },
    { decodeEntities: true },
  )
  // Marks inside a line say nothing of tables; left open by the thousand, each costs the next.
  parser.write(html.slice(0, LONGEST_HTML).replace(/<\/?(?:b|i|u|s|em|strong|span|font|a|sub|sup|o:p|small|big)\b[^<>]*>/giu, ''))
  parser.end()
  return maker.drawn()
}
