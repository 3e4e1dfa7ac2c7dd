/**
 * Rule: the spokesperson may lend the right to approve to one person, within a scope and between two dates. The right
 * ends with the date, with its early withdrawal, and with the office of whoever lent it; a delegate lends nothing on.
 */
import { issue, type Issue } from '../issues.ts'
import { INSTANT } from '../time/schedule.ts'
import { holds, type Actor, type VaiTro } from './roles.ts'

/** Times are ISO instants. */
export type UyQuyen = {
  id: number
  nguoiUyQuyen: number
  nguoiDuocUyQuyen: number
  phamVi: string
  tuNgay: string
  denNgay: string
  thuHoiLuc: string | null
  soVanBan: string
}

const A_YEAR = 366 * 86_400_000

/** `now` as an ISO instant. What was revoked stays revoked, even where a clock is set back. */
export function isInForce(d: Pick<UyQuyen, 'tuNgay' | 'denNgay' | 'thuHoiLuc'>, now: string): boolean {
  const at = Date.parse(now)
  return Date.parse(d.tuNgay) <= at && at <= Date.parse(d.denNgay) && d.thuHoiLuc === null
}

/**
 * A date without an hour is that whole day in Việt Nam; a full instant is itself, midnight in UTC too, which is seven in
 * the morning here; anything else is none.
 */
export function boundary(value: string, end: 'tuNgay' | 'denNgay'): string | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(value)?.[0]
  const instant = day ? `${day}T${end === 'tuNgay' ? '00:00:00.000' : '23:59:59.999'}+07:00` : value
  const at = INSTANT.test(instant) ? Date.parse(instant) : NaN
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

type Wanted = {
  nguoiDuocUyQuyen: { id: number; vaiTro: readonly VaiTro[]; kichHoat: boolean; diaChiXacNhan: boolean } | null
  phamVi: unknown
  tuNgay: string | null
  denNgay: string | null
  soVanBan: string
}

/** What stands in the way of a new delegation; `scopes`: what one may be limited to (scopesOf), `now` as an ISO instant. */
export function checkDelegation(actor: Actor, wanted: Wanted, scopes: readonly string[], now: string): Issue[] {
  if (!holds(actor, 'nguoiPhatNgon')) return [issue('FORBIDDEN')]
  const issues: Issue[] = []
  const { nguoiDuocUyQuyen: delegate, tuNgay, denNgay } = wanted
  if (wanted.soVanBan.trim() === '') issues.push(issue('MISSING_FIELD', 'soVanBan'))
  if (!(scopes as readonly unknown[]).includes(wanted.phamVi)) issues.push(issue('MISSING_FIELD', 'phamVi'))
  if (delegate === null) issues.push(issue('MISSING_FIELD', 'nguoiDuocUyQuyen'))
  else if (delegate.id === actor.id || !delegate.kichHoat || delegate.vaiTro.includes('quanTriKyThuat'))
    issues.push(issue('DELEGATE_UNFIT', 'nguoiDuocUyQuyen'))
  else if (!delegate.diaChiXacNhan) issues.push(issue('ADDRESS_UNCONFIRMED', 'nguoiDuocUyQuyen'))
  if (tuNgay === null) issues.push(issue('MISSING_FIELD', 'tuNgay'))
  if (denNgay === null) issues.push(issue('MISSING_FIELD', 'denNgay'))
  if (tuNgay === null || denNgay === null) return issues
  const [from, to] = [Date.parse(tuNgay), Date.parse(denNgay)]
  if (to <= from || to <= Date.parse(now) || to - from > A_YEAR) issues.push(issue('DELEGATION_DATES', 'denNgay'))
  return issues
}
