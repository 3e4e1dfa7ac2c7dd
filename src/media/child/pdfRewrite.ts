/** Takes out of a PDF who wrote it, when, with what and in which order, and what nothing refers to any more. */
import { PDFArray, PDFDict, PDFName, PDFRef, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'
import { dictsOf } from './pdfFacts.ts'

const PRIVATE = ['Metadata', 'PieceInfo', 'LastModified', 'OpenAction', 'AA']
/** Of a remark on a page, `T` is who wrote it; of a field of a form it is its name. */
const REMARKS = [
  'Text',
  'FreeText',
  'Line',
  'Square',
  'Circle',
  'Polygon',
  'PolyLine',
  'Highlight',
  'Underline',
  'Squiggly',
  'StrikeOut',
  'Stamp',
  'Caret',
  'Ink',
]
const OF_REMARKS = ['T', 'CreationDate', 'M', 'NM']

export function forget(context: PDFContext): void {
  delete context.trailerInfo.Info
  delete context.trailerInfo.ID
  for (const dict of dictsOf(context)) {
    for (const name of PRIVATE) dict.delete(PDFName.of(name))
    const subtype = dict.lookup(PDFName.of('Subtype'))
    if (subtype instanceof PDFName && REMARKS.includes(subtype.decodeText())) for (const name of OF_REMARKS) dict.delete(PDFName.of(name))
  }
}

function parts(object: PDFObject): PDFObject[] {
  if (object instanceof PDFStream) return [object.dict]
  if (object instanceof PDFDict) return object.values()
  return object instanceof PDFArray ? object.asArray() : []
}

/** Old revisions and what was taken out stay in the file unless nothing keeps them. */
export function sweep(context: PDFContext): void {
  const reached = new Set<PDFRef>()
  const waiting: PDFObject[] = context.trailerInfo.Root ? [context.trailerInfo.Root] : []
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (!(next instanceof PDFRef)) for (const part of parts(next)) waiting.push(part)
    else if (!reached.has(next)) {
      reached.add(next)
      const object = context.lookup(next)
      if (object) waiting.push(object)
    }
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref)
  // Numbers begin where they would have begun, so that the same paper written twice is the same bytes.
  context.largestObjectNumber = [...reached].reduce((most, ref) => Math.max(most, ref.objectNumber), 0)
}
