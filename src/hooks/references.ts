/**
 * Rule: nobody shows, links to or hangs his words on what he may not see. Whatever a document newly names, in a relation or
 * inside its text, must be readable by whoever names it, or stand before all readers; what stands there already may stay.
 */
import type { CollectionBeforeChangeHook, CollectionSlug, FlattenedField, PayloadRequest } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { query, sql } from '../database/sql.ts'
import { refuse } from '../messages/refusal.ts'
import { mediaIdsOf } from '../facts/resolve.ts'
import { holdPictures } from '../record/hoSo.ts'
import type { Doc } from '../policy/gate/freeze.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { refusedOnly } from '../policy/failures/kind.ts'
import { idsOf } from '../policy/ids.ts'
import { issue, type Issue } from '../policy/issues.ts'
import { namedIn, type Named } from './named.ts'

/** What readers see of a document is everybody's; its pictures are not, they have people in them. */
async function isLive(req: PayloadRequest, slug: string, id: number): Promise<boolean> {
  if (slug === 'tu-lieu') return false
  const rows = await query(req, sql`select 1 from ho_so where bo_suu_tap = ${slug} and tai_lieu = ${id} and ban_dang_id is not null`)
  return rows.length > 0
}

async function isReadable(req: PayloadRequest, { to, id }: Named): Promise<boolean> {
  if (!Object.hasOwn(req.payload.collections, to)) return false
  const collection = to as CollectionSlug
  const found = await req.payload.findByID({ collection, id, depth: 0, overrideAccess: false, disableErrors: true, req }).catch(refusedOnly)
  return Boolean(found) || (await isLive(req, to, id))
}

export const onlyWhatOneMayRead: CollectionBeforeChangeHook = async ({ data, originalDoc, req, collection }) => {
  // Without a person (the console) there is nobody to keep anything from.
  if (!actorOf(req)) return data
  const fields: readonly FlattenedField[] = collection.flattenedFields
  const key = ({ to, id }: Named): string => `${to}/${id}`
  const before = new Set(namedIn(fields, (originalDoc ?? {}) as Doc).map(key))
  const seen = new Map<string, boolean>()
  const issues: Issue[] = []
  for (const named of namedIn(fields, data as Doc)) {
    if (before.has(key(named))) continue
    if (!seen.has(key(named))) seen.set(key(named), await isReadable(req, named))
    if (seen.get(key(named)) === false && !issues.some(({ field }) => field === named.field)) issues.push(issue('NOT_YOURS', named.field))
  }
  if (issues.length > 0) throw refuse(...issues)
  return data
}

/** Keeps the pictures a document shows as they are, before any row of it is written. */
export const holdShownPictures =
  (gate: Gate): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, req }) => {
    if (!actorOf(req)) return data
    const before = (originalDoc ?? {}) as Doc
    const shown = mediaIdsOf(gate, { ...before, ...data } as Doc)
    // Before any row of this document: a deletion of the picture goes the other way, picture first, documents after.
    const held = await holdPictures(req, shown)
    // What the document showed a moment ago and is no more was deleted while this waited.
    const gone = gate.fields.find((f) => f.kind === 'media' && idsOf(before[f.name]).some((id) => shown.includes(id) && !held.includes(id)))
    if (gone) throw refuse(issue('PICTURE_GONE', gone.name))
    return data
  }
