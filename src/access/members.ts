/** Reading memberships: office and leaders, whoever keeps accounts, and each his own. Nobody writes them through Payload. */
import type { CollectionConfig } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { holds, isEditor } from '../policy/people/roles.ts'

export const memberAccess: NonNullable<CollectionConfig['access']> = {
  create: () => false,
  update: () => false,
  delete: () => false,
  unlock: () => false,
  readVersions: () => false,
  read: ({ req }) => {
    const actor = actorOf(req)
    if (!actor) return false
    return isEditor(actor) || holds(actor, 'quanTriKyThuat') ? true : { nguoi: { equals: actor.id } }
  },
}
