'use client'
import { INSERT_TABLE_COMMAND, TableCellNode, TableNode, TableRowNode } from '@lexical/table'
import { createClientFeature, slashMenuBasicGroupWithItems, toolbarAddDropdownGroupWithItems } from '@payloadcms/richtext-lexical/client'
import { TablePlugin } from '@payloadcms/richtext-lexical/lexical/react/LexicalTablePlugin'
import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'
import { editorWords } from '../../messages/editor.ts'
import { languageOf } from '../../messages/sentence.ts'
import { TableBand } from './TableBand.tsx'

const Icon = () => (
  <svg aria-hidden="true" width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor">
    <path d="M3.5 4.5h13v11h-13zM3.5 8.5h13M8 4.5v11M12.5 4.5v11" />
  </svg>
)
const Tables = () => <TablePlugin hasCellMerge={false} hasCellBackgroundColor={false} hasHorizontalScroll />

const insert = (editor: LexicalEditor): void =>
  void editor.dispatchCommand(INSERT_TABLE_COMMAND, { rows: '3', columns: '3', includeHeaders: { rows: true, columns: false } })
const item = {
  key: 'bang',
  label: ({ i18n }: { i18n: { language?: string } }) => editorWords(languageOf({ i18n })).table,
  onSelect: ({ editor }: { editor: LexicalEditor }) => insert(editor),
}

export const BangFeature = createClientFeature({
  nodes: [TableNode, TableCellNode, TableRowNode],
  plugins: [
    { Component: Tables, position: 'normal' },
    { Component: TableBand, position: 'belowContainer' },
  ],
  slashMenu: { groups: [slashMenuBasicGroupWithItems([{ ...item, Icon, keywords: ['bang', 'bảng', 'table'] }])] },
  toolbarFixed: { groups: [toolbarAddDropdownGroupWithItems([{ ...item, ChildComponent: Icon }])] },
})
