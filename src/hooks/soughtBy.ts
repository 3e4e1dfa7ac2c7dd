/**
 * Rule: lists are searched as people type, with accents or without, and filtered by the state of a document's file. Neither is a
 * column; both become ids, and whatever else limits the list – above all what this person may read – stays beside them.
 */
import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { countOf, idsByWords, idsInStates } from '../facts/found.ts'
import { rewriteWhere, type Rewrite } from '../policy/gate/rewriteWhere.ts'

type Where = Record<string, unknown>
/** `fields`: texts of this collection that lists are searched by; `state`: whether its documents have one. */
export type Sought = { slug: string; fields: readonly string[]; state: boolean }

const NONE: Where = { id: { in: [] } }
const textsOf = (value: unknown): string[] =>
  [value]
    .flat()
    .flatMap((one) => (typeof one === 'string' ? one.split(',') : []))
    .map((s) => s.trim())

/** The shorter of two lists that say the same: those in these states, or those outside. */
async function byStates(req: PayloadRequest, slug: string, states: readonly string[], wanted: boolean): Promise<Where> {
  const { inside, outside } = await countOf(req, slug, states)
  const useInside = inside <= outside
  const ids = await idsInStates(req, slug, states, useInside)
  const operator = useInside === wanted ? 'in' : 'not_in'
  if (ids.length === 0) return operator === 'in' ? NONE : { id: { exists: true } }
  return { id: { [operator]: ids } }
}

async function byState(req: PayloadRequest, slug: string, conditions: Record<string, unknown>): Promise<Where> {
  const parts: Where[] = []
  for (const [operator, value] of Object.entries(conditions)) {
    const wanted = operator === 'equals' || operator === 'in'
    if (wanted || operator === 'not_equals' || operator === 'not_in') parts.push(await byStates(req, slug, textsOf(value), wanted))
    // Every document has a state; other comparisons say nothing of it.
    else parts.push(operator === 'exists' && String(value) === 'true' ? { id: { exists: true } } : NONE)
  }
  return parts.length === 1 ? parts[0]! : { and: parts }
}

async function byWords(req: PayloadRequest, slug: string, field: string, conditions: Record<string, unknown>): Promise<Where | null> {
  const asked = Object.entries(conditions).filter(([operator]) => operator === 'like' || operator === 'contains')
  if (asked.length === 0) return null
  const parts: Where[] = []
  for (const [, value] of asked) {
    const ids = typeof value === 'string' && value.trim() !== '' ? await idsByWords(req, slug, field, value) : null
    if (ids !== null) parts.push(ids.length > 0 ? { id: { in: ids } } : NONE)
  }
  const rest = Object.fromEntries(Object.entries(conditions).filter(([operator]) => operator !== 'like' && operator !== 'contains'))
  if (Object.keys(rest).length > 0) parts.push({ [field]: rest })
  return parts.length === 0 ? null : { and: parts }
}

export const soughtBy =
  ({ slug, fields, state }: Sought): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    const { where } = args as { where?: Where }
    if (!['read', 'readDistinct', 'count'].includes(operation) || where === undefined || where === null) return args
    const rewrite: Rewrite = async (field, conditions) => {
      if (state && field === 'trangThai') return byState(req, slug, conditions)
      return fields.includes(field) ? byWords(req, slug, field, conditions) : null
    }
    return { ...args, where: await rewriteWhere(where, rewrite) } as unknown as typeof args
  }
