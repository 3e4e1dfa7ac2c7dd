/**
 * Rule: what is pasted from an office program, a mail or a page keeps its paragraphs, outline, lists, links and tables, and
 * nothing else; what is left out is counted, to be said in one sentence. Words alone decide, no server is asked.
 */
import { assembled } from './assemble.ts'
import { finished, previewsOf, type Preview } from './fonts.ts'
import { nothingLeftOut, type LeftOut } from './leftOut.ts'
import { childrenOf, wordsOf, type EditorNode } from './nodes.ts'
import { nodesOfText } from './plain.ts'
import { treeOf } from './tree.ts'
import { Walk } from './walk.ts'

/** Longer is not read: no browser would draw it, and no page is as long. */
export const MOST_PASTED = 30_000_000
/** More pieces than one text may have. */
export const MOST_PIECES = 10_000
const MOST_WORDS = 500_000

export type Pasted = { nodes: EditorNode[]; leftOut: LeftOut; fonts: Preview[] } | { tooLong: { chu: number } }

const START = '<!--StartFragment-->'

const count = (nodes: readonly EditorNode[]): number =>
  nodes.reduce((sum, n) => sum + (n.type === 'tablecell' || n.type === 'tablerow' ? 0 : 1) + count(childrenOf(n)), 0)

function bounded(nodes: EditorNode[], leftOut: LeftOut): Pasted {
  const chu = wordsOf(nodes).length
  if (chu > MOST_WORDS || count(nodes) > MOST_PIECES) return { tooLong: { chu } }
  return { nodes, leftOut, fonts: previewsOf(nodes) }
}

export function pastedHtml(html: string): Pasted {
  if (html.length > MOST_PASTED) return { tooLong: { chu: html.length } }
  const leftOut = nothingLeftOut()
  const from = html.indexOf(START)
  const to = html.lastIndexOf('<!--EndFragment-->')
  const fragment = from >= 0 && to > from ? html.slice(from + START.length, to) : undefined
  // Excel puts the beginning of the piece inside its table.
  const whole = fragment === undefined || /^\s*<(?:col|colgroup|caption|tr|td|th|thead|tbody|tfoot)\b/i.test(fragment) ? html : fragment
  return bounded(assembled(new Walk(leftOut).walk(treeOf(whole)), leftOut), leftOut)
}

export function pastedText(text: string): Pasted {
  if (text.length > MOST_WORDS) return { tooLong: { chu: text.length } }
  const leftOut = nothingLeftOut()
  return bounded(nodesOfText(text, leftOut), leftOut)
}

/** The nodes the editor gets. `convert`: the writer saw the preview and said yes. */
export const nodesToInsert = (nodes: readonly EditorNode[], convert: boolean): EditorNode[] => finished(nodes, convert)
