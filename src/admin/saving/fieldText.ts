/** A field of a form as a person reads it: its name, and its value in words. */
import type { SavingWords } from '../../messages/saving.ts'
import { moment } from '../../theme/draw/dates.ts'

type Label = string | Record<string, string> | false | undefined
export type Field = {
  name?: string
  type: string
  label?: unknown
  fields?: Field[]
  tabs?: Field[]
  relationTo?: string | string[]
  options?: (string | { value: string; label: Label })[]
}

/** Fields that hold a value of the document, whatever they are drawn inside. */
export const namedFields = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => (field.name !== undefined ? [field] : namedFields(field.fields ?? field.tabs ?? [])))

export function labelOf(label: unknown, language: string, otherwise: string): string {
  if (typeof label === 'string') return label
  const words = label as Record<string, string> | null
  return (words !== null && typeof words === 'object' ? (words[language] ?? words.vi) : undefined) ?? otherwise
}

type Node = { type?: string; text?: string; children?: Node[] }
const BLOCKS = ['paragraph', 'heading', 'quote', 'listitem', 'upload', 'horizontalrule']
function richText(node: Node): string {
  const inside = (node.children ?? []).map(richText).join('')
  return (node.text ?? '') + inside + (node.type === 'upload' ? '[ảnh]' : '') + (BLOCKS.includes(node.type ?? '') ? '\n' : '')
}

export type Names = (relationTo: string, id: unknown) => string

/** Words of a value; `names` names other documents. */
export function textOf(value: unknown, field: Field | undefined, words: SavingWords, language: string, names: Names): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value)) return value.map((one) => textOf(one, field, words, language, names)).join(field?.type === 'array' ? '\n' : ', ')
  if (field?.relationTo !== undefined) {
    const id = typeof value === 'object' ? ((value as { id?: unknown }).id ?? value) : value
    return typeof field.relationTo === 'string' ? names(field.relationTo, id) : String(id)
  }
  if (field?.options)
    return labelOf(
      field.options.map((o) => (typeof o === 'string' ? { value: o, label: o } : o)).find((o) => o.value === value)?.label,
      language,
      String(value),
    )
  if (typeof value === 'string') return field?.type === 'date' ? moment(value) : value
  if (typeof value !== 'object') return String(value)
  if ('root' in value) return richText(value.root as Node).trim()
  const inner = namedFields(field?.fields ?? [])
  return Object.entries(value)
    .filter(([name]) => name !== 'id')
    .map(([name, one]) =>
      textOf(
        one,
        inner.find((f) => f.name === name),
        words,
        language,
        names,
      ),
    )
    .filter((text) => text !== '')
    .join(' · ')
}
