/** xuat-kho: somebody takes pictures out of the house; the log says who and how many, for they show people. */
import type { PayloadRequest } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { inTransaction } from './transaction.ts'

export const xuatKho = (req: PayloadRequest, so: number): Promise<Record<string, never>> =>
  inTransaction(req, async () => {
    const nguoi = actorOf(req)
    if (!nguoi) throw refuse(issue('UNAUTHENTICATED'))
    return { answer: {}, bam: await insertNhatKy(req, { hanhDong: 'xuat-kho', nguoi, boSuuTap: 'tu-lieu', taiLieu: null, chiTiet: { so } }) }
  })
