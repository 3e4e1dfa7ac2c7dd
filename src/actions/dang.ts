/** dang (publish): puts an approved submission on the site where the regulation does not do so at once. */
import type { PayloadRequest } from 'payload'
import { refuse } from '../messages/refusal.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { issue } from '../policy/issues.ts'
import { openCase, type Answer } from './case.ts'
import { publish } from './publish.ts'
import { refuseUnderEmbargo } from './steps/embargo.ts'
import { inTransaction } from './transaction.ts'

/** `banTrinh`: the submission the caller sees; where it is named, no other goes live. */
export const dang = (req: PayloadRequest, gate: Gate, rawId: unknown, body: { banTrinh?: unknown } = {}): Promise<Answer> =>
  inTransaction(req, async () => {
    const opened = await openCase(req, gate, rawId, 'dang')
    if (body.banTrinh !== undefined && body.banTrinh !== '' && Number(body.banTrinh) !== opened.banTrinh?.id) throw refuse(issue('STALE_SUBMISSION'))
    await refuseUnderEmbargo(req, opened)
    return publish(req, opened)
  })
