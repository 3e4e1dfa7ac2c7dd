/**
 * Rule: what a caller asks of a collection names its own columns that he may read (src/policy/people/questions.ts), by
 * whatever way the question comes: the REST interface, a GET in a POST's body, the panel's server functions. Access
 * functions add their own conditions after this and may name what they like.
 */
import type { CollectionBeforeOperationHook, FlattenedField, GlobalBeforeOperationHook, Payload, PayloadRequest } from 'payload'
import { refuse } from '../messages/refusal.ts'
import { questionIssues, rowsAllowed, selectFault, type Column, type Columns, type Question } from '../policy/people/questions.ts'
import { issue, type Issue } from '../policy/issues.ts'

type Known = { [name: string]: unknown; hidden?: boolean; virtual?: boolean | string }
type Keeper = { flattenedFields: readonly FlattenedField[]; versions?: unknown }
const SHOWN: Column = { ask: true, show: true }
const OF_A_VERSION = ['parent', 'latest', 'autosave', 'snapshot', 'createdAt', 'updatedAt']

async function mayRead(field: FlattenedField, req: PayloadRequest): Promise<boolean> {
  const access = 'access' in field ? field.access?.read : undefined
  // Without a document: whoever may read the column of some rows alone may not sort all of them by it.
  return access ? (await access({ req })) === true : true
}

async function addColumns(found: Map<string, Column>, fields: readonly FlattenedField[], req: PayloadRequest, prefix: string): Promise<void> {
  for (const field of fields) {
    const { hidden, virtual } = field as unknown as Known
    if (hidden === true || field.type === 'join' || !(await mayRead(field, req))) continue
    const path = prefix + field.name
    found.set(path, { ask: !virtual, show: true })
    if ('flattenedFields' in field) await addColumns(found, field.flattenedFields, req, `${path}.`)
    if ((field.type === 'relationship' || field.type === 'upload') && Array.isArray(field.relationTo))
      for (const part of ['value', 'relationTo']) found.set(`${path}.${part}`, { ask: true, show: false })
  }
}

/** The columns this person may ask for: the document's, and where versions are kept those of a document as it was. */
export async function columnsOf({ flattenedFields, versions }: Keeper, req: PayloadRequest): Promise<Columns> {
  const found = new Map<string, Column>([['id', SHOWN]])
  await addColumns(found, flattenedFields, req, '')
  if (!versions) return found
  for (const name of [...OF_A_VERSION, 'version']) if (!found.has(name)) found.set(name, SHOWN)
  await addColumns(found, flattenedFields, req, 'version.')
  return found
}

type Asked = Question & { overrideAccess?: boolean; populate?: unknown; pagination?: unknown; currentDepth?: number }

async function populateIssues(payload: Payload, req: PayloadRequest, populate: unknown): Promise<Issue[]> {
  if (populate === undefined || populate === null || populate === '') return []
  for (const [slug, select] of Object.entries(typeof populate === 'object' ? populate : { [String(populate)]: true })) {
    const collection = Object.values(payload.collections).find(({ config }) => config.slug === slug)
    if (!collection || selectFault(await columnsOf(collection.config, req), select)) return [issue('INVALID_VALUE', 'populate')]
  }
  return []
}

async function judge(keeper: Keeper, asked: Asked, req: PayloadRequest): Promise<void> {
  const issues = [...questionIssues(await columnsOf(keeper, req), asked), ...(await populateIssues(req.payload, req, asked.populate))]
  if (issues.length > 0) throw refuse(...issues)
}

export const onlyOwnColumns: CollectionBeforeOperationHook = async ({ args, req, collection, overrideAccess }) => {
  const asked = args as unknown as Asked
  // Our own questions are judged where they are written.
  if (overrideAccess === true || asked.overrideAccess === true) return args
  await judge(collection, asked, req)
  // Payload looks up what a document names by itself: the ids are its own, and there are as many as there are.
  if (asked.currentDepth !== undefined) return args
  const limit = rowsAllowed(asked.limit, asked.pagination !== false)
  return limit === asked.limit ? args : ({ ...args, limit } as typeof args)
}

export const onlyOwnColumnsOfGlobal: GlobalBeforeOperationHook = async ({ args, req, global, overrideAccess }) => {
  const asked = args as unknown as Asked
  if (overrideAccess !== true && asked.overrideAccess !== true) await judge(global, asked, req)
  return args
}

/** Collections Payload adds by itself (preferences, locks, jobs) come after every plugin; they are asked like the others. */
export function guardOwnCollections(payload: Payload): void {
  for (const { config } of Object.values(payload.collections)) {
    const hooks = (config.hooks.beforeOperation ??= [])
    if (!hooks.includes(onlyOwnColumns)) hooks.unshift(onlyOwnColumns)
  }
}
