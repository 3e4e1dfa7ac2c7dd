/** tra-lai (return), tu-choi (reject) and thu-hoi (take back): a submission leaves review, with a reason on record. */
import type { PayloadRequest } from 'payload'
import { refuse } from '../messages/refusal.ts'
import { textIssues } from '../policy/gate/freeze.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { KHONG_XAC_NHAN } from '../policy/gate/publicReasons.ts'
import type { QuyetDinh } from '../policy/gate/publication.ts'
import type { HanhDong, TrangThai } from '../policy/gate/states.ts'
import { openCase, type Answer } from './case.ts'
import { summary } from './publish.ts'
import { issue } from '../policy/issues.ts'
import { endBanDang, liveSummary, openEmergency } from '../record/banDang.ts'
import { saveHoSo } from '../record/hoSo.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { inTransaction } from './transaction.ts'
import { giveVerdict, inLog, reasonOf, submissionRead, type Body } from './verdict.ts'

type Kind = { action: HanhDong; quyetDinh: QuyetDinh; trangThai: TrangThai; bySubmitter?: true }

const leaveReview =
  (kind: Kind) =>
  (req: PayloadRequest, gate: Gate, rawId: unknown, body: Body = {}): Promise<Answer> =>
    inTransaction(req, async () => {
      const opened = await openCase(req, gate, rawId, kind.action)
      // A class's story nobody has submitted yet waits too; there is nothing of it to take back.
      if (kind.bySubmitter && !opened.banTrinh) throw refuse(issue('WRONG_STATE', undefined, { trangThai: opened.hoSo.trangThai }))
      const banTrinh = kind.bySubmitter ? opened.banTrinh! : submissionRead(opened, body)
      const lyDo = kind.bySubmitter ? 'Người trình thu hồi' : reasonOf(body)
      const issues = textIssues(lyDo, 'lyDo')
      if (issues.length > 0) throw refuse(...issues)
      const khan = await openEmergency(req, banTrinh.id)
      const given = await giveVerdict(req, opened, { quyetDinh: kind.quyetDinh, lyDo }, body)
      // What was shown in an emergency and not confirmed leaves the site with the same decision.
      if (khan) await endBanDang(req, khan.id, KHONG_XAC_NHAN)
      // What the emergency covered stands again.
      const banDang = khan?.id === opened.hoSo.banDang ? null : opened.hoSo.banDang
      await saveHoSo(req, { ...opened.hoSo, trangThai: kind.trangThai, banDang }, null)
      const bam = await insertNhatKy(req, {
        hanhDong: kind.action,
        nguoi: opened.actor,
        boSuuTap: gate.slug,
        taiLieu: opened.hoSo.taiLieu,
        chiTiet: {
          tu: opened.hoSo.trangThai,
          den: kind.trangThai,
          banTrinh: banTrinh.id,
          vanTay: banTrinh.vanTay,
          lyDo,
          ...inLog(given),
          ...(khan ? { banDang: khan.id, lyDoGo: KHONG_XAC_NHAN } : {}),
        },
      })
      return { answer: { trangThai: kind.trangThai, banTrinh: summary(banTrinh), ...(await liveSummary(req, banDang)) }, bam }
    })

export const traLai = leaveReview({ action: 'tra-lai', quyetDinh: 'traLai', trangThai: 'traLai' })
export const tuChoi = leaveReview({ action: 'tu-choi', quyetDinh: 'tuChoi', trangThai: 'tuChoi' })
export const thuHoi = leaveReview({ action: 'thu-hoi', quyetDinh: 'thuHoi', trangThai: 'nhap', bySubmitter: true })
