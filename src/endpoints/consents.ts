/** `POST /api/dong-y/:id/rut`: a thin door to the withdrawal. */
import type { Endpoint } from 'payload'
import { rutDongY } from '../actions/rutDongY.ts'
import { readBody } from './body.ts'
import { guarded } from './guarded.ts'

export const consentEndpoints: Endpoint[] = [
  {
    path: '/:id/rut',
    method: 'post',
    handler: guarded(async (req) => Response.json(await rutDongY(req, req.routeParams?.id, await readBody(req)))),
  },
]
