/**
 * Rule: nobody shows what he may not see. A consent or picture newly named in a document must be readable by whoever
 * names it; what stands there already may stay.
 */
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { refuse } from '../messages/refusal.ts'
import { mediaIdsOf } from '../facts/resolve.ts'
import { holdPictures } from '../record/hoSo.ts'
import type { Doc } from '../policy/gate/freeze.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { idsOf } from '../policy/ids.ts'
import { issue, type Issue } from '../policy/issues.ts'

async function unreadable(req: PayloadRequest, collection: 'dong-y' | 'tu-lieu', wanted: readonly number[]): Promise<boolean> {
  for (const id of new Set(wanted)) {
    const found = await req.payload.findByID({ collection, id, depth: 0, overrideAccess: false, disableErrors: true, req }).catch(() => null)
    if (!found) return true
  }
  return false
}

export const onlyWhatOneMayRead =
  (gate: Gate): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, req }) => {
    // Without a person (the console) there is nobody to keep anything from.
    if (!actorOf(req)) return data
    const issues: Issue[] = []
    const merged = { ...originalDoc, ...data } as Doc
    const before = (originalDoc ?? {}) as Doc
    const shown = mediaIdsOf(gate, merged)
    // Before any row of this document: a deletion of the picture goes the other way, picture first, documents after.
    const held = await holdPictures(req, shown)
    // What the document showed a moment ago and is no more was deleted while this waited.
    const gone = gate.fields.find((f) => f.kind === 'media' && idsOf(before[f.name]).some((id) => shown.includes(id) && !held.includes(id)))
    if (gone) throw refuse(issue('PICTURE_GONE', gone.name))
    const media = shown.filter((id) => !mediaIdsOf(gate, before).includes(id))
    if (await unreadable(req, 'tu-lieu', media)) issues.push(issue('NOT_YOURS', gate.fields.find((f) => f.kind === 'media')?.name ?? 'noiDung'))
    if (gate.consents) {
      const { field } = gate.consents
      const people = idsOf(merged[field]).filter((id) => !idsOf(before[field]).includes(id))
      if (await unreadable(req, 'dong-y', people)) issues.push(issue('NOT_YOURS', field))
    }
    if (issues.length > 0) throw refuse(...issues)
    return data
  }
