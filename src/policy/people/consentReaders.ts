import { holds, isEditor, type Actor } from './roles.ts'

/** Rule: who agreed, and who is never shown, is read and judged by the focal point, the office and leaders; others know their own papers. */
export const readsAllConsents = (actor: Actor): boolean => isEditor(actor) || holds(actor, 'dauMoi')
