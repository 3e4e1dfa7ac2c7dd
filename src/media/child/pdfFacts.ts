/** What stands in the objects of a PDF, whichever of them a page leads to. */
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRef, PDFStream, PDFString, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'
import { activeIn, graver, pdfLink } from '../../policy/gate/pdfContent.ts'

export type PdfFacts = { active: string | null; links: string[]; badLink: string | null; signed: boolean }

/** Deeper than any program writes them. */
const DEEPEST = 500

/** Every dictionary, those inside others and of streams too. */
export function* dictsOf(context: PDFContext): Generator<PDFDict> {
  const waiting: [PDFObject, number][] = context.enumerateIndirectObjects().map(([, object]) => [object, 0])
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [object, depth] = next
    if (depth > DEEPEST) throw new Error('a PDF nested too deep')
    if (object instanceof PDFStream) waiting.push([object.dict, depth + 1])
    if (object instanceof PDFDict) yield object
    const inside = object instanceof PDFArray ? object.asArray() : object instanceof PDFDict ? object.values() : []
    for (const item of inside) waiting.push([item, depth + 1])
  }
}

const nameAt = (dict: PDFDict, key: string): string | undefined => {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : undefined
}

/** The kinds of what is done by itself: none for a place to begin at, null for what is no action. */
function byItself(dict: PDFDict, context: PDFContext): (string | null)[] {
  const kind = (value: PDFObject | undefined): (string | null)[] => {
    const action = value instanceof PDFRef ? context.lookup(value) : value
    if (action === undefined || action instanceof PDFArray || action instanceof PDFName || action instanceof PDFString) return []
    return action instanceof PDFDict ? [nameAt(action, 'S') ?? null] : [null]
  }
  const more = dict.lookup(PDFName.of('AA'))
  return [...kind(dict.get(PDFName.of('OpenAction'))), ...(more instanceof PDFDict ? more.values().flatMap(kind) : more === undefined ? [] : [null])]
}

function addressIn(dict: PDFDict): string | null {
  const value = dict.lookup(PDFName.of('URI'))
  if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText()
  // The catalog's `URI` holds the base of relative addresses.
  const base = value instanceof PDFDict ? value.lookup(PDFName.of('Base')) : undefined
  return base instanceof PDFString || base instanceof PDFHexString ? base.decodeText() : null
}

export function pdfFacts(context: PDFContext): PdfFacts {
  const facts: PdfFacts = { active: null, links: [], badLink: null, signed: false }
  for (const dict of dictsOf(context)) {
    const keys = dict.keys().map((key) => key.decodeText())
    const isSignature = keys.includes('ByteRange') || (nameAt(dict, 'FT') === 'Sig' && keys.includes('V'))
    facts.signed ||= isSignature
    facts.active = graver(facts.active, activeIn({ keys, s: nameAt(dict, 'S'), subtype: nameAt(dict, 'Subtype'), byItself: byItself(dict, context) }))
    const address = addressIn(dict)
    const link = address === null ? null : pdfLink(address)
    if (link !== null) facts.links.push(link)
    else if (address !== null) facts.badLink ??= address.slice(0, 200)
  }
  return facts
}
