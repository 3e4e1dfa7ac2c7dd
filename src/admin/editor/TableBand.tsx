'use client'
/** While the caret stands in a table: its name, its headings, its rows and columns. */
import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
  type TableNode,
} from '@lexical/table'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { $getNodeByKey, $getSelection, $getState, $isRangeSelection, $setState, createState, type LexicalNode } from '@payloadcms/richtext-lexical/lexical'
import { useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { editorWords } from '../../messages/editor.ts'
import { languageOf } from '../../messages/sentence.ts'
import { MOST_COLUMNS, MOST_ROWS } from '../../policy/text/tableLimits.ts'

const tenBang = createState('tenBang', { parse: (value) => (typeof value === 'string' ? value : '') })
type At = { key: string; caption: string; rows: number; columns: number }

function $tableAtCaret(): TableNode | null {
  const selection = $getSelection()
  let node: LexicalNode | null = $isRangeSelection(selection) ? selection.anchor.getNode() : (selection?.getNodes()[0] ?? null)
  while (node !== null && !$isTableNode(node)) node = node.getParent()
  return node
}

/** The first row (or column) names the others, or no longer does. */
function $toggleHeads(table: TableNode, side: 'row' | 'column'): void {
  const state = side === 'row' ? TableCellHeaderStates.ROW : TableCellHeaderStates.COLUMN
  const rows = table.getChildren().filter($isTableRowNode)
  const cells = (side === 'row' ? (rows[0]?.getChildren() ?? []) : rows.map((row) => row.getFirstChild())).filter($isTableCellNode)
  const on = cells.every((cell) => cell.hasHeaderState(state))
  for (const cell of cells) cell.setHeaderStyles(on ? 0 : state, state)
}

export const TableBand = () => {
  const [editor] = useLexicalComposerContext()
  const { i18n } = useTranslation()
  const words = editorWords(languageOf({ i18n }))
  const id = useId()
  const [at, setAt] = useState<At | null>(null)
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) =>
        editorState.read(() => {
          // Typing the table's name takes the caret away; the band stays.
          if (document.activeElement?.closest('.ct-table-band')) return
          const table = $tableAtCaret()
          const rows = table?.getChildren() ?? []
          setAt(table && { key: table.getKey(), caption: $getState(table, tenBang), rows: rows.length, columns: table.getColumnCount() })
        }),
      ),
    [editor],
  )
  if (!at) return null
  const change = (what: (table: TableNode) => void): void =>
    editor.update(() => {
      const table = $getNodeByKey(at.key)
      if ($isTableNode(table)) what(table)
    })
  const verbs: [string, () => void, boolean?][] = [
    [words.firstRowHeads, () => change((t) => $toggleHeads(t, 'row'))],
    [words.firstColumnHeads, () => change((t) => $toggleHeads(t, 'column'))],
    [words.addRow, () => change(() => void $insertTableRowAtSelection(true)), at.rows >= MOST_ROWS],
    [words.removeRow, () => change(() => $deleteTableRowAtSelection())],
    [words.addColumn, () => change(() => void $insertTableColumnAtSelection(true)), at.columns >= MOST_COLUMNS],
    [words.removeColumn, () => change(() => $deleteTableColumnAtSelection())],
    [words.removeTable, () => (change((t) => (t.selectNext(), t.remove())), setAt(null))],
  ]
  return (
    <div className="ct-table-band" role="group" aria-label={words.table}>
      <label htmlFor={id}>{words.caption}</label>
      <input
        id={id}
        type="text"
        maxLength={200}
        value={at.caption}
        onChange={(event) => {
          const caption = event.target.value
          setAt({ ...at, caption })
          change((table) => void $setState(table, tenBang, caption))
        }}
      />
      <div className="ct-buttons">
        {verbs.map(([name, act, off]) => (
          <button key={name} type="button" className="ct-button" disabled={off === true} onMouseDown={(event) => event.preventDefault()} onClick={act}>
            {name}
          </button>
        ))}
      </div>
    </div>
  )
}
