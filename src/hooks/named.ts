/** Everything a document names: in its relations, at whatever depth of groups and rows, and inside its texts. */
import type { FlattenedField } from 'payload'
import type { Doc } from '../policy/gate/freeze.ts'
import { idsOf } from '../policy/ids.ts'

/** `field`: the document's own field it stands in or under. */
export type Named = { to: string; id: number; field: string }
type Plain = Record<string, unknown>

const isPlain = (value: unknown): value is Plain => value !== null && typeof value === 'object' && !Array.isArray(value)

const one = (to: unknown, value: unknown, field: string): Named[] =>
  typeof to === 'string'
    ? idsOf(value)
        .filter((id) => Number.isInteger(id) && id > 0 && id < 2 ** 31)
        .map((id) => ({ to, id, field }))
    : []

/** Links to a document and pictures stand in a text as `{relationTo, value}`, wherever the editor puts them. */
function inText(node: unknown, field: string, level = 0): Named[] {
  if (node === null || typeof node !== 'object' || level > 400) return []
  if (Array.isArray(node)) return node.flatMap((inner) => inText(inner, field, level + 1))
  const { relationTo, value } = node as Plain
  return [...one(relationTo, value, field), ...Object.values(node).flatMap((inner) => inText(inner, field, level + 1))]
}

function ofField(field: FlattenedField, value: unknown, name: string): Named[] {
  switch (field.type) {
    case 'relationship':
    case 'upload': {
      const { relationTo } = field
      if (!Array.isArray(relationTo)) return one(relationTo, value, name)
      return [value].flat().flatMap((entry) => (isPlain(entry) ? one(entry.relationTo, entry.value, name) : []))
    }
    case 'richText':
    case 'json':
      return inText(value, name)
    case 'array':
    case 'blocks':
      // Whatever the kind of a block: its fields are not asked for, the shape of what it names is.
      return field.type === 'blocks' ? inText(value, name) : [value].flat().flatMap((row) => (isPlain(row) ? namedIn(field.flattenedFields, row, name) : []))
    default:
      return 'flattenedFields' in field && isPlain(value) ? namedIn(field.flattenedFields, value, name) : []
  }
}

export const namedIn = (fields: readonly FlattenedField[], doc: Doc, under?: string): Named[] =>
  fields.flatMap((field) => ofField(field, doc[field.name], under ?? field.name))
