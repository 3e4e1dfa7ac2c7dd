/**
 * Rule: a question names only columns of what is asked for, and is of a bounded size. Whoever may sort or filter by a
 * column can spell what stands in it; a path through a relation would spell what he may not read.
 */
import { issue, type Issue } from '../issues.ts'

/** As much of a Payload field as this needs. */
export type AskedField = {
  name?: string
  type: string
  hidden?: boolean
  virtual?: unknown
  relationTo?: string | readonly string[]
  fields?: readonly AskedField[]
  flattenedFields?: readonly AskedField[]
  tabs?: readonly AskedField[]
  custom?: { locTheo?: boolean }
}

/** By name, dotted inside own groups: may it be searched and sorted by, filtered by alone (src/hooks/soughtBy.ts), or only be shown? */
type Use = 'searched' | 'filtered' | 'shown'
export type Columns = ReadonlyMap<string, Use>

export type Asked = { where?: unknown; sort?: unknown; select?: unknown; populate?: unknown; joins?: unknown; page?: unknown; field?: unknown }

/** `limit`: what a list holds at most; it is also what is given where all is asked for. `bytes`: of a whole question. */
export const ASKED_LIMITS = { nesting: 5, conditions: 50, value: 1000, values: 100, sort: 5, page: 100_000, limit: 100, bytes: 8000 } as const

const OPERATORS = [
  'equals',
  'not_equals',
  'exists',
  'in',
  'not_in',
  'like',
  'not_like',
  'contains',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
]
/** Texts of a whole document and what is computed are shown, never searched by. */
const SHOWN_ONLY = ['richText', 'json', 'join', 'ui', 'point', 'blocks']

/** Every own column a reader of the collection may meet. `closed` names those this person may not read. */
export function columnsOf(fields: readonly AskedField[], closed: ReadonlySet<string> = new Set()): Columns {
  const columns = new Map<string, Use>([['id', 'searched']])
  const add = (list: readonly AskedField[], prefix: string): void => {
    for (const field of list) {
      const inner = field.flattenedFields ?? field.fields ?? field.tabs ?? []
      if (field.name === undefined) {
        add(inner, prefix)
        continue
      }
      const path = prefix + field.name
      if (field.hidden === true || closed.has(path)) continue
      const isShownOnly = SHOWN_ONLY.includes(field.type) || (field.virtual !== undefined && field.virtual !== false)
      columns.set(path, isShownOnly ? (field.custom?.locTheo === true ? 'filtered' : 'shown') : 'searched')
      if (['group', 'array', 'tab'].includes(field.type)) {
        columns.set(path, 'shown')
        add(inner, `${path}.`)
      }
      // A relation to several collections is two columns of its own: which collection, which document.
      if (Array.isArray(field.relationTo)) for (const part of ['relationTo', 'value']) columns.set(`${path}.${part}`, 'searched')
    }
  }
  add(fields, '')
  return columns
}

/** A version carries the columns of its document below `version`. */
export const withVersions = (columns: Columns): Columns =>
  new Map([
    ...columns,
    ...['parent', 'latest', 'autosave', 'snapshot', 'publishedLocale', 'createdAt', 'updatedAt'].map((name): [string, 'searched'] => [name, 'searched']),
    ['version', 'shown'],
    // What is filtered by is asked of documents, never of their past.
    ...[...columns].map(([name, use]): [string, Use] => [`version.${name}`, use === 'filtered' ? 'shown' : use]),
  ])

const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value)
const isSmall = (value: unknown): boolean =>
  value === null ||
  typeof value === 'boolean' ||
  typeof value === 'number' ||
  value instanceof Date ||
  (typeof value === 'string' && value.length <= ASKED_LIMITS.value)
const fits = (value: unknown): boolean => (Array.isArray(value) ? value.length <= ASKED_LIMITS.values && value.every(isSmall) : isSmall(value))

function whereIsFine(where: unknown, columns: Columns, count: { conditions: number }, depth = 0): boolean {
  if (!isRecord(where) || depth > ASKED_LIMITS.nesting) return false
  return Object.entries(where).every(([key, value]) => {
    if (key === 'and' || key === 'or') {
      // What the panel leaves empty is nothing asked; an address's list may come with numbers for keys.
      const parts = isRecord(value) ? Object.values(value) : value
      return Array.isArray(parts) && parts.length <= ASKED_LIMITS.conditions && parts.every((part) => whereIsFine(part, columns, count, depth + 1))
    }
    if (!['searched', 'filtered'].includes(columns.get(key) ?? '') || !isRecord(value)) return false
    return Object.entries(value).every(([operator, wanted]) => {
      count.conditions += 1
      return OPERATORS.includes(operator) && fits(wanted) && count.conditions <= ASKED_LIMITS.conditions
    })
  })
}

const namesOf = (sort: unknown): unknown[] => [sort].flat().flatMap((part) => (typeof part === 'string' ? part.split(',') : [part]))

function sortIsFine(sort: unknown, columns: Columns): boolean {
  const names = namesOf(sort)
  return names.length <= ASKED_LIMITS.sort && names.every((name) => typeof name === 'string' && columns.get(name.trim().replace(/^-/, '')) === 'searched')
}

function selectIsFine(select: unknown, columns: Columns, prefix = '', depth = 0): boolean {
  if (!isRecord(select) || depth > ASKED_LIMITS.nesting) return false
  const entries = Object.entries(select)
  return (
    entries.length <= 2 * ASKED_LIMITS.conditions &&
    entries.every(([key, value]) => {
      if (!columns.has(prefix + key)) return false
      return isRecord(value) ? selectIsFine(value, columns, `${prefix + key}.`, depth + 1) : typeof value === 'boolean'
    })
  )
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === '' || (isRecord(value) && Object.keys(value).length === 0)

/** `columnsIn` answers the columns of another collection, for what is asked of documents shown inside. */
export function askedIssues(asked: Asked, columns: Columns, columnsIn: (slug: string) => Columns | null): Issue[] {
  const bad: string[] = []
  if (!isAbsent(asked.where) && !whereIsFine(asked.where, columns, { conditions: 0 })) bad.push('where')
  if (!isAbsent(asked.sort) && !sortIsFine(asked.sort, columns)) bad.push('sort')
  if (!isAbsent(asked.select) && !selectIsFine(asked.select, columns)) bad.push('select')
  if (!isAbsent(asked.field) && !sortIsFine(asked.field, columns)) bad.push('field')
  if (!isAbsent(asked.joins) && asked.joins !== false) bad.push('joins')
  if (!isAbsent(asked.populate)) {
    const wanted = isRecord(asked.populate) ? Object.entries(asked.populate) : [['', null] as const]
    const isFine = wanted.every(([slug, select]) => {
      const theirs = columnsIn(slug)
      return theirs !== null && (typeof select === 'boolean' || selectIsFine(select, theirs))
    })
    if (!isFine) bad.push('populate')
  }
  const { page } = asked
  if (page !== undefined && page !== null && !(Number.isInteger(Number(page)) && Number(page) >= 0 && Number(page) <= ASKED_LIMITS.page)) bad.push('page')
  return bad.map((name) => issue('INVALID_VALUE', name))
}

/** No list holds more than this; zero and less ask for all, and get as many as a list holds. */
export const boundedLimit = (limit: unknown): number => {
  const wanted = Number(limit)
  return Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, ASKED_LIMITS.limit) : ASKED_LIMITS.limit
}
