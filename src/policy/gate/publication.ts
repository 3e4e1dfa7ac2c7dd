/**
 * Rule: an edition may go live when every frozen step of its submission has a signed approval by a person who
 * did not contribute, the submission is the latest, and nobody refused or withdrew it. The database holds the
 * same rule once more; this one answers with a reason and checks what the database cannot: signatures.
 */
import { issue, type Issue } from '../issues.ts'
import type { Buoc } from './steps.ts'

export type QuyetDinh = 'duyet' | 'traLai' | 'tuChoi' | 'thuHoi' | 'dangKhan'
export type Verdict = {
  buoc: string
  nguoi: number
  vaiTro: string
  tuCach: string
  quyetDinh: QuyetDinh
  vanTay: string
  /** Null: signed with a key nobody knows. */
  chuKyHopLe: boolean | null
}
export type SubmissionFacts = {
  vanTay: string
  buoc: readonly Buoc[]
  nguoiDongGop: readonly number[]
  isLatest: boolean
  motLanhDao: boolean
  verdicts: readonly Verdict[]
}

/** What is provably false comes before what cannot be known. */
function signatureFault(verdicts: readonly Verdict[], vanTay: string): Issue | null {
  if (verdicts.some((v) => v.chuKyHopLe === false || v.vanTay !== vanTay)) return issue('BAD_SIGNATURE')
  return verdicts.some((v) => v.chuKyHopLe === null) ? issue('KEY_UNKNOWN') : null
}

const leftReview = (v: Verdict): boolean => v.quyetDinh !== 'duyet' && v.quyetDinh !== 'dangKhan'

export function nextStep(submission: Pick<SubmissionFacts, 'buoc' | 'verdicts'>): Buoc | null {
  const passed = submission.verdicts.filter((v) => v.quyetDinh === 'duyet').map((v) => v.buoc)
  return submission.buoc.find((b) => !passed.includes(b.ma)) ?? null
}

export function decidePublication(submission: SubmissionFacts): Issue | null {
  const { verdicts, buoc, vanTay, nguoiDongGop } = submission
  if (!submission.isLatest) return issue('STALE_SUBMISSION')
  const unsigned = signatureFault(verdicts, vanTay)
  if (unsigned) return unsigned
  if (verdicts.some(leftReview)) return issue('WRONG_STATE')
  const excepted = (v: Verdict): boolean => submission.motLanhDao && v.vaiTro === 'nguoiPhatNgon' && v.tuCach === 'chinhDanh'
  if (verdicts.some((v) => v.quyetDinh === 'duyet' && nguoiDongGop.includes(v.nguoi) && !excepted(v))) return issue('SELF_REVIEW')
  return buoc.length === 0 || nextStep(submission) !== null ? issue('WRONG_STATE') : null
}

/** Code under which the verdict of an emergency stands: it passes no step of the chain. */
export const BUOC_KHAN = 'khan'

/**
 * Rule: in an emergency the spokesperson alone puts the latest submission before readers, until an hour by which the
 * chain must have approved it. It may be his own words: that is why it ends by itself.
 */
export function decideEmergency({ isLatest, verdicts, vanTay }: Pick<SubmissionFacts, 'isLatest' | 'verdicts' | 'vanTay'>): Issue | null {
  if (!isLatest) return issue('STALE_SUBMISSION')
  const unsigned = signatureFault(verdicts, vanTay)
  if (unsigned) return unsigned
  if (verdicts.some(leftReview)) return issue('WRONG_STATE')
  return verdicts.some((v) => v.quyetDinh === 'dangKhan' && v.vaiTro === 'nguoiPhatNgon' && v.tuCach === 'chinhDanh') ? null : issue('WRONG_STATE')
}
