/**
 * Rule: approving roles are asked for by the office, an approver or the administrator, and granted or refused by the
 * spokesperson alone, with a word to whoever asked. Nobody asks for himself.
 */
import { issue, type Issue } from '../issues.ts'
import { holds, VAI_TRO, type Actor, type VaiTro } from './roles.ts'

export type Asked = { vaiTro: readonly VaiTro[]; lyDo: string }
const MOST = 500

export const mayAsk = (actor: Actor): boolean => holds(actor, 'bienTapVien', 'nguoiDuyet', 'nguoiPhatNgon', 'quanTriKyThuat')
export const mayDecide = (actor: Actor): boolean => holds(actor, 'nguoiPhatNgon')

/** As it was sent. Administration is given by whoever runs accounts, never asked for here. */
export function askedOf(given: Record<string, unknown>): Asked & { issues: Issue[] } {
  const roles = Array.isArray(given.vaiTro) ? given.vaiTro : []
  const vaiTro = [...new Set(roles)].filter((r): r is VaiTro => (VAI_TRO as readonly unknown[]).includes(r) && r !== 'quanTriKyThuat')
  const lyDo = typeof given.lyDo === 'string' ? given.lyDo.trim() : ''
  const issues: Issue[] = []
  if (vaiTro.length === 0 || vaiTro.length !== new Set(roles).size) issues.push(issue('INVALID_VALUE', 'vaiTro'))
  if (lyDo === '') issues.push(issue('MISSING_REASON', 'lyDo'))
  if (lyDo.length > MOST) issues.push(issue('TOO_LONG', 'lyDo', { max: MOST }))
  return { vaiTro, lyDo, issues }
}

/** The account asked for: its roles as they stand. */
export function askIssues(actor: Actor, account: { id: number; kichHoat: boolean; vaiTro: readonly VaiTro[] }, asked: readonly VaiTro[]): Issue[] {
  if (!mayAsk(actor)) return [issue('FORBIDDEN')]
  if (account.id === actor.id) return [issue('ROLE_NOT_GRANTABLE', 'vaiTro')]
  if (!account.kichHoat) return [issue('ACCOUNT_CLOSED')]
  if (account.vaiTro.includes('quanTriKyThuat')) return [issue('ROLE_CONFLICT', 'vaiTro')]
  return asked.every((role) => account.vaiTro.includes(role)) ? [issue('ROLES_HELD', 'vaiTro')] : []
}

/** A refusal says why; a grant needs no word. */
export const answerIssues = (actor: Actor, grants: boolean, loiDap: string): Issue[] => {
  if (!mayDecide(actor)) return [issue('ROLE_NOT_GRANTABLE', 'vaiTro')]
  if (loiDap.length > MOST) return [issue('TOO_LONG', 'lyDo', { max: MOST })]
  return !grants && loiDap === '' ? [issue('MISSING_REASON', 'lyDo')] : []
}
