/**
 * Rule: the technical administrator runs accounts but can never make an approver, nor be one; only the
 * spokesperson grants or removes approving roles; nobody sets another's password or changes an approver's address.
 */
import { issue, type Issue } from './issues.ts'
import { APPROVING, holds, type Actor, type VaiTro } from './roles.ts'

export type Account = { id: number | null; vaiTro: readonly VaiTro[]; email: string; kichHoat: boolean }
export type AccountChange = { vaiTro?: readonly VaiTro[]; email?: string; kichHoat?: boolean; setsPassword: boolean }

const approving = (roles: readonly VaiTro[]): VaiTro[] => roles.filter((r) => APPROVING.includes(r))
const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((x) => b.includes(x))

/** `before` is null for a new account; `domains` are the allowed e-mail domains (none: any). */
export function checkAccountChange(actor: Actor, before: Account | null, change: AccountChange, domains: readonly string[]): Issue[] {
  const issues: Issue[] = []
  const isSelf = before !== null && before.id === actor.id
  const roles = change.vaiTro ?? before?.vaiTro ?? []
  const wasApprover = approving(before?.vaiTro ?? []).length > 0

  if (!holds(actor, 'quanTriKyThuat', 'nguoiPhatNgon') && !isSelf) issues.push(issue('FORBIDDEN'))
  if (change.vaiTro && !same(change.vaiTro, before?.vaiTro ?? [])) {
    if (!same(approving(roles), approving(before?.vaiTro ?? [])) && !holds(actor, 'nguoiPhatNgon')) {
      issues.push(issue('ROLE_NOT_GRANTABLE', 'vaiTro'))
    } else if (!holds(actor, 'quanTriKyThuat', 'nguoiPhatNgon')) issues.push(issue('ROLE_NOT_GRANTABLE', 'vaiTro'))
  }
  if (roles.includes('quanTriKyThuat') && approving(roles).length > 0) issues.push(issue('ROLE_CONFLICT', 'vaiTro'))
  if (before !== null && change.setsPassword && !isSelf) issues.push(issue('PASSWORD_OF_ANOTHER', 'password'))
  if (change.email !== undefined && change.email !== before?.email) {
    if (wasApprover) issues.push(issue('EMAIL_OF_APPROVER', 'email'))
    else if (isSelf && !holds(actor, 'quanTriKyThuat')) issues.push(issue('FORBIDDEN', 'email'))
    const domain = change.email.slice(change.email.lastIndexOf('@') + 1).toLowerCase()
    if (domains.length > 0 && !domains.includes(domain)) issues.push(issue('EMAIL_DOMAIN', 'email', { domains: domains.join(', ') }))
  }
  if (change.kichHoat !== undefined && before !== null && change.kichHoat !== before.kichHoat) {
    if (wasApprover && !holds(actor, 'nguoiPhatNgon')) issues.push(issue('ROLE_NOT_GRANTABLE', 'kichHoat'))
    else if (!holds(actor, 'quanTriKyThuat', 'nguoiPhatNgon')) issues.push(issue('FORBIDDEN', 'kichHoat'))
  }
  return issues
}
