/**
 * A drawn page as it goes out: its bytes in every form, each with its ETag, and the headers ready to be written. The reader
 * who waits for the drawing gets his form packed quickly; once the page is packed well every form has a strong ETag. Until
 * then gzip is packed only where its reader waited, and others of its readers get the plain bytes.
 */
import { createHash } from 'node:crypto'
import { quickly, well, type Packed, type Packing } from './compress.ts'
import type { Encoding } from './encoding.ts'

/** Names and values one after the other, as `writeHead` takes them. */
export type Head = readonly string[]
/** `body`: a letter a byte (latin1); node writes it with its head in one piece, where bytes would be a second one. */
export type Form = { body: string; etag: string; head: Head; unchanged: Head; staleHead: Head; staleUnchanged: Head }
export type Page = {
  status: number
  identity: Form
  br: Form
  gzip: Form
  tags: readonly string[]
  /** Since when its words are what they are, in whole seconds; null where that is not known. */
  modified: number | null
  /** What it weighs in memory; both packed forms, which may not be there yet, counted as half the plain one. */
  bytes: number
  /** For a page that is kept. */
  packWell: () => Promise<void>
} & Times

/** By the cache's clock: when its drawing began, until when it is shown without being drawn anew, and until when at all. */
export type Times = { begunAt: number; freshUntil: number; endsAt: number }

/** `changed`: since when the words of this hash stand. */
export type Drawn = {
  status: number
  body: string
  headers: Head
  cacheControl: string
  tags: readonly string[]
  changed?: ((hash: string) => number | null) | undefined
}

const SMALL = 500
const OVERHEAD = 3000
const STALE = ['Cache-Control', 'no-store', 'X-Cong-Truong', 'cu', 'Warning', '110 - "Response is Stale"'] as const

/** Tags as a cache in front of the site reads them: printable, without blanks. */
const surrogateKey = (tags: readonly string[]): string => tags.filter((tag) => /^[\x21-\x7e]+$/.test(tag)).join(' ')

function formOf(drawn: Drawn, modified: number | null, body: Buffer, etag: string, encoding: Encoding): Form {
  const since = modified === null ? [] : ['Last-Modified', new Date(modified).toUTCString()]
  const validators = drawn.status === 200 ? ['ETag', etag, ...since] : []
  const vary = ['Vary', 'Cookie, Accept-Encoding']
  const keys = drawn.tags.length > 0 ? ['Surrogate-Key', surrogateKey(drawn.tags)] : []
  const rest = [...vary, ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]), ...validators, 'Content-Length', String(body.length)]
  const cacheControl = ['Cache-Control', drawn.cacheControl]
  return {
    body: body.toString('latin1'),
    etag,
    head: [...drawn.headers, ...cacheControl, ...keys, ...rest],
    unchanged: [...cacheControl, ...vary, ...validators],
    staleHead: [...drawn.headers, ...STALE, ...rest],
    staleUnchanged: [...STALE, ...vary, ...validators],
  }
}

const SUFFIX = { br: '-br', gzip: '-gz' }

/** `first`: the form its own reader takes. */
export async function pack(drawn: Drawn, times: Times, first: Encoding): Promise<Page> {
  const bytes = Buffer.from(drawn.body, 'utf8')
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  const modified = drawn.changed?.(hash) ?? null
  const identity = formOf(drawn, modified, bytes, `"${hash}"`, 'identity')
  const isLarge = bytes.length >= SMALL
  const packForm = async (encoding: Packed, packing: Packing): Promise<void> => {
    // The same page in other bytes: only the well packed ones are told by a strong validator.
    const weak = packing === well ? '' : 'W/'
    page[encoding] = formOf(drawn, modified, await packing[encoding](bytes), `${weak}"${hash}${SUFFIX[encoding]}"`, encoding)
  }
  const page: Page = {
    status: drawn.status,
    identity,
    br: identity,
    gzip: identity,
    tags: drawn.tags,
    modified,
    bytes: Math.ceil(bytes.length * (isLarge ? 1.5 : 1)) + OVERHEAD,
    packWell: async () => {
      if (!isLarge) return
      await packForm('br', well)
      await packForm('gzip', well)
    },
    ...times,
  }
  // Brotli is what nearly every browser takes, whoever came first.
  if (isLarge) await Promise.all((first === 'gzip' ? (['gzip', 'br'] as const) : (['br'] as const)).map((encoding) => packForm(encoding, quickly)))
  return page
}
