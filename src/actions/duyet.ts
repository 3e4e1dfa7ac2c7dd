/** duyet (approve one step): the last step also publishes, unless the regulation keeps that for later. */
import type { PayloadRequest } from 'payload'
import { now } from '../database/clock.ts'
import { refuse } from '../messages/refusal.ts'
import { checkAnswers, pointsFor } from '../policy/gate/checklist.ts'
import { textIssues } from '../policy/gate/freeze.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { hourOf } from '../policy/time/hanoi.ts'
import { issue } from '../policy/issues.ts'
import { checkSchedule } from '../policy/time/schedule.ts'
import { isEditor } from '../policy/people/roles.ts'
import { waitingState, waitsFor } from '../policy/gate/steps.ts'
import { openCase, type Answer } from './case.ts'
import { embargoOf } from '../facts/work.ts'
import { readQuyChe } from '../facts/quyChe.ts'
import { publish, summary } from './publish.ts'
import { schedule } from './henGio.ts'
import { liveSummary, openEmergency } from '../record/banDang.ts'
import { saveHoSo } from '../record/hoSo.ts'
import { insertNhatKy, type NhatKy } from '../record/nhatKy.ts'
import { inTransaction } from './transaction.ts'
import { giveVerdict, inLog, MAX_REASON, submissionRead, type Body } from './verdict.ts'

async function approve(req: PayloadRequest, gate: Gate, rawId: unknown, body: Body): Promise<{ answer: Answer; bam: string }> {
  const opened = await openCase(req, gate, rawId, 'duyet')
  const banTrinh = submissionRead(opened, body)
  const quyChe = await readQuyChe(req)
  const { issues, answers } = checkAnswers(pointsFor(quyChe.kiemTra, banTrinh), body.kiemTra)
  const yKien = typeof body.yKien === 'string' ? body.yKien.trim() : ''
  if ([...yKien].length > MAX_REASON) issues.push(issue('TOO_LONG', 'yKien', { max: MAX_REASON }))
  issues.push(...textIssues(yKien, 'yKien'))
  const at = banTrinh.buoc.findIndex((b) => b.ma === opened.buocCho?.ma)
  const next = banTrinh.buoc[at + 1] ?? null
  const khan = next === null ? await openEmergency(req, banTrinh.id) : null
  const wanted = body.henGio === undefined || body.henGio === null || body.henGio === '' ? null : checkSchedule(body.henGio, await now(req), 'henGio')
  // Only the last approval sets an hour, and what readers already see in an emergency is not put off.
  // Whoever sets an hour must be one who may publish: at the hour he is asked again.
  if (wanted !== null && !isEditor(opened.actor)) throw refuse(issue('FORBIDDEN', 'henGio'))
  if (wanted !== null && (next !== null || khan !== null)) issues.push(issue('SCHEDULE_TIME', 'henGio'))
  else if (wanted?.issue) issues.push(wanted.issue)
  if (issues.length > 0) throw refuse(...issues)

  const given = await giveVerdict(
    req,
    opened,
    { quyetDinh: 'duyet', lyDo: yKien, kiemTra: answers, phienBanKiemTra: quyChe.phienBanKiemTra, henGio: wanted?.luc ?? null },
    body,
  )
  const trangThai = next ? waitingState(next) : 'daDuyet'
  await saveHoSo(req, { ...opened.hoSo, trangThai }, waitsFor(next, [...opened.facts.daDuyet, opened.actor.id]))
  const row: NhatKy = {
    hanhDong: 'duyet',
    nguoi: opened.actor,
    boSuuTap: gate.slug,
    taiLieu: opened.hoSo.taiLieu,
    chiTiet: { tu: opened.hoSo.trangThai, den: trangThai, buoc: opened.buocCho!.ma, banTrinh: banTrinh.id, vanTay: banTrinh.vanTay, ...inLog(given) },
  }
  // Rule: an embargo is no verdict's to break; an emergency that stands already is past it.
  const embargo = next === null && khan === null ? await embargoOf(req, gate.slug, opened.hoSo.taiLieu) : null
  if (embargo !== null && wanted?.luc && Date.parse(wanted.luc) < Date.parse(embargo)) throw refuse(issue('EMBARGO', 'henGio', { luc: hourOf(embargo) }))
  const hour = wanted?.luc ?? (quyChe.dangNgay ? embargo : null)
  if (hour) return schedule(req, opened, hour, row)
  if (next === null && (quyChe.dangNgay || khan)) return publish(req, opened, { before: row })
  const bam = await insertNhatKy(req, row)
  return { answer: { trangThai, banTrinh: summary(banTrinh), ...(await liveSummary(req, opened.hoSo.banDang)) }, bam }
}

export const duyet = (req: PayloadRequest, gate: Gate, rawId: unknown, body: Body): Promise<Answer> => inTransaction(req, () => approve(req, gate, rawId, body))
