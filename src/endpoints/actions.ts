/** `POST /api/<slug>/:id/<action>`: thin doors to the actions. */
import type { Endpoint } from 'payload'
import { readBody } from './body.ts'
import { ACTIONS } from '../actions/index.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { HANH_DONG } from '../policy/gate/states.ts'
import { guarded } from './guarded.ts'

export const actionEndpoints = (gate: Gate): Endpoint[] =>
  HANH_DONG.map((action) => ({
    path: `/:id/${action}`,
    method: 'post',
    handler: guarded(async (req) => Response.json(await ACTIONS[action](req, gate, req.routeParams?.id, await readBody(req)))),
  }))
