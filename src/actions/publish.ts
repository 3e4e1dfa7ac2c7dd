/** Makes the approved submission the live edition. Called inside the transaction of `duyet`, `dang` or the schedule. */
import type { PayloadRequest } from 'payload'
import { coveredSince } from '../facts/coveredSince.ts'
import { now } from '../database/clock.ts'
import { refuse } from '../messages/refusal.ts'
import { checkConsents } from '../policy/people/consent.ts'
import { frozenMedia } from '../policy/gate/frozenMedia.ts'
import { issue, type Issue } from '../policy/issues.ts'
import { decideEmergency, decidePublication } from '../policy/gate/publication.ts'
import { runtimeOf } from '../runtime.ts'
import type { Answer, Case } from './case.ts'
import { consentsNow } from '../facts/consents.ts'
import { listedIn } from '../facts/neverShown.ts'
import { confirmSubmission } from '../record/authority/submission.ts'
import { insertBanDang } from '../record/banDang.ts'
import type { BanTrinh } from '../record/banTrinh.ts'
import { saveHoSo } from '../record/hoSo.ts'
import { insertNhatKy, type NhatKy } from '../record/nhatKy.ts'
import { readVerdicts } from '../record/phieuDuyet.ts'
import { removedAmong } from '../record/xoaTep.ts'
import { needsLeftOut } from './steps/bundled.ts'

/** Rule: what a withdrawal removed does not go live with nothing to be served. */
async function bytesGone(req: PayloadRequest, { noiDung }: BanTrinh): Promise<Issue[]> {
  const { fileStore } = runtimeOf(req.payload)
  const hashes = frozenMedia(JSON.parse(noiDung)).flatMap((one) => one.hashes)
  for (const hash of await removedAmong(req, hashes)) if (!(await fileStore.has(hash))) return [issue('PICTURE_GONE')]
  return []
}

/** Asks everything again that an edition rests on – fingerprint, signatures, consents – and refuses by throwing. */
export async function mustBePublishable(req: PayloadRequest, opened: Case, khan = false): Promise<BanTrinh> {
  const { hoSo, banTrinh } = opened
  if (!banTrinh) throw refuse(issue('WRONG_STATE', undefined, { trangThai: hoSo.trangThai }))
  const { keys, guard } = runtimeOf(req.payload)
  if (guard.halted()) throw refuse(issue('PUBLISHING_HALTED'))
  await confirmSubmission(req, banTrinh)
  const verdicts = await readVerdicts(req, banTrinh, keys)
  const facts = { ...banTrinh, isLatest: hoSo.banTrinh === banTrinh.id, verdicts }
  const refused = khan ? decideEmergency(facts) : decidePublication(facts)
  const needs = [...(await needsLeftOut(req, banTrinh.bangChung)), ...(await bytesGone(req, banTrinh)), ...(await coveredSince(req, banTrinh.noiDung))]
  const uses = await consentsNow(req, banTrinh)
  const consents = [...checkConsents(uses, await now(req)), ...(await listedIn(req, banTrinh.noiDung, uses))]
  if (refused) throw refuse(refused)
  if (consents.length + needs.length > 0) throw refuse(...consents, ...needs)
  return banTrinh
}

/** `before`: the row of the log that goes ahead of this one; none is written while another lock is still to be taken. */
export async function publish(req: PayloadRequest, opened: Case, how: { theoHen?: true; before?: NhatKy } = {}): Promise<{ answer: Answer; bam: string }> {
  const { actor, hoSo } = opened
  const banTrinh = await mustBePublishable(req, opened)
  const edition = await insertBanDang(req, banTrinh.id)
  // The edition answers for the frozen words; only changes made after the freezing are still to be answered for.
  await saveHoSo(req, { ...hoSo, trangThai: 'daDang', banDang: edition.id, nguoiDongGop: hoSo.suaSauTrinh }, null)
  if (how.before) await insertNhatKy(req, how.before)
  const bam = await insertNhatKy(req, {
    hanhDong: 'dang',
    nguoi: actor,
    boSuuTap: hoSo.boSuuTap,
    taiLieu: hoSo.taiLieu,
    chiTiet: {
      tu: hoSo.trangThai === 'henGio' ? 'henGio' : 'daDuyet',
      den: 'daDang',
      banTrinh: banTrinh.id,
      banDang: edition.id,
      vanTay: banTrinh.vanTay,
      slug: edition.slug,
      ...(how.theoHen ? { theoHen: true } : {}),
      ...(banTrinh.motLanhDao ? { ngoaiLe: 'motLanhDao' } : {}),
    },
  })
  return { answer: { trangThai: 'daDang', banTrinh: summary(banTrinh), banDang: edition }, bam }
}

export const summary = (b: BanTrinh): { id: number; lan: number; vanTay: string } => ({ id: b.id, lan: b.lan, vanTay: b.vanTay })
