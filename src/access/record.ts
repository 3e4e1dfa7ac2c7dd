/** Reading the record. Nobody writes it through Payload: only actions do, and the database keeps it. */
import type { Access, CollectionConfig, PayloadRequest, Where } from 'payload'
import { readsAllConsents } from '../policy/people/consentReaders.ts'
import { holds, isEditor } from '../policy/people/roles.ts'
import { runtimeOf } from '../runtime.ts'
import { awaitedBy, type Awaited } from './awaited.ts'
import { actorOf } from '../facts/actor.ts'
import { now } from '../database/clock.ts'
import { actorWithDelegations } from '../facts/delegations.ts'

const closed = { create: () => false, update: () => false, delete: () => false, unlock: () => false, readVersions: () => false }

/** Editors read all; the youth union what it receives; authors what became of their own work. */
const ofOwnWork =
  (path: '' | 'banTrinh.', awaited: (one: Awaited) => { [column: string]: number }): Access =>
  async ({ req }) => {
    const actor = await actorWithDelegations(req)
    if (!actor) return false
    if (isEditor(actor)) return true
    const or: Where[] = [{ [`${path}tacGia`]: { equals: actor.id } }]
    // A delegate reads what he is to decide on.
    for (const { phamVi } of holds(actor, 'quanTriKyThuat') ? [] : (actor.uyQuyen ?? [])) {
      if (phamVi === 'tatCa') return true
      or.push({ [`${path}boSuuTap`]: { equals: phamVi } })
    }
    // A clerk reads what became of any document he may edit.
    for (const gate of runtimeOf(req.payload).gates) if (holds(actor, ...gate.editors)) or.push({ [`${path}boSuuTap`]: { equals: gate.slug } })
    if (holds(actor, 'dauMoi')) or.push({ [`${path}loai`]: { equals: 'nguoiTotViecTot' } })
    const waiting = (await awaitedBy(req, actor)).flatMap((one) => Object.entries(awaited(one)))
    for (const column of new Set(waiting.map(([name]) => name))) or.push({ [column]: { in: waiting.filter(([name]) => name === column).map(([, id]) => id) } })
    return { or }
  }

export const caseAccess: NonNullable<CollectionConfig['access']> = { ...closed, read: ofOwnWork('', ({ banTrinh }) => ({ id: banTrinh })) }
export const fileAccess: NonNullable<CollectionConfig['access']> = { ...closed, read: ofOwnWork('', ({ hoSo }) => ({ id: hoSo })) }
export const verdictAccess: NonNullable<CollectionConfig['access']> = { ...closed, read: ofOwnWork('banTrinh.', ({ banTrinh }) => ({ banTrinh })) }
export const logAccess: NonNullable<CollectionConfig['access']> = {
  ...closed,
  read: ({ req }) => {
    const actor = actorOf(req)
    return actor !== null && isEditor(actor)
  },
}

/** What anybody may know of an edition that has ended: that it stood there, when it ended and why. */
export const ENDED_FIELDS = ['id', 'slug', 'ketThucLuc', 'lyDoGo'] as const
const readsEverything = (req: PayloadRequest): boolean => {
  const actor = actorOf(req)
  return actor !== null && isEditor(actor)
}

/** Fields a query filters or sorts by: filtering by hidden words would tell what they are. */
function namesIn(where: unknown): string[] {
  if (Array.isArray(where)) return where.flatMap(namesIn)
  if (where === null || typeof where !== 'object') return []
  return Object.entries(where).flatMap(([key, value]) => (['and', 'or'].includes(key.toLowerCase()) ? namesIn(value) : [key]))
}

/** True where one edition is asked for by its id, or editions by nothing but what anybody may know of an ended one. */
function asksForEnds(req: PayloadRequest): boolean {
  if (req.routeParams?.id !== undefined) return true
  const { where, sort } = req.query ?? {}
  const sorted = [sort].flat().flatMap((s) => (typeof s === 'string' ? s.split(',') : []))
  const names = [...namesIn(where), ...sorted.map((s) => s.trim().replace(/^-/, ''))]
  return namesIn(where).length > 0 && names.every((name) => (ENDED_FIELDS as readonly string[]).includes(name))
}

export const editionAccess: NonNullable<CollectionConfig['access']> = {
  ...closed,
  read: async ({ req }) => {
    if (readsEverything(req) || asksForEnds(req)) return true
    const at = await now(req)
    const stands: Where = { or: [{ khanDen: { exists: false } }, { khanDen: { greater_than: at } }] }
    // What an emergency covers, or what could not be judged yet, is not shown.
    const shown: Where = { or: [{ anDen: { exists: false } }, { anDen: { less_than_equal: at } }] }
    return { and: [{ ketThucLuc: { exists: false } }, stands, shown] }
  },
}

/**
 * Strips an ended edition down to what anybody may know. Needs `forceSelect` of `ketThucLuc`, `khanDen` and `anDen`; where a query
 * leaves one of them out all the same, nobody can say that the edition stands, and it is stripped too.
 */
export async function hideEnded({ doc, req }: { doc: Record<string, unknown>; req: PayloadRequest }): Promise<Record<string, unknown>> {
  if (readsEverything(req)) return doc
  const { anDen, ...told } = doc
  const at = Date.parse(await now(req))
  const isShown = anDen === null || Date.parse(String(anDen)) <= at
  const stands = doc.ketThucLuc === null && (doc.khanDen === null || Date.parse(String(doc.khanDen)) > at)
  if (stands && isShown) return told
  // Nobody is told of an edition that is only hidden.
  if (stands && 'id' in doc) return { id: doc.id }
  if (doc.ketThucLuc === null && typeof doc.khanDen === 'string') doc.ketThucLuc = doc.khanDen
  return Object.fromEntries(ENDED_FIELDS.filter((name) => name in doc).map((name) => [name, doc[name]]))
}

/** Consents as they were are read by those who judge by them, not by every author. */
export const readsEvidence = ({ req }: { req: PayloadRequest }): boolean => {
  const actor = actorOf(req)
  return actor !== null && readsAllConsents(actor)
}
