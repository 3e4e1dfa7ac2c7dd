/**
 * Accounts are changed by their owner, the technical administrator and the spokesperson, who grants approving roles. Names,
 * posts and units are read by whoever works with many (src/policy/people/directory.ts).
 */
import type { Access, CollectionConfig, FieldAccess } from 'payload'
import { directoryOf, readsPrivate, writesField, type OwnField } from '../policy/people/directory.ts'
import { holds, VAI_TRO, type VaiTro } from '../policy/people/roles.ts'
import { actorOf } from '../facts/actor.ts'
import { knownTo } from '../facts/directory.ts'

const ownOrAll: Access = ({ req }) => {
  const actor = actorOf(req)
  if (!actor) return false
  return holds(actor, 'quanTriKyThuat', 'nguoiPhatNgon') ? true : { id: { equals: actor.id } }
}

const knownOrAll: Access = async ({ req }) => {
  const actor = actorOf(req)
  if (!actor) return false
  if (directoryOf(actor) === 'all') return true
  return { id: { in: [actor.id, ...(await knownTo(req, actor.id, holds(actor, 'dauMoi')))] } }
}

export const accountAccess: NonNullable<CollectionConfig['access']> = {
  create: ({ req }) => {
    const actor = actorOf(req)
    return actor !== null && holds(actor, 'quanTriKyThuat', 'nguoiPhatNgon')
  },
  read: knownOrAll,
  update: ownOrAll,
  // Allowed to be asked, so that the answer is the sentence "accounts are closed, not deleted" (409).
  delete: ({ req }) => {
    const actor = actorOf(req)
    // A form does not offer what never happens.
    return req.payloadAPI === 'REST' && !/\/access(\/\d+)?$/.test(req.pathname ?? '') && actor !== null && holds(actor, 'quanTriKyThuat', 'nguoiPhatNgon')
  },
  readVersions: () => false,
  unlock: ({ req }) => {
    const actor = actorOf(req)
    return actor !== null && holds(actor, 'quanTriKyThuat')
  },
  admin: ({ req }) => actorOf(req) !== null,
}

type Asked = Parameters<FieldAccess>[0]
const idOfAsked = ({ id, doc }: Asked): number | null => {
  const given = (doc as { id?: unknown } | undefined)?.id ?? id
  return given === undefined || given === null ? null : Number(given)
}

/** An address, roles and how an account stands: its owner's, and of whoever keeps accounts. */
export const readPrivate: FieldAccess = (asked) => {
  const actor = actorOf(asked.req)
  return actor !== null && readsPrivate(actor, idOfAsked(asked))
}

/** What a form offers to change; the rules for accounts judge, and refuse in words, whatever is sent (src/hooks/accountRules.ts). */
export const offers =
  (field: OwnField): FieldAccess =>
  (asked) => {
    const actor = actorOf(asked.req)
    const roles = (asked.doc as { vaiTro?: unknown } | undefined)?.vaiTro
    const known = Array.isArray(roles) ? roles.filter((r): r is VaiTro => (VAI_TRO as readonly unknown[]).includes(r)) : []
    return actor !== null && writesField(actor, { id: idOfAsked(asked), vaiTro: known }, field)
  }
