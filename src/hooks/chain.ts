/** Before a regulation is written: names of units become units where these stand, and every chain can be walked. */
import type { GlobalBeforeChangeHook, PayloadRequest } from 'payload'
import { readUnits, type DonViBiet } from '../facts/members.ts'
import { readReviewers } from '../facts/people.ts'
import { refuse } from '../messages/refusal.ts'
import { chainIssues } from '../policy/gate/chainRules.ts'
import { stepsAsRead, type BuocLuu } from '../policy/gate/steps.ts'
import { authorityOf } from '../record/authority/read.ts'
import { runtimeOf } from '../runtime.ts'

const key = (name: string): string => name.normalize('NFC').trim().toLocaleLowerCase('vi')

/** A step that a preset bound to a unit by its name: to the open unit of that name, and to none until there is one. */
function bound(step: Partial<BuocLuu>, units: readonly DonViBiet[]): Partial<BuocLuu> {
  if (!step.tenDonVi || step.donVi) return step
  const named = units.find((unit) => unit.mo && key(unit.ten) === key(step.tenDonVi!))
  return named ? { ...step, donVi: named.id } : step
}

/** Before the first spokesperson there is nobody to ask who takes which step. */
const isInhabited = async (req: PayloadRequest): Promise<boolean> => (await authorityOf(req)).so.coPhatNgon

export const onlyWalkable: GlobalBeforeChangeHook = async ({ data, req }) => {
  if (!Array.isArray(data.buoc)) return data
  const units = await readUnits(req)
  const buoc = (data.buoc as Partial<BuocLuu>[]).map((step) => bound(step, [...units.values()]))
  if (await isInhabited(req)) {
    const issues = chainIssues({ buoc: stepsAsRead(buoc), gates: runtimeOf(req.payload).gates, people: await readReviewers(req), units })
    if (issues.length > 0) throw refuse(...issues)
  }
  return { ...data, buoc }
}
