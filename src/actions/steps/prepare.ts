/**
 * What a submission would be, and all that is still missing for it; writes nothing. Whoever asks what is missing asks exactly
 * what `trinh` will.
 */
import type { PayloadRequest } from 'payload'
import { now } from '../../database/clock.ts'
import { creditOf } from '../../facts/credit.ts'
import { consentUses } from '../../facts/consents.ts'
import { coveredTwins } from '../../facts/coveredSince.ts'
import { listedIn } from '../../facts/neverShown.ts'
import { notAskedAmong } from '../../facts/notAsked.ts'
import { ownUnits, readUnits } from '../../facts/members.ts'
import { readReviewers } from '../../facts/people.ts'
import { readQuyChe } from '../../facts/quyChe.ts'
import { resolveReferences } from '../../facts/resolve.ts'
import { canonicalText, sha256, type Json } from '../../policy/gate/fingerprint.ts'
import { freeze, needsWords } from '../../policy/gate/freeze.ts'
import { frozenMedia } from '../../policy/gate/frozenMedia.ts'
import type { Gate } from '../../policy/gate/gates/index.ts'
import { highest } from '../../policy/gate/sensitivity.ts'
import { chainFor, needsOneLeader, remainingSteps, stepsWithoutReviewer, type Buoc, type MucNhayCam } from '../../policy/gate/steps.ts'
import { namesAnyUnit } from '../../policy/gate/authority.ts'
import { idsOf } from '../../policy/ids.ts'
import { issue, type Issue } from '../../policy/issues.ts'
import type { Promised } from '../../policy/gate/bundle.ts'
import { checkConsents } from '../../policy/people/consent.ts'
import { linksIn, outboundIssues } from '../../policy/text/outbound.ts'
import { presetNamed } from '../../presets/index.ts'
import { isOpeningRegulation } from '../../presets/regulationOf.ts'
import type { BanTrinh } from '../../record/banTrinh.ts'
import { isOpened } from '../../record/goiTrinh.ts'
import type { Case } from '../case.ts'
import { chooseSlug } from './address.ts'
import { needsOf, type Within } from './bundled.ts'
import { deadLinks } from './deadLinks.ts'
import { contributorsOf, topicSensitivity } from './hands.ts'

export type Next = Omit<BanTrinh, 'id' | 'createdAt'>
/** Either all that is missing, or what would be submitted. `noiDung`: what there is, as it would be frozen. */
export type Prepared = { noiDung: string } & ({ issues: readonly Issue[]; next: null } | { issues: readonly []; next: Next })

type Uses = Awaited<ReturnType<typeof consentUses>>
type Words = {
  content: Record<string, Json>
  loai: string
  title: string
  slug: string
  uses: Uses
  mediaIds: readonly number[]
  needs: readonly Promised[]
  issues: Issue[]
}

/** Rule: a closed unit sends nothing, and an author sends for a unit of his own. */
async function unitIssues(req: PayloadRequest, gate: Gate, { actor, doc }: Case): Promise<Issue[]> {
  const [named] = gate.authors ? idsOf(doc.donVi ?? null) : []
  const unit = named === undefined ? undefined : (await readUnits(req)).get(named)
  if (!unit) return []
  if (!unit.mo) return [issue('UNIT_CLOSED', 'donVi', { donVi: unit.ten })]
  if (namesAnyUnit(actor)) return []
  const own = await ownUnits(req, actor.id)
  return own.includes(unit.id) ? [] : [issue('NOT_OWN_UNIT', 'donVi', { co: own.length })]
}

/** Rule: where a class said that those shown were not asked, each picture says who is in it, or that nobody can be told. */
async function askedIssues(req: PayloadRequest, gate: Gate, doc: Case['doc'], mediaDocs: readonly Case['doc'][]): Promise<Issue[]> {
  const shown = gate.slug === 'tu-lieu' ? [doc] : mediaDocs
  const unasked = await notAskedAmong(
    req,
    shown.map(({ id }) => Number(id)),
  )
  const field = gate.slug === 'tu-lieu' ? 'nguoiXuatHien' : 'tuLieu'
  return shown.filter(({ id }) => unasked.has(Number(id))).map(({ tenGoc, filename }) => issue('CLASS_NOT_ASKED', field, { ten: String(tenGoc ?? filename) }))
}

/** The frozen words, the files and people in them, the address. */
async function wordsOf(req: PayloadRequest, gate: Gate, opened: Case, within: Within | null): Promise<Words> {
  const { doc, hoSo, banTrinh } = opened
  const resolved = await resolveReferences(req, gate, doc, within?.promised)
  const { content, issues } = freeze(gate, doc, resolved.resolver)
  issues.push(...resolved.issues)
  const loai = gate.kindField ? String(content[gate.kindField] ?? '') : ''
  if (gate.slug === 'tu-lieu' && needsWords((content.tep as { loai?: string } | undefined) ?? {}) && !content.altText)
    issues.push(issue('MISSING_ALT_TEXT', 'altText'))
  const uses = await consentUses(req, gate, doc, gate.slug === 'tu-lieu' ? [doc] : resolved.mediaDocs)
  issues.push(...checkConsents(uses, await now(req)))
  if (gate.consents?.requiredForKinds.includes(loai) && !uses.some((u) => u.field === gate.consents!.field))
    issues.push(issue('MISSING_PERSON', gate.consents.field))
  issues.push(...(await askedIssues(req, gate, doc, resolved.mediaDocs)), ...(await coveredTwins(req, frozenMedia(content))))
  issues.push(...(await unitIssues(req, gate, opened)))
  const title = String(content[gate.title] ?? doc.tenGoc ?? doc.filename ?? hoSo.tieuDe)
  const words = gate.slugFrom?.map((name) => content[name] ?? '').join(' ') ?? title
  const slug = await chooseSlug(req, gate, { id: hoSo.taiLieu, doc, before: banTrinh?.slug ?? null }, words, issues)
  // Its file went with the withdrawal; that the person withdrew is what there is to say.
  const withdrawn = uses.some(({ tuLieu, dongY }) => tuLieu !== undefined && dongY?.thuHoiLuc)
  const said = withdrawn ? issues.filter(({ code }) => code !== 'FILE_UNREADABLE') : issues
  return { content: content as Record<string, Json>, loai, title, slug, uses, mediaIds: resolved.mediaIds, needs: resolved.promised, issues: said }
}

type Steps = { buoc: Buoc[]; daQua: string[]; motLanhDao: boolean; mienLienKet: string[]; issues: Issue[] }

/** The steps still to take, and whether each has somebody who may take it. */
async function stepsOf(
  req: PayloadRequest,
  gate: Gate,
  opened: Case,
  of: { loai: string; mucNhayCam: MucNhayCam; contributors: number[]; within: Within | null },
): Promise<Steps> {
  const { actor, hoSo } = opened
  const people = await readReviewers(req)
  const quyChe = await readQuyChe(req)
  const chain = chainFor(quyChe.buoc, { boSuuTap: gate.slug, loai: of.loai }, of.mucNhayCam)
  const sameRound = hoSo.trangThai !== 'daDang' && hoSo.trangThai !== 'daGo'
  const passedBefore = sameRound ? [...(opened.banTrinh?.daQua ?? []), ...approvedIn(opened)] : []
  const passedBy = sameRound ? passersIn(opened) : {}
  const buoc = remainingSteps({
    chain: sameRound ? excluding(chain, opened) : chain,
    boSuuTap: gate.slug,
    submitter: actor,
    passedBefore,
    passedBy,
    people,
    contributors: of.contributors,
  })
  const asked = { people, contributors: of.contributors, boSuuTap: gate.slug }
  const missing = stepsWithoutReviewer(buoc, asked)
  const standing = quyChe.motLanhDao && !isOpeningRegulation({ preset: presetNamed(quyChe.preset), buoc: quyChe.buoc })
  const motLanhDao = needsOneLeader(buoc, asked, standing || (await opens(req, of.within)))
  return {
    buoc,
    daQua: chain.filter((step) => !buoc.some((b) => b.ma === step.ma)).map((step) => step.ma),
    motLanhDao,
    mienLienKet: quyChe.mienLienKet,
    issues: motLanhDao ? [] : missing.map((b) => issue('NO_APPROVER', undefined, { buoc: b.ten })),
  }
}

/** What the spokesperson types herself before anybody else is there: for the opening of the school alone, and marked. */
const opens = async (req: PayloadRequest, within: Within | null): Promise<boolean> => within?.khaiTruong === true && !(await isOpened(req))

/** Codes of the steps the waiting submission has passed. */
export const approvedIn = ({ verdicts }: Case): string[] => verdicts.filter((v) => v.quyetDinh === 'duyet').map((v) => v.buoc)

/** Who passed which step of the waiting submission. */
const passersIn = ({ verdicts }: Case): Record<string, number[]> =>
  Object.fromEntries(verdicts.filter((v) => v.quyetDinh === 'duyet').map((v) => [v.buoc, [v.nguoi]]))

/** Whoever passed a step before an earlier submission is still not the other person of a later one. */
const excluding = (chain: readonly Buoc[], { banTrinh }: Case): Buoc[] =>
  chain.map((step) => {
    const khacVoi = banTrinh?.buoc.find((b) => b.ma === step.ma)?.khacVoi
    return step.khacNguoi && khacVoi ? { ...step, khacVoi } : step
  })

export async function prepare(req: PayloadRequest, gate: Gate, opened: Case, within: Within | null = null): Promise<Prepared> {
  const { actor, doc, hoSo } = opened
  const { content, loai, title, slug, uses, mediaIds, needs, issues } = await wordsOf(req, gate, opened, within)
  const mucNhayCam = highest([doc.mucNhayCam as MucNhayCam, hoSo.mucNhayCam, ...(await topicSensitivity(req, doc))])
  const nguoiDongGop = await contributorsOf(req, opened, mediaIds)
  const steps = await stepsOf(req, gate, opened, { loai, mucNhayCam, contributors: nguoiDongGop, within })
  const noiDung = canonicalText({ boSuuTap: gate.slug, taiLieu: hoSo.taiLieu, slug, ...content })
  issues.push(...outboundIssues(gate.fields, content, [...steps.mienLienKet, req.payload.config.serverURL]))
  issues.push(...(await listedIn(req, noiDung, uses)))
  const links = await deadLinks(req, { boSuuTap: gate.slug, slug, promised: within?.promised }, linksIn(gate.fields, content))
  issues.push(...links.issues, ...steps.issues)
  if (issues.length > 0) return { issues, next: null, noiDung }

  const vanTay = sha256(noiDung)
  if (hoSo.trangThai === 'daDang' && opened.banTrinh?.vanTay === vanTay) return { issues: [issue('UNCHANGED')], next: null, noiDung }
  const can = needsOf([...needs, ...links.used])
  const bangChung = canonicalText({
    dongY: uses.map(({ field, dongY, tuLieu }) => ({ field, ...dongY!, kenh: [...dongY!.kenh], ...(tuLieu ? { tuLieu: [...tuLieu] } : {}) })),
    ...(can.length > 0 ? { can } : {}),
  })
  const next = {
    boSuuTap: gate.slug,
    taiLieu: hoSo.taiLieu,
    lan: (opened.banTrinh?.lan ?? 0) + 1,
    loai,
    slug,
    tieuDe: title.normalize('NFC'),
    noiDung,
    vanTay,
    bangChung,
    vanTayBangChung: sha256(bangChung),
    buoc: steps.buoc,
    daQua: steps.daQua,
    nguoiDongGop,
    mucNhayCam,
    motLanhDao: steps.motLanhDao,
    ghiNhan: await creditOf(req, gate, { taiLieu: hoSo.taiLieu, tacGia: hoSo.tacGia, dongTacGia: doc.dongTacGia, donVi: content.donVi }),
    tacGia: hoSo.tacGia,
    nguoiTrinh: actor.id,
    tenNguoiTrinh: actor.hoTen,
  }
  return { issues: [], next, noiDung }
}
