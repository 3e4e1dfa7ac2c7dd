/** One change of a plan: who may, the plan held until it is done, and its row of the log. */
import type { PayloadRequest } from 'payload'
import { actorOf } from '../../facts/actor.ts'
import { readActor } from '../../facts/people.ts'
import { planOf } from '../../facts/plan/plan.ts'
import { refuse } from '../../messages/refusal.ts'
import type { Json } from '../../policy/gate/fingerprint.ts'
import { issue } from '../../policy/issues.ts'
import type { Actor } from '../../policy/people/roles.ts'
import { keepsPlan, type KeHoach } from '../../policy/plan/row.ts'
import { insertNhatKy } from '../../record/nhatKy.ts'
import { inTransaction } from '../transaction.ts'

/** Read anew, for roles may have changed since the page was opened. */
export async function planKeeper(req: PayloadRequest): Promise<Actor> {
  const signedIn = actorOf(req)
  const actor = signedIn && (await readActor(req, signedIn.id))
  if (!actor) throw refuse(issue('UNAUTHENTICATED'))
  if (!keepsPlan(actor)) throw refuse(issue('FORBIDDEN'))
  return actor
}

export const logPlan = (req: PayloadRequest, nguoi: Actor, plan: Pick<KeHoach, 'id' | 'namHoc'>, chiTiet: Record<string, Json>): Promise<string> =>
  insertNhatKy(req, { hanhDong: 'ke-hoach', nguoi, boSuuTap: 'ke-hoach', taiLieu: plan.id, chiTiet: { namHoc: plan.namHoc, ...chiTiet } })

/** `work` answers what it did and what the log says of it. */
export const changePlan = <T>(
  req: PayloadRequest,
  namHoc: string,
  work: (plan: KeHoach, actor: Actor) => Promise<{ answer: T; chiTiet: Record<string, Json> }>,
): Promise<T> =>
  inTransaction(req, async () => {
    const actor = await planKeeper(req)
    const plan = await planOf(req, namHoc, true)
    if (!plan) throw refuse(issue('NOT_FOUND'))
    const { answer, chiTiet } = await work(plan, actor)
    return { answer, bam: await logPlan(req, actor, plan, chiTiet) }
  })
