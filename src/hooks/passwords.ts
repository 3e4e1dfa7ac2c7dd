/**
 * Rule: every new password is a row of the log and a mail to its owner, and a link that sets one proves itself
 * (src/facts/mailedLinks.ts).
 */
import type { CollectionAfterLoginHook, CollectionAfterOperationHook, CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { NHAN_LOI_CUA } from '../actions/nhanLoi.ts'
import { afterCommit } from '../database/afterCommit.ts'
import { markNewPassword } from '../database/accountWrites.ts'
import { confirmAddress, lockAccounts, readReachable } from '../facts/accounts.ts'
import { actorOf } from '../facts/actor.ts'
import { settleInvitation } from '../facts/invitations.ts'
import { ownerOfReset, resetToken } from '../facts/mailedLinks.ts'
import { sendMail } from '../facts/mail.ts'
import { MAILS } from '../messages/mails.ts'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { passwordIssues } from '../policy/people/password.ts'
import type { Actor } from '../policy/people/roles.ts'
import { credentialsOf } from '../record/authority/confirm.ts'
import { insertNhatKy } from '../record/nhatKy.ts'

/** By what way: its owner changed it, forgot it, was invited to set it, or the console did. */
type Cach = 'tuDoi' | 'quenMatKhau' | 'loiMoi' | 'mayChu'
const CACH = 'congTruongCachDoiMatKhau'
const FORGOTTEN = 'congTruongQuenMatKhau'

export const markOwnPassword = (req: PayloadRequest, cach: Cach): void => {
  markNewPassword(req, cach === 'tuDoi')
  req.context[CACH] = cach
}
/** Whether this request set a password; its row of the log comes with it. */
export const setsPassword = (req: PayloadRequest): boolean => typeof req.context[CACH] === 'string'
/** Whose invitation this request accepts; null where it accepts none. */
export const accepting = (req: PayloadRequest): Pick<Actor, 'id' | 'hoTen'> | null =>
  (req.context[NHAN_LOI_CUA] as Pick<Actor, 'id' | 'hoTen'> | undefined) ?? null
export const isForgotten = (req: PayloadRequest): boolean => req.context[FORGOTTEN] === true

export const askForLink: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'forgotPassword') req.context[FORGOTTEN] = true
  return args
}

/** What the owner is given is the token with its seal; the database keeps neither. */
export const sealToken: CollectionAfterOperationHook = async ({ operation, req, result }) =>
  operation === 'forgotPassword' && typeof result === 'string' ? ((await resetToken(req, result)) as never) : result

export const judgeReset: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'resetPassword') return args
  const { data } = args as unknown as { data: { token?: unknown; password?: unknown } }
  await lockAccounts(req)
  const owner = await ownerOfReset(req, String(data.token))
  if (!owner) throw refuse(issue('LINK_EXPIRED'))
  const issues = passwordIssues(String(data.password), owner.email)
  if (issues.length > 0) throw refuse(...issues)
  markOwnPassword(req, owner.isFirst ? 'loiMoi' : 'quenMatKhau')
  // Payload took the data apart before it asked: what it looks for is changed in place.
  data.token = owner.stored
  return args
}

/** Whoever set a password through a mailed link reads mail at that address. */
export const logReset: CollectionAfterLoginHook = async ({ req, user }) => {
  if (typeof req.context[CACH] !== 'string') return user
  const account = await readReachable(req, Number(user.id))
  await confirmAddress(req, Number(user.id))
  await settleInvitation(req, Number(user.id))
  await logNewPassword(req, Number(user.id), account && { id: account.id, hoTen: account.hoTen })
  return user
}

/** Writes the row where this request set a password, and tells the owner once it is committed. */
export async function logNewPassword(req: PayloadRequest, id: number, nguoi: Pick<Actor, 'id' | 'hoTen'> | null = actorOf(req)): Promise<void> {
  const cach = req.context[CACH]
  if (typeof cach !== 'string') return
  const the = await credentialsOf(req, id)
  await insertNhatKy(req, { hanhDong: 'doi-mat-khau', nguoi, boSuuTap: 'nguoi-dung', taiLieu: id, chiTiet: { cach, the } })
  const owner = await readReachable(req, id)
  if (owner) await afterCommit(req, () => sendMail(req.payload, owner.email, MAILS.passwordChanged(owner.hoTen)))
}
