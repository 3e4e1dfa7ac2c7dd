/**
 * `POST /api/<slug>/access/:id`: what the panel's form asks, for documents this person may read. Payload's own answers
 * "nothing" for a document that is there and 404 for one that is not, which tells anybody what exists.
 */
import { docAccessOperation, type CollectionSlug, type Endpoint } from 'payload'
import { refuse } from '../messages/refusal.ts'
import { refusedOnly } from '../policy/failures/kind.ts'
import { issue } from '../policy/issues.ts'
import { parseId } from '../actions/case.ts'
import { guarded } from './guarded.ts'

export const permissionsEndpoint = (slug: string): Endpoint => ({
  path: '/access/:id',
  method: 'post',
  handler: guarded(async (req) => {
    if (!req.user) throw refuse(issue('UNAUTHENTICATED'))
    const id = parseId(req.routeParams?.id)
    const collection = slug as CollectionSlug
    const found = id === null ? null : await req.payload.findByID({ collection, id, depth: 0, overrideAccess: false, req }).catch(refusedOnly)
    const known = req.payload.collections[collection]
    if (id === null || !found || !known) throw refuse(issue('NOT_FOUND'))
    return Response.json(await docAccessOperation({ collection: known, id, req }))
  }),
})
