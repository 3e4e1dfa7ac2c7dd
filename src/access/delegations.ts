/** Delegations: written by the spokesperson, read by those they concern. */
import type { CollectionConfig, PayloadRequest } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { holds, isEditor } from '../policy/people/roles.ts'

const bySpokesperson = ({ req }: { req: PayloadRequest }): boolean => {
  const actor = actorOf(req)
  return actor !== null && holds(actor, 'nguoiPhatNgon')
}

export const delegationAccess: NonNullable<CollectionConfig['access']> = {
  create: bySpokesperson,
  update: bySpokesperson,
  delete: () => false,
  readVersions: () => false,
  read: ({ req }) => {
    const actor = actorOf(req)
    if (!actor) return false
    return isEditor(actor) || holds(actor, 'quanTriKyThuat') ? true : { nguoiDuocUyQuyen: { equals: actor.id } }
  },
}
