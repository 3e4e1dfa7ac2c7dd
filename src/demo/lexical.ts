/** Plain paragraphs to the editor's own format, as if typed there. */
type Node = Record<string, unknown>
const block = (type: string, children: Node[], more: Node = {}): Node => ({ type, version: 1, format: '', indent: 0, direction: 'ltr', children, ...more })
const words = (text: string): Node[] => [{ type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' }]

export function toLexical(paragraphs: readonly string[]): Node {
  const children: Node[] = []
  for (const p of paragraphs) {
    if (p.startsWith('## ')) children.push(block('heading', words(p.slice(3)), { tag: 'h2' }))
    else if (p.startsWith('> ')) children.push(block('quote', words(p.slice(2))))
    else if (p.startsWith('- ')) {
      const last = children.at(-1)
      const list = last?.type === 'list' ? last : block('list', [], { listType: 'bullet', tag: 'ul', start: 1 })
      if (list !== last) children.push(list)
      const items = list.children as Node[]
      items.push(block('listitem', words(p.slice(2)), { value: items.length + 1 }))
    } else children.push(block('paragraph', words(p), { textFormat: 0, textStyle: '' }))
  }
  return { root: block('root', children) }
}
