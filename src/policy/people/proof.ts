/**
 * Rule: what outlasts a session is done only by whoever proved a moment ago who he is: with a stolen session nobody
 * makes himself more than the session. A sign-in as young is such a proof.
 */
import { issue, type Issue } from '../issues.ts'

export const PROOF_MINUTES = 10
/** A database whose clock was set back a little asks nobody again. */
const BACK_MS = 60_000

/** What people do to accounts and to authority, and whether it outlasts the session it is done in. */
export const OUTLASTS = {
  matKhau: true,
  diaChi: true,
  taoTaiKhoan: true,
  vaiTro: true,
  kichHoat: true,
  uyQuyen: true,
  quyChe: true,
  khoaNguoi: true,
  ten: false,
} as const
export type Act = keyof typeof OUTLASTS

/** Instants as ISO texts; `proven`: when the person of this session last proved who he is. */
export function isYoung(proven: string | null, now: string): boolean {
  const age = proven === null ? NaN : Date.parse(now) - Date.parse(proven)
  return age >= -BACK_MS && age <= PROOF_MINUTES * 60_000
}

export const needsProof = (acts: readonly Act[]): boolean => acts.some((act) => OUTLASTS[act])

export const proofIssues = (acts: readonly Act[], proven: string | null, now: string): Issue[] =>
  needsProof(acts) && !isYoung(proven, now) ? [issue('PROOF_NEEDED', undefined, { phut: PROOF_MINUTES })] : []
