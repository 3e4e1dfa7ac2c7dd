/** Pieces to the editor's nodes: the outline begins at h2 without gaps, items become lists inside lists, tables are unfolded. */
import type { LeftOut } from './leftOut.ts'
import { heading, lineBreak, list, listItem, paragraph, quote, rule, wordsOf, type EditorNode } from './nodes.ts'
import type { Piece } from './walk.ts'
import { tableOf } from './table.ts'

/** Lists deeper than this are read as the deepest: the gate takes them, a phone does not. */
const DEEPEST_LIST = 6
const MOST_CAPTION = 200
type Item = Extract<Piece, { kind: 'item' }>

/** The ranks that occur, in their order, become h2, h3 and h4. */
function ranksOf(pieces: readonly Piece[]): Map<number, number> {
  const levels = [...new Set(pieces.flatMap((p) => (p.kind === 'heading' ? [p.level] : [])))].sort((a, b) => a - b)
  return new Map(levels.map((level, i) => [level, Math.min(2 + i, 4)]))
}

/** Items of one level; what is deeper becomes a list inside the item before it, as the editor writes it. */
function listsOf(items: readonly Item[], level: number): EditorNode[] {
  const lists: EditorNode[] = []
  let i = 0
  while (i < items.length) {
    const { ordered, list: id, value: start } = items[i]!
    const children: EditorNode[] = []
    let value = ordered ? (start ?? 1) : 1
    while (i < items.length) {
      const item = items[i]!
      if (item.level > level) {
        let end = i
        while (end < items.length && items[end]!.level > level) end += 1
        const inner =
          level < DEEPEST_LIST
            ? listsOf(items.slice(i, end), level + 1)
            : listsOf(
                items.slice(i, end).map((x) => ({ ...x, level })),
                level,
              )
        children.push(...inner.map((one) => listItem([one], value)))
        i = end
        continue
      }
      if (item.ordered !== ordered || item.list !== id) break
      children.push(listItem(item.inline, value))
      value += 1
      i += 1
    }
    lists.push(list(ordered, children, ordered ? (start ?? 1) : 1))
  }
  return lists
}

function runOf<T extends Piece>(pieces: readonly Piece[], from: number, is: (piece: Piece) => piece is T): T[] {
  const run: T[] = []
  for (let i = from; i < pieces.length; i += 1) {
    const piece = pieces[i]!
    if (!is(piece)) break
    run.push(piece)
  }
  return run
}
type Quote = { kind: 'quote'; inline: EditorNode[] }
const isItem = (piece: Piece): piece is Item => piece.kind === 'item'
const isQuote = (piece: Piece): piece is Piece & Quote => piece.kind === 'quote'

export function assembled(pieces: readonly Piece[], leftOut: LeftOut): EditorNode[] {
  const ranks = ranksOf(pieces)
  const nodes: EditorNode[] = []
  let i = 0
  while (i < pieces.length) {
    const piece: Piece = pieces[i]!
    if (piece.kind === 'item') {
      const items = runOf(pieces, i, isItem)
      const least = items.reduce((most, item) => Math.min(most, item.level), Infinity)
      nodes.push(
        ...listsOf(
          items.map((item) => ({ ...item, level: item.level - least + 1 })),
          1,
        ),
      )
      i += items.length
      continue
    }
    if (piece.kind === 'quote') {
      const quotes = runOf(pieces, i, isQuote)
      nodes.push(quote(quotes.flatMap((q, at) => (at === 0 ? q.inline : [lineBreak(), ...q.inline]))))
      i += quotes.length
      continue
    }
    // A longer one is a paragraph: the gate takes a name, not a text.
    if (piece.kind === 'caption' && pieces[i + 1]?.kind === 'table' && [...wordsOf(piece.inline).trim()].length <= MOST_CAPTION) {
      const { element, look } = pieces[i + 1] as Extract<Piece, { kind: 'table' }>
      nodes.push(...tableOf(element, leftOut, assembled, { look, caption: wordsOf(piece.inline).trim() }))
      i += 2
      continue
    }
    i += 1
    if (piece.kind === 'heading') nodes.push(heading(ranks.get(piece.level)!, piece.inline))
    else if (piece.kind === 'table') nodes.push(...tableOf(piece.element, leftOut, assembled, { look: piece.look, caption: '' }))
    else if (piece.kind === 'rule') nodes.push(rule())
    else nodes.push(paragraph(piece.inline))
  }
  return nodes
}
