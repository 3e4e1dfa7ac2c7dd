/** All that is known of a submission by whoever may read it: its text, its rounds, what changed, what may be done with it. */
import type { PayloadRequest } from 'payload'
import { optionsFor, type Options } from '../../actions/options.ts'
import { readsEvidence } from '../../access/record.ts'
import { parseId } from '../../actions/case.ts'
import { changedSince } from '../../policy/intake/confirmed.ts'
import { itemOfStory, questionsOf, wordsConfirmed, type BaiGui, type Hoi } from '../../facts/intake/items.ts'
import { readUnits } from '../../facts/members.ts'
import { namesOfPeople } from '../../facts/names.ts'
import { readQuyChe } from '../../facts/quyChe.ts'
import { refuse } from '../../messages/refusal.ts'
import { pointsFor, type MucKiemTra } from '../../policy/gate/checklist.ts'
import { blocksOf, type Block } from '../../policy/gate/differences/blocks.ts'
import { changesBetween, type Change } from '../../policy/gate/differences/compare.ts'
import type { Gate } from '../../policy/gate/gates/index.ts'
import { issue } from '../../policy/issues.ts'
import { findingsIn, type Placed } from '../../policy/text/findings/index.ts'
import { submissionOf } from '../../record/banDang.ts'
import { readBanTrinh, type BanTrinh } from '../../record/banTrinh.ts'
import { readHoSo } from '../../record/hoSo.ts'
import { readRounds, type Round } from '../../record/phieuDuyet.ts'
import { gateOf } from '../../runtime.ts'
import type { Visit } from '../room.ts'
import { heldIn, type Content, type Held } from './content.ts'

/** `than`: the text it is compared with, in words. */
export type Compared = { than: string; changes: Change[] }
export type Reading = {
  banTrinh: BanTrinh
  gate: Gate
  content: Content
  held: Held
  options: Options
  points: MucKiemTra[]
  isLatest: boolean
  /** This verdict is the last that is needed; and after it readers see the text at once. */
  isLast: boolean
  publishes: boolean
  rounds: Round[]
  compared: Compared[]
  findings: Placed[]
  contributors: string[]
  /** Whom it is credited to, in words; empty where nobody is. */
  credit: string
  /** Who agreed to be named or shown. */
  consents: { hoTen: string; namSinh: number | null; han: string | null }[]
  /** Where a class sent it; `doi`: its words are others than those a teacher was asked about. */
  fromClass: { item: BaiGui; questions: Hoi[]; doi: boolean } | null
}

/** Author and co-authors, then the class; the unit stands above it. */
async function creditWords(req: PayloadRequest, ghiNhan: BanTrinh['ghiNhan']): Promise<string> {
  if (ghiNhan === null) return ''
  const names = await namesOfPeople(req, ghiNhan.nguoi)
  const lop = ghiNhan.lop === null || ghiNhan.lop === ghiNhan.donVi ? undefined : (await readUnits(req)).get(ghiNhan.lop)?.ten
  return [...ghiNhan.nguoi.map((id) => names.get(id)), lop].filter((one) => one !== undefined).join('; ')
}

const MOST_ROUNDS = 20
type Consent = { hoTen?: string; namSinh?: number | null; han?: string | null }

/** Refuses where this person may not read it. */
export async function readable({ own, request }: Visit): Promise<BanTrinh> {
  const req = await own()
  const id = parseId(request.params.id)
  const allowed =
    id !== null &&
    (await req.payload.findByID({ collection: 'ban-trinh', id, depth: 0, select: { lan: true }, overrideAccess: false, disableErrors: true, req }))
  const banTrinh = allowed ? await readBanTrinh(req, id) : null
  if (!banTrinh) throw refuse(issue('NOT_FOUND'))
  return banTrinh
}

/** With the live edition; with the text this person decided on last, else with the round before. */
async function comparedWith({ own, actor }: Visit, banTrinh: BanTrinh, gate: Gate, rounds: readonly Round[], now: readonly Block[]): Promise<Compared[]> {
  const req = await own()
  const hoSo = await readHoSo(req, banTrinh.boSuuTap, banTrinh.taiLieu)
  const live = hoSo?.banDang ? await submissionOf(req, hoSo.banDang) : null
  const earlier = rounds.filter((round) => round.banTrinh < banTrinh.id)
  const read = earlier.find((round) => round.phieu.some((p) => p.nguoi === actor.id)) ?? earlier[0]
  const others = [
    ...(live !== null && live !== banTrinh.id ? [{ id: live, than: 'so với bản đang đăng' }] : []),
    ...(read && read.banTrinh !== live
      ? [{ id: read.banTrinh, than: `so với lần trình ${read.lan}${read.phieu.some((p) => p.nguoi === actor.id) ? ' mà bạn đã đọc' : ''}` }]
      : []),
  ]
  const compared: Compared[] = []
  for (const { id, than } of others) {
    const other = await readBanTrinh(req, id)
    if (other) compared.push({ than, changes: changesBetween(blocksOf(gate.fields, JSON.parse(other.noiDung) as Content), now) })
  }
  return compared
}

/** The institution's own people are no strangers in its news. */
async function ownPeople({ own }: Visit): Promise<string[]> {
  const req = await own()
  // overrideAccess: names alone, so that nobody of the house is pointed out; none of them is shown.
  const found = await req.payload.find({ collection: 'nguoi-dung', depth: 0, pagination: false, select: { hoTen: true }, overrideAccess: true, req })
  return found.docs.map((one) => String(one.hoTen ?? ''))
}

async function noticed(visit: Visit, { createdAt }: BanTrinh, blocks: readonly Block[], agreed: readonly string[]): Promise<Placed[]> {
  const settings = await visit.options.settings()
  const own = [settings?.dienThoai, settings?.email].filter((one) => one !== undefined)
  const lines = blocks.filter(({ kind }) => kind === 'chu' || kind === 'anh')
  return findingsIn(lines, { at: Date.parse(createdAt), own, agreed: [...agreed, ...(await ownPeople(visit))] })
}

export async function readingOf(visit: Visit): Promise<Reading> {
  const banTrinh = await readable(visit)
  const gate = gateOf(visit.options.payload, banTrinh.boSuuTap)
  const options = await optionsFor(await visit.own(), gate, banTrinh.taiLieu)
  const quyChe = await readQuyChe(await visit.own())
  const rounds = await readRounds(await visit.own(), banTrinh.boSuuTap, banTrinh.taiLieu, MOST_ROUNDS)
  const consents = ((JSON.parse(banTrinh.bangChung) as { dongY?: Consent[] }).dongY ?? []).map((one) => ({ hoTen: one.hoTen ?? '', namSinh: one.namSinh ?? null, han: one.han ?? null })) // prettier-ignore
  const names = await namesOfPeople(await visit.own(), banTrinh.nguoiDongGop)
  const content = JSON.parse(banTrinh.noiDung) as Content
  const blocks = blocksOf(gate.fields, content)
  // Who agreed is read by those who judge by it, not by every author (src/access/record.ts).
  const seesConsents = readsEvidence({ req: await visit.own() })
  const item = seesConsents && banTrinh.boSuuTap === 'tin-bai' ? await itemOfStory(await visit.own(), banTrinh.taiLieu) : null
  const isLatest = options.banTrinh?.id === banTrinh.id
  const isLast = isLatest && options.buocCho !== null && banTrinh.buoc.at(-1)?.ten === options.buocCho
  return {
    banTrinh,
    gate,
    content,
    held: heldIn(content),
    options,
    points: pointsFor(quyChe.kiemTra, banTrinh),
    isLatest,
    isLast,
    publishes: isLast && (quyChe.dangNgay || options.khanDen !== null),
    rounds,
    compared: await comparedWith(visit, banTrinh, gate, rounds, blocks),
    findings: await noticed(visit, banTrinh, blocks, consents.map((one) => one.hoTen)), // prettier-ignore
    credit: await creditWords(await visit.own(), banTrinh.ghiNhan),
    contributors: banTrinh.nguoiDongGop.map((id) => names.get(id)).filter((name) => name !== undefined),
    consents: seesConsents ? consents : [],
    fromClass: item && {
      item,
      questions: await questionsOf(await visit.own(), item.id),
      doi: changedSince(await wordsConfirmed(await visit.own(), item.id), blocks.filter(({ field }) => field === 'noiDung').map(({ text }) => text).join(' ')), // prettier-ignore
    },
  }
}
