/**
 * Rule: whoever leaves leaves nothing hanging. What he had begun goes to a named author, lent authority ends, and the only
 * spokesperson leaves only after a successor is there. Whoever comes back begins as an author; roles are asked for anew.
 */
import { issue, type Issue } from '../issues.ts'
import { holds, isAuthor, type Actor, type VaiTro } from './roles.ts'

export type Leaving = { id: number; vaiTro: readonly VaiTro[]; kichHoat: boolean; laNguoiDuyet: boolean; phatNgonKhac: number }
/** Who takes over; null: nobody was named, `undefined`: nobody of that name. */
export type Heir = { id: number; vaiTro: readonly VaiTro[]; kichHoat: boolean } | null | undefined

/** Who sends people off and lets them back; of an approver the spokesperson alone. */
export function runsAccount(actor: Actor, person: Pick<Leaving, 'id' | 'laNguoiDuyet'>): Issue[] {
  if (!holds(actor, 'quanTriKyThuat', 'nguoiPhatNgon')) return [issue('FORBIDDEN')]
  return person.laNguoiDuyet && !holds(actor, 'nguoiPhatNgon') ? [issue('ROLE_NOT_GRANTABLE', 'kichHoat')] : []
}

const mayTakeOver = (heir: NonNullable<Heir>): boolean =>
  heir.kichHoat && !heir.vaiTro.includes('quanTriKyThuat') && isAuthor({ id: heir.id, hoTen: '', chucVu: '', vaiTro: heir.vaiTro })

/** `unfinished`: how many pieces he has begun; pictures and consents go along and need no heir of their own. */
export function leaveIssues(actor: Actor, person: Leaving, unfinished: number, heir: Heir): Issue[] {
  const refused = runsAccount(actor, person)
  if (refused.length > 0) return refused
  if (person.id === actor.id) return [issue('LEAVING_SELF')]
  // A piece saved in the very moment the account was closed may still be handed over.
  if (!person.kichHoat && unfinished === 0) return [issue('ACCOUNT_CLOSED')]
  if (person.kichHoat && person.vaiTro.includes('nguoiPhatNgon') && person.phatNgonKhac === 0) return [issue('LAST_SPOKESPERSON', 'kichHoat')]
  if (heir === undefined || (heir && (heir.id === person.id || !mayTakeOver(heir)))) return [issue('HANDOVER_UNFIT', 'nguoiNhan')]
  return heir === null && unfinished > 0 ? [issue('HANDOVER_NEEDED', 'nguoiNhan', { so: unfinished })] : []
}

export function returnIssues(actor: Actor, person: Leaving): Issue[] {
  const refused = runsAccount(actor, person)
  if (refused.length > 0) return refused
  return person.kichHoat ? [issue('ACCOUNT_OPEN')] : []
}

/** A waiting step whose only taker is this person. */
export const hangsOn = (id: number, takers: readonly number[]): boolean => takers.length > 0 && takers.every((taker) => taker === id)
