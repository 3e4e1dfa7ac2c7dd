import type { Endpoint } from 'payload'
import { issuesOf, refusalResponse } from '../access/refusal.ts'
import { optionsFor } from '../actions/options.ts'
import type { Gate } from '../policy/gates/index.ts'

/** `GET /api/<slug>/:id/viec`: what the panel's buttons show. */
export const optionsEndpoint = (gate: Gate): Endpoint => ({
  path: '/:id/viec',
  method: 'get',
  handler: async (req) => {
    try {
      return Response.json(await optionsFor(req, gate, req.routeParams?.id))
    } catch (error) {
      const refused = issuesOf(error)
      if (refused === null) throw error
      return refusalResponse(refused, req)
    }
  },
})
