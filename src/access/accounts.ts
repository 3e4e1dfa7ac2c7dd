/** Accounts are read by their owner, the technical administrator and the spokesperson, who grants approving roles. */
import type { Access, CollectionConfig } from 'payload'
import { holds } from '../policy/people/roles.ts'
import { actorOf } from '../facts/actor.ts'

const ownOrAll: Access = ({ req }) => {
  const actor = actorOf(req)
  if (!actor) return false
  return holds(actor, 'quanTriKyThuat', 'nguoiPhatNgon') ? true : { id: { equals: actor.id } }
}

export const accountAccess: NonNullable<CollectionConfig['access']> = {
  create: ({ req }) => {
    const actor = actorOf(req)
    return actor !== null && holds(actor, 'quanTriKyThuat', 'nguoiPhatNgon')
  },
  read: ownOrAll,
  update: ownOrAll,
  // Allowed to be asked, so that the answer is the sentence "accounts are closed, not deleted" (409).
  delete: ({ req }) => {
    const actor = actorOf(req)
    return actor !== null && holds(actor, 'quanTriKyThuat', 'nguoiPhatNgon')
  },
  readVersions: () => false,
  unlock: ({ req }) => {
    const actor = actorOf(req)
    return actor !== null && holds(actor, 'quanTriKyThuat')
  },
  admin: ({ req }) => actorOf(req) !== null,
}
