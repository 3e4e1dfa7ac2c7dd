/** go (withdraw): immediate; readers are told a reason of the regulation, what the approver writes stays inside; on an approved item not yet live it cancels the approval. */
import type { PayloadRequest } from 'payload'
import { refuse } from '../messages/refusal.ts'
import { textIssues } from '../policy/gate/freeze.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { isInReview } from '../policy/gate/states.ts'
import { publicReason } from '../policy/gate/publicReasons.ts'
import { readQuyChe } from '../facts/quyChe.ts'
import { waitsFor } from '../policy/gate/steps.ts'
import { openCase, type Answer } from './case.ts'
import { summary } from './publish.ts'
import { endBanDang, openEmergency } from '../record/banDang.ts'
import { saveHoSo } from '../record/hoSo.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { inTransaction } from './transaction.ts'
import { giveVerdict, inLog, reasonOf, type Body } from './verdict.ts'

export const go = (req: PayloadRequest, gate: Gate, rawId: unknown, body: Body): Promise<Answer> =>
  inTransaction(req, async () => {
    const opened = await openCase(req, gate, rawId, 'go')
    const { hoSo, banTrinh, actor } = opened
    const lyDo = reasonOf(body)
    const issues = textIssues(lyDo, 'lyDo')
    const told = publicReason((await readQuyChe(req)).lyDoGo, body.maLyDo)
    if (told.issue) issues.push(told.issue)
    if (issues.length > 0) throw refuse(...issues)
    // An emergency taken down takes its submission out of review with it: it is not approved afterwards.
    const emergency = banTrinh && (await openEmergency(req, banTrinh.id))
    const khan = emergency !== null && isInReview(hoSo.trangThai)
    const cancels = khan || hoSo.trangThai === 'daDuyet' || hoSo.trangThai === 'henGio'
    const given = cancels ? await giveVerdict(req, opened, { quyetDinh: 'thuHoi', lyDo }, body) : null
    // What an emergency covers goes with it: the whole document leaves the site.
    const ended = [...new Set([hoSo.banDang, emergency?.id ?? null])].filter((id) => id !== null)
    for (const id of ended) await endBanDang(req, id, told.noiDung!)
    // A newer submission in review, or one that was refused, keeps its own state: only the edition ends.
    const keeps = (isInReview(hoSo.trangThai) && !khan) || hoSo.trangThai === 'traLai' || hoSo.trangThai === 'tuChoi' || hoSo.trangThai === 'nhap'
    const trangThai = keeps ? hoSo.trangThai : 'daGo'
    await saveHoSo(req, { ...hoSo, trangThai, banDang: null }, isInReview(trangThai) ? waitsFor(opened.buocCho, opened.facts.daDuyet) : null)
    const bam = await insertNhatKy(req, {
      hanhDong: 'go',
      nguoi: actor,
      boSuuTap: gate.slug,
      taiLieu: hoSo.taiLieu,
      chiTiet: {
        tu: hoSo.trangThai,
        den: trangThai,
        banDang: hoSo.banDang ?? emergency?.id ?? null,
        ...(ended.length > 1 ? { cungGo: ended[1]! } : {}),
        lyDo,
        lyDoGo: told.noiDung!,
        ...(given ? inLog(given) : {}),
      },
    })
    return { answer: { trangThai, banTrinh: banTrinh && summary(banTrinh) }, bam }
  })
