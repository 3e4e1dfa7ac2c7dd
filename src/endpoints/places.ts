import type { Endpoint } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { placesOf } from '../facts/places.ts'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { guarded } from './guarded.ts'

/** `GET /api/cai-dat/noi-den`: what an entry of the menu is chosen from. */
export const placesEndpoint: Endpoint = {
  path: '/noi-den',
  method: 'get',
  handler: guarded(async (req) => {
    if (!actorOf(req)) throw refuse(issue('UNAUTHENTICATED'))
    return Response.json({ nhom: await placesOf(req) })
  }),
}
