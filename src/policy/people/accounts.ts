/**
 * Rule: the technical administrator runs accounts but can never make an approver, nor be one, nor touch content;
 * only the spokesperson grants or removes approving roles and names approvers; nobody changes his own roles, sets
 * another's password or changes the address of a person the record names; one spokesperson always remains.
 */
import { issue, type Issue } from '../issues.ts'
import { APPROVING, holds, type Actor, type VaiTro } from './roles.ts'

/** `coTrongSo`: the record names this person as a reviewer; `phatNgonKhac`: how many other active spokespersons there are. */
export type Account = {
  id: number | null
  vaiTro: readonly VaiTro[]
  email: string
  kichHoat: boolean
  hoTen: string
  chucVu: string
  coTrongSo: boolean
  phatNgonKhac: number
}
export type AccountChange = { vaiTro?: readonly VaiTro[]; email?: string; kichHoat?: boolean; hoTen?: string; chucVu?: string; setsPassword: boolean }

const approving = (roles: readonly VaiTro[]): VaiTro[] => roles.filter((r) => APPROVING.includes(r))
const same = (a: readonly string[], b: readonly string[]): boolean => [...new Set(a)].sort().join() === [...new Set(b)].sort().join()

function checkRoles(actor: Actor, before: Account | null, roles: readonly VaiTro[]): Issue[] {
  const had = before?.vaiTro ?? []
  if (same(roles, had)) return []
  const issues: Issue[] = []
  const isSelf = before !== null && before.id === actor.id
  const touchesApproval = !same(approving(roles), approving(had))
  const mayGrant = holds(actor, 'nguoiPhatNgon') || (holds(actor, 'quanTriKyThuat') && !touchesApproval)
  if (!mayGrant || isSelf) issues.push(issue('ROLE_NOT_GRANTABLE', 'vaiTro'))
  if (roles.includes('quanTriKyThuat') && new Set(roles).size > 1) issues.push(issue('ROLE_CONFLICT', 'vaiTro'))
  if (had.includes('nguoiPhatNgon') && !roles.includes('nguoiPhatNgon') && before?.phatNgonKhac === 0) issues.push(issue('LAST_SPOKESPERSON', 'vaiTro'))
  return issues
}

function checkEmail(actor: Actor, before: Account | null, email: string, domains: readonly string[]): Issue[] {
  if (email === before?.email) return []
  const issues: Issue[] = []
  if (before && (approving(before.vaiTro).length > 0 || before.coTrongSo)) issues.push(issue('EMAIL_OF_APPROVER', 'email'))
  else if (before?.id === actor.id && !holds(actor, 'quanTriKyThuat')) issues.push(issue('FORBIDDEN', 'email'))
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  if (domains.length > 0 && !domains.includes(domain)) issues.push(issue('EMAIL_DOMAIN', 'email', { domains: domains.join(', ') }))
  return issues
}

/** `before` is null for a new account; `domains` are the allowed e-mail domains (none: any). */
export function checkAccountChange(actor: Actor, before: Account | null, change: AccountChange, domains: readonly string[]): Issue[] {
  const issues: Issue[] = []
  const isSelf = before !== null && before.id === actor.id
  const wasApprover = before !== null && approving(before.vaiTro).length > 0
  if (!holds(actor, 'quanTriKyThuat', 'nguoiPhatNgon') && !isSelf) issues.push(issue('FORBIDDEN'))
  if (change.vaiTro) issues.push(...checkRoles(actor, before, change.vaiTro))
  if (before !== null && change.setsPassword && !isSelf) issues.push(issue('PASSWORD_OF_ANOTHER', 'password'))
  if (change.email !== undefined) issues.push(...checkEmail(actor, before, change.email, domains))
  // Readers see these two beside "Đã duyệt": an approver's are the spokesperson's to write.
  for (const field of ['hoTen', 'chucVu'] as const) {
    const changed = before !== null && change[field] !== undefined && change[field] !== before[field]
    if (changed && (wasApprover || before.coTrongSo) && !holds(actor, 'nguoiPhatNgon')) issues.push(issue('NAME_OF_APPROVER', field))
    else if (changed && field === 'chucVu' && isSelf && !holds(actor, 'quanTriKyThuat', 'nguoiPhatNgon')) issues.push(issue('FORBIDDEN', field))
  }
  if (change.kichHoat !== undefined && before !== null && change.kichHoat !== before.kichHoat) {
    if (wasApprover && !holds(actor, 'nguoiPhatNgon')) issues.push(issue('ROLE_NOT_GRANTABLE', 'kichHoat'))
    else if (!holds(actor, 'quanTriKyThuat', 'nguoiPhatNgon')) issues.push(issue('FORBIDDEN', 'kichHoat'))
    if (!change.kichHoat && before.vaiTro.includes('nguoiPhatNgon') && before.phatNgonKhac === 0) issues.push(issue('LAST_SPOKESPERSON', 'kichHoat'))
  }
  return issues
}
