/** trinh (submit): freezes the working copy as a new submission, which supersedes the one before for ever. */
import type { PayloadRequest } from 'payload'
import { refuseBeyondQuota } from '../facts/written.ts'
import { refuse } from '../messages/refusal.ts'
import type { Member } from '../policy/gate/bundle.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { sameSteps, waitingState, waitsFor } from '../policy/gate/steps.ts'
import { frameOf, insertBanTrinh, readBanTrinh, type BanTrinh } from '../record/banTrinh.ts'
import { liveSummary } from '../record/banDang.ts'
import { saveHoSo } from '../record/hoSo.ts'
import { keepSubmittedCopy } from '../record/banLuu.ts'
import { insertNhatKy, lastHashOf } from '../record/nhatKy.ts'
import { openCase, type Answer, type Case } from './case.ts'
import { mustBeLatest } from './steps/basedOn.ts'
import { putInBundle, type Within } from './steps/bundled.ts'
import { approvedIn, prepare, type Next } from './steps/prepare.ts'
import { inTransaction } from './transaction.ts'

/** `goi`: the bundle it was put in. */
type Done = { answer: Answer; bam: string; goi: number | null }

/** The same words by the same hands, waiting already: nothing new to decide, and what was decided stays decided. */
const isUnchanged = (waiting: BanTrinh, next: Next, approved: readonly string[]): boolean =>
  waiting.nguoiTrinh === next.nguoiTrinh &&
  waiting.noiDung === next.noiDung &&
  frameOf({ ...next, buoc: waiting.buoc }) === frameOf(waiting) &&
  sameSteps(waiting.buoc, next.buoc, approved)

/** Answers the submission that is there; the row of the log that made this state is the one to be seen from outside. */
async function standing(req: PayloadRequest, opened: Case, within: Within | null): Promise<Done> {
  const { hoSo, banTrinh } = opened
  const { id, lan, vanTay } = banTrinh!
  const goi = within && (await putInBundle(req, within, opened, id))
  const bam = await lastHashOf(req, hoSo.boSuuTap, hoSo.taiLieu)
  return { answer: { trangThai: hoSo.trangThai, banTrinh: { id, lan, vanTay }, ...(await liveSummary(req, hoSo.banDang)) }, bam, goi }
}

/** The submission, the file that waits for its first step, and the row of the log. */
async function write(req: PayloadRequest, opened: Case, next: Next, within: Within | null): Promise<Done> {
  const { actor, hoSo } = opened
  const id = await insertBanTrinh(req, next)
  const goi = within && (await putInBundle(req, within, opened, id))
  const [first] = next.buoc
  const trangThai = waitingState(first!)
  const nguoiDongGop = [...new Set([...hoSo.nguoiDongGop, actor.id])]
  await saveHoSo(req, { ...hoSo, trangThai, banTrinh: id, mucNhayCam: next.mucNhayCam, nguoiDongGop, suaSauTrinh: [] }, waitsFor(first!))
  await keepSubmittedCopy(req, hoSo, id)
  const frozen = (await readBanTrinh(req, id))!
  const bam = await insertNhatKy(req, {
    hanhDong: 'trinh',
    nguoi: actor,
    boSuuTap: next.boSuuTap,
    taiLieu: next.taiLieu,
    // The frame too: steps and contributors are on the chain before anybody has signed them.
    chiTiet: {
      tu: hoSo.trangThai,
      den: trangThai,
      banTrinh: id,
      lan: next.lan,
      vanTay: next.vanTay,
      vanTayKhung: frameOf(frozen),
      ...(next.motLanhDao ? { ngoaiLe: 'motLanhDao' } : {}),
      ...(goi === null ? {} : { goi }),
    },
  })
  return { answer: { trangThai, banTrinh: { id, lan: next.lan, vanTay: frozen.vanTay }, ...(await liveSummary(req, hoSo.banDang)) }, bam, goi }
}

type How = { body: Record<string, unknown>; within: Within | null }

async function submit(req: PayloadRequest, gate: Gate, rawId: unknown, { body, within }: How): Promise<Done> {
  const opened = await openCase(req, gate, rawId, 'trinh')
  // What is frozen is what stood on the submitter's screen.
  await mustBeLatest(req, opened.hoSo, body.phienBan, () => Promise.resolve(opened.doc))
  const { issues, next } = await prepare(req, gate, opened, within)
  if (!next) throw refuse(...issues)
  if (opened.banTrinh && opened.buocCho && isUnchanged(opened.banTrinh, next, approvedIn(opened))) return standing(req, opened, within)
  await refuseBeyondQuota(req, 'trinh', opened.actor)
  return write(req, opened, next, within)
}

export const trinh = (req: PayloadRequest, gate: Gate, rawId: unknown, body: Record<string, unknown> = {}): Promise<Answer> =>
  inTransaction(req, () => submit(req, gate, rawId, { body, within: null }))

/** As a member of a bundle; answers the bundle and the submission. */
export const trinhTrongGoi = (req: PayloadRequest, gate: Gate, { taiLieu, phienBan }: Member, within: Within): Promise<{ goi: number; banTrinh: number }> =>
  inTransaction(req, async () => {
    const { answer, bam, goi } = await submit(req, gate, taiLieu, { body: phienBan === undefined ? {} : { phienBan }, within })
    return { answer: { goi: goi!, banTrinh: answer.banTrinh!.id }, bam }
  })
