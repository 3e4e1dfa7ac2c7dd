/** What was sent to be read as a plan: a file, or what was pasted, with its table where the browser handed it over. Read in the child. */
import type { KeHoachDoc } from '../../policy/plan/read.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { runtimeOf } from '../../runtime.ts'
import type { Payload } from 'payload'

export type Pasted = { tep: Buffer | null; html: string; chu: string }

/** Of one account so many are read at once. Throws where it is no plan, in the words of what it is. */
export async function readSentPlan(payload: Payload, { tep, html, chu }: Pasted, namHoc: string, account: number): Promise<KeHoachDoc> {
  const [bytes, loai] = tep !== null ? [tep, 'tep' as const] : html !== '' ? [Buffer.from(html), 'html' as const] : [Buffer.from(chu), 'chu' as const]
  const field = tep !== null ? 'tep' : 'ds'
  if (bytes.toString('utf8', 0, 2000).trim() === '' && bytes.length < 2000) throw refuse(issue('NOTHING_LISTED', field))
  const answer = await runtimeOf(payload).child.ask('readPlan', bytes, { of: `nguoi-dung/${account}`, about: { namHoc, loai } })
  if ('why' in answer) throw refuse(issue('PLAN_UNREADABLE', field, { vi: answer.why }))
  return answer.keHoach
}
