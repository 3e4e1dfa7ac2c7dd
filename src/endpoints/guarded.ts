import type { Endpoint, PayloadRequest } from 'payload'
import { keepToSign } from '../actions/kyDoi.ts'
import { issuesOf, moreOf, refusalResponse } from '../messages/refusal.ts'
import { runtimeOf } from '../runtime.ts'

/** A refusal becomes its answer; anything else goes on to Payload's own error handling. */
export const guarded =
  (work: (req: PayloadRequest) => Promise<Response>): Endpoint['handler'] =>
  async (req) => {
    try {
      return await work(req)
    } catch (error) {
      await keepToSign(req.payload, error)
      const refused = issuesOf(error)
      if (refused === null) throw error
      // What failed behind the refusal is told; a refusal that is a rule's is not.
      runtimeOf(req.payload).failures.failed(error)
      return refusalResponse(refused, req, moreOf(error))
    }
  }
