/** xac-nhan (second proof): the person of this session shows his password again, for acts that outlast the session. */
import type { PayloadRequest } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { demandCode } from '../facts/codes.ts'
import { isPasswordOf, markProven } from '../facts/proof.ts'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { runtimeOf } from '../runtime.ts'

/** `ma`: a code, instead of the password. */
export async function xacNhan(req: PayloadRequest, matKhau: unknown, ma?: unknown): Promise<void> {
  const actor = actorOf(req)
  if (!actor) throw refuse(issue('UNAUTHENTICATED'))
  if (typeof ma === 'string' && ma !== '' && (matKhau === undefined || matKhau === '')) {
    await demandCode(req, actor.id, ma)
    if (!(await markProven(req))) throw refuse(issue('UNAUTHENTICATED'))
    return
  }
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
}
