/** Rule: a field holds the kind of value its form would send. What is otherwise is refused on saving, with its field. */
import { issue, type Issue } from '../issues.ts'
import { isKeptYear, isCalendarDay } from '../time/hanoi.ts'

/** As much of a Payload field as this needs; anything else about it is ignored. */
export type FieldShape = { name?: string; type: string; hasMany?: boolean; fields?: readonly FieldShape[] }

const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value)
const isKey = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number' || (isRecord(value) && isKey(value.id ?? value.value))

function fits(field: FieldShape, value: unknown): boolean {
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
      return typeof value === 'string'
    case 'date':
      return typeof value === 'string' && isCalendarDay(value)
    case 'number':
      return Number.isFinite(value)
    case 'checkbox':
      return typeof value === 'boolean'
    case 'select':
      return field.hasMany ? [value].flat().every((v) => typeof v === 'string') : typeof value === 'string'
    case 'relationship':
    case 'upload':
      return field.hasMany ? [value].flat().every(isKey) : isKey(value)
    case 'array':
      return Array.isArray(value) && value.every(isRecord)
    case 'group':
      return isRecord(value)
    default:
      return true
  }
}

export function shapeIssues(fields: readonly FieldShape[], data: Record<string, unknown>, prefix = ''): Issue[] {
  return fields.flatMap((field) => {
    if (field.name === undefined) return []
    const value = data[field.name]
    if (value === undefined || (value === null && field.type !== 'group' && field.type !== 'array')) return []
    const path = prefix + field.name
    if (!fits(field, value)) return [issue('INVALID_VALUE', path)]
    if (field.type === 'date' && !isKeptYear(Date.parse(value as string))) return [issue('YEAR_UNLIKELY', path)]
    if (field.type === 'group') return shapeIssues(field.fields ?? [], value as Record<string, unknown>, `${path}.`)
    if (field.type !== 'array') return []
    return (value as Record<string, unknown>[]).flatMap((row, i) => shapeIssues(field.fields ?? [], row, `${path}.${i}.`))
  })
}
