/**
 * Takes a live edition down whose approval is provably false: no person's decision, so it only ever closes. Whatever else is
 * missing – a file, a state – it ends.
 */
import type { PayloadRequest } from 'payload'
import { refuse } from '../messages/refusal.ts'
import { GIA_MAO } from '../policy/gate/publicReasons.ts'
import { issue } from '../policy/issues.ts'
import { endBanDang } from '../record/banDang.ts'
import { lockHoSo, saveHoSo } from '../record/hoSo.ts'
import { judgeEdition, type Judgement } from '../record/judge.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { inTransaction } from './transaction.ts'

export const goGiaMao = (req: PayloadRequest, suspect: Judgement): Promise<null> =>
  inTransaction(req, async () => {
    const hoSo = await lockHoSo(req, suspect.boSuuTap, suspect.taiLieu)
    if ((await judgeEdition(req, suspect.id))?.ket !== 'sai') throw refuse(issue('WRONG_STATE'))
    await endBanDang(req, suspect.id, GIA_MAO)
    const named = hoSo?.banTrinh === suspect.banTrinh && ['daDang', 'daDuyet', 'henGio'].includes(hoSo.trangThai)
    const tu = hoSo?.trangThai ?? 'nhap'
    const den = named ? 'daGo' : tu
    if (hoSo) await saveHoSo(req, { ...hoSo, trangThai: den, banDang: hoSo.banDang === suspect.id ? null : hoSo.banDang }, null)
    const bam = await insertNhatKy(req, {
      hanhDong: 'go',
      nguoi: null,
      boSuuTap: suspect.boSuuTap,
      taiLieu: suspect.taiLieu,
      chiTiet: { tu, den, banDang: suspect.id, lyDo: GIA_MAO, vi: suspect.vi },
    })
    return { answer: null, bam }
  })
