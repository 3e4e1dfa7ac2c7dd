/** dang (publish): puts an approved submission on the site where the regulation does not do so at once. */
import type { PayloadRequest } from 'payload'
import type { Gate } from '../policy/gate/gates/index.ts'
import { openCase, type Answer } from './case.ts'
import { publish } from './publish.ts'
import { refuseUnderEmbargo } from './steps/embargo.ts'
import { inTransaction } from './transaction.ts'

export const dang = (req: PayloadRequest, gate: Gate, rawId: unknown): Promise<Answer> =>
  inTransaction(req, async () => {
    const opened = await openCase(req, gate, rawId, 'dang')
    await refuseUnderEmbargo(req, opened)
    return publish(req, opened)
  })
