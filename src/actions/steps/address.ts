/** The address a submission would have. */
import type { PayloadRequest } from 'payload'
import type { Doc } from '../../policy/gate/freeze.ts'
import type { Gate } from '../../policy/gate/gates/index.ts'
import { freeSlug, toSlug } from '../../policy/gate/slug.ts'
import { issue, type Issue } from '../../policy/issues.ts'
import { lastSlug, slugOwners } from '../../record/banDang.ts'

/** The address it will have: what the editor chose, else what readers know it by, else the title's. */
export async function chooseSlug(req: PayloadRequest, gate: Gate, id: number, doc: Doc, words: string, issues: Issue[]): Promise<string> {
  if (gate.single) return gate.slug
  const chosen = typeof doc.slug === 'string' && doc.slug.trim() !== '' ? toSlug(doc.slug) : ''
  const known = chosen === '' ? await lastSlug(req, gate.slug, id) : null
  const base = chosen || known || toSlug(words) || `${gate.slug}-${id}`
  const owners = await slugOwners(req, gate.slug, base)
  // A page that stood there before the word was reserved keeps it.
  const isReserved = (slug: string): boolean => gate.reserved?.includes(slug) === true && owners.get(slug) !== id
  const isTaken = (slug: string): boolean => isReserved(slug) || (owners.has(slug) && owners.get(slug) !== id)
  if (chosen !== '' && isReserved(chosen)) issues.push(issue('SLUG_RESERVED', 'slug', { slug: chosen }))
  else if (chosen !== '' && isTaken(chosen)) issues.push(issue('SLUG_TAKEN', 'slug', { slug: chosen }))
  return chosen !== '' ? chosen : freeSlug(base, isTaken)
}
