/** Rule: whoever signs in is the one the signed log knows by this address and password. */
import { AuthenticationError, type CollectionBeforeLoginHook } from 'payload'
import { lockActor } from '../facts/people.ts'
import { refuse } from '../messages/refusal.ts'
import { credentialsOf, isAsSealed, standingFault } from '../record/authority/confirm.ts'
import { authorityOf } from '../record/authority/read.ts'
import { runtimeOf } from '../runtime.ts'
import { setsPassword } from './passwords.ts'

export const onlyAsSealed: CollectionBeforeLoginHook = async ({ user, req }) => {
  // As it stands now: a change of roles a moment ago has its row of the log, and Payload read the account before it.
  const actor = await lockActor(req, Number(user.id))
  if (!actor) throw new AuthenticationError()
  const { so } = await authorityOf(req)
  const fault = standingFault(req, so)
  if (fault?.code === 'KEYS_MISSING') throw refuse(fault)
  // An upgrade nobody has confirmed yet: there is no seal to compare with, and nothing can be decided either.
  if (fault) return user
  const sealed = so.nguoi.get(actor.id)
  // A password set through the mailed link a moment ago is sealed with its own row, before this request ends.
  if (isAsSealed(sealed, actor) && (setsPassword(req) || sealed!.the === (await credentialsOf(req, actor.id)))) return user
  runtimeOf(req.payload).guard.raise('tai-khoan', `tài khoản ${actor.id} không khớp dòng đã ký của nhật ký`)
  throw new AuthenticationError()
}
