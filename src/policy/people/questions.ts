/**
 * Rule: a question (filter, order, choice of columns) names columns of the collection it is put to, and none of another
 * through a relation: an order by somebody else's hidden title tells that title, word by word. Bounded in every direction.
 */
import { issue, type Issue } from '../issues.ts'

/** `ask`: may be filtered and sorted by. `show`: may be chosen to be shown. */
export type Column = { ask: boolean; show: boolean }
export type Columns = ReadonlyMap<string, Column>

export type Question = {
  where?: unknown
  sort?: unknown
  select?: unknown
  joins?: unknown
  /** The column whose distinct values are asked for. */
  field?: unknown
  limit?: unknown
  page?: unknown
}

export const QUESTION_LIMITS = { nesting: 5, conditions: 50, value: 1000, list: 1000, sorts: 5, page: 100_000, rows: 100, bytes: 8000 } as const

const OPERATORS: readonly string[] = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'exists',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
  'like',
  'not_like',
  'contains',
]

type Plain = Record<string, unknown>
const isPlain = (value: unknown): value is Plain => value !== null && typeof value === 'object' && !Array.isArray(value)
const absent = (value: unknown): boolean => value === undefined || value === null || value === ''

const scalar = (value: unknown): boolean =>
  value === null || ['number', 'boolean', 'undefined'].includes(typeof value) || (typeof value === 'string' && value.length <= QUESTION_LIMITS.value)

const isValue = (value: unknown): boolean =>
  Array.isArray(value) ? value.length <= QUESTION_LIMITS.list && value.every(scalar) : scalar(value) || value instanceof Date

function conditionFault(columns: Columns, name: string, condition: unknown): boolean {
  if (columns.get(name)?.ask !== true || !isPlain(condition)) return true
  return !Object.entries(condition).every(([operator, value]) => OPERATORS.includes(operator) && isValue(value))
}

/** True where the filter is not one that may be asked. */
export function whereFault(columns: Columns, where: unknown): boolean {
  let conditions = 0
  const fault = (node: unknown, level: number): boolean => {
    if (!isPlain(node) || level > QUESTION_LIMITS.nesting) return true
    return Object.entries(node).some(([name, inner]) => {
      conditions += 1
      if (conditions > QUESTION_LIMITS.conditions) return true
      if (name === 'and' || name === 'or') return !Array.isArray(inner) || inner.some((one) => fault(one, level + 1))
      return conditionFault(columns, name, inner)
    })
  }
  return !absent(where) && fault(where, 0)
}

function sortFault(columns: Columns, sort: unknown): boolean {
  if (absent(sort)) return false
  const names = [sort].flat().flatMap((one) => (typeof one === 'string' ? one.split(',') : [null]))
  return names.length > QUESTION_LIMITS.sorts || names.some((name) => name === null || columns.get(name.trim().replace(/^-/, ''))?.ask !== true)
}

/** A whole group may be chosen, or one column in it. */
export function selectFault(columns: Columns, select: unknown, prefix = '', level = 0): boolean {
  if (absent(select)) return false
  if (!isPlain(select) || level > QUESTION_LIMITS.nesting) return true
  return Object.entries(select).some(([name, chosen]) => {
    const path = prefix + name
    if (isPlain(chosen)) return selectFault(columns, chosen, `${path}.`, level + 1)
    return typeof chosen !== 'boolean' || columns.get(path)?.show !== true
  })
}

const numberFault = (value: unknown, least: number, most: number): boolean =>
  !absent(value) && !(typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most)

/** What of a question may not be asked, by the clause it stands in. */
export function questionIssues(columns: Columns, asked: Question): Issue[] {
  const faults: [string, boolean][] = [
    ['where', whereFault(columns, asked.where)],
    ['sort', sortFault(columns, asked.sort)],
    ['select', selectFault(columns, asked.select)],
    ['joins', !absent(asked.joins) && asked.joins !== false && !(isPlain(asked.joins) && Object.keys(asked.joins).length === 0)],
    ['field', !absent(asked.field) && (typeof asked.field !== 'string' || columns.get(asked.field)?.ask !== true)],
    ['limit', !absent(asked.limit) && !(typeof asked.limit === 'number' && Number.isInteger(asked.limit))],
    ['page', numberFault(asked.page, 0, QUESTION_LIMITS.page)],
  ]
  return faults.filter(([, fault]) => fault).map(([clause]) => issue('INVALID_VALUE', clause))
}

/** How many rows are answered at most: "all" is never a number. */
export function rowsAllowed(limit: unknown, paginated: boolean): number | undefined {
  const { rows } = QUESTION_LIMITS
  if (typeof limit === 'number') return limit >= 1 && limit <= rows ? limit : rows
  return paginated ? undefined : rows
}
