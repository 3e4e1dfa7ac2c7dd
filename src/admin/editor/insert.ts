/** Puts nodes where the caret is. Inside a table's cell only words go in: a table there is not published. */
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $parseSerializedNode,
  type LexicalEditor,
  type LexicalNode,
  type SerializedLexicalNode,
} from '@payloadcms/richtext-lexical/lexical'
import { $isTableCellNode, $isTableNode } from '@lexical/table'
import { paragraph, type EditorNode } from '../../policy/text/paste/nodes.ts'

const inCell = (): boolean => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  let node: LexicalNode | null = selection.anchor.getNode()
  while (node !== null && !$isTableCellNode(node)) node = node.getParent()
  return node !== null
}

const forCell = (nodes: readonly EditorNode[]): EditorNode[] =>
  nodes
    .filter((n) => n.type !== 'table' && n.type !== 'horizontalrule')
    .map((n) => (n.type === 'heading' || n.type === 'quote' ? paragraph(n.children as EditorNode[]) : n))

/** False where a table was meant for a cell: it is left out, and said. */
export function insertNodes(editor: LexicalEditor, nodes: readonly EditorNode[]): boolean {
  let whole = true
  editor.update(
    () => {
      if ($getSelection() === null) $getRoot().selectEnd()
      const cell = inCell()
      whole = !cell || !nodes.some((n) => n.type === 'table')
      const made = (cell ? forCell(nodes) : nodes).map((n) => $parseSerializedNode(n as unknown as SerializedLexicalNode))
      const last = made.at(-1)
      // Behind a table there is a line to go on in.
      if ($isTableNode(last)) made.push($createParagraphNode())
      if (made.length > 0) $getSelection()?.insertNodes(made)
    },
    { tag: 'paste', discrete: true },
  )
  return whole
}
