/**
 * Reminds whoever owes something in this month, on the days the regulation sets. A step of a month is claimed in the transaction that writes
 * its notices: of two processes one tells, and what was told is never told again. Mail goes with the other notices, one a person.
 */
import { commitTransaction, createLocalReq, initTransaction, killTransaction, type Payload, type PayloadRequest } from 'payload'
import { now } from '../database/clock.ts'
import { query, sql } from '../database/sql.ts'
import { hasPost } from '../facts/mail.ts'
import { ownersOf } from '../facts/plan/owners.ts'
import { planOf } from '../facts/plan/plan.ts'
import { resultsOf } from '../facts/plan/results.ts'
import { readQuyChe } from '../facts/quyChe.ts'
import { owedByQuota, whomToRemind } from '../ledger/owed.ts'
import { keepNotices } from '../notices/store.ts'
import { monthInYear } from '../policy/plan/months.ts'
import { remindersFor, stepDue, type No } from '../policy/reminders/steps.ts'
import { dayOf, HANOI } from '../policy/time/hanoi.ts'
import { monthOf, schoolYearOf } from '../policy/time/schoolYear.ts'
import { failedJob, wentWell } from './told.ts'

/** Nobody is woken. */
const FROM_HOUR = 7
const TO_HOUR = 20

async function owedByPlan(req: PayloadRequest, at: number): Promise<No[]> {
  const plan = await planOf(req, schoolYearOf(at))
  if (!plan) return []
  const month = monthOf(at)
  const due = plan.dong.filter(({ thang }) => thang.some((one) => monthInYear(one, plan.namHoc) === month))
  const results = await resultsOf(req, { ...plan, dong: due })
  const { people, units } = await ownersOf(req)
  const [here, open] = [new Set(people.filter(({ mo }) => mo).map(({ id }) => id)), new Set(units.filter(({ mo }) => mo).map(({ id }) => id))]
  return due
    .filter(({ ma }) => !results.get(ma)?.live.length)
    .map(({ ma, noiDung, nguoi, donVi }): No => ({ khoa: `ke-hoach/${ma}`, loai: 'nhacKeHoach', chu: `tháng ${Number(month.slice(5))} chưa có tin về “${noiDung}”`, dan: `/lam-viec/ke-hoach/${ma}`, nguoi: nguoi.filter((id) => here.has(id)), donVi: donVi.filter((id) => open.has(id)) })) // prettier-ignore
}

/** Answers how many were told. */
export async function remindOnce(payload: Payload): Promise<number> {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    const at = Date.parse(await now(req))
    const hour = new Date(at + HANOI).getUTCHours()
    const { chiTieu, nhacViec, ngayNghi } = await readQuyChe(req)
    const bac = hour < FROM_HOUR || hour >= TO_HOUR ? null : stepDue(nhacViec, dayOf(at), ngayNghi)
    const month = monthOf(at)
    const claimed =
      bac === null ? [] : await query(req, sql`insert into nhac_viec (thang, bac, so) values (${month}, ${bac}, 0) on conflict do nothing returning thang`)
    if (bac === null || claimed.length === 0) {
      await commitTransaction(req)
      return 0
    }
    const owed = [...(await owedByQuota(req, chiTieu, month)), ...(await owedByPlan(req, at))]
    const told = remindersFor(bac, month, owed, await whomToRemind(req))
    const notices = told.map(({ nguoi, khoa, loai, chu, dan }) => ({ nguoi, khoa: khoa.slice(0, 200), loai, tieuDe: chu, loi: '', dan, banTrinh: null }))
    await keepNotices(req, notices, 0, at, hasPost(payload))
    await query(req, sql`update nhac_viec set so = ${told.length} where thang = ${month} and bac = ${bac}`)
    await commitTransaction(req)
    return told.length
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/** Looks every ten minutes; the returned function stops it. */
export function watchReminders(payload: Payload, everyMs = 600_000): () => void {
  let running = false
  const look = (): void => {
    if (running) return
    running = true
    void remindOnce(payload)
      .then(() => wentWell(payload, 'reminders'), failedJob(payload, 'reminders'))
      .finally(() => (running = false))
  }
  const timer = setInterval(look, everyMs)
  const first = setTimeout(look, Math.min(everyMs, 60_000))
  return () => {
    clearInterval(timer)
    clearTimeout(first)
  }
}
