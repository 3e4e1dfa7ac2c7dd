/**
 * Rule: whoever signs in is the one the signed log knows by this address and password. A password set through the mailed
 * link is a row of the log before anybody is let in with it.
 */
import { AuthenticationError, type CollectionBeforeLoginHook, type CollectionBeforeOperationHook, type PayloadRequest } from 'payload'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { credentialsOf, isAsSealed, standingFault } from '../record/authority/confirm.ts'
import { authorityOf } from '../record/authority/read.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { runtimeOf } from '../runtime.ts'
import { toActor } from '../facts/actor.ts'

const RESETTING = 'congTruongResetting'

export const noteReset: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'resetPassword') req.context[RESETTING] = true
  return args
}

/** By what way a password came to be: changed by its owner, or set through the mailed link. */
export type CachDat = 'tuDoi' | 'quenMatKhau'

export async function logPassword(req: PayloadRequest, account: { id: number; hoTen: string }, cach: CachDat): Promise<void> {
  await insertNhatKy(req, {
    hanhDong: 'doi-mat-khau',
    nguoi: account,
    boSuuTap: 'nguoi-dung',
    taiLieu: account.id,
    chiTiet: { cach, the: await credentialsOf(req, account.id) },
  })
}

export const onlyAsSealed: CollectionBeforeLoginHook = async ({ user, req }) => {
  const actor = toActor(user)
  if (!actor) throw new AuthenticationError()
  const { so } = await authorityOf(req)
  const fault = standingFault(req, so)
  if (fault?.code === 'KEYS_MISSING') throw refuse(issue('KEYS_MISSING', undefined, fault.detail))
  // An upgrade nobody has confirmed yet: there is no seal to compare with, and nothing can be decided either.
  if (fault) return user
  const sealed = so.nguoi.get(actor.id)
  if (req.context[RESETTING] === true && isAsSealed(sealed, actor)) {
    req.context[RESETTING] = false
    await logPassword(req, actor, 'quenMatKhau')
    return user
  }
  if (isAsSealed(sealed, actor) && sealed!.the === (await credentialsOf(req, actor.id))) return user
  runtimeOf(req.payload).guard.raise('tai-khoan', `tài khoản ${actor.id} không khớp dòng đã ký của nhật ký`)
  throw new AuthenticationError()
}
