/**
 * Shows the state of a document's file in lists; computed, so that a forged `trangThai` is never stored. And the number a save
 * says it was based on: of the text that was read, never of a newer one that came between the two questions.
 */
import type { CollectionAfterReadHook } from 'payload'
import type { Gate } from '../policy/gate/gates/index.ts'
import { readStanding } from '../record/banLuu.ts'

export const showState =
  (gate: Gate): CollectionAfterReadHook =>
  async ({ doc, req }) => {
    // A text of the past, and one in a list that did not ask for its number, names no document of its own.
    if (!req?.user || doc.id === undefined) return doc
    const standing = await readStanding(req, gate.slug, Number(doc.id))
    const isThatText = standing !== null && Date.parse(String(doc.updatedAt)) === standing.savedAt
    return { ...doc, trangThai: standing?.trangThai ?? null, phienBan: isThatText ? standing.phienBan : 0 }
  }
