/** `POST /api/nguoi-dung/xac-nhan {matKhau}` marks this session as proved just now; `GET` says until when it is. */
import type { Endpoint, PayloadRequest } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { isPasswordOf, markProven, readProof } from '../facts/proof.ts'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { isYoung, PROOF_MINUTES } from '../policy/people/proof.ts'
import { runtimeOf } from '../runtime.ts'
import { readBody } from './body.ts'
import { guarded } from './guarded.ts'

async function answer(req: PayloadRequest): Promise<Response> {
  const { luc, now } = await readProof(req)
  const con = isYoung(luc, now) ? Math.floor(PROOF_MINUTES * 60 - (Date.parse(now) - Date.parse(luc!)) / 1000) : 0
  return Response.json({ conGiay: Math.max(0, con) })
}

export const proofEndpoints: Endpoint[] = [
  {
    path: '/xac-nhan',
    method: 'get',
    handler: guarded(async (req) => {
      if (!actorOf(req)) throw refuse(issue('UNAUTHENTICATED'))
      return answer(req)
    }),
  },
  {
    path: '/xac-nhan',
    method: 'post',
    handler: guarded(async (req) => {
      const actor = actorOf(req)
      if (!actor) throw refuse(issue('UNAUTHENTICATED'))
      const { matKhau } = await readBody(req)
      if (typeof matKhau !== 'string' || matKhau === '') throw refuse(issue('MISSING_FIELD', 'matKhau'))
      // One account's wrong passwords slow down nobody else of the school.
      const { proofs } = runtimeOf(req.payload)
      const key = String(actor.id)
      await proofs.consume(key).catch((spent: { msBeforeNext?: number }) => {
        if (spent instanceof Error) throw spent
        throw refuse(issue('TOO_MANY', undefined, { giay: Math.ceil((spent.msBeforeNext ?? 60_000) / 1000) }))
      })
      if (!(await isPasswordOf(req, actor.id, matKhau))) throw refuse(issue('WRONG_PASSWORD', 'matKhau'))
      await proofs.delete(key)
      if (!(await markProven(req))) throw refuse(issue('UNAUTHENTICATED'))
      return answer(req)
    }),
  },
]
