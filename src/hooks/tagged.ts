/** Rule: nobody is tagged in a picture who has withdrawn; and a withdrawal that is under way waits for the tag, then finds it. */
import type { CollectionBeforeChangeHook } from 'payload'
import { readConsents } from '../facts/consents.ts'
import { refuse } from '../messages/refusal.ts'
import { idsOf } from '../policy/ids.ts'
import { issue } from '../policy/issues.ts'

export const agreedStill: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const before = idsOf(originalDoc?.nguoiXuatHien ?? null)
  const added = idsOf(data.nguoiXuatHien ?? null).filter((id) => !before.includes(id))
  const consents = await readConsents(req, added)
  const gone = added.map((id) => consents.get(id)).filter((one) => one !== undefined && one.thuHoiLuc !== null)
  if (gone.length > 0) throw refuse(...gone.map((one) => issue('MISSING_CONSENT', 'nguoiXuatHien', { who: one!.hoTen, vi: 'rut' })))
  return data
}
