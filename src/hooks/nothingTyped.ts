/** Rule: opening a form stores nothing. The panel would make a document to save by itself into; one without a word is refused. */
import type { CollectionBeforeOperationHook } from 'payload'
import { refuse } from '../messages/refusal.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { issue } from '../policy/issues.ts'

export const somethingTyped =
  (gate: Gate): CollectionBeforeOperationHook =>
  ({ args, operation, req }) => {
    const { data, overrideAccess } = args as { data?: Record<string, unknown>; overrideAccess?: boolean }
    const isOpening = operation === 'create' && req.payloadAPI === 'local' && overrideAccess === false && !req.file
    const isEmpty = Object.entries(data ?? {}).every(([name, value]) => name === '_status' || value === undefined || value === null)
    if (isOpening && isEmpty) throw refuse(issue('MISSING_FIELD', gate.title))
    return args
  }
