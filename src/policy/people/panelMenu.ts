/**
 * Rule: the panel's menu names what a person works with. Leaving something out closes nothing: its pages open to whoever may
 * read them.
 */
import type { Gate } from '../gate/gates/gate.ts'
import { holds, isAuthor, type Actor, type VaiTro } from './roles.ts'

const KEEPERS: readonly VaiTro[] = ['nguoiPhatNgon', 'quanTriKyThuat']
/** Not behind a gate: who uses it. The record's rows are read by whoever answers for them. */
const USED_BY: Record<string, readonly VaiTro[]> = {
  'nguoi-dung': KEEPERS,
  'uy-quyen': KEEPERS,
  'thanh-vien': KEEPERS,
  'quy-che': KEEPERS,
  'ho-so': KEEPERS,
  'ban-trinh': KEEPERS,
  'phieu-duyet': KEEPERS,
  'ban-dang': KEEPERS,
  'nhat-ky': KEEPERS,
}

function uses(actor: Actor, slug: string, gates: readonly Gate[]): boolean {
  const gate = gates.find((g) => g.slug === slug)
  if (gate) return holds(actor, ...gate.editors, ...(gate.authors ?? []), ...(gate.receives ? [gate.receives.role] : []))
  if (slug === 'dong-y') return isAuthor(actor)
  const roles = USED_BY[slug]
  // A collection of the project's own is the project's to hide.
  return roles === undefined || holds(actor, ...roles)
}

/** Of these collections and settings, those that are left out of this person's menu. */
export const leftOut = (actor: Actor, slugs: readonly string[], gates: readonly Gate[]): string[] => slugs.filter((slug) => !uses(actor, slug, gates))
