/** Documents as they are kept, and the links a reader meets in them. A sealed note remembers what was found in which bytes. */
import { fileKind } from '../policy/gate/fileKind.ts'
import { sha256 } from '../policy/gate/fingerprint.ts'
import { issue, type Issue } from '../policy/issues.ts'
import type { MediaChild } from './child/pool.ts'
import { sealedNotes } from './notes.ts'
import type { FileStore } from './store.ts'

/** Grows when more is refused or taken out: what was read before is read again. */
const RECIPE = 3
/** Grows when words are read otherwise. */
const WORDS_RECIPE = 1

export type CleanDocument = { bytes: Buffer; lienKet: string[] }
export type Documents = {
  /** What may be handed on of a document; bytes that were cleaned here before are themselves. `of`: whose they are. */
  clean: (bytes: Buffer, of?: string | null) => Promise<CleanDocument | Issue>
  /** What it says, for search; empty where it is of pictures alone, or a child could not read it. */
  words: (bytes: Buffer, urgent: boolean) => Promise<string>
}

async function cleanPdf(child: MediaChild, bytes: Buffer, of: string | null): Promise<CleanDocument | Issue> {
  const found = await child.ask('cleanPdf', bytes, { of })
  if ('refused' in found) return issue(found.refused)
  if ('active' in found) return issue(found.active === 'Encrypt' ? 'PDF_LOCKED' : 'PDF_ACTIVE', undefined, { what: found.active })
  if ('badLink' in found) return issue('LINK_NOT_ALLOWED', undefined, { url: found.badLink })
  return { bytes: Buffer.from(found.bytes), lienKet: found.lienKet }
}

async function cleanOffice(child: MediaChild, bytes: Buffer, of: string | null): Promise<CleanDocument | Issue> {
  const found = await child.ask('cleanOffice', bytes, { of })
  if ('refused' in found) return issue(found.refused)
  if ('fault' in found) return issue('OFFICE_ACTIVE', undefined, { vi: found.fault, ...(found.cho ? { cho: found.cho } : {}) })
  if ('badLink' in found) return issue('LINK_NOT_ALLOWED', undefined, { url: found.badLink.slice(0, 200) })
  return { bytes: Buffer.from(found.bytes), lienKet: found.lienKet }
}

export function documentsOf(store: FileStore, child: MediaChild, secret: string): Documents {
  const notes = {
    pdf: sealedNotes<{ lienKet: string[] }>(store.notes, secret, 'pdf', RECIPE),
    van: sealedNotes<{ lienKet: string[] }>(store.notes, secret, 'van', RECIPE),
  }
  const said = sealedNotes<{ chu: string }>(store.notes, secret, 'chu', WORDS_RECIPE)
  return {
    words: async (bytes, urgent) => {
      const known = await said.read(sha256(bytes))
      if (known) return known.chu
      // What cannot be searched is handed out all the same; that nobody could read it now is not remembered as nothing.
      const read = await child.ask('readText', bytes, { urgent }).catch(() => null)
      if (read) await said.write(sha256(bytes), read)
      return read?.chu ?? ''
    },
    clean: async (bytes, of = null) => {
      const isPdf = fileKind(bytes)?.kieu === 'application/pdf'
      const noted = isPdf ? notes.pdf : notes.van
      const known = await noted.read(sha256(bytes))
      if (known) return { bytes, lienKet: known.lienKet }
      const clean = await (isPdf ? cleanPdf : cleanOffice)(child, bytes, of)
      if (!('code' in clean)) await noted.write(sha256(clean.bytes), { lienKet: clean.lienKet })
      return clean
    },
  }
}
