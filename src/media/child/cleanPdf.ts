/**
 * A PDF read object by object, also those packed in streams: refused by the name of what is active in it, else written
 * anew without author, history and what nothing refers to. A signed one is never rewritten.
 */
import { inflateSync } from 'node:zlib'
import { PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFContext } from '@cantoo/pdf-lib'
import { activeInText } from '../../policy/gate/pdfContent.ts'
import { forget, sweep } from './pdfRewrite.ts'
import { pdfFacts } from './pdfFacts.ts'
import type { Refused } from './jobs.ts'

export type CleanPdf = { bytes: Buffer; lienKet: string[] } | { active: string } | { badLink: string }

/** One stream opened is no larger than this; a bomb is no paper. */
const MOST_INFLATED = 100_000_000

const isPacked = (stream: PDFRawStream): boolean => stream.dict.get(PDFName.of('Filter'))?.toString().includes('FlateDecode') === true

function opened(stream: PDFRawStream): string {
  if (!isPacked(stream)) return ''
  try {
    return inflateSync(stream.getContents(), { maxOutputLength: MOST_INFLATED }).toString('latin1')
  } catch {
    return ''
  }
}

/** Streams that hold pictures and fonts hold no objects. */
const mayHoldObjects = (stream: PDFRawStream): boolean => !stream.dict.has(PDFName.of('Width')) && !stream.dict.has(PDFName.of('Length1'))

const hidden = (context: PDFContext, bytes: Buffer): string | null => {
  const streams = context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFRawStream && mayHoldObjects(object) ? [object] : []))
  for (const text of [bytes.toString('latin1'), ...streams.map(opened)]) {
    const found = activeInText(text)
    if (found !== null) return found
  }
  return null
}

/** The end of a file says that it was sent whole; the library would make do with its beginning. */
const isWhole = (bytes: Buffer): boolean => bytes.subarray(-2048).includes('%%EOF')

async function read(bytes: Buffer): Promise<PDFDocument | null> {
  if (!isWhole(bytes)) return null
  const doc = await PDFDocument.load(bytes, {
    ignoreEncryption: true,
    updateMetadata: false,
    throwOnInvalidObject: true,
    preserveXFA: true,
    parseSpeed: Infinity,
  })
  return doc.context.lookup(doc.context.trailerInfo.Root) instanceof PDFDict && (doc.context.trailerInfo.Encrypt || doc.getPageCount() > 0) ? doc : null
}

async function clean(bytes: Buffer): Promise<CleanPdf | Refused> {
  const doc = await read(bytes)
  if (doc === null) return { refused: 'PDF_UNREADABLE' }
  const { context } = doc
  if (context.trailerInfo.Encrypt) return { active: 'Encrypt' }
  const { active, links, badLink, signed } = pdfFacts(context)
  if (active !== null) return { active }
  if (badLink !== null) return { badLink }
  const lienKet = [...new Set(links)].sort()
  if (signed) {
    const found = hidden(context, bytes)
    return found === null ? { bytes, lienKet } : { active: found }
  }
  forget(context)
  sweep(context)
  return { bytes: Buffer.from(await doc.save({ rewrite: true, useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false })), lienKet }
}

/** A file the library cannot read to its end may hold what nobody saw. */
export const cleanPdf = (bytes: Buffer): Promise<CleanPdf | Refused> => clean(bytes).catch((): Refused => ({ refused: 'PDF_UNREADABLE' }))
