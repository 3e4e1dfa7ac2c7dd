/** Memberships there before the log knew any are sealed once, at the start after the upgrade. */
import { createLocalReq, type Payload } from 'payload'
import { sealMembers, unsealedMembers } from '../record/thanhVien.ts'
import { runtimeOf } from '../runtime.ts'
import { inTransaction } from './transaction.ts'

export async function niemPhongThanhVien(payload: Payload): Promise<void> {
  if (runtimeOf(payload).keys.fault()) return
  const req = await createLocalReq({}, payload)
  if ((await unsealedMembers(req)).length === 0) return
  await inTransaction(req, async () => ({ answer: null, bam: await sealMembers(req, await unsealedMembers(req)) }))
}
