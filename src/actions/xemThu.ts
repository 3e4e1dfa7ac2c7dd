/**
 * What a submission made now would be, and all that is still missing for it. Asks exactly what `trinh` asks, under the same lock,
 * and leaves nothing behind: its transaction is thrown away.
 */
import { initTransaction, killTransaction, type PayloadRequest } from 'payload'
import type { Gate } from '../policy/gate/gates/index.ts'
import type { Issue } from '../policy/issues.ts'
import { openCase } from './case.ts'
import { prepare } from './steps/prepare.ts'

/** `noiDung`: canonical text of what would be frozen, whole or not. */
export type XemThu = { noiDung: string; lan: number; thieu: readonly Issue[] }

/** Refuses by throwing where this person may not submit the document at all. */
export async function xemThu(req: PayloadRequest, gate: Gate, rawId: unknown): Promise<XemThu> {
  const opened = await initTransaction(req)
  if (!opened) throw new Error('xemThu: expected a request without an open transaction, received one inside another')
  try {
    const found = await openCase(req, gate, rawId, 'trinh')
    const { noiDung, issues } = await prepare(req, gate, found)
    return { noiDung, lan: (found.banTrinh?.lan ?? 0) + 1, thieu: issues }
  } finally {
    await killTransaction(req)
  }
}
