/**
 * rut (withdraw a consent): everything that names or shows the person leaves the site in the same transaction. Whoever recorded
 * the consent, reception, office and approvers may; the consent and the log say who did and why.
 */
import type { PayloadRequest } from 'payload'
import { now } from '../database/clock.ts'
import { actorOf } from '../facts/actor.ts'
import { issuesOf, refuse } from '../messages/refusal.ts'
import { textIssues } from '../policy/gate/freeze.ts'
import { issue } from '../policy/issues.ts'
import { parseId } from './case.ts'
import { ENDED, LY_DO_RUT, type Ended } from './steps/endUses.ts'
import { inTransaction } from './transaction.ts'
import { reasonOf, type Body } from './verdict.ts'

export type Withdrawn = { goNgay: { boSuuTap: string; taiLieu: number; slug: string }[] }

/** A story of this person went live at the very moment: asked anew, so often. */
const TRIES = 5

async function once(req: PayloadRequest, id: number, lyDo: string): Promise<Withdrawn> {
  return inTransaction(req, async () => {
    Object.assign(req.context, { [LY_DO_RUT]: lyDo, [ENDED]: undefined })
    const thuHoiLuc = await now(req)
    const done = await req.payload.update({ collection: 'dong-y', id, data: { thuHoiLuc }, depth: 0, overrideAccess: false, disableTransaction: true, req })
    if (!done) throw refuse(issue('NOT_FOUND'))
    const { uses, bam } = req.context[ENDED] as Required<Ended>
    return { answer: { goNgay: uses.map(({ boSuuTap, taiLieu, slug }) => ({ boSuuTap, taiLieu, slug })) }, bam }
  })
}

export async function rutDongY(req: PayloadRequest, rawId: unknown, body: Body): Promise<Withdrawn> {
  if (!actorOf(req)) throw refuse(issue('UNAUTHENTICATED'))
  const id = parseId(rawId)
  // overrideAccess: false, so whoever may not read it learns nothing of it.
  const known = id !== null && (await req.payload.findByID({ collection: 'dong-y', id, depth: 0, overrideAccess: false, disableErrors: true, req }))
  if (!known) throw refuse(issue('NOT_FOUND'))
  if (known.thuHoiLuc) throw refuse(issue('CONSENT_KEPT', 'thuHoiLuc'))
  if (typeof body.lyDo !== 'string' || body.lyDo.trim() === '') throw refuse(issue('MISSING_FIELD', 'lyDo'))
  const lyDo = reasonOf(body)
  const wrong = textIssues(lyDo, 'lyDo')
  if (wrong.length > 0) throw refuse(...wrong)
  for (let tried = 1; ; tried += 1) {
    try {
      return await once(req, id, lyDo)
    } catch (error) {
      if (tried === TRIES || !issuesOf(error)?.some(({ code }) => code === 'MEANWHILE')) throw error
    }
  }
}
