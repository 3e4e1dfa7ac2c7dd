/** `POST /api/<slug>/:id/<action>`: thin doors to the actions. */
import type { Endpoint, PayloadRequest } from 'payload'
import { readBody } from '../access/body.ts'
import { issuesOf, refusalResponse } from '../access/refusal.ts'
import { ACTIONS, type Action } from '../actions/index.ts'
import type { Gate } from '../policy/gates/index.ts'
import { HANH_DONG } from '../policy/states.ts'

const answer = async (req: PayloadRequest, gate: Gate, action: Action): Promise<Response> => {
  try {
    return Response.json(await action(req, gate, req.routeParams?.id, await readBody(req)))
  } catch (error) {
    const refused = issuesOf(error)
    if (refused === null) throw error
    return refusalResponse(refused, req)
  }
}

export const actionEndpoints = (gate: Gate): Endpoint[] =>
  HANH_DONG.map((action) => ({
    path: `/:id/${action}`,
    method: 'post',
    handler: (req) => answer(req, gate, ACTIONS[action]),
  }))
