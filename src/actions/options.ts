/** What this person may do with a document now, and why not otherwise. Shows; never decides: the actions ask again. */
import type { PayloadRequest } from 'payload'
import { actorWithDelegations } from '../facts/delegations.ts'
import { refuse } from '../messages/refusal.ts'
import { languageOf, sentence, type Refused } from '../messages/sentence.ts'
import { wordsFor } from '../messages/words.ts'
import { authorise, mayFollow } from '../policy/gate/authority.ts'
import { pictureUse, type PictureUse } from '../facts/pictureUse.ts'
import { readQuyChe } from '../facts/quyChe.ts'
import type { LyDoCongKhai } from '../policy/gate/publicReasons.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { issue, type IssueCode } from '../policy/issues.ts'
import { HANH_DONG, type HanhDong, type TrangThai } from '../policy/gate/states.ts'
import { runtimeOf } from '../runtime.ts'
import { factsOf, parseId } from './case.ts'
import { liveSummary, openEmergency } from '../record/banDang.ts'
import { readBanTrinh } from '../record/banTrinh.ts'
import { readHoSo } from '../record/hoSo.ts'
import { lastReason, readVerdicts } from '../record/phieuDuyet.ts'

export type Options = {
  trangThai: TrangThai
  buocCho: string | null
  banTrinh: { id: number; lan: number; vanTay: string } | null
  coBanDang: boolean
  /** Until when an emergency edition stands unconfirmed, ISO; its hour may have passed. */
  khanDen: string | null
  /** When the approved submission goes live, ISO; why the last schedule failed. */
  henGioLuc: string | null
  loiHenGio: Refused | null
  suaSauTrinh: boolean
  /** Why the latest submission was returned, rejected or taken back. */
  lyDo: string | null
  /** Where readers see it, while they do. */
  trang: string | null
  /** What readers may be told of a withdrawal. */
  lyDoCongKhai: readonly LyDoCongKhai[]
  /** Of a picture or file: what it is used in. */
  suDung: PictureUse | null
  viec: Record<HanhDong, { duoc: boolean; vi?: Refused }>
}

/** Shows; where the regulation cannot be followed now, the action itself says why. */
const reasonsToTell = async (req: PayloadRequest): Promise<readonly LyDoCongKhai[]> =>
  readQuyChe(req).then(
    (quyChe) => quyChe.lyDoGo,
    () => [],
  )

export async function optionsFor(req: PayloadRequest, gate: Gate, rawId: unknown): Promise<Options> {
  const actor = await actorWithDelegations(req)
  if (!actor) throw refuse(issue('UNAUTHENTICATED'))
  const id = parseId(rawId)
  const hoSo = id === null ? null : await readHoSo(req, gate.slug, id)
  if (!hoSo) throw refuse(issue('NOT_FOUND'))
  const banTrinh = hoSo.banTrinh === null ? null : await readBanTrinh(req, hoSo.banTrinh)
  const verdicts = banTrinh ? await readVerdicts(req, banTrinh, runtimeOf(req.payload).keys) : []
  const facts = factsOf(hoSo, banTrinh, verdicts)
  if (!mayFollow(gate, actor, hoSo, facts)) throw refuse(issue('NOT_FOUND'))
  const live = await liveSummary(req, hoSo.banDang)
  const khan = banTrinh && (await openEmergency(req, banTrinh.id))
  const viec = Object.fromEntries(
    HANH_DONG.map((action) => {
      const refused = authorise(action, gate, actor, facts)
      return [action, refused ? { duoc: false, vi: sentence(refused, languageOf(req), wordsFor(req, languageOf(req))) } : { duoc: true }]
    }),
  ) as Options['viec']
  return {
    trangThai: hoSo.trangThai,
    buocCho: facts.buocCho?.ten ?? null,
    banTrinh: banTrinh && { id: banTrinh.id, lan: banTrinh.lan, vanTay: banTrinh.vanTay },
    coBanDang: live.banDang !== undefined,
    khanDen: live.banDang?.khanDen ?? khan?.khanDen ?? null,
    henGioLuc: hoSo.henGioLuc,
    loiHenGio: hoSo.loiHenGio === null ? null : sentence(issue(hoSo.loiHenGio as IssueCode), languageOf(req)),
    suaSauTrinh: hoSo.suaSauTrinh.length > 0,
    lyDo: banTrinh && (await lastReason(req, banTrinh.id)),
    trang: gate.page && live.banDang ? gate.page.replace(':slug', live.banDang.slug) : null,
    lyDoCongKhai: await reasonsToTell(req),
    suDung: gate.slug === 'tu-lieu' ? await pictureUse(req, hoSo.taiLieu) : null,
    viec,
  }
}
