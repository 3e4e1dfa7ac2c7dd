import { holds, isEditor, STEP_ROLES, type Actor } from '../people/roles.ts'

/** Rule: the focal point receives; office and leaders may, where there is none or he is away. */
export const receivesIntake = (actor: Actor): boolean => isEditor(actor) || holds(actor, 'dauMoi')

/** Whom what a class sent waits for: the first of these anybody holds, so that nothing comes in for nobody. */
export const receivingRole = (people: readonly Pick<Actor, 'vaiTro'>[]): (typeof STEP_ROLES)[number] =>
  STEP_ROLES.find((role) => people.some(({ vaiTro }) => vaiTro.includes(role))) ?? 'nguoiPhatNgon'
