/**
 * Publishes what was scheduled, at its hour. What is due stands in the database, so a restart loses nothing and two
 * processes do nothing twice: each takes the file's lock and looks again.
 */
import { createLocalReq, type Payload } from 'payload'
import { issuesOf, Refusal } from '../messages/refusal.ts'
import { queryOutside, sql } from '../database/sql.ts'
import { dangTheoHen, hoanHenGio } from '../actions/henGio.ts'
import { statusOf } from '../policy/issues.ts'
import { gateOf } from '../runtime.ts'
import { failedJob, wentWell } from './told.ts'

type Due = { bo_suu_tap: string; tai_lieu: number; nguoi_hen_gio: number | null }

async function publishOne(payload: Payload, due: Due): Promise<void> {
  const gate = gateOf(payload, due.bo_suu_tap)
  const id = Number(due.tai_lieu)
  // overrideAccess: whose schedule it is; what he may do now is asked by the action itself.
  const user = await payload.findByID({ collection: 'nguoi-dung', id: Number(due.nguoi_hen_gio ?? 0), overrideAccess: true, disableErrors: true })
  try {
    await dangTheoHen(await createLocalReq(user ? { user: { ...user, collection: 'nguoi-dung' } } : {}, payload), gate, id)
  } catch (error) {
    // What the wall of the database refuses stops it like any refusal; a database that is away is no verdict and is tried again.
    const issues = issuesOf(error)
    if (!issues || statusOf(issues) === 503) throw error
    await hoanHenGio(await createLocalReq({}, payload), gate, id, issues[0]!.code).catch((again: unknown) => {
      if (!(again instanceof Refusal)) throw again
    })
  }
}

/** Publishes everything whose hour has come; answers how many were due. */
export async function runSchedule(payload: Payload): Promise<number> {
  const due = await queryOutside<Due>(
    payload,
    sql`select bo_suu_tap, tai_lieu, nguoi_hen_gio from ho_so where trang_thai = 'henGio' and hen_gio_luc <= ct_nay() order by hen_gio_luc limit 100`,
  )
  for (const one of due) {
    await publishOne(payload, one).catch(failedJob(payload, `schedule ${one.bo_suu_tap} ${one.tai_lieu}`))
  }
  return due.length
}

/** Looks every few seconds; the returned function stops it. */
export function watchSchedule(payload: Payload, everyMs = 3000): () => void {
  let running = false
  const timer = setInterval(() => {
    if (running) return
    running = true
    void runSchedule(payload)
      .then(() => wentWell(payload, 'schedule'), failedJob(payload, 'schedule'))
      .finally(() => (running = false))
  }, everyMs)
  return () => clearInterval(timer)
}
