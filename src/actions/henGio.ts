/** hen-gio (schedule): an approved submission goes live at its hour, if everything it rests on still holds then. */
import type { PayloadRequest } from 'payload'
import { now } from '../database/clock.ts'
import { embargoOf } from '../facts/work.ts'
import { refuse } from '../messages/refusal.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { hourOf } from '../policy/time/hanoi.ts'
import { issue, type IssueCode } from '../policy/issues.ts'
import { checkSchedule } from '../policy/time/schedule.ts'
import { openCase, type Answer, type Case } from './case.ts'
import { mustBePublishable, publish, summary } from './publish.ts'
import { liveSummary } from '../record/banDang.ts'
import { lockHoSo, saveHoSo, type HoSo } from '../record/hoSo.ts'
import { insertNhatKy, type NhatKy } from '../record/nhatKy.ts'
import { refuseUnderEmbargo } from './steps/embargo.ts'
import { inTransaction } from './transaction.ts'
import type { Body } from './verdict.ts'

export async function schedule(req: PayloadRequest, opened: Case, luc: string, before?: NhatKy): Promise<{ answer: Answer; bam: string }> {
  const { hoSo, actor } = opened
  const banTrinh = await mustBePublishable(req, opened)
  await saveHoSo(req, { ...hoSo, trangThai: 'henGio', henGioLuc: luc, nguoiHenGio: actor.id }, null)
  if (before) await insertNhatKy(req, before)
  const bam = await insertNhatKy(req, {
    hanhDong: 'hen-gio',
    nguoi: actor,
    boSuuTap: hoSo.boSuuTap,
    taiLieu: hoSo.taiLieu,
    chiTiet: { tu: hoSo.trangThai === 'henGio' ? 'henGio' : 'daDuyet', den: 'henGio', banTrinh: banTrinh.id, vanTay: banTrinh.vanTay, luc },
  })
  return { answer: { trangThai: 'henGio', banTrinh: summary(banTrinh), ...(await liveSummary(req, hoSo.banDang)) }, bam }
}

export const henGio = (req: PayloadRequest, gate: Gate, rawId: unknown, body: Body): Promise<Answer> =>
  inTransaction(req, async () => {
    const opened = await openCase(req, gate, rawId, 'hen-gio')
    const wanted = checkSchedule(body.luc, await now(req), 'luc')
    if (wanted.issue) throw refuse(wanted.issue)
    const embargo = await embargoOf(req, gate.slug, opened.hoSo.taiLieu)
    if (embargo !== null && Date.parse(wanted.luc) < Date.parse(embargo)) throw refuse(issue('EMBARGO', 'luc', { luc: hourOf(embargo) }))
    return schedule(req, opened, wanted.luc)
  })

const isDue = async (req: PayloadRequest, hoSo: HoSo): Promise<boolean> =>
  hoSo.trangThai === 'henGio' && hoSo.henGioLuc !== null && Date.parse(hoSo.henGioLuc) <= Date.parse(await now(req))

/** The hour has come. `req` is a request of the person who set it: an authority lost meanwhile stops it here. */
export const dangTheoHen = (req: PayloadRequest, gate: Gate, taiLieu: number): Promise<Answer> =>
  inTransaction(req, async () => {
    const opened = await openCase(req, gate, taiLieu, 'dang')
    await refuseUnderEmbargo(req, opened)
    if (!(await isDue(req, opened.hoSo))) throw refuse(issue('WRONG_STATE', undefined, { trangThai: opened.hoSo.trangThai }))
    return publish(req, opened, { theoHen: true })
  })

/** A schedule that was refused at its hour: approved again as before, with the reason for the office to see. */
export const hoanHenGio = (req: PayloadRequest, gate: Gate, taiLieu: number, code: IssueCode): Promise<null> =>
  inTransaction(req, async () => {
    const hoSo = await lockHoSo(req, gate.slug, taiLieu)
    if (!hoSo || !(await isDue(req, hoSo))) throw refuse(issue('WRONG_STATE'))
    await saveHoSo(req, { ...hoSo, trangThai: 'daDuyet', loiHenGio: code }, null)
    const bam = await insertNhatKy(req, {
      hanhDong: 'hen-gio-hong',
      nguoi: null,
      boSuuTap: gate.slug,
      taiLieu,
      chiTiet: { tu: 'henGio', den: 'daDuyet', banTrinh: hoSo.banTrinh, lyDo: code },
    })
    return { answer: null, bam }
  })
