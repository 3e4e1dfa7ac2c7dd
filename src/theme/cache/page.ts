/**
 * A drawn page as it goes out: its bytes in every form, each with a strong ETag, and the headers ready to be written. The
 * reader who waits for the drawing gets his form at once; until the others are packed, their readers get the plain bytes.
 */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encoding } from './encoding.ts'

/** Names and values one after the other, as `writeHead` takes them. */
export type Head = readonly string[]
export type Form = { body: Buffer; etag: string; head: Head; unchanged: Head; staleHead: Head; staleUnchanged: Head }
export type Page = {
  status: number
  identity: Form
  br: Form
  gzip: Form
  tags: readonly string[]
  /** What it weighs in memory; both packed forms, which may not be there yet, counted as half the plain one. */
  bytes: number
  /** Packs what is not packed yet; for a page that is kept. */
  packOthers: () => Promise<void>
} & Times

/** By the cache's clock: when its drawing began, until when it is shown without being drawn anew, and until when at all. */
export type Times = { begunAt: number; freshUntil: number; endsAt: number }

export type Drawn = { status: number; body: string; headers: Head; cacheControl: string; tags: readonly string[] }

const SMALL = 500
const OVERHEAD = 3000
const STALE = ['Cache-Control', 'no-store', 'X-Cong-Truong', 'cu', 'Warning', '110 - "Response is Stale"'] as const
const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify<Buffer, { level: number }, Buffer>(gzip)

const brotli = (bytes: Buffer): Promise<Buffer> =>
  compressBrotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })

/** Tags as a cache in front of the site reads them: printable, without blanks. */
const surrogateKey = (tags: readonly string[]): string => tags.filter((tag) => /^[\x21-\x7e]+$/.test(tag)).join(' ')

function formOf(drawn: Drawn, body: Buffer, etag: string, encoding: Encoding): Form {
  const validators = drawn.status === 200 ? ['ETag', etag] : []
  const vary = ['Vary', 'Cookie, Accept-Encoding']
  const keys = drawn.tags.length > 0 ? ['Surrogate-Key', surrogateKey(drawn.tags)] : []
  const rest = [...vary, ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]), ...validators, 'Content-Length', String(body.length)]
  const cacheControl = ['Cache-Control', drawn.cacheControl]
  return {
    body,
    etag,
    head: [...drawn.headers, ...cacheControl, ...keys, ...rest],
    unchanged: [...cacheControl, ...vary, ...validators],
    staleHead: [...drawn.headers, ...STALE, ...rest],
    staleUnchanged: [...STALE, ...vary, ...validators],
  }
}

const SUFFIX = { br: '-br', gzip: '-gz' }
const PACK = { br: brotli, gzip: (bytes: Buffer) => compressGzip(bytes, { level: 6 }) }
type Packed = keyof typeof PACK

/** `first`: the form its own reader takes. */
export async function pack(drawn: Drawn, times: Times, first: Encoding): Promise<Page> {
  const bytes = Buffer.from(drawn.body, 'utf8')
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  const identity = formOf(drawn, bytes, `"${hash}"`, 'identity')
  const packForm = async (encoding: Packed): Promise<void> => {
    page[encoding] = formOf(drawn, await PACK[encoding](bytes), `"${hash}${SUFFIX[encoding]}"`, encoding)
  }
  const wanted = bytes.length < SMALL ? [] : (['br', 'gzip'] as const)
  const page: Page = {
    status: drawn.status,
    identity,
    br: identity,
    gzip: identity,
    tags: drawn.tags,
    bytes: Math.ceil(bytes.length * (wanted.length > 0 ? 1.5 : 1)) + OVERHEAD,
    packOthers: async () => void (await Promise.all(wanted.filter((encoding) => page[encoding] === identity).map(packForm))),
    ...times,
  }
  for (const encoding of wanted) if (encoding === first) await packForm(encoding)
  return page
}
