/** Opening a case: who asks, the locked file, the document and its latest submission, in the order 401, 404, 403, 409. */
import type { PayloadRequest } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { refuse } from '../messages/refusal.ts'
import { authorise, mayFollow, type HoSoFacts } from '../policy/gate/authority.ts'
import type { Doc } from '../policy/gate/freeze.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { issue } from '../policy/issues.ts'
import { nextStep, type Verdict } from '../policy/gate/publication.ts'
import type { Actor } from '../policy/people/roles.ts'
import type { HanhDong, TrangThai } from '../policy/gate/states.ts'
import type { Buoc } from '../policy/gate/steps.ts'
import { runtimeOf } from '../runtime.ts'
import { readActor } from '../facts/people.ts'
import { readBanTrinh, type BanTrinh } from '../record/banTrinh.ts'
import { lockHoSo, type HoSo } from '../record/hoSo.ts'
import { readVerdicts } from '../record/phieuDuyet.ts'

export type Case = {
  actor: Actor
  /** The working copy; a delegate decides on the submission and needs none. */
  doc: Doc
  hoSo: HoSo
  facts: HoSoFacts
  banTrinh: BanTrinh | null
  verdicts: Verdict[]
  buocCho: Buoc | null
}

/** What every action answers. */
export type Answer = {
  trangThai: TrangThai
  banTrinh: { id: number; lan: number; vanTay: string } | null
  /** `khanDen`: until when an emergency edition stands unconfirmed. */
  banDang?: { id: number; slug: string; khanDen?: string }
}

/** A document id as it comes in an address; anything else names nothing. */
export const parseId = (raw: unknown): number | null => {
  const id = typeof raw === 'number' ? raw : typeof raw === 'string' && /^\d{1,9}$/.test(raw) ? Number(raw) : NaN
  return Number.isInteger(id) && id > 0 && id < 2 ** 31 ? id : null
}

/** Who approved a submission so far. */
export const passersOf = (verdicts: readonly Verdict[]): number[] => [...new Set(verdicts.filter((v) => v.quyetDinh === 'duyet').map((v) => v.nguoi))]

export function factsOf(hoSo: HoSo, banTrinh: BanTrinh | null, verdicts: readonly Verdict[]): HoSoFacts {
  const inReview = ['choTiepNhan', 'choBienTap', 'choDuyet'].includes(hoSo.trangThai)
  return {
    trangThai: hoSo.trangThai,
    coBanDang: hoSo.banDang !== null,
    loai: hoSo.loai,
    tacGia: hoSo.tacGia,
    nguoiTrinh: banTrinh?.nguoiTrinh ?? null,
    // Whoever changed the working copy meanwhile is a contributor too: nobody reviews what he is rewriting.
    nguoiDongGop: [...new Set([...(banTrinh?.nguoiDongGop ?? []), ...hoSo.nguoiDongGop])],
    motLanhDao: banTrinh?.motLanhDao === true,
    daDuyet: passersOf(verdicts),
    buocCho: inReview && banTrinh ? nextStep({ buoc: banTrinh.buoc, verdicts }) : null,
  }
}

/** Locks the file first, then reads; refuses by throwing. */
export async function openCase(req: PayloadRequest, gate: Gate, rawId: unknown, action: HanhDong): Promise<Case> {
  const signedIn = actorOf(req)
  if (!signedIn) throw refuse(issue('UNAUTHENTICATED'))
  const id = parseId(rawId)
  const hoSo = id === null ? null : await lockHoSo(req, gate.slug, id)
  if (!hoSo) throw refuse(issue('NOT_FOUND'))
  const actor = await readActor(req, signedIn.id)
  if (!actor) throw refuse(issue('UNAUTHENTICATED'))
  const banTrinh = hoSo.banTrinh === null ? null : await readBanTrinh(req, hoSo.banTrinh)
  const verdicts = banTrinh ? await readVerdicts(req, banTrinh, runtimeOf(req.payload).keys) : []
  const facts = factsOf(hoSo, banTrinh, verdicts)
  if (!mayFollow(gate, actor, hoSo, facts)) throw refuse(issue('NOT_FOUND'))
  const refused = authorise(action, gate, actor, facts)
  if (refused) throw refuse(refused)
  // overrideAccess: this person's right to the document was judged one line above, under the lock.
  const doc = (await req.payload.findByID({
    collection: gate.slug as 'tin-bai',
    id: hoSo.taiLieu,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
    req,
  })) as Doc | null
  if (!doc) throw refuse(issue('NOT_FOUND'))
  return { actor, doc, hoSo, facts, banTrinh, verdicts, buocCho: facts.buocCho }
}
