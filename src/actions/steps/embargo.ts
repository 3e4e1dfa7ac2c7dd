/** Rule: what was put off until an hour goes out at that hour and not before. */
import type { PayloadRequest } from 'payload'
import { embargoOf } from '../../facts/work.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { hourOf } from '../../policy/time/hanoi.ts'
import type { Case } from '../case.ts'

export async function refuseUnderEmbargo(req: PayloadRequest, { hoSo }: Case): Promise<void> {
  const luc = await embargoOf(req, hoSo.boSuuTap, hoSo.taiLieu)
  if (luc !== null) throw refuse(issue('EMBARGO', undefined, { luc: hourOf(luc) }))
}
