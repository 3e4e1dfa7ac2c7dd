/**
 * Hides an edition that could not be judged, and shows it again once it was found good. Rule: what was never judged good is
 * not shown, and what is not known is not ended.
 */
import type { PayloadRequest } from 'payload'
import { hideBanDang, showBanDang } from '../record/banDang.ts'
import type { Judgement } from '../record/judge.ts'
import { insertNhatKy, insertWithoutKey } from '../record/nhatKy.ts'
import { runtimeOf } from '../runtime.ts'
import { inTransaction } from './transaction.ts'

const row = <Viec extends 'giu-lai' | 'tha-lai'>(hanhDong: Viec, { id, boSuuTap, taiLieu, vi }: Judgement) => ({
  hanhDong,
  nguoi: null,
  boSuuTap,
  taiLieu,
  chiTiet: { banDang: id, vi },
})

export const giuLai = (req: PayloadRequest, edition: Judgement): Promise<null> =>
  inTransaction(req, async () => {
    await hideBanDang(req, edition.id)
    // Hiding gives nobody anything; without the key it is done all the same.
    const write = runtimeOf(req.payload).keys.fault() ? insertWithoutKey : insertNhatKy
    return { answer: null, bam: await write(req, row('giu-lai', edition)) }
  })

export const thaLai = (req: PayloadRequest, edition: Judgement): Promise<null> =>
  inTransaction(req, async () => {
    await showBanDang(req, edition.id)
    return { answer: null, bam: await insertNhatKy(req, row('tha-lai', edition)) }
  })
