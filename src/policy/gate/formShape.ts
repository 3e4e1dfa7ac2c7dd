/**
 * Rule: a form says "nothing here" in its own way: the panel counts the rows of an empty list (`0`), and leaves `null` or an
 * empty text where a list, a group, a number or a date was emptied. That is what was meant, not a value of a wrong shape; a
 * count of rows without the rows stays one.
 */
import type { FieldShape } from './shape.ts'

type Plain = Record<string, unknown>
const isPlain = (value: unknown): value is Plain => value !== null && typeof value === 'object' && !Array.isArray(value)
const isNothing = (value: unknown): boolean => value === null || value === ''
const LISTS = ['array', 'blocks']
/** What has no empty text. */
const UNSET = ['date', 'number', 'relationship', 'upload', 'select', 'radio', 'richText', 'json', 'point']

function settledValue(field: FieldShape, value: unknown): unknown {
  if (LISTS.includes(field.type)) {
    if (value === 0 || isNothing(value)) return []
    return Array.isArray(value) && field.fields ? value.map((row: unknown) => (isPlain(row) ? settledForm(field.fields!, row) : row)) : value
  }
  if (field.type === 'group') return isNothing(value) ? {} : isPlain(value) ? settledForm(field.fields ?? [], value) : value
  if (!UNSET.includes(field.type)) return value
  if (isNothing(value)) return field.hasMany ? [] : null
  return value
}

/** What was sent, with every "nothing" in the words of its field. */
export function settledForm(fields: readonly FieldShape[], data: Plain): Plain {
  const settled: Plain = { ...data }
  for (const field of fields) {
    // Rows and tabs without a name only arrange what stands in them.
    if (field.name === undefined) Object.assign(settled, field.fields ? settledForm(field.fields, settled) : {})
    else if (Object.hasOwn(data, field.name) && data[field.name] !== undefined) settled[field.name] = settledValue(field, data[field.name])
  }
  return settled
}
