/** doi-khoa (rotate) and thay-khoa (replace a lost key): the log says from which row on another key signs. */
import type { KeyObject } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Json } from '../policy/gate/fingerprint.ts'
import { publicPem } from '../record/keys/keys.ts'
import { keyId } from '../record/keys/signature.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { inTransaction } from './transaction.ts'

/** The row is signed with the key in force: the old one when it is rotated, the new one where the old one is lost. */
export const ghiDoiKhoa = (req: PayloadRequest, hanhDong: 'doi-khoa' | 'thay-khoa', moi: KeyObject, more: Record<string, Json>): Promise<null> =>
  inTransaction(req, async () => ({
    answer: null,
    bam: await insertNhatKy(req, {
      hanhDong,
      nguoi: null,
      boSuuTap: null,
      taiLieu: null,
      chiTiet: { khoa: keyId(moi), pem: publicPem(moi), ...more },
    }),
  }))
