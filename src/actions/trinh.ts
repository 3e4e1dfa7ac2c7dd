/** trinh (submit): freezes the working copy as a new submission, which supersedes the one before for ever. */
import type { PayloadRequest } from 'payload'
import { refuseBeyondQuota } from '../facts/written.ts'
import { refuse } from '../messages/refusal.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { sameSteps, waitingState, waitsFor } from '../policy/gate/steps.ts'
import { frameOf, insertBanTrinh, readBanTrinh, type BanTrinh } from '../record/banTrinh.ts'
import { liveSummary } from '../record/banDang.ts'
import { saveHoSo } from '../record/hoSo.ts'
import { insertNhatKy, lastHashOf } from '../record/nhatKy.ts'
import { openCase, type Answer, type Case } from './case.ts'
import { approvedIn, prepare, type Next } from './steps/prepare.ts'
import { inTransaction } from './transaction.ts'

type Done = { answer: Answer; bam: string }

/** The same words by the same hands, waiting already: nothing new to decide, and what was decided stays decided. */
const isUnchanged = (waiting: BanTrinh, next: Next, approved: readonly string[]): boolean =>
  waiting.nguoiTrinh === next.nguoiTrinh &&
  waiting.noiDung === next.noiDung &&
  frameOf({ ...next, buoc: waiting.buoc }) === frameOf(waiting) &&
  sameSteps(waiting.buoc, next.buoc, approved)

/** Answers the submission that is there; the row of the log that made this state is the one to be seen from outside. */
async function standing(req: PayloadRequest, { hoSo, banTrinh }: Case): Promise<Done> {
  const { id, lan, vanTay } = banTrinh!
  const bam = await lastHashOf(req, hoSo.boSuuTap, hoSo.taiLieu)
  return { answer: { trangThai: hoSo.trangThai, banTrinh: { id, lan, vanTay }, ...(await liveSummary(req, hoSo.banDang)) }, bam }
}

/** The submission, the file that waits for its first step, and the row of the log. */
async function write(req: PayloadRequest, { actor, hoSo }: Case, next: Next): Promise<Done> {
  const id = await insertBanTrinh(req, next)
  const [first] = next.buoc
  const trangThai = waitingState(first!)
  const nguoiDongGop = [...new Set([...hoSo.nguoiDongGop, actor.id])]
  await saveHoSo(req, { ...hoSo, trangThai, banTrinh: id, mucNhayCam: next.mucNhayCam, nguoiDongGop, suaSauTrinh: [] }, waitsFor(first!))
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
    },
  })
  return { answer: { trangThai, banTrinh: { id, lan: next.lan, vanTay: frozen.vanTay }, ...(await liveSummary(req, hoSo.banDang)) }, bam }
}

async function submit(req: PayloadRequest, gate: Gate, rawId: unknown): Promise<Done> {
  const opened = await openCase(req, gate, rawId, 'trinh')
  const { issues, next } = await prepare(req, gate, opened)
  if (!next) throw refuse(...issues)
  if (opened.banTrinh && opened.buocCho && isUnchanged(opened.banTrinh, next, approvedIn(opened))) return standing(req, opened)
  await refuseBeyondQuota(req, 'trinh', opened.actor)
  return write(req, opened, next)
}

export const trinh = (req: PayloadRequest, gate: Gate, rawId: unknown): Promise<Answer> => inTransaction(req, () => submit(req, gate, rawId))
