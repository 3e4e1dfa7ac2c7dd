/** Before a regulation is written: names of units become units where these stand, and every chain can be walked. */
import type { GlobalBeforeChangeHook, PayloadRequest } from 'payload'
import { guessKind } from '../presets/unitGuess.ts'
import { TEN_LOAI_DON_VI, type LoaiDonVi } from '../presets/unitKinds.ts'
import { readUnits, type DonViBiet } from '../facts/members.ts'
import { readReviewers } from '../facts/people.ts'
import { refuse } from '../messages/refusal.ts'
import { chainIssues } from '../policy/gate/chainRules.ts'
import { stepsAsRead, type BuocLuu } from '../policy/gate/steps.ts'
import { authorityOf } from '../record/authority/read.ts'
import { runtimeOf } from '../runtime.ts'

const ALL_KINDS = Object.keys(TEN_LOAI_DON_VI) as LoaiDonVi[]
const key = (name: string): string => name.normalize('NFC').trim().toLocaleLowerCase('vi')

/** The only open unit of the kind its name tells: a school calls its own by a name of its own. */
function onlyOfKind(ten: string, units: readonly DonViBiet[]): DonViBiet | undefined {
  const kind = guessKind(ten, ALL_KINDS)
  const alike = kind === 'khac' ? [] : units.filter((unit) => unit.mo && guessKind(unit.ten, ALL_KINDS) === kind)
  return alike.length === 1 ? alike[0] : undefined
}

/** A step that a preset bound to a unit by its name: to the open unit of that name or of its kind, and to none until there is one. */
function bound(step: Partial<BuocLuu>, units: readonly DonViBiet[]): Partial<BuocLuu> {
  if (!step.tenDonVi || step.donVi) return step
  const named = units.find((unit) => unit.mo && key(unit.ten) === key(step.tenDonVi!))
  const unit = named ?? onlyOfKind(step.tenDonVi, units)
  return unit ? { ...step, donVi: unit.id } : step
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
