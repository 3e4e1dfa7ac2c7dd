/**
 * Rule: what a person asks (an address, a form of the panel, a body in place of an address) is judged before it reaches
 * the database (src/policy/gate/asked.ts), for every collection there is. What the service asks by itself is its own.
 */
import type { CollectionBeforeOperationHook, GlobalBeforeOperationHook, Payload, PayloadRequest } from 'payload'
import { refuse } from '../messages/refusal.ts'
import { askedIssues, boundedLimit, columnsOf, withVersions, type Asked, type AskedField, type Columns } from '../policy/gate/asked.ts'
import { kindOf, refusedOnly } from '../policy/failures/kind.ts'

type Entity = { flattenedFields: readonly unknown[]; versions?: unknown }
type Guarded = { name?: string; access?: { read?: (args: { req: PayloadRequest }) => unknown }; flattenedFields?: readonly unknown[] }
type Args = Asked & { limit?: unknown; pagination?: unknown; currentDepth?: number; overrideAccess?: boolean }

/** A rule that cannot answer without the document fails as a program does; one that could not ask the database says nothing. */
function closedForNow(error: unknown): false {
  if (kindOf(error) !== 'bug') refusedOnly(error)
  return false
}

/** Fields that are closed to this person; one whose answer needs the document, or fails, counts as closed. */
async function closedFields(fields: readonly unknown[], req: PayloadRequest, prefix = '', closed = new Set<string>()): Promise<Set<string>> {
  for (const field of fields as Guarded[]) {
    const read = field.access?.read
    const path = prefix + (field.name ?? '')
    const isOpen = !read || (await Promise.resolve({ req }).then(read).catch(closedForNow))
    if (isOpen !== true) closed.add(path)
    else if (field.flattenedFields && field.name) await closedFields(field.flattenedFields, req, `${path}.`, closed)
  }
  return closed
}

async function columnsFor(entity: Entity, req: PayloadRequest): Promise<Columns> {
  const columns = columnsOf(entity.flattenedFields as AskedField[], await closedFields(entity.flattenedFields, req))
  return entity.versions ? withVersions(columns) : columns
}

async function judge(asked: Asked, entity: Entity, req: PayloadRequest): Promise<void> {
  const named = asked.populate !== null && typeof asked.populate === 'object' ? Object.keys(asked.populate) : []
  const others = new Map<string, Columns>()
  for (const slug of named.slice(0, 20)) {
    const other = Object.hasOwn(req.payload.collections, slug) ? req.payload.collections[slug as 'tin-bai'] : undefined
    if (other) others.set(slug, await columnsFor(other.config as unknown as Entity, req))
  }
  const issues = askedIssues(asked, await columnsFor(entity, req), (slug) => others.get(slug) ?? null)
  if (issues.length > 0) throw refuse(...issues)
}

const LISTS = ['read', 'readDistinct']

export const judgeAsked: CollectionBeforeOperationHook = async ({ args, operation, collection, overrideAccess, req }) => {
  const asked = args as Args
  // Documents shown inside others are fetched by their ids, as the reader, many at once.
  if (overrideAccess === true || asked.overrideAccess === true || asked.currentDepth !== undefined) return args
  await judge(asked, collection as unknown as Entity, req)
  if (!LISTS.includes(operation) || 'id' in asked || (asked.limit === undefined && asked.pagination !== false)) return args
  return { ...asked, limit: boundedLimit(asked.limit) } as unknown as typeof args
}

export const judgeAskedOfGlobal: GlobalBeforeOperationHook = async ({ args, global, overrideAccess, req }) => {
  const asked = args as Args
  if (overrideAccess !== true && asked.overrideAccess !== true) await judge(asked, global as unknown as Entity, req)
  return args
}

/** Payload adds collections of its own after every plugin: they are guarded once all are there. */
export function judgeEverywhere(payload: Payload): void {
  for (const { config } of Object.values(payload.collections)) {
    if (!config.hooks.beforeOperation.includes(judgeAsked)) config.hooks.beforeOperation.unshift(judgeAsked)
  }
  for (const global of payload.globals.config) {
    if (!global.hooks.beforeOperation.includes(judgeAskedOfGlobal)) global.hooks.beforeOperation.unshift(judgeAskedOfGlobal)
  }
}
