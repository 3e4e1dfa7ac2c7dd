/**
 * Rule: the technical administrator runs accounts but can never make an approver, nor be one, nor touch content;
 * only the spokesperson grants or removes approving roles and names approvers; nobody changes his own roles or name, sets
 * another's password or changes the address of an approver; one spokesperson always remains. Whoever ever held authority
 * counts as an approver, and none is given to an account whose owner has not confirmed its address.
 */
import { issue, type Issue } from '../issues.ts'
import type { Act } from './proof.ts'
import { APPROVING, holds, type Actor, type VaiTro } from './roles.ts'

export type Account = {
  id: number | null
  vaiTro: readonly VaiTro[]
  email: string
  kichHoat: boolean
  hoTen: string
  chucVu: string
  tenSapXep: string
  donVi: number | null
  /** Holds or held an approving role or a delegation, or the record names this person as a reviewer. */
  laNguoiDuyet: boolean
  /** How many other active spokespersons there are. */
  phatNgonKhac: number
  /** The owner has used a link that was sent to this address. */
  diaChiXacNhan: boolean
  /** An invitation is still open: whoever holds its link would set the password. */
  loiMoiMo?: boolean
}
type Named = Pick<Account, 'hoTen' | 'chucVu' | 'tenSapXep' | 'donVi'>
/** `byLeaving`: the switch is turned by the acts of leaving and coming back, which hand over and end what hangs on the person. */
export type AccountChange = { vaiTro?: readonly VaiTro[]; email?: string; kichHoat?: boolean; byLeaving?: boolean; setsPassword: boolean } & Partial<Named>

const approving = (roles: readonly VaiTro[]): VaiTro[] => roles.filter((r) => APPROVING.includes(r))
const same = (a: readonly string[], b: readonly string[]): boolean => [...new Set(a)].sort().join() === [...new Set(b)].sort().join()
const isApprover = (account: Account): boolean => account.laNguoiDuyet || approving(account.vaiTro).length > 0

function checkRoles(actor: Actor, before: Account | null, roles: readonly VaiTro[]): Issue[] {
  const had = before?.vaiTro ?? []
  if (same(roles, had)) return []
  const issues: Issue[] = []
  const isSelf = before !== null && before.id === actor.id
  const touchesApproval = !same(approving(roles), approving(had))
  const mayGrant = holds(actor, 'nguoiPhatNgon') || (holds(actor, 'quanTriKyThuat') && !touchesApproval)
  if (!mayGrant || isSelf) issues.push(issue('ROLE_NOT_GRANTABLE', 'vaiTro'))
  else if ((!before?.diaChiXacNhan || before.loiMoiMo === true) && approving(roles).some((r) => !had.includes(r)))
    issues.push(issue('ADDRESS_UNCONFIRMED', 'vaiTro'))
  if (roles.includes('quanTriKyThuat') && new Set(roles).size > 1) issues.push(issue('ROLE_CONFLICT', 'vaiTro'))
  if (had.includes('nguoiPhatNgon') && !roles.includes('nguoiPhatNgon') && before?.phatNgonKhac === 0) issues.push(issue('LAST_SPOKESPERSON', 'vaiTro'))
  return issues
}

function checkEmail(actor: Actor, before: Account | null, email: string, domains: readonly string[]): Issue[] {
  if (email === before?.email) return []
  const issues: Issue[] = []
  if (before && isApprover(before)) issues.push(issue('EMAIL_OF_APPROVER', 'email'))
  else if (before?.id === actor.id && !holds(actor, 'quanTriKyThuat')) issues.push(issue('FORBIDDEN', 'email'))
  return [...issues, ...addressIssues(email, domains)]
}

/** `domains` are the allowed e-mail domains (none: any). */
export function addressIssues(email: string, domains: readonly string[]): Issue[] {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  return domains.length > 0 && !domains.includes(domain) ? [issue('EMAIL_DOMAIN', 'email', { domains: domains.join(', ') })] : []
}

/** Readers see an approver's name and post beside "Đã duyệt": those are the spokesperson's to write. The rest is whoever's who keeps accounts. */
function checkNames(actor: Actor, before: Account, change: AccountChange): Issue[] {
  // The name of the only spokesperson would otherwise be nobody's to write.
  const mayOwn = holds(actor, 'nguoiPhatNgon') && before.phatNgonKhac === 0
  return (['hoTen', 'chucVu', 'tenSapXep', 'donVi'] as const).flatMap((field) => {
    if (change[field] === undefined || change[field] === before[field]) return []
    if ((field === 'hoTen' || field === 'chucVu') && isApprover(before) && !holds(actor, 'nguoiPhatNgon')) return [issue('NAME_OF_APPROVER', field)]
    return before.id === actor.id && !mayOwn ? [issue('NAME_OF_OWNER', field)] : []
  })
}

function checkActive(actor: Actor, before: Account, kichHoat: boolean, byLeaving: boolean): Issue[] {
  if (kichHoat === before.kichHoat) return []
  const issues: Issue[] = []
  if (isApprover(before) && !holds(actor, 'nguoiPhatNgon')) issues.push(issue('ROLE_NOT_GRANTABLE', 'kichHoat'))
  else if (!holds(actor, 'quanTriKyThuat', 'nguoiPhatNgon')) issues.push(issue('FORBIDDEN', 'kichHoat'))
  if (!kichHoat && before.vaiTro.includes('nguoiPhatNgon') && before.phatNgonKhac === 0) issues.push(issue('LAST_SPOKESPERSON', 'kichHoat'))
  if (issues.length === 0 && !byLeaving) issues.push(issue('ACCOUNT_SWITCH', 'kichHoat'))
  return issues
}

/** `before` is null for a new account. */
export function checkAccountChange(actor: Actor, before: Account | null, change: AccountChange, domains: readonly string[]): Issue[] {
  const issues: Issue[] = []
  const isSelf = before !== null && before.id === actor.id
  if (!holds(actor, 'quanTriKyThuat', 'nguoiPhatNgon') && !isSelf) issues.push(issue('FORBIDDEN'))
  if (change.vaiTro) issues.push(...checkRoles(actor, before, change.vaiTro))
  if (before !== null && change.setsPassword && !isSelf) issues.push(issue('PASSWORD_OF_ANOTHER', 'password'))
  if (change.email !== undefined) issues.push(...checkEmail(actor, before, change.email, domains))
  if (before !== null) issues.push(...checkNames(actor, before, change))
  if (before !== null && change.kichHoat !== undefined) issues.push(...checkActive(actor, before, change.kichHoat, change.byLeaving === true))
  return issues
}

/** What a change does, as the rule of proofs asks it. */
export function actsOf(before: Account | null, change: AccountChange): Act[] {
  if (before === null) return ['taoTaiKhoan']
  const acts: Act[] = []
  if (change.setsPassword) acts.push('matKhau')
  if (change.email !== undefined && change.email !== before.email) acts.push('diaChi')
  if (change.vaiTro && !same(change.vaiTro, before.vaiTro)) acts.push('vaiTro')
  if (change.kichHoat !== undefined && change.kichHoat !== before.kichHoat) acts.push('kichHoat')
  return acts
}

/** Whether this change makes the account look different to others, or be seen again. */
export const showsAnew = (before: Account | null, after: Pick<Account, 'hoTen' | 'chucVu' | 'kichHoat'>): boolean =>
  after.kichHoat && (before === null || !before.kichHoat || before.hoTen !== after.hoTen || before.chucVu !== after.chucVu)
