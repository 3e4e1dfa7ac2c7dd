/** What a verdict is given on: the submission that was read must be the latest one. */
import type { PayloadRequest } from 'payload'
import { now } from '../database/clock.ts'
import { refuse } from '../messages/refusal.ts'
import { readQuyChe } from '../facts/quyChe.ts'
import { holdDelegation } from '../facts/delegations.ts'
import { issue } from '../policy/issues.ts'
import { BUOC_KHAN, type QuyetDinh } from '../policy/gate/publication.ts'
import { capacityAt } from '../policy/gate/takers.ts'
import type { ChuKyThietBi } from '../policy/keys/assertion.ts'
import { APPROVING, type Capacity } from '../policy/people/roles.ts'
import { runtimeOf } from '../runtime.ts'
import { parseId, type Case } from './case.ts'
import { confirmSubmission } from '../record/authority/submission.ts'
import { frameOf, type BanTrinh } from '../record/banTrinh.ts'
import { holdDevice, insertPhieuDuyet, signedText, type PhieuDuyet } from '../record/phieuDuyet.ts'
import { checkSealed, sealFor, type Seal } from './steps/sealing.ts'

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
export type GivenVerdict = { phieu: number; uyQuyen?: number; thietBi?: ChuKyThietBi }

export async function giveVerdict(
  req: PayloadRequest,
  opened: Case,
  verdict: { quyetDinh: QuyetDinh; lyDo: string; kiemTra?: Record<string, string>; phienBanKiemTra?: number; khanSauMs?: number; henGio?: string | null },
  body: Body,
): Promise<GivenVerdict & { luc: string; khanDen?: string }> {
  const { actor, banTrinh, buocCho } = opened
  if (!banTrinh) throw new Error('giveVerdict: expected a submission, found none')
  await confirmSubmission(req, banTrinh)
  const khan = verdict.quyetDinh === 'dangKhan'
  const step = buocCho ?? banTrinh.buoc.at(-1)!
  const capacity: Capacity | null = khan ? { tuCach: 'chinhDanh', vaiTro: 'nguoiPhatNgon' } : capacityAt(actor, step, banTrinh.boSuuTap, opened.facts.daDuyet)
  if (capacity?.tuCach === 'uyQuyen') await holdDelegation(req, capacity.uyQuyen)
  const uyQuyen = capacity?.tuCach === 'uyQuyen' ? { uyQuyen: capacity.uyQuyen } : {}
  const decides = verdict.quyetDinh === 'duyet' || khan
  const approving = khan || APPROVING.includes(step.vaiTro)
  // Asked only where it demands anything: what sends a text back does not hang on the regulation.
  const quyChe = decides && approving ? await readQuyChe(req) : null
  const asked = { nguoi: actor.id, body, demands: { device: quyChe?.kyThietBi ?? false, factorFrom: quyChe?.lopHaiTu ?? null } }
  // What is taken back decides nothing in anybody's name: it needs no more than the session.
  const seal: Seal = verdict.quyetDinh === 'thuHoi' ? { luc: await now(req) } : await sealFor(req, asked)
  const khanDen = verdict.khanSauMs === undefined ? undefined : new Date(Date.parse(seal.luc) + verdict.khanSauMs).toISOString()
  const phieu: PhieuDuyet = {
    v: seal.cachKy === undefined ? 2 : 3,
    ...(seal.cachKy === undefined ? {} : { cachKy: seal.cachKy, sau: seal.sau!, ...(verdict.henGio ? { henGio: verdict.henGio } : {}) }),
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
    luc: seal.luc,
    ...(khanDen === undefined ? {} : { khanDen }),
  }
  const thietBi = seal.cachKy === undefined ? null : await checkSealed(req, asked, signedText(phieu), seal)
  const id = await insertPhieuDuyet(req, phieu, runtimeOf(req.payload).keys.signing())
  if (thietBi) holdDevice(req, id, thietBi)
  return { phieu: id, ...uyQuyen, ...(thietBi ? { thietBi } : {}), luc: seal.luc, ...(khanDen === undefined ? {} : { khanDen }) }
}

/** What of it goes into the row of the log. */
export const inLog = ({ phieu, uyQuyen, thietBi }: GivenVerdict): GivenVerdict => ({
  phieu,
  ...(uyQuyen === undefined ? {} : { uyQuyen }),
  ...(thietBi ? { thietBi } : {}),
})
