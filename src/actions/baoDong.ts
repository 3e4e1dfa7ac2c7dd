/** bao-dong (alarm): what the gate noticed and could not settle by itself, on record. */
import type { PayloadRequest } from 'payload'
import type { BaoDong } from '../record/guard.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { inTransaction } from './transaction.ts'

export const baoDong = (req: PayloadRequest, { loai, noiDung }: BaoDong): Promise<null> =>
  inTransaction(req, async () => ({
    answer: null,
    bam: await insertNhatKy(req, { hanhDong: 'bao-dong', nguoi: null, boSuuTap: null, taiLieu: null, chiTiet: { loai, noiDung } }),
  }))
