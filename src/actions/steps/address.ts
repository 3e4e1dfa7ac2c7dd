/**
 * The address a submission would have. Rule: an address nobody chose is settled here, among what readers ever saw and what
 * waits to be approved, so that two stories of one title never meet at the approver. Submissions of a collection
 * take their turn, one transaction after the other; the database still lets an address belong to one document for ever.
 */
import type { PayloadRequest } from 'payload'
import type { Doc } from '../../policy/gate/freeze.ts'
import type { Gate } from '../../policy/gate/gates/index.ts'
import { freeSlug, isNumbered, toSlug } from '../../policy/gate/slug.ts'
import { issue, type Issue } from '../../policy/issues.ts'
import { lastSlug, slugOwners } from '../../record/banDang.ts'
import { askedSlugs, takeTurn } from '../../record/banTrinh.ts'

type At = { id: number; doc: Doc; /** Of its newest submission, whatever became of it. */ before: string | null }

/** The address it will have: what the editor chose, else what readers know it by, else the title's. */
export async function chooseSlug(req: PayloadRequest, gate: Gate, { id, doc, before }: At, words: string, issues: Issue[]): Promise<string> {
  if (gate.single) return gate.slug
  const chosen = typeof doc.slug === 'string' && doc.slug.trim() !== '' ? toSlug(doc.slug) : ''
  const known = chosen === '' ? await lastSlug(req, gate.slug, id) : null
  const base = chosen || known || toSlug(words) || `${gate.slug}-${id}`
  await takeTurn(req, gate.slug)
  const owners = await slugOwners(req, gate.slug, base)
  const asked = await askedSlugs(req, gate.slug, base, id)
  // A page that stood there before the word was reserved keeps it.
  const isReserved = (slug: string): boolean => gate.reserved?.includes(slug) === true && owners.get(slug) !== id
  const isTaken = (slug: string): boolean => isReserved(slug) || (owners.has(slug) ? owners.get(slug) !== id : asked.has(slug))
  if (chosen !== '' && isReserved(chosen)) issues.push(issue('SLUG_RESERVED', 'slug', { slug: chosen }))
  else if (chosen !== '' && isTaken(chosen)) issues.push(issue('SLUG_TAKEN', 'slug', { slug: chosen, ...(owners.has(chosen) ? {} : { cho: 1 }) }))
  if (chosen !== '') return chosen
  // What was settled once for the same words stays, though a smaller number became free: an unchanged submission is no new one.
  return before !== null && isNumbered(base, before) && !isTaken(before) ? before : freeSlug(base, isTaken)
}
