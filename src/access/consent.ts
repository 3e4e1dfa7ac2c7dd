/** Any author may record a consent; those of others are read by whoever has to judge by them. */
import type { Access, CollectionConfig } from 'payload'
import { readsAllConsents } from '../policy/people/consentReaders.ts'
import { isAuthor } from '../policy/people/roles.ts'
import { actorOf } from '../facts/actor.ts'

const known: Access = ({ req }) => {
  const actor = actorOf(req)
  if (!actor || !isAuthor(actor)) return false
  return readsAllConsents(actor) ? true : { tacGia: { equals: actor.id } }
}

export const consentAccess: NonNullable<CollectionConfig['access']> = {
  create: ({ req }) => {
    const actor = actorOf(req)
    return actor !== null && isAuthor(actor)
  },
  read: known,
  update: known,
  // A consent is evidence of what was published under it; it ends by being withdrawn.
  delete: () => false,
  readVersions: () => false,
}
