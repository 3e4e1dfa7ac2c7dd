/** A line as a browser draws it, in as few pieces as it has forms. */
import { childrenOf, wordsOf, type EditorNode, type TextNode } from './nodes.ts'

/** Blanks run together, as a browser draws them; none at either end of a line. */
export function tidied(inline: readonly EditorNode[]): EditorNode[] {
  let blank = true
  const walk = (nodes: readonly EditorNode[]): EditorNode[] =>
    nodes.flatMap((n): EditorNode[] => {
      if (n.type === 'linebreak') return ((blank = true), [n])
      if (n.type !== 'text') {
        const inside = walk(n.children as EditorNode[])
        if (n.type === 'link' && wordsOf(inside).trim() === '') return inside
        return inside.length > 0 ? [{ ...n, children: inside }] : []
      }
      let { text } = n as TextNode
      if (blank) text = text.replace(/^ +/, '')
      if (text === '') return []
      blank = text.endsWith(' ')
      return [{ ...n, text }]
    })
  const kept = walk(inline)
  while (kept.at(-1)?.type === 'linebreak') kept.pop()
  while (kept[0]?.type === 'linebreak') kept.shift()
  const last = kept.at(-1)
  if (last?.type === 'text') {
    const text = (last as TextNode).text.replace(/ +$/, '')
    if (text === '') kept.pop()
    else kept[kept.length - 1] = { ...last, text }
  }
  return joined(kept)
}

const addressIn = (node: EditorNode): unknown => (node.fields as { url?: unknown }).url

/** Neighbours of one form are one piece of text, neighbours that lead to one place one link. */
function joined(nodes: readonly EditorNode[]): EditorNode[] {
  const all: EditorNode[] = []
  for (const node of nodes) {
    const last = all.at(-1) as TextNode | undefined
    const next = node as TextNode
    if (last?.type === 'text' && node.type === 'text' && last.format === next.format && last.font === next.font)
      all[all.length - 1] = { ...last, text: last.text + next.text }
    else if (last?.type === 'link' && node.type === 'link' && addressIn(last) === addressIn(node))
      all[all.length - 1] = { ...last, children: joined([...childrenOf(last), ...childrenOf(node)]) }
    else all.push(node)
  }
  return all
}
