/**
 * Rule: a consent is evidence. A withdrawal is final and takes every use off the site in the same transaction; once it was
 * relied on its person stays who it was, what was left open may be filled in once, and what it covers grows, never shrinks.
 */
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { ENDED, endUses, LY_DO_RUT, type Ended } from '../actions/steps/endUses.ts'
import { isReliedOn } from '../facts/consentLive.ts'
import { actorOf } from '../facts/actor.ts'
import { refuse } from '../messages/refusal.ts'
import { now } from '../database/clock.ts'
import { query, sql } from '../database/sql.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { issue } from '../policy/issues.ts'
import { narrows } from '../policy/people/consentChange.ts'

type Data = Record<string, unknown>
const differs = (data: Data, before: Data, field: string): boolean => data[field] !== undefined && (data[field] ?? null) !== (before[field] ?? null)

/** Not said yet. */
const isOpen = (value: unknown): boolean => value === null || value === undefined || value === ''

export const keepEvidence: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  if (operation === 'create') return data
  const before = originalDoc as Data
  const id = Number(before.id)
  if (before.thuHoiLuc && differs(data, before, 'thuHoiLuc')) throw refuse(issue('CONSENT_KEPT', 'thuHoiLuc'))
  const renamed = ['hoTen', 'namSinh', 'chinhChu', 'nguoiDamHo'].find((field) => differs(data, before, field) && !isOpen(before[field]))
  const narrowed = narrows(data, before)
  if ((renamed || narrowed) && (await isReliedOn(req, id))) throw refuse(renamed ? issue('CONSENT_KEPT', renamed) : issue('CONSENT_WITHDRAW', narrowed!))
  if (!data.thuHoiLuc || before.thuHoiLuc) return data
  // Files before the consent: the order in which a publication takes them.
  req.context[ENDED] = await endUses(req, id)
  // By the database's clock: a day somebody types decides nothing.
  return { ...data, thuHoiLuc: await now(req) }
}

export const logWithdrawal: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation !== 'update' || !doc.thuHoiLuc || previousDoc.thuHoiLuc) return doc
  const { rows } = req.context[ENDED] as Ended
  const lyDo = req.context[LY_DO_RUT]
  // What a family said stays in the house: the log's copies leave it.
  if (typeof lyDo === 'string') await query(req, sql`update dong_y set ly_do_rut = ${lyDo} where id = ${Number(doc.id)}`)
  let bam = await insertNhatKy(req, {
    hanhDong: 'rut-dong-y',
    nguoi: actorOf(req),
    boSuuTap: 'dong-y',
    taiLieu: Number(doc.id),
    chiTiet: { luc: String(doc.thuHoiLuc), so: rows.length },
  })
  for (const row of rows) bam = await insertNhatKy(req, row)
  req.context[ENDED] = { ...(req.context[ENDED] as Ended), bam }
  return doc
}
