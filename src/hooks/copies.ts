/** Rule: a save says what it was based on, and what stood before it can be gone back to (src/policy/gate/history.ts). */
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionBeforeOperationHook } from 'payload'
import { mustBeLatest } from '../actions/steps/basedOn.ts'
import { parseId } from '../actions/case.ts'
import { now } from '../database/clock.ts'
import { actorOf } from '../facts/actor.ts'
import type { Doc } from '../policy/gate/freeze.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { droppedSyllables, writesOver } from '../policy/gate/history.ts'
import { closeCopy, lastCopy, noteCopy } from '../record/banLuu.ts'
import { readHoSo } from '../record/hoSo.ts'
import { RESTORED_OF, RESTORING } from './gate.ts'

const NAMED = 'congTruongNamed'
const RESTORE: string = 'restoreVersion'
type Args = { id?: unknown; data?: Record<string, unknown>; overrideAccess?: boolean }

/** After the file is locked: the number that is read stands until this save is through. Local calls of the service name none; the desk's do. */
export const saysWhatItWasBasedOn =
  (gate: Gate): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    if (operation === RESTORE) {
      const named = req.query?.phienBan
      const of = await readHoSo(req, gate.slug, Number(req.context[RESTORED_OF]))
      // Nothing is lost by going back: the copy before it is kept. Whoever says what he saw is told where it is no longer that.
      if (of && named !== undefined) await mustBeLatest(req, of, Number(named), () => stored(of.taiLieu))
      return args
    }
    if (operation !== 'update' && operation !== 'create') return args
    const asked = args as Args
    const { phienBan, ...data } = asked.data ?? {}
    const id = operation === 'update' ? parseId(asked.id) : null
    const says = req.payloadAPI === 'REST' || phienBan !== undefined
    const hoSo = id === null || !says ? null : await readHoSo(req, gate.slug, id)
    req.context[NAMED] = phienBan !== undefined
    if (hoSo) await mustBeLatest(req, hoSo, phienBan, () => stored(hoSo.taiLieu))
    return { ...asked, data } as unknown as typeof args

    // As this person may read it; whoever may not is refused by access, right after this.
    async function stored(id: number): Promise<Doc | null> {
      const collection = gate.slug as 'tin-bai'
      return (await req.payload.findByID({ collection, id, depth: 0, overrideAccess: false, disableErrors: true, req })) as Doc | null
    }
  }

/** An autosave writes over the copy before it; where somebody may want to go back to that, it is closed first. */
export const beginCopy =
  (gate: Gate): CollectionBeforeChangeHook =>
  async ({ data, operation, originalDoc, req }) => {
    if (operation !== 'update') return data
    const id = Number(originalDoc?.id)
    const last = await lastCopy(req, gate.slug, id)
    const before = originalDoc as Doc
    const over = writesOver(last && { nguoi: last.nguoi, batDau: Date.parse(last.batDau), submitted: last.banTrinh !== null }, {
      nguoi: actorOf(req)?.id ?? null,
      luc: Date.parse(await now(req)),
      named: req.context[NAMED] === true,
      dropped: droppedSyllables(
        gate.fields.map((f) => before[f.name]),
        gate.fields.map((f) => (f.name in data ? data[f.name] : before[f.name])),
      ),
    })
    if (!over) await closeCopy(req, gate.slug, id)
    return data
  }

export const keepCopy =
  (gate: Gate): CollectionAfterChangeHook =>
  async ({ doc, req }) => {
    const actor = actorOf(req)
    await noteCopy(req, {
      boSuuTap: gate.slug,
      taiLieu: Number(doc.id),
      phienBan: Number(doc.phienBan),
      nguoi: actor?.id ?? null,
      tenNguoi: actor?.hoTen ?? '',
      duaLai: req.context[RESTORING] ? parseId(req.context[RESTORING]) : null,
    })
    return doc
  }
