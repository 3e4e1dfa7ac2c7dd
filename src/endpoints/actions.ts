/** `POST /api/<slug>/:id/<action>`: thin doors to the actions. */
import type { Endpoint } from 'payload'
import { readBody } from './body.ts'
import { ACTIONS } from '../actions/index.ts'
import { Draft } from '../actions/steps/sealing.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { HANH_DONG } from '../policy/gate/states.ts'
import { guarded } from './guarded.ts'

/** A decision that was only tried (`nhap`) answers with the text a device is to sign, its hour and the row of the log before it. */
async function tried(work: () => Promise<object>): Promise<object> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Draft) return { vanBan: error.text, luc: error.seal.luc, sau: error.seal.sau }
    throw error
  }
}

export const actionEndpoints = (gate: Gate): Endpoint[] =>
  HANH_DONG.map((action) => ({
    path: `/:id/${action}`,
    method: 'post',
    handler: guarded(async (req) => Response.json(await tried(async () => ACTIONS[action](req, gate, req.routeParams?.id, await readBody(req))))),
  }))
