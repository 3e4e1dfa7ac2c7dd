/**
 * Rule: a step is taken by whoever has its role, is a member of the unit it names at that moment, is one of the people it names,
 * and – where it must be another – passed no earlier step of this submission. Everything that asks who may take a step asks here.
 */
import { APPROVING, capacityFor, holds, type Actor, type Capacity } from '../people/roles.ts'
import type { Buoc } from './steps.ts'

/** `passedBy`: who approved this submission at earlier steps. Null: the step is not his to take. */
export function capacityAt(actor: Actor, step: Buoc, boSuuTap: string, passedBy: readonly number[] = []): Capacity | null {
  if (step.donVi !== undefined && !(actor.donVi ?? []).includes(step.donVi)) return null
  if (step.nguoi && !step.nguoi.includes(actor.id)) return null
  if (step.khacVoi?.includes(actor.id) === true || (step.khacNguoi === true && passedBy.includes(actor.id))) return null
  return capacityFor(actor, step.vaiTro, boSuuTap)
}

export const mayTake = (actor: Actor, step: Buoc, boSuuTap: string, passedBy: readonly number[] = []): boolean =>
  capacityAt(actor, step, boSuuTap, passedBy) !== null

/** What is asked of the whole chain; `own`: who has words of his own in it, and `excepted` where the spokesperson may judge his own. */
export type Round = { people: readonly Actor[]; boSuuTap: string; own?: readonly number[]; excepted?: boolean }

/** Whoever could take the step if nobody had taken another; no more than would ever be needed to find one left. */
function candidates(step: Buoc, { people, boSuuTap, own = [], excepted = false }: Round, most: number): number[] {
  const mayJudge = (p: Actor): boolean => !own.includes(p.id) || (excepted && holds(p, 'nguoiPhatNgon') && APPROVING.includes(step.vaiTro))
  return people.filter((p) => mayTake(p, step, boSuuTap) && mayJudge(p)).map((p) => p.id).slice(0, most) // prettier-ignore
}

/** Whether people can be put to the steps so that each that must be another is. */
function canBeShared(steps: readonly Buoc[], who: readonly number[][], at = 0, taken: readonly number[] = []): boolean {
  if (at === steps.length) return true
  const free = steps[at]!.khacNguoi ? who[at]!.filter((id) => !taken.includes(id)) : who[at]!
  return free.some((id) => canBeShared(steps, who, at + 1, [...taken, id]))
}

/** Longer chains are refused with the regulation: no school has so many hands. */
export const MOST_STEPS = 8

/** Steps nobody may take; else the first one at which somebody would have to be two people. */
export function untakable(steps: readonly Buoc[], round: Round): { step: Buoc; vi: 'khongAi' | 'mot' }[] {
  const who = steps.map((step) => candidates(step, round, MOST_STEPS))
  const empty = steps.filter((_, i) => who[i]!.length === 0)
  if (empty.length > 0) return empty.map((step) => ({ step, vi: 'khongAi' }))
  const at = steps.findIndex((_, i) => !canBeShared(steps.slice(0, i + 1), who.slice(0, i + 1)))
  return at === -1 ? [] : [{ step: steps[at]!, vi: 'mot' }]
}
