/** What a verdict is given on: the submission that was read must be the latest one. */
import type { PayloadRequest } from 'payload'
import { now } from '../database/clock.ts'
import { refuse } from '../messages/refusal.ts'
import { holdDelegation } from '../facts/delegations.ts'
import { issue } from '../policy/issues.ts'
import { BUOC_KHAN, type QuyetDinh } from '../policy/gate/publication.ts'
import { capacityAt } from '../policy/gate/takers.ts'
import type { Capacity } from '../policy/people/roles.ts'
import { runtimeOf } from '../runtime.ts'
import { parseId, type Case } from './case.ts'
import { confirmSubmission } from '../record/authority/submission.ts'
import { frameOf, type BanTrinh } from '../record/banTrinh.ts'
import { insertPhieuDuyet } from '../record/phieuDuyet.ts'

export type Body = Record<string, unknown>

export const MAX_REASON = 2000

export function submissionRead(opened: Case, body: Body): BanTrinh {
  const read = parseId(body.banTrinh)
  if (read === null) throw refuse(issue('MISSING_SUBMISSION', 'banTrinh'))
  if (!opened.banTrinh || opened.banTrinh.id !== read) throw refuse(issue('STALE_SUBMISSION', 'banTrinh'))
  return opened.banTrinh
}

/** The reason of a return, rejection or withdrawal; never empty. */
export function reasonOf(body: Body): string {
  const reason = typeof body.lyDo === 'string' ? body.lyDo.trim() : ''
  if (reason === '') throw refuse(issue('MISSING_REASON', 'lyDo'))
  if ([...reason].length > MAX_REASON) throw refuse(issue('TOO_LONG', 'lyDo', { max: MAX_REASON }))
  return reason
}

/** What the log says of a verdict beside its decision. */
export type GivenVerdict = { phieu: number; uyQuyen?: number }

export async function giveVerdict(
  req: PayloadRequest,
  opened: Case,
  verdict: { quyetDinh: QuyetDinh; lyDo: string; kiemTra?: Record<string, string>; phienBanKiemTra?: number; khanDen?: string },
): Promise<GivenVerdict> {
  const { actor, banTrinh, buocCho } = opened
  if (!banTrinh) throw new Error('giveVerdict: expected a submission, found none')
  await confirmSubmission(req, banTrinh)
  const khan = verdict.quyetDinh === 'dangKhan'
  const step = buocCho ?? banTrinh.buoc.at(-1)!
  const capacity: Capacity | null = khan ? { tuCach: 'chinhDanh', vaiTro: 'nguoiPhatNgon' } : capacityAt(actor, step, banTrinh.boSuuTap, opened.facts.daDuyet)
  if (capacity?.tuCach === 'uyQuyen') await holdDelegation(req, capacity.uyQuyen)
  const uyQuyen = capacity?.tuCach === 'uyQuyen' ? { uyQuyen: capacity.uyQuyen } : {}
  const phieu = await insertPhieuDuyet(
    req,
    {
      v: 2,
      banTrinh: banTrinh.id,
      vanTay: banTrinh.vanTay,
      vanTayKhung: frameOf(banTrinh),
      buoc: khan ? BUOC_KHAN : step.ma,
      // Whoever takes his own submission back holds no step of it.
      vaiTro: capacity?.vaiTro ?? actor.vaiTro[0] ?? '',
      tuCach: capacity?.tuCach ?? 'chinhDanh',
      ...uyQuyen,
      nguoi: actor.id,
      hoTen: actor.hoTen,
      chucVu: actor.chucVu,
      quyetDinh: verdict.quyetDinh,
      kiemTra: verdict.kiemTra ?? {},
      phienBanKiemTra: verdict.phienBanKiemTra ?? 0,
      lyDo: verdict.lyDo,
      luc: await now(req),
      ...(verdict.khanDen === undefined ? {} : { khanDen: verdict.khanDen }),
    },
    runtimeOf(req.payload).keys.signing(),
  )
  return { phieu, ...uyQuyen }
}
