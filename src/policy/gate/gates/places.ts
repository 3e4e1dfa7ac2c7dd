/** Where the editions of gated collections stand, and what follows from the list of gates. */
import { firstWord } from '../sitePages.ts'
import type { Gate } from './gate.ts'

/** The path before the slug of each edition: `/bai`, empty right below the site; null where editions have no page of their own. */
export const baseOf = ({ page }: Gate): string | null => (page?.endsWith('/:slug') ? page.slice(0, -'/:slug'.length) : null)

/** Where the edition of that slug stands, or null. */
export function addressIn(gate: Gate, slug: string): string | null {
  return gate.page === null ? null : gate.page.replace(':slug', slug)
}

/** Collections whose editions each have a page, by slug. */
export const basesOf = (gates: readonly Gate[]): Record<string, string> =>
  Object.fromEntries(gates.map((gate) => [gate.slug, baseOf(gate)] as const).filter((known): known is [string, string] => known[1] !== null))

/** What a delegation may be limited to. */
export const scopesOf = (gates: readonly Gate[]): string[] => ['tatCa', ...gates.map((gate) => gate.slug)]

export const linkTargetsOf = (gates: readonly Gate[]): string[] => gates.filter((gate) => gate.linkTarget).map((gate) => gate.slug)

/** Rule: what stands right below the site leaves the first word of every other gate's addresses alone. */
export function withReserved(gates: readonly Gate[]): Gate[] {
  const words = gates.flatMap((gate) => (baseOf(gate) ? [firstWord(baseOf(gate)!)] : []))
  return gates.map((gate) => (baseOf(gate) === '' ? { ...gate, reserved: [...new Set([...(gate.reserved ?? []), ...words])] } : gate))
}
