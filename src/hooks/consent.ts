/** Rule: a consent is evidence. A withdrawal is final, and once it was relied on its person stays who it was. */
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { refuse } from '../messages/refusal.ts'
import { query, sql } from '../database/sql.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { issue } from '../policy/issues.ts'

const differs = (data: Record<string, unknown>, before: Record<string, unknown>, field: string): boolean =>
  data[field] !== undefined && (data[field] ?? null) !== (before[field] ?? null)

export const keepEvidence: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  if (operation === 'create') return data
  const before = originalDoc as Record<string, unknown>
  if (before.thuHoiLuc && differs(data, before, 'thuHoiLuc')) throw refuse(issue('CONSENT_KEPT', 'thuHoiLuc'))
  const renamed = ['hoTen', 'namSinh'].find((field) => differs(data, before, field))
  if (!renamed) return data
  const used = await query(
    req,
    sql`select 1 from ban_trinh where bang_chung::jsonb @> ${JSON.stringify({ dongY: [{ id: Number(before.id) }] })}::jsonb limit 1`,
  )
  if (used.length > 0) throw refuse(issue('CONSENT_KEPT', renamed))
  return data
}

export const logWithdrawal: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation === 'update' && doc.thuHoiLuc && !previousDoc.thuHoiLuc) {
    await insertNhatKy(req, {
      hanhDong: 'rut-dong-y',
      nguoi: actorOf(req),
      boSuuTap: 'dong-y',
      taiLieu: Number(doc.id),
      chiTiet: { luc: String(doc.thuHoiLuc) },
    })
  }
  return doc
}
