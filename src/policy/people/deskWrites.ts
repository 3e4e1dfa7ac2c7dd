/**
 * Rule: a form of the desk comes from a page of this very host. Stricter than the interface: it shows no token, a sister site
 * under the same domain is another school's, and a browser that says nothing of where it comes from is not believed.
 */
import { issue, type Issue } from '../issues.ts'

export type DeskWrite = { site: string | null; origin: string | null; hosts: readonly string[] }

export function foreignForm({ site, origin, hosts }: DeskWrite): Issue | null {
  if (site !== null) return site === 'same-origin' || site === 'none' ? null : issue('CROSS_SITE')
  try {
    return origin !== null && hosts.includes(new URL(origin).host) ? null : issue('CROSS_SITE')
  } catch {
    return issue('CROSS_SITE')
  }
}
