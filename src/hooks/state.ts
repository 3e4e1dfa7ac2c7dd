/** Shows the state of a document's file in lists; computed, so that a forged `trangThai` is never stored. */
import type { CollectionAfterReadHook } from 'payload'
import { readHoSo } from '../record/hoSo.ts'
import type { Gate } from '../policy/gate/gates/index.ts'

export const showState =
  (gate: Gate): CollectionAfterReadHook =>
  async ({ doc, req, findMany }) => {
    if (!req?.user || (findMany === true && doc.id === undefined)) return doc
    const hoSo = await readHoSo(req, gate.slug, Number(doc.id))
    return { ...doc, trangThai: hoSo?.trangThai ?? null }
  }
