/** A story typed as plain text, as the editor's own tree. Nothing typed is dropped: what is no mark is words. */
import { heading, lineBreak, link, list, listItem, paragraph, quote, rule, textNode, type EditorNode } from '../paste/nodes.ts'
import { lineOf, piecesOf, type Line } from './grammar.ts'

export type Root = { root: EditorNode }
/** `missing`: numbers of pictures the text names and nobody chose; they stay as words. */
export type ReadStory = { content: Root; missing: number[] }

const BOLD = 1

const inline = (words: string): EditorNode[] =>
  piecesOf(words).map((piece) => (piece.kind === 'link' ? link(piece.url, [textNode(piece.words)]) : textNode(piece.words, piece.kind === 'bold' ? BOLD : 0)))

const linesJoined = (lines: readonly string[]): EditorNode[] => lines.flatMap((line, i) => [...(i > 0 ? [lineBreak()] : []), ...inline(line)])

const upload = (id: number): EditorNode => ({ type: 'upload', version: 3, format: '', relationTo: 'tu-lieu', value: id, fields: null, id: `anh-${id}` })

/** Whether a line goes on with what the one before began; numbers that do not follow each other begin a list of their own. */
const goesOn = (line: Line, before: Line): boolean =>
  line.kind === before.kind &&
  (line.kind === 'words' ||
    line.kind === 'quote' ||
    (line.kind === 'item' && before.kind === 'item' && (line.ordered && before.ordered ? line.value === before.value + 1 : line.ordered === before.ordered)))

function runs(lines: readonly Line[]): Line[][] {
  const found: Line[][] = []
  let before: Line | null = null
  for (const line of lines) {
    if (before !== null && goesOn(line, before)) found.at(-1)!.push(line)
    else if (line.kind !== 'blank') found.push([line])
    before = line
  }
  return found
}

function listOf(items: readonly Line[]): EditorNode {
  const first = items[0]!
  const start = first.kind === 'item' && first.ordered ? first.value : 1
  const children = items.map((item, i) => listItem(item.kind === 'item' ? inline(item.words) : [], start + i))
  return list(first.kind === 'item' && first.ordered, children, start)
}

const wordsIn = (run: readonly Line[]): string[] => run.flatMap((line) => ('words' in line ? [line.words] : []))

/** `pictures`: ids in the order in which the text numbers them, from one. */
export function readStory(text: string, pictures: readonly number[]): ReadStory {
  const missing: number[] = []
  const blockOf = (run: readonly Line[]): EditorNode => {
    const line = run[0]!
    if (line.kind === 'rule') return rule()
    if (line.kind === 'heading') return heading(line.level, inline(line.words))
    if (line.kind === 'item') return listOf(run)
    if (line.kind === 'quote') return quote(linesJoined(wordsIn(run)))
    if (line.kind !== 'picture') return paragraph(linesJoined(wordsIn(run)))
    const id = pictures[line.n - 1]
    if (id !== undefined) return upload(id)
    missing.push(line.n)
    return paragraph([textNode(`[ảnh ${line.n}]`)])
  }
  const children = runs(
    text
      .normalize('NFC')
      .split(/\r\n?|\n|\u2028|\u2029/)
      .map(lineOf),
  ).map(blockOf)
  return { content: { root: { type: 'root', version: 1, direction: 'ltr', format: '', indent: 0, children } }, missing }
}
