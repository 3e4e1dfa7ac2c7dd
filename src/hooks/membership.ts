/** The unit an account names is its membership: the old one ends and the new one begins with the save, on record. */
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { readUnits } from '../facts/members.ts'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { changeMembership } from '../record/thanhVien.ts'
import { plainAccount, type AccountRow } from './accountRow.ts'

/** Rule: a closed unit takes no new members. */
export const onlyOpenUnit: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const was = operation === 'create' ? null : plainAccount(originalDoc as AccountRow).donVi
  const will = data.donVi === undefined ? was : plainAccount(data as AccountRow).donVi
  if (will === null || will === was) return data
  const unit = (await readUnits(req)).get(will)
  if (unit && !unit.mo) throw refuse(issue('UNIT_CLOSED', 'donVi', { donVi: unit.ten }))
  return data
}

export const keepMembership: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const tu = operation === 'create' ? null : plainAccount(previousDoc as AccountRow).donVi
  const den = plainAccount(doc as AccountRow).donVi
  if (tu !== den) await changeMembership(req, actorOf(req), { nguoi: Number(doc.id), tu, den })
  return doc
}
