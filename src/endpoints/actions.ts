/** `POST /api/<slug>/:id/<action>`: thin doors to the actions. */
import type { Endpoint } from 'payload'
import { readBody } from './body.ts'
import { ACTIONS } from '../actions/index.ts'
import { Draft } from '../actions/steps/sealing.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { issue } from '../policy/issues.ts'
import { HANH_DONG, type HanhDong } from '../policy/gate/states.ts'
import { refuse } from '../messages/refusal.ts'
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

const SIGNED: readonly HanhDong[] = ['duyet', 'tra-lai', 'tu-choi', 'dang-khan']

export const actionEndpoints = (gate: Gate): Endpoint[] =>
  HANH_DONG.map((action) => ({
    path: `/:id/${action}`,
    method: 'post',
    handler: guarded(async (req) => {
      const body = await readBody(req)
      // What gives no verdict cannot be tried: it would be done.
      if (body.nhap !== undefined && !SIGNED.includes(action)) throw refuse(issue('INVALID_VALUE', 'nhap'))
      return Response.json(await tried(() => ACTIONS[action](req, gate, req.routeParams?.id, body)))
    }),
  }))
