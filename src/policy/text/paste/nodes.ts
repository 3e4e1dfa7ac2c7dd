/** The editor's own serialized nodes, as small as it takes them. */
export type EditorNode = { type: string; version: number; [key: string]: unknown }
/** `font`: said by the paste, taken off before the editor sees it. */
export type TextNode = EditorNode & { text: string; format: number; font?: string }

const block = (type: string, children: EditorNode[], more: object = {}): EditorNode => ({
  type,
  version: 1,
  direction: 'ltr',
  format: '',
  indent: 0,
  children,
  ...more,
})

export const textNode = (text: string, format = 0, font?: string): TextNode => ({
  type: 'text',
  version: 1,
  detail: 0,
  format,
  mode: 'normal',
  style: '',
  text,
  ...(font ? { font } : {}),
})
export const lineBreak = (): EditorNode => ({ type: 'linebreak', version: 1 })
export const rule = (): EditorNode => ({ type: 'horizontalrule', version: 1 })
export const paragraph = (children: EditorNode[]): EditorNode => block('paragraph', children, { textFormat: 0, textStyle: '' })
export const heading = (level: number, children: EditorNode[]): EditorNode => block('heading', children, { tag: `h${level}` })
export const quote = (children: EditorNode[]): EditorNode => block('quote', children)
export const link = (url: string, children: EditorNode[]): EditorNode =>
  block('link', children, { version: 3, fields: { linkType: 'custom', newTab: false, url } })
export const listItem = (children: EditorNode[], value: number): EditorNode => block('listitem', children, { value })
export const list = (ordered: boolean, children: EditorNode[], start = 1): EditorNode =>
  block('list', children, { listType: ordered ? 'number' : 'bullet', tag: ordered ? 'ol' : 'ul', start })
/** `headerState`: 1 heads its column, 2 its row. */
export const cell = (children: EditorNode[], headerState = 0): EditorNode =>
  block('tablecell', children, { headerState, colSpan: 1, rowSpan: 1, backgroundColor: null })
export const row = (children: EditorNode[]): EditorNode => block('tablerow', children)
export const table = (children: EditorNode[], caption = ''): EditorNode => block('table', children, caption ? { $: { tenBang: caption } } : {})

export const childrenOf = (node: EditorNode): EditorNode[] => (Array.isArray(node.children) ? (node.children as EditorNode[]) : [])
export const wordsOf = (nodes: readonly EditorNode[]): string =>
  nodes.map((n) => (n.type === 'linebreak' ? '\n' : n.type === 'text' ? (n as TextNode).text : wordsOf(childrenOf(n)))).join('')
