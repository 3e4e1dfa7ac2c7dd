/**
 * Rule: what readers are told of a withdrawal is a sentence of the regulation, or one of the gate's own. What an approver
 * writes himself stays inside. The database knows the gate's own sentences too (migrations/20261126_071500_hidden_editions.ts).
 */
import { issue, type Issue } from '../issues.ts'

export type LyDoCongKhai = { ma: string; noiDung: string }

/** Where no reason was chosen. */
export const LY_DO_CHUNG = 'Nội dung này không còn được đăng trên trang.'
/** Where somebody no longer agrees to be shown: nobody is pointed at. */
export const RUT_DONG_Y = LY_DO_CHUNG
/** On the page of an edition without a valid verdict. */
export const GIA_MAO = 'Nội dung không có phiếu duyệt hợp lệ.'
/** On the page of an emergency edition that the review did not confirm. */
export const KHONG_XAC_NHAN = 'Nội dung đăng khẩn không được xác nhận.'

/** The sentence behind a code; no code means the neutral one. */
export function publicReason(reasons: readonly LyDoCongKhai[], ma: unknown): { noiDung: string; issue?: never } | { noiDung?: never; issue: Issue } {
  if (ma === undefined || ma === null || ma === '') return { noiDung: LY_DO_CHUNG }
  const found = reasons.find((reason) => reason.ma === ma)
  return found ? { noiDung: found.noiDung } : { issue: issue('UNKNOWN_REASON', 'maLyDo', { co: reasons.map((r) => r.ma).join(', ') }) }
}
