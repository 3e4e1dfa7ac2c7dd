/**
 * `POST /api/nguoi-dung/xac-nhan {matKhau | ma}` marks this session as proved just now, `{ve, chuKy}` signs a change that was refused
 * for want of it; `GET` says until when the proof stands, and what waits to be signed.
 */
import type { Endpoint, PayloadRequest } from 'payload'
import { changeToSign, giveSignature } from '../actions/kyDoi.ts'
import { xacNhan } from '../actions/xacNhan.ts'
import { actorOf } from '../facts/actor.ts'
import { readProof } from '../facts/proof.ts'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { isYoung, PROOF_MINUTES } from '../policy/people/proof.ts'
import { readBody } from './body.ts'
import { guarded } from './guarded.ts'

async function answer(req: PayloadRequest): Promise<Response> {
  const { luc, now } = await readProof(req)
  const con = isYoung(luc, now) ? Math.floor(PROOF_MINUTES * 60 - (Date.parse(now) - Date.parse(luc!)) / 1000) : 0
  const waiting = await changeToSign(req)
  const ky = waiting && { ...waiting, khoa: waiting.khoa.map(({ credId, ma }) => ({ id: credId, ma })) }
  return Response.json({ conGiay: Math.max(0, con), ky })
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
      const { matKhau, ma, ve, chuKy } = await readBody(req)
      if (chuKy === undefined) await xacNhan(req, matKhau, ma)
      else await giveSignature(req, ve, chuKy)
      return answer(req)
    }),
  },
]
