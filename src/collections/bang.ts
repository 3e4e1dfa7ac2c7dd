/** Tables in the editor: the nodes of Lexical's own table, without merging, colours and widths the gate would not take. */
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table'
import { createNode, createServerFeature } from '@payloadcms/richtext-lexical'

export const BangFeature = createServerFeature({
  key: 'bang',
  feature: {
    ClientFeature: 'cong-truong/admin#BangFeature',
    nodes: [createNode({ node: TableNode }), createNode({ node: TableRowNode }), createNode({ node: TableCellNode })],
  },
})
