/**
 * One transaction an action. It answers only after its own log row is visible from outside the transaction;
 * anything thrown inside rolls everything back. Whatever the fate of the commit, what readers are shown is drawn anew.
 */
import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { runtimeOf } from '../runtime.ts'
import { failpoint } from '../failpoint.ts'
import { touchedTags } from '../record/banDang.ts'
import { isCommitted } from '../record/nhatKy.ts'

/** `work` returns its answer and the hash of the last log row it wrote. */
export async function inTransaction<T>(req: PayloadRequest, work: () => Promise<{ answer: T; bam: string }>): Promise<T> {
  const opened = await initTransaction(req)
  if (!opened) throw new Error('inTransaction: expected a request without an open transaction, received one inside another')
  let done: { answer: T; bam: string }
  try {
    done = await work()
  } catch (error) {
    await killTransaction(req)
    throw error
  }
  try {
    await commitTransaction(req)
  } finally {
    const tags = touchedTags(req)
    if (tags) for (const tell of runtimeOf(req.payload).afterEdition) tell(tags)
  }
  // Not known is an answer of its own; why it is not is told.
  const isThere = await isCommitted(req, done.bam).catch((error: unknown) => {
    runtimeOf(req.payload).failures.failed(error)
    return null
  })
  if (isThere !== true) throw refuse(issue(isThere === null ? 'UNCERTAIN' : 'UNAVAILABLE'))
  failpoint('failpoint:before-answer')
  return done.answer
}
