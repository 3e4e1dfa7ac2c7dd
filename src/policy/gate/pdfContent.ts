/** Rule: a PDF the school hands out is paper. What would run, open, send or carry something else is refused by its name. */
import { safeLink } from '../text/links.ts'

/** Keys under which something active stands, wherever they are. */
const ACTIVE_KEYS = ['JS', 'JavaScript', 'EmbeddedFiles', 'EF', 'RichMediaContent', 'RichMediaSettings', 'XFA', 'Collection']
/** Values of `S` in an action. Going to a place in the document and to an address on the web are left. */
const ACTIVE_ACTIONS = [
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'RichMediaExecute',
  'Rendition',
  'Movie',
  'Sound',
  'GoToE',
  'GoToR',
  'GoTo3DView',
  'ResetForm',
]
/** Values of `Subtype` of what stands on a page. */
const ACTIVE_SUBTYPES = ['RichMedia', 'Screen', 'Movie', 'Sound', '3D', 'FileAttachment']
/** What a reader's program does by itself when it opens a page: only moving about in the document is left. */
const BY_ITSELF = ['OpenAction', 'AA']
const HARMLESS_ACTIONS = ['GoTo', 'Named']

/** One dictionary of a PDF: its keys, the names among its values, and of what is done by itself the kind of action. */
export type PdfDict = { keys: readonly string[]; s?: string | undefined; subtype?: string | undefined; byItself: readonly (string | null)[] }

/** What is active in it, by its name in the format; null where nothing is. */
export function activeIn({ keys, s, subtype, byItself }: PdfDict): string | null {
  const key = ACTIVE_KEYS.find((name) => keys.includes(name))
  if (key !== undefined) return key
  if (s !== undefined && ACTIVE_ACTIONS.includes(s)) return s
  if (subtype !== undefined && ACTIVE_SUBTYPES.includes(subtype)) return subtype
  if (byItself.some((action) => action === null || !HARMLESS_ACTIONS.includes(action))) return BY_ITSELF.find((name) => keys.includes(name)) ?? 'OpenAction'
  return null
}

/** Of two things found, the one that says more: what an action does, rather than that there is one. */
export const graver = (one: string | null, other: string | null): string | null => (one === null || (other !== null && BY_ITSELF.includes(one)) ? other : one)

const RAW = /\/(JavaScript|Launch|SubmitForm|ImportData|EmbeddedFiles?|RichMedia(?:Content|Settings|Execute)?)(?![A-Za-z0-9])/

/** The same in bytes that are handed on as they came: another program may read objects where the library saw none. */
export function activeInText(latin1: string): string | null {
  return RAW.exec(latin1.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))))?.[1] ?? null
}

/** The target of a link as readers are led there; null where its scheme is none of those pages may lead to. */
export const pdfLink = (raw: string): string | null => safeLink(raw)
