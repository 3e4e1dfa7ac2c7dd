/** Rule: text is stored in NFC, values have the shape of their field, and what PostgreSQL cannot hold is refused, on every write. */
import type { CollectionBeforeOperationHook, GlobalBeforeOperationHook } from 'payload'
import { refuse } from '../messages/refusal.ts'
import { toNfc } from '../policy/gate/fingerprint.ts'
import { issue, type Issue } from '../policy/issues.ts'
import { settledForm } from '../policy/gate/formShape.ts'
import { shapeIssues, type FieldShape } from '../policy/gate/shape.ts'
import { storageFault } from '../policy/text/text.ts'

const MAX_DEPTH = 200

export function storageIssues(value: unknown, path = '', depth = 0): Issue[] {
  if (typeof value === 'string') {
    const fault = storageFault(value)
    return fault ? [issue('FORBIDDEN_CHARACTER', path, { fault })] : []
  }
  if (value === null || typeof value !== 'object' || Buffer.isBuffer(value)) return []
  if (depth > MAX_DEPTH) return [issue('INVALID_VALUE', path)]
  // One fault a field is enough; deep paths of rich text are named by the field they are in.
  return Object.entries(value)
    .flatMap(([key, v]) => storageIssues(v, path === '' ? key : path, depth + 1))
    .slice(0, 20)
}

function cleanData(fields: readonly FieldShape[], data: unknown): unknown {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) throw refuse(issue('INVALID_VALUE'))
  const sent = settledForm(fields, data as Record<string, unknown>)
  const issues = [...storageIssues(sent), ...shapeIssues(fields, sent)]
  if (issues.length > 0) throw refuse(...issues)
  // When a document was made is the database's to say.
  const { createdAt: _created, updatedAt: _updated, ...rest } = toNfc(sent) as Record<string, unknown>
  return rest
}

export const storable =
  (fields: readonly FieldShape[]): CollectionBeforeOperationHook =>
  ({ args, operation }) =>
    operation === 'create' || operation === 'update' ? ({ ...args, data: cleanData(fields, (args as { data?: unknown }).data) } as typeof args) : args

export const storableGlobal =
  (fields: readonly FieldShape[]): GlobalBeforeOperationHook =>
  ({ args, operation }) =>
    operation === 'update' ? { ...args, data: cleanData(fields, (args as { data?: unknown }).data) } : args
