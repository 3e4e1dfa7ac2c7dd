/** Rule: uploads and drafts of one account are bounded (src/policy/gate/quotas.ts). */
import type { CollectionBeforeChangeHook } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { refuseBeyondQuota } from '../facts/written.ts'
import type { Gate } from '../policy/gate/gates/index.ts'

export const withinQuota =
  (gate: Gate): CollectionBeforeChangeHook =>
  async ({ data, operation, req }) => {
    const actor = actorOf(req)
    const brings = operation === 'create' || req.file !== undefined
    if (actor && brings && gate.authors) await refuseBeyondQuota(req, gate.slug === 'tu-lieu' ? 'tep' : 'nhap', actor)
    return data
  }
