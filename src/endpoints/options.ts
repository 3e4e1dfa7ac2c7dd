import type { Endpoint } from 'payload'
import { optionsFor } from '../actions/options.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { guarded } from './guarded.ts'

/** `GET /api/<slug>/:id/viec`: what the panel's buttons show. */
export const optionsEndpoint = (gate: Gate): Endpoint => ({
  path: '/:id/viec',
  method: 'get',
  handler: guarded(async (req) => Response.json(await optionsFor(req, gate, req.routeParams?.id))),
})
