/** Takes a live edition down whose approval does not hold: no person's decision, so it only ever closes. */
import type { PayloadRequest } from 'payload'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { runtimeOf } from '../runtime.ts'
import { endBanDang } from '../record/banDang.ts'
import { lockHoSo, saveHoSo } from '../record/hoSo.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { suspectEditions, type Suspect } from '../record/suspect.ts'
import { inTransaction } from './transaction.ts'

/** The public reason on its page. */
export const GIA_MAO = 'Nội dung không có phiếu duyệt hợp lệ.'

export const goGiaMao = (req: PayloadRequest, suspect: Suspect): Promise<null> =>
  inTransaction(req, async () => {
    const hoSo = await lockHoSo(req, suspect.boSuuTap, suspect.taiLieu)
    const again = await suspectEditions(req, runtimeOf(req.payload).signingKey(), suspect.id - 1, 1)
    if (!hoSo || again.suspects[0]?.id !== suspect.id) throw refuse(issue('WRONG_STATE'))
    await endBanDang(req, suspect.id, GIA_MAO)
    const named = hoSo.banTrinh === suspect.banTrinh && ['daDang', 'daDuyet', 'henGio'].includes(hoSo.trangThai)
    const trangThai = named ? 'daGo' : hoSo.trangThai
    await saveHoSo(req, { ...hoSo, trangThai, banDang: hoSo.banDang === suspect.id ? null : hoSo.banDang }, null)
    const bam = await insertNhatKy(req, {
      hanhDong: 'go',
      nguoi: null,
      boSuuTap: suspect.boSuuTap,
      taiLieu: suspect.taiLieu,
      chiTiet: { tu: hoSo.trangThai, den: trangThai, banDang: suspect.id, lyDo: GIA_MAO },
    })
    return { answer: null, bam }
  })
