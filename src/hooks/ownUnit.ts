/**
 * Rule: an author writes in the name of a unit of his own; office, reception and leaders name any that is open. A unit that
 * stood in the document before stays until somebody chooses another; it is asked again when it is submitted.
 */
import type { CollectionBeforeChangeHook } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { membersNow, ownUnits } from '../facts/members.ts'
import { refuse } from '../messages/refusal.ts'
import { namesAnyUnit } from '../policy/gate/authority.ts'
import { idsOf } from '../policy/ids.ts'
import { issue } from '../policy/issues.ts'

export const onlyOwnUnit: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const actor = actorOf(req)
  const [chosen] = idsOf(data.donVi ?? null)
  if (!actor || chosen === undefined || namesAnyUnit(actor) || chosen === idsOf(originalDoc?.donVi ?? null)[0]) return data
  const own = await ownUnits(req, actor.id)
  if (!own.includes(chosen)) throw refuse(issue('NOT_OWN_UNIT', 'donVi', { co: own.length }))
  return data
}

/** Rule: an author shares a story with people of his own units; the office names anybody. Who stood there before stays. */
export const onlyColleagues: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const actor = actorOf(req)
  const before = idsOf(originalDoc?.dongTacGia ?? null)
  const added = idsOf(data.dongTacGia ?? null).filter((id) => !before.includes(id))
  if (!actor || added.length === 0 || namesAnyUnit(actor)) return data
  const own = await ownUnits(req, actor.id)
  const members = await membersNow(req)
  if (!added.every((id) => members.get(id)?.some((unit) => own.includes(unit)))) throw refuse(issue('CO_AUTHOR_UNIT', 'dongTacGia'))
  return data
}
