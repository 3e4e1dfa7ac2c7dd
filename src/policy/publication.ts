/**
 * Rule: an edition may go live when every frozen step of its submission has a signed approval by a person who
 * did not contribute, the submission is the latest, and nobody refused or withdrew it. The database holds the
 * same rule once more; this one answers with a reason and checks what the database cannot: signatures.
 */
import { issue, type Issue } from './issues.ts'
import type { Buoc } from './steps.ts'

export type QuyetDinh = 'duyet' | 'traLai' | 'tuChoi' | 'thuHoi'
export type Verdict = { buoc: string; nguoi: number; quyetDinh: QuyetDinh; vanTay: string; chuKyHopLe: boolean }
export type SubmissionFacts = {
  vanTay: string
  buoc: readonly Buoc[]
  nguoiDongGop: readonly number[]
  isLatest: boolean
  verdicts: readonly Verdict[]
}

export function nextStep(submission: Pick<SubmissionFacts, 'buoc' | 'verdicts'>): Buoc | null {
  const passed = submission.verdicts.filter((v) => v.quyetDinh === 'duyet').map((v) => v.buoc)
  return submission.buoc.find((b) => !passed.includes(b.ma)) ?? null
}

export function decidePublication(submission: SubmissionFacts): Issue | null {
  const { verdicts, buoc, vanTay, nguoiDongGop } = submission
  if (!submission.isLatest) return issue('STALE_SUBMISSION')
  if (verdicts.some((v) => !v.chuKyHopLe || v.vanTay !== vanTay)) return issue('BAD_SIGNATURE')
  if (verdicts.some((v) => v.quyetDinh !== 'duyet')) return issue('WRONG_STATE')
  if (verdicts.some((v) => nguoiDongGop.includes(v.nguoi))) return issue('SELF_REVIEW')
  return buoc.length === 0 || nextStep(submission) !== null ? issue('WRONG_STATE') : null
}
