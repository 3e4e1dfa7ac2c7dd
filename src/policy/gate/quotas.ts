/** Rule: what one account may write, so that nobody fills the disk. Far above a day's work; whoever edits for all has more. */
import { issue, type Issue } from '../issues.ts'

export type QuotaKind = 'tep' | 'trinh' | 'nhap'
/** What the account wrote within the period. */
export type Written = { count: number; bytes: number }
type Quota = { count: number; bytes: number; seconds: number }

const DAY = 24 * 3600
const HOUR = 3600

export const QUOTAS: Record<QuotaKind, Quota> = {
  tep: { count: 500, bytes: 4_000_000_000, seconds: DAY },
  trinh: { count: 1000, bytes: 60_000_000, seconds: HOUR },
  nhap: { count: 2000, bytes: Number.MAX_SAFE_INTEGER, seconds: DAY },
}
const FOR_EDITORS = 4

/** Null where another may be written; at the limit itself none is. */
export function quotaIssue(kind: QuotaKind, written: Written, isEditor: boolean, quotas = QUOTAS): Issue | null {
  const { count, bytes } = quotas[kind]
  const times = isEditor ? FOR_EDITORS : 1
  if (written.count < count * times && written.bytes < bytes * times) return null
  return issue('QUOTA', undefined, { max: count * times, what: kind })
}
