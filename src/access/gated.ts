/** Who may try to read or write a working copy; what may be published is decided by the actions alone. */
import type { Access, CollectionConfig, PayloadRequest, Where } from 'payload'
import { mayCreate } from '../policy/gate/authority.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { holds, type Actor } from '../policy/people/roles.ts'
import { awaitedBy } from './awaited.ts'
import { actorOf } from '../facts/actor.ts'
import { pictureUse } from '../facts/pictureUse.ts'
import { isWithdrawnFile } from '../facts/withdrawnFiles.ts'
import { readHoSo } from '../record/hoSo.ts'
import { documentFileIds, receivedPictureIds } from './pictures.ts'

/** The documents this person may edit, as a query. `prefix` is `version.` where versions are asked for. */
export function editableWhere(gate: Gate, actor: Actor, prefix = ''): boolean | Where {
  if (holds(actor, ...gate.editors)) return true
  const or: Where[] = []
  if (gate.authors && holds(actor, ...gate.authors)) or.push({ [`${prefix}tacGia`]: { equals: actor.id } })
  if (gate.receives && gate.kindField && holds(actor, gate.receives.role)) {
    or.push({ [prefix + gate.kindField]: { equals: gate.receives.kind } })
  }
  return or.length > 0 ? { or } : false
}

async function readableWhere(gate: Gate, req: PayloadRequest): Promise<boolean | Where> {
  const actor = actorOf(req)
  if (!actor) return false
  if (gate.readableByAccounts) return true
  const where = editableWhere(gate, actor)
  if (where === true) return true
  const waiting = (await awaitedBy(req, actor)).filter((one) => one.boSuuTap === gate.slug).map((one) => one.taiLieu)
  const mine = waiting.length === 0 ? where : { or: [...(where === false ? [] : [where]), { id: { in: waiting } }] }
  if (gate.slug !== 'tu-lieu' || typeof mine === 'boolean') return mine
  // The pictures of good-deed stories are received together with the stories, the files of documents edited with them.
  const received = holds(actor, 'dauMoi') ? await receivedPictureIds(req) : []
  const papers = holds(actor, 'vanThu') ? await documentFileIds(req) : []
  return { or: [mine, { id: { in: [...received, ...papers] } }] }
}

/** A form asks before it offers to delete, the interface while it deletes: what was once submitted is not offered, and is refused in words. */
const isAskedByForm = (req: PayloadRequest): boolean => req.payloadAPI !== 'REST' || /\/access\/\d+$/.test(req.pathname ?? '')

const deleteOf =
  (gate: Gate): Access =>
  async ({ req, id }) => {
    const actor = actorOf(req)
    const where = actor ? editableWhere(gate, actor) : false
    if (where === false || id === undefined || !isAskedByForm(req)) return where
    const hoSo = await readHoSo(req, gate.slug, Number(id))
    return hoSo?.banTrinh === null && (gate.slug !== 'tu-lieu' || (await pictureUse(req, hoSo.taiLieu)) === 'chua') ? where : false
  }

export function gatedAccess(gate: Gate): NonNullable<CollectionConfig['access']> {
  const edit: Access = async ({ req }) => {
    const actor = actorOf(req)
    const where = actor ? editableWhere(gate, actor) : false
    if (!actor || gate.slug !== 'tu-lieu' || where === true || !holds(actor, 'dauMoi')) return where
    // What a class sent is nobody's: whoever receives it describes it and covers faces in it.
    const received: Where = { and: [{ tacGia: { exists: false } }, { id: { in: await receivedPictureIds(req) } }] }
    return { or: [...(where === false ? [] : [where]), received] }
  }
  return {
    create: ({ req }) => {
      const actor = actorOf(req)
      return actor !== null && mayCreate(gate, actor)
    },
    read: async ({ req, isReadingStaticFile, data }) =>
      isReadingStaticFile === true &&
      gate.slug === 'tu-lieu' &&
      (await isWithdrawnFile(req, String((data as { filename?: unknown } | undefined)?.filename ?? '')))
        ? false
        : readableWhere(gate, req),
    update: edit,
    delete: deleteOf(gate),
    readVersions: ({ req }) => {
      const actor = actorOf(req)
      return actor ? editableWhere(gate, actor, 'version.') : false
    },
    unlock: () => false,
  }
}
