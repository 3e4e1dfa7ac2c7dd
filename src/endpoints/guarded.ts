import type { Endpoint, PayloadRequest } from 'payload'
import { issuesOf, refusalResponse } from '../messages/refusal.ts'

/** A refusal becomes its answer; anything else goes on to Payload's own error handling. */
export const guarded =
  (work: (req: PayloadRequest) => Promise<Response>): Endpoint['handler'] =>
  async (req) => {
    try {
      return await work(req)
    } catch (error) {
      const refused = issuesOf(error)
      if (refused === null) throw error
      return refusalResponse(refused, req)
    }
  }
