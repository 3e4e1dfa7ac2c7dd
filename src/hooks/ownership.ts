/** Rule: a document belongs to whoever made it; only editors may say otherwise, and never by forging a field. */
import type { CollectionBeforeChangeHook } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { isEditor } from '../policy/people/roles.ts'

export const ownership: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  const actor = actorOf(req)
  if (operation === 'create') return { ...data, tacGia: actor && isEditor(actor) ? (data.tacGia ?? actor.id) : (actor?.id ?? data.tacGia) }
  if (actor && !isEditor(actor)) return { ...data, tacGia: originalDoc?.tacGia ?? null }
  return data
}
