import { holds, isEditor, type Actor } from '../people/roles.ts'

/** Rule: the focal point receives; office and leaders may, where there is none or he is away. */
export const receivesIntake = (actor: Actor): boolean => isEditor(actor) || holds(actor, 'dauMoi')
