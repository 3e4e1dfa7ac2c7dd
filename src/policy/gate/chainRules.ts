/**
 * Rule: a regulation is saved only where every chain it makes can be walked now: each step has somebody who may take it, a step
 * that must be another's has another, its unit is open, its people hold the role, and the last step is an approver's.
 */
import { issue, type Issue } from '../issues.ts'
import { APPROVING, holds, type Actor } from '../people/roles.ts'
import type { Gate } from './gates/index.ts'
import { chainFor, isFor, type BuocCauHinh, type ThuTrinh } from './steps.ts'
import { MOST_STEPS, untakable } from './takers.ts'

export type DonViCuaBuoc = { ten: string; mo: boolean }
export type ChainFacts = { buoc: readonly BuocCauHinh[]; gates: readonly Gate[]; people: readonly Actor[]; units: ReadonlyMap<number, DonViCuaBuoc> }

/** Everything that may be submitted, by collection and kind. */
export const submittable = (gates: readonly Gate[]): ThuTrinh[] =>
  gates.flatMap((gate) => {
    const kinds = gate.fields.find((field) => field.name === gate.kindField)
    return (kinds?.kind === 'oneOf' ? kinds.values : ['']).map((loai) => ({ boSuuTap: gate.slug, loai }))
  })

/** What a step names must be there. */
function stepIssues({ buoc, people, units }: ChainFacts): Issue[] {
  return buoc.flatMap((step, i) => {
    const unit = step.donVi === undefined ? null : (units.get(step.donVi) ?? { ten: '', mo: false })
    const unfit = (step.nguoi ?? []).some(
      (id) => !people.some((p) => p.id === id && (holds(p, step.vaiTro) || (APPROVING.includes(step.vaiTro) && holds(p, 'nguoiPhatNgon')))),
    )
    return [
      ...(unit && !unit.mo ? [issue('CHAIN_UNIT', `buoc.${i}.donVi`, { buoc: step.ten, donVi: unit.ten })] : []),
      ...(unfit ? [issue('CHAIN_PERSON', `buoc.${i}.nguoi`, { buoc: step.ten })] : []),
    ]
  })
}

function walkIssues({ buoc, people }: ChainFacts, of: ThuTrinh): Issue[] {
  const at = (ma: string): string =>
    `buoc.${Math.max(
      0,
      buoc.findIndex((step) => step.ma === ma),
    )}`
  const own = buoc.filter((step) => isFor(step, of) && !step.chiNhayCam)
  const last = own.at(-1)
  if (last && !APPROVING.includes(last.vaiTro)) return [issue('CHAIN_LAST_STEP', at(last.ma), { buoc: last.ten })]
  return (['thuong', 'cao'] as const).flatMap((muc) => {
    const chain = chainFor(buoc, of, muc)
    if (chain.length > MOST_STEPS) return [issue('CHAIN_TOO_LONG', 'buoc', { max: MOST_STEPS })]
    return untakable(chain, { people, boSuuTap: of.boSuuTap }).map(({ step, vi }) =>
      issue(vi === 'mot' ? 'CHAIN_TWO_PEOPLE' : 'CHAIN_NOBODY', at(step.ma), { buoc: step.ten, coDonVi: step.donVi === undefined ? 0 : 1 }),
    )
  })
}

/** All that stands in the way, each said once. */
export function chainIssues(facts: ChainFacts): Issue[] {
  const found = stepIssues(facts)
  if (found.length > 0) return found
  const walked = submittable(facts.gates).flatMap((of) => walkIssues(facts, of))
  return walked.filter((one, i) => walked.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === i)
}
