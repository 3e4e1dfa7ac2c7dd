/** Rule: text is stored in NFC, and what PostgreSQL cannot hold is refused with its field, on every write. */
import type { CollectionBeforeOperationHook } from 'payload'
import { refuse } from '../access/refusal.ts'
import { toNfc } from '../policy/fingerprint.ts'
import { issue, type Issue } from '../policy/issues.ts'
import { storageFault } from '../policy/text.ts'

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

export const storable: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const data = (args as { data?: unknown }).data
  if (data === null || typeof data !== 'object' || Array.isArray(data)) throw refuse(issue('INVALID_VALUE'))
  const issues = storageIssues(data)
  if (issues.length > 0) throw refuse(...issues)
  return { ...args, data: toNfc(data) }
}
