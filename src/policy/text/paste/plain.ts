/** Pasted plain text: paragraphs, lists that were typed, a sheet's rows, the broken lines of a PDF. */
import { inCells } from './sheet.ts'
import type { LeftOut } from './leftOut.ts'
import { lineBreak, textNode, type EditorNode } from './nodes.ts'
import { assembled } from './assemble.ts'
import type { Piece } from './walk.ts'
import { tableFrom } from './table.ts'

const BULLET = /^[ \t]*(?:[•●○▪■◦‣✓✔\u00b7\uf020-\uf0ff])[ \t\u00a0]+/u
const NARROW = 60

/** A line that fills its column and goes on in small letters was broken by the page, not by the writer. */
function unbroken(lines: readonly string[]): string[] {
  const widest = lines.reduce((most, line) => Math.max(most, line.length), 0)
  const joined: string[] = []
  let last = ''
  for (const line of lines) {
    const goesOn =
      widest >= NARROW && last.length >= 0.75 * widest && !/[.:;!?…”"]\s*$/.test(last) && /^\p{Ll}/u.test(line) && !/^\p{Ll}{1,4}[.)]\s/u.test(line)
    if (goesOn && joined.length > 0) joined[joined.length - 1] += ` ${line.trim()}`
    else joined.push(line)
    last = line
  }
  return joined
}

const inlineOf = (line: string): EditorNode[] =>
  line
    .split(/[\u000b\u2028\u2029]/)
    .map((part) => part.replace(/[ \t\u00a0\u202f]+/g, ' ').trim())
    .flatMap((part, i) => [...(i > 0 ? [lineBreak()] : []), ...(part ? [textNode(part)] : [])])

export function piecesOf(lines: readonly string[]): Piece[] {
  return lines.flatMap((line): Piece[] => {
    const bullet = BULLET.exec(line)
    const inline = inlineOf(bullet ? line.slice(bullet[0].length) : line)
    if (inline.length === 0) return []
    return [bullet ? { kind: 'item', list: 'plain', level: 1, ordered: false, inline } : { kind: 'paragraph', inline }]
  })
}

export function nodesOfText(text: string, leftOut: LeftOut): EditorNode[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const sheet = inCells(lines)
  if (sheet) {
    const grid = sheet.map((line) => line.map((words) => ({ content: assembled(piecesOf([words]), leftOut), heads: false })))
    return tableFrom({ grid }, leftOut, '')
  }
  return assembled(piecesOf(unbroken(lines)), leftOut)
}
