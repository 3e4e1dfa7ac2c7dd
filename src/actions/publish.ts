/** Makes the approved submission the live edition. Called inside the transaction of `duyet` or `dang`. */
import type { PayloadRequest } from 'payload'
import { refuse } from '../access/refusal.ts'
import { checkConsents, type ConsentUse } from '../policy/consent.ts'
import { issue } from '../policy/issues.ts'
import { decidePublication } from '../policy/publication.ts'
import { runtimeOf } from '../runtime.ts'
import type { Answer, Case } from './case.ts'
import { readConsents } from './facts/consents.ts'
import { insertBanDang } from './record/banDang.ts'
import type { BanTrinh } from './record/banTrinh.ts'
import { saveHoSo } from './record/hoSo.ts'
import { insertNhatKy } from './record/nhatKy.ts'
import { readVerdicts } from './record/phieuDuyet.ts'

/** The consents frozen as evidence, as they stand now: one withdrawn meanwhile stops the publication. */
async function consentsNow(req: PayloadRequest, banTrinh: BanTrinh): Promise<ConsentUse[]> {
  const frozen = (JSON.parse(banTrinh.bangChung) as { dongY?: { field: string; id: number }[] }).dongY ?? []
  const now = await readConsents(
    req,
    frozen.map((f) => f.id),
  )
  return frozen.map(({ field, id }) => ({ field, id, dongY: now.get(id) ?? null }))
}

export async function publish(req: PayloadRequest, opened: Case): Promise<{ answer: Answer; bam: string }> {
  const { actor, hoSo, banTrinh } = opened
  if (!banTrinh) throw refuse(issue('WRONG_STATE', undefined, { trangThai: hoSo.trangThai }))
  const verdicts = await readVerdicts(req, banTrinh, runtimeOf(req.payload).signingKey())
  const refused = decidePublication({ ...banTrinh, isLatest: hoSo.banTrinh === banTrinh.id, verdicts })
  const consents = checkConsents(await consentsNow(req, banTrinh), new Date().toISOString())
  if (refused) throw refuse(refused)
  if (consents.length > 0) throw refuse(...consents)
  const edition = await insertBanDang(req, banTrinh.id)
  // The edition answers for the frozen words; only changes made after the freezing are still to be answered for.
  await saveHoSo(req, { ...hoSo, trangThai: 'daDang', banDang: edition.id, nguoiDongGop: hoSo.suaSauTrinh }, null)
  const bam = await insertNhatKy(req, {
    hanhDong: 'dang',
    nguoi: actor,
    boSuuTap: hoSo.boSuuTap,
    taiLieu: hoSo.taiLieu,
    chiTiet: { tu: 'daDuyet', den: 'daDang', banTrinh: banTrinh.id, banDang: edition.id, vanTay: banTrinh.vanTay, slug: edition.slug },
  })
  return { answer: { trangThai: 'daDang', banTrinh: summary(banTrinh), banDang: edition }, bam }
}

export const summary = (b: BanTrinh): { id: number; lan: number; vanTay: string } => ({ id: b.id, lan: b.lan, vanTay: b.vanTay })
