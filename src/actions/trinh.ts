/** trinh (submit): freezes the working copy as a new submission, which supersedes the one before for ever. */
import type { PayloadRequest } from 'payload'
import { now } from '../database/clock.ts'
import { refuse } from '../messages/refusal.ts'
import { checkConsents } from '../policy/people/consent.ts'
import { canonicalText, sha256 } from '../policy/gate/fingerprint.ts'
import { freeze, type Doc } from '../policy/gate/freeze.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { issue, type Issue } from '../policy/issues.ts'
import { outboundIssues } from '../policy/text/outbound.ts'
import { highest } from '../policy/gate/sensitivity.ts'
import { freeSlug, toSlug } from '../policy/gate/slug.ts'
import { chainFor, needsOneLeader, remainingSteps, sameSteps, stepsWithoutReviewer, waitingState, type MucNhayCam } from '../policy/gate/steps.ts'
import { query, sql } from '../database/sql.ts'
import { openCase, type Answer, type Case } from './case.ts'
import { consentUses } from '../facts/consents.ts'
import { readReviewers } from '../facts/people.ts'
import { readQuyChe } from '../facts/quyChe.ts'
import { resolveReferences } from '../facts/resolve.ts'
import { refuseBeyondQuota } from '../facts/written.ts'
import { frameOf, insertBanTrinh, readBanTrinh, type BanTrinh } from '../record/banTrinh.ts'
import { lastSlug, liveSummary, slugOwners } from '../record/banDang.ts'
import { saveHoSo } from '../record/hoSo.ts'
import { insertNhatKy, lastHashOf } from '../record/nhatKy.ts'
import { inTransaction } from './transaction.ts'

/** The address it will have: what the editor chose, else what readers know it by, else the title's. */
async function chooseSlug(req: PayloadRequest, gate: Gate, id: number, doc: Doc, words: string, issues: Issue[]): Promise<string> {
  if (gate.single) return gate.slug
  const chosen = typeof doc.slug === 'string' && doc.slug.trim() !== '' ? toSlug(doc.slug) : ''
  const known = chosen === '' ? await lastSlug(req, gate.slug, id) : null
  const base = chosen || known || toSlug(words) || `${gate.slug}-${id}`
  const owners = await slugOwners(req, gate.slug, base)
  // A page that stood there before the word was reserved keeps it.
  const isReserved = (slug: string): boolean => gate.reserved?.includes(slug) === true && owners.get(slug) !== id
  const isTaken = (slug: string): boolean => isReserved(slug) || (owners.has(slug) && owners.get(slug) !== id)
  if (chosen !== '' && isReserved(chosen)) issues.push(issue('SLUG_RESERVED', 'slug', { slug: chosen }))
  else if (chosen !== '' && isTaken(chosen)) issues.push(issue('SLUG_TAKEN', 'slug', { slug: chosen }))
  return chosen !== '' ? chosen : freeSlug(base, isTaken)
}

async function topicSensitivity(req: PayloadRequest, doc: Doc): Promise<(MucNhayCam | null)[]> {
  const ids = (Array.isArray(doc.chuDe) ? doc.chuDe : []).map(Number).filter(Number.isInteger)
  if (ids.length === 0) return []
  // The recorded level counts beside the working copy's: an editor cannot lower a topic for the minute he needs it low.
  const rows = await query<{ muc: MucNhayCam | null }>(
    req,
    sql`select muc_nhay_cam::text as muc from chu_de where id in ${ids}
        union all select muc_nhay_cam from ho_so where bo_suu_tap = 'chu-de' and tai_lieu in ${ids}`,
  )
  return rows.map((r) => r.muc)
}

/** Everyone whose hand was in it: the text, the pictures it shows, and the person who submits. */
async function contributorsOf(req: PayloadRequest, opened: Case, mediaIds: readonly number[]): Promise<number[]> {
  const rows =
    mediaIds.length === 0
      ? []
      : await query<{ nguoi: unknown }>(req, sql`select nguoi_dong_gop as nguoi from ho_so where bo_suu_tap = 'tu-lieu' and tai_lieu in ${[...mediaIds]}`)
  const ofMedia = rows.flatMap((r) => (Array.isArray(r.nguoi) ? r.nguoi.map(Number) : []))
  return [...new Set([...opened.hoSo.nguoiDongGop, ...(opened.hoSo.tacGia === null ? [] : [opened.hoSo.tacGia]), ...ofMedia, opened.actor.id])].sort(
    (a, b) => a - b,
  )
}

/** The same words by the same hands, waiting already: nothing new to decide, and what was decided stays decided. */
const isUnchanged = (waiting: BanTrinh, next: Omit<BanTrinh, 'id' | 'createdAt'>, approved: readonly string[]): boolean =>
  waiting.nguoiTrinh === next.nguoiTrinh &&
  waiting.noiDung === next.noiDung &&
  frameOf({ ...next, buoc: waiting.buoc }) === frameOf(waiting) &&
  sameSteps(waiting.buoc, next.buoc, approved)

/** Answers the submission that is there; the row of the log that made this state is the one to be seen from outside. */
async function standing(req: PayloadRequest, { hoSo, banTrinh }: Case): Promise<{ answer: Answer; bam: string }> {
  const { id, lan, vanTay } = banTrinh!
  const bam = await lastHashOf(req, hoSo.boSuuTap, hoSo.taiLieu)
  return { answer: { trangThai: hoSo.trangThai, banTrinh: { id, lan, vanTay }, ...(await liveSummary(req, hoSo.banDang)) }, bam }
}

async function submit(req: PayloadRequest, gate: Gate, rawId: unknown): Promise<{ answer: Answer; bam: string }> {
  const opened = await openCase(req, gate, rawId, 'trinh')
  const { actor, doc, hoSo } = opened
  const resolved = await resolveReferences(req, gate, doc)
  const { content, issues } = freeze(gate, doc, resolved.resolver)
  issues.push(...resolved.issues)
  const loai = gate.kindField ? String(content[gate.kindField] ?? '') : ''
  if (gate.slug === 'tu-lieu' && (content.tep as { loai?: string } | undefined)?.loai === 'anh' && !content.altText)
    issues.push(issue('MISSING_ALT_TEXT', 'altText'))

  const uses = await consentUses(req, gate, doc, gate.slug === 'tu-lieu' ? [] : resolved.mediaDocs)
  issues.push(...checkConsents(uses, await now(req)))
  if (gate.consents?.requiredForKinds.includes(loai) && !uses.some((u) => u.field === gate.consents!.field)) {
    issues.push(issue('MISSING_PERSON', gate.consents.field))
  }

  const title = String(content[gate.title] ?? doc.tenGoc ?? doc.filename ?? hoSo.tieuDe)
  const words = gate.slugFrom?.map((name) => content[name] ?? '').join(' ') ?? title
  const slug = await chooseSlug(req, gate, hoSo.taiLieu, doc, words, issues)
  const mucNhayCam = highest([doc.mucNhayCam as MucNhayCam, hoSo.mucNhayCam, ...(await topicSensitivity(req, doc))])
  const nguoiDongGop = await contributorsOf(req, opened, resolved.mediaIds)
  const people = await readReviewers(req)
  const quyChe = await readQuyChe(req)
  issues.push(...outboundIssues(gate.fields, content, [...quyChe.mienLienKet, req.payload.config.serverURL]))
  const chain = chainFor(quyChe.buoc, loai, mucNhayCam)
  const sameRound = hoSo.trangThai !== 'daDang' && hoSo.trangThai !== 'daGo'
  const approved = opened.verdicts.filter((v) => v.quyetDinh === 'duyet').map((v) => v.buoc)
  const passedBefore = sameRound ? [...(opened.banTrinh?.daQua ?? []), ...approved] : []
  const buoc = remainingSteps({ chain, submitter: actor, passedBefore, people, contributors: nguoiDongGop })
  const missing = stepsWithoutReviewer(buoc, people, nguoiDongGop, gate.slug)
  const motLanhDao = needsOneLeader(missing, people, quyChe.motLanhDao)
  if (!motLanhDao) issues.push(...missing.map((b) => issue('NO_APPROVER', undefined, { buoc: b.ten })))
  if (issues.length > 0) throw refuse(...issues)

  const noiDung = canonicalText({ boSuuTap: gate.slug, taiLieu: hoSo.taiLieu, slug, ...content })
  const vanTay = sha256(noiDung)
  if (hoSo.trangThai === 'daDang' && opened.banTrinh?.vanTay === vanTay) throw refuse(issue('UNCHANGED'))
  const bangChung = canonicalText({ dongY: uses.map(({ field, dongY }) => ({ field, ...dongY, kenh: [...dongY!.kenh] })) })
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
    buoc,
    daQua: chain.filter((step) => !buoc.some((b) => b.ma === step.ma)).map((step) => step.ma),
    nguoiDongGop,
    mucNhayCam,
    motLanhDao,
    tacGia: hoSo.tacGia,
    nguoiTrinh: actor.id,
    tenNguoiTrinh: actor.hoTen,
  }
  if (opened.banTrinh && opened.buocCho && isUnchanged(opened.banTrinh, next, approved)) return standing(req, opened)
  await refuseBeyondQuota(req, 'trinh', actor)
  const id = await insertBanTrinh(req, next)
  const trangThai = waitingState(buoc[0]!)
  await saveHoSo(
    req,
    { ...hoSo, trangThai, banTrinh: id, mucNhayCam, nguoiDongGop: [...new Set([...hoSo.nguoiDongGop, actor.id])], suaSauTrinh: [] },
    buoc[0]!.vaiTro,
  )
  const frozen = (await readBanTrinh(req, id))!
  const bam = await insertNhatKy(req, {
    hanhDong: 'trinh',
    nguoi: actor,
    boSuuTap: gate.slug,
    taiLieu: hoSo.taiLieu,
    // The frame too: steps and contributors are on the chain before anybody has signed them.
    chiTiet: {
      tu: hoSo.trangThai,
      den: trangThai,
      banTrinh: id,
      lan: next.lan,
      vanTay,
      vanTayKhung: frameOf(frozen),
      ...(motLanhDao ? { ngoaiLe: 'motLanhDao' } : {}),
    },
  })
  return { answer: { trangThai, banTrinh: { id, lan: next.lan, vanTay: frozen.vanTay }, ...(await liveSummary(req, hoSo.banDang)) }, bam }
}

export const trinh = (req: PayloadRequest, gate: Gate, rawId: unknown): Promise<Answer> => inTransaction(req, () => submit(req, gate, rawId))
