/**
 * Rule: an account is opened by invitation; its owner alone sets the first password, through a link that works once and for
 * seven days. Only the newest link works. A link that came by mail proves that its owner reads mail at that address; one
 * shown to whoever invites proves it only where that is the spokesperson, who answers for handing it over: nobody else
 * could otherwise make himself an approver whose mailbox he never saw.
 */
import { issue, type Issue } from '../issues.ts'
import { addressIssues } from './accounts.ts'
import { APPROVING, holds, VAI_TRO, type Actor, type VaiTro } from './roles.ts'

export const INVITATION_DAYS = 7

export type Invitee = { hoTen: string; email: string; chucVu: string; donVi: number | null; vaiTro: readonly VaiTro[] }

/** As it was typed or pasted; what is no text is nothing. */
export function inviteeOf(given: Record<string, unknown>): { person: Invitee; issues: Issue[] } {
  const text = (name: string): string => (typeof given[name] === 'string' ? given[name].replace(/\s+/gu, ' ').trim() : '')
  const roles = Array.isArray(given.vaiTro) ? given.vaiTro : []
  const unit = given.donVi === null || given.donVi === undefined || given.donVi === '' ? null : Number(given.donVi)
  const person: Invitee = {
    hoTen: text('hoTen'),
    email: text('email').toLowerCase(),
    chucVu: text('chucVu'),
    donVi: unit,
    vaiTro: roles.filter((r): r is VaiTro => (VAI_TRO as readonly unknown[]).includes(r)),
  }
  const issues: Issue[] = []
  if (person.hoTen === '') issues.push(issue('MISSING_FIELD', 'hoTen'))
  if (person.email === '') issues.push(issue('MISSING_FIELD', 'email'))
  // As Payload judges addresses; longer ones and those with signs of their own go through no school's mail server.
  else if (person.email.length > 254 || !/^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/.test(person.email))
    issues.push(issue('EMAIL_UNREADABLE', 'email'))
  if (unit !== null && !(Number.isInteger(unit) && unit > 0 && unit < 2 ** 31)) issues.push(issue('INVALID_VALUE', 'donVi'))
  if (roles.length !== person.vaiTro.length) issues.push(issue('INVALID_VALUE', 'vaiTro'))
  return { person, issues }
}

export const mayInvite = (actor: Actor): boolean => holds(actor, 'quanTriKyThuat', 'nguoiPhatNgon')

/** Whoever invites, checked before anything is written; names and roles are judged with the account itself. */
export function inviteIssues(actor: Actor, person: Invitee, domains: readonly string[]): Issue[] {
  if (!mayInvite(actor)) return [issue('FORBIDDEN')]
  return addressIssues(person.email, domains)
}

/** Approving roles are never there from the beginning: they are asked for, and granted once the owner is known. */
export const givenAtOnce = (roles: readonly VaiTro[]): VaiTro[] => {
  const own = [...new Set(roles)].filter((r) => !APPROVING.includes(r))
  return own.length > 0 ? own : ['congTacVien']
}
export const askedFor = (roles: readonly VaiTro[]): VaiTro[] => [...new Set(roles)].filter((r) => APPROVING.includes(r))

/** Whether using the link proves the address. */
export const provesAddress = (inviter: Pick<Actor, 'vaiTro'>, byMail: boolean): boolean => byMail || inviter.vaiTro.includes('nguoiPhatNgon')

/** `nhanLuc`: when the owner set a password; `han`: the end of the link. ISO texts. */
export type Invited = { moiLuc: string; han: string; nhanLuc: string | null } | null
export type AccountState = 'dangDung' | 'daMoi' | 'hetHan' | 'daNghi'

/** An account without an invitation was opened at the console, or before there were any. */
export function accountState(kichHoat: boolean, invited: Invited, now: string): AccountState {
  if (!kichHoat) return 'daNghi'
  if (invited === null || invited.nhanLuc !== null) return 'dangDung'
  return Date.parse(invited.han) > Date.parse(now) ? 'daMoi' : 'hetHan'
}

/**
 * A new link: for whoever has not set a password yet, and from the spokesperson for whoever has, by a link that proved nothing.
 * Whoever's address is known asks for a new password himself.
 */
export function resendIssues(actor: Actor, account: { kichHoat: boolean; diaChiXacNhan: boolean; laNguoiDuyet: boolean }, state: AccountState): Issue[] {
  if (!mayInvite(actor)) return [issue('FORBIDDEN')]
  if (!account.kichHoat) return [issue('ACCOUNT_CLOSED')]
  const decides = holds(actor, 'nguoiPhatNgon')
  // A link that may be shown opens nobody's authority to whoever runs accounts.
  if (account.laNguoiDuyet && !decides) return [issue('FORBIDDEN')]
  if (account.diaChiXacNhan && !decides) return [issue('INVITATION_ACCEPTED')]
  const waits = state === 'daMoi' || state === 'hetHan'
  return waits || (!account.diaChiXacNhan && decides) ? [] : [issue('INVITATION_ACCEPTED')]
}
