/** go (withdraw): immediate, with a public reason; on an approved item not yet live it cancels the approval. */
import type { PayloadRequest } from 'payload'
import { refuse } from '../messages/refusal.ts'
import { textIssues } from '../policy/gate/freeze.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { isInReview } from '../policy/gate/states.ts'
import { openCase, type Answer } from './case.ts'
import { summary } from './publish.ts'
import { endBanDang, openEmergency } from '../record/banDang.ts'
import { saveHoSo } from '../record/hoSo.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { inTransaction } from './transaction.ts'
import { giveVerdict, reasonOf, type Body } from './verdict.ts'

export const go = (req: PayloadRequest, gate: Gate, rawId: unknown, body: Body): Promise<Answer> =>
  inTransaction(req, async () => {
    const opened = await openCase(req, gate, rawId, 'go')
    const { hoSo, banTrinh, actor } = opened
    const lyDo = reasonOf(body)
    const issues = textIssues(lyDo, 'lyDo')
    if (issues.length > 0) throw refuse(...issues)
    // An emergency taken down takes its submission out of review with it: it is not approved afterwards.
    const khan = banTrinh !== null && isInReview(hoSo.trangThai) && (await openEmergency(req, banTrinh.id)) !== null
    const cancels = khan || hoSo.trangThai === 'daDuyet' || hoSo.trangThai === 'henGio'
    const given = cancels ? await giveVerdict(req, opened, { quyetDinh: 'thuHoi', lyDo }) : {}
    if (hoSo.banDang !== null) await endBanDang(req, hoSo.banDang, lyDo.normalize('NFC'))
    // A newer submission in review, or one that was refused, keeps its own state: only the edition ends.
    const keeps = (isInReview(hoSo.trangThai) && !khan) || hoSo.trangThai === 'traLai' || hoSo.trangThai === 'tuChoi' || hoSo.trangThai === 'nhap'
    const trangThai = keeps ? hoSo.trangThai : 'daGo'
    await saveHoSo(req, { ...hoSo, trangThai, banDang: null }, isInReview(trangThai) ? (opened.buocCho?.vaiTro ?? null) : null)
    const bam = await insertNhatKy(req, {
      hanhDong: 'go',
      nguoi: actor,
      boSuuTap: gate.slug,
      taiLieu: hoSo.taiLieu,
      chiTiet: { tu: hoSo.trangThai, den: trangThai, banDang: hoSo.banDang, lyDo, ...given },
    })
    return { answer: { trangThai, banTrinh: banTrinh && summary(banTrinh) }, bam }
  })
