import type { Endpoint } from 'payload'
import { parseId } from '../actions/case.ts'
import { refuse } from '../messages/refusal.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { issue } from '../policy/issues.ts'
import { readHistory } from '../record/banLuu.ts'
import { guarded } from './guarded.ts'

const MOST = 300

/** `GET /api/<slug>/:id/lich-su`: the copies a person can go back to, whose and of when; for whoever may read the document. */
export const historyEndpoint = (gate: Gate): Endpoint => ({
  path: '/:id/lich-su',
  method: 'get',
  handler: guarded(async (req) => {
    if (!req.user) throw refuse(issue('UNAUTHENTICATED'))
    const id = parseId(req.routeParams?.id)
    const collection = gate.slug as 'tin-bai'
    const doc = id === null ? null : await req.payload.findByID({ collection, id, depth: 0, overrideAccess: false, disableErrors: true, req })
    if (id === null || !doc) throw refuse(issue('NOT_FOUND'))
    return Response.json({ ban: await readHistory(req, gate.slug, id, MOST) })
  }),
})
