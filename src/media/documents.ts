/** PDFs as they are kept, and the links a reader meets in them. A sealed note remembers what was found in which bytes. */
import { sha256 } from '../policy/gate/fingerprint.ts'
import { issue, type Issue } from '../policy/issues.ts'
import type { MediaChild } from './child/pool.ts'
import { sealedNotes } from './notes.ts'
import type { FileStore } from './store.ts'

/** Grows when more is refused or taken out: what was read before is read again. */
const RECIPE = 1

export type CleanDocument = { bytes: Buffer; lienKet: string[] }
export type Documents = {
  /** What may be handed on of a PDF; bytes that were cleaned here before are themselves. */
  clean: (bytes: Buffer) => Promise<CleanDocument | Issue>
}

export function pdfDocuments(store: FileStore, child: MediaChild, secret: string): Documents {
  const notes = sealedNotes<{ lienKet: string[] }>(store.folder, secret, 'pdf', RECIPE)
  return {
    clean: async (bytes) => {
      const known = await notes.read(sha256(bytes))
      if (known) return { bytes, lienKet: known.lienKet }
      const found = await child.ask('cleanPdf', bytes)
      if ('refused' in found) return issue(found.refused)
      if ('active' in found) return issue(found.active === 'Encrypt' ? 'PDF_LOCKED' : 'PDF_ACTIVE', undefined, { what: found.active })
      if ('badLink' in found) return issue('LINK_NOT_ALLOWED', undefined, { url: found.badLink })
      const cleaned = Buffer.from(found.bytes)
      await notes.write(sha256(cleaned), { lienKet: found.lienKet })
      return { bytes: cleaned, lienKet: found.lienKet }
    },
  }
}
