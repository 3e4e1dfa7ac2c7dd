/** Serves Payload's REST interface from Express: request to fetch Request and back, streaming, with limits. */
import { Readable } from 'node:stream'
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express'
import { handleEndpoints, type SanitizedConfig } from 'payload'
import { sentence } from '../messages/sentence.ts'
import { issue, statusOf, type Issue } from '../policy/issues.ts'
import { UPLOAD_LIMIT } from '../policy/gate/pictureLimits.ts'
import { watchDatabase } from '../database/steadyPg.ts'

const JSON_LIMIT = 3_000_000
const MAX_NESTING = 300

const METHODS = ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS']

class TooLarge extends Error {}

async function* limited(source: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Buffer> {
  let total = 0
  for await (const chunk of source) {
    total += chunk.length
    if (total > limit) throw new TooLarge()
    yield chunk
  }
}

export function refuseWith(res: ExpressResponse, refused: Issue): void {
  res.status(statusOf([refused])).json({ errors: [sentence(refused, 'vi')] })
}

/** Reads a body whole, so that one too large or cut off is refused before anything runs. */
async function bodyOf(req: ExpressRequest): Promise<Buffer | null> {
  if (req.method === 'GET' || req.method === 'HEAD') return null
  const isUpload = req.headers['content-type']?.startsWith('multipart/form-data') === true
  const limit = isUpload ? UPLOAD_LIMIT + 1_000_000 : JSON_LIMIT
  if (Number(req.headers['content-length'] ?? 0) > limit) throw new TooLarge()
  const chunks: Buffer[] = []
  for await (const chunk of limited(req, limit)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Deep or broken JSON is refused here: behind this point it would be a failure of the server. */
function jsonFault(req: ExpressRequest, body: Buffer | null): Issue | null {
  if (body === null || body.length === 0 || !req.headers['content-type']?.includes('application/json')) return null
  try {
    const text = body.toString('utf8')
    const value: unknown = JSON.parse(text)
    return value === null || typeof value !== 'object' || nesting(text) > MAX_NESTING ? issue('INVALID_VALUE') : null
  } catch {
    return issue('INVALID_VALUE')
  }
}

/** How deep the brackets of a JSON text go; those inside strings do not count. */
function nesting(json: string): number {
  let depth = 0
  let deepest = 0
  for (const [bracket] of json.replace(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

/** A form is read here once, so that a broken one is refused in words; what it carries as a file must be one. */
async function formFault(req: ExpressRequest, body: Buffer | null): Promise<Issue | null> {
  if (body === null || !req.headers['content-type']?.startsWith('multipart/form-data')) return null
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': req.headers['content-type'] } }).formData().catch(() => null)
  const file = form?.get('file')
  if (form === null || form === undefined) return issue('FILE_UNREADABLE', 'tep')
  if (typeof file === 'string' || file?.name.includes('\u0000')) return issue('FILE_UNREADABLE', 'tep')
  return null
}

/** Operators of other databases and of maps, and addresses of what this product does not have. */
const NOT_HERE = /\[(near|within|intersects|all)\]/i
const FILE = /^\/api\/tu-lieu\/file\//i
const NO_ROUTE = /^\/api\/(globals\/[^/]+\/versions|nguoi-dung\/verify)(\/|$)/i

/** Payload answers a failure where versions are asked of a collection that keeps none. */
const asksVersionsOfNone = (config: SanitizedConfig, path: string): boolean => {
  const [, slug] = /^\/api\/([^/]+)\/versions(?:\/|$)/.exec(path) ?? []
  return slug !== undefined && config.collections.some((collection) => collection.slug === slug && !collection.versions)
}

const decodable = (url: string): boolean => {
  try {
    return !decodeURIComponent(url.replace(/\+/g, ' ')).includes('\u0000')
  } catch {
    return false
  }
}

/** Payload lets a POST carry the query of a GET in its body: what is asked there is judged like an address. */
const carriesQuery = (req: ExpressRequest): boolean =>
  req.method === 'POST' && [req.headers['x-payload-http-method-override'], req.headers['x-http-method-override']].includes('GET')

const isPlainAddress = (url: string): boolean => decodable(url) && !NOT_HERE.test(decodeURIComponent(url))

export function rest(config: Promise<SanitizedConfig> | SanitizedConfig, siteUrl: string): RequestHandler {
  return async (req, res) => {
    if (!METHODS.includes(req.method)) return refuseWith(res, issue('NOT_FOUND'))
    if (NO_ROUTE.test(req.originalUrl)) return refuseWith(res, issue('NOT_FOUND'))
    if (req.originalUrl.length > 8000 || !isPlainAddress(req.originalUrl)) return refuseWith(res, issue('INVALID_VALUE'))
    let body: Awaited<ReturnType<typeof bodyOf>>
    try {
      body = await bodyOf(req)
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error
      res.set('Connection', 'close')
      return refuseWith(res, issue('TOO_LARGE'))
    }
    if (carriesQuery(req) && (FILE.test(req.originalUrl) || !isPlainAddress(body?.toString('utf8') ?? ''))) return refuseWith(res, issue('INVALID_VALUE'))
    const fault = jsonFault(req, body) ?? (await formFault(req, body))
    if (fault) return refuseWith(res, fault)
    const headers = new Headers()
    for (const [name, value] of Object.entries(req.headers)) {
      if (value !== undefined && !name.startsWith(':')) for (const v of [value].flat()) headers.append(name, v)
    }
    const url = new URL(req.originalUrl, siteUrl)
    if (asksVersionsOfNone(await config, url.pathname)) return refuseWith(res, issue('NOT_FOUND'))
    if (url.pathname.startsWith('/api/tu-lieu/file/')) url.search = ''
    const request = new Request(url, {
      method: req.method,
      headers,
      ...(body && body.length > 0 ? { body: new Uint8Array(body) } : {}),
    })
    const { answer: response, failed } = await watchDatabase(() => handleEndpoints({ config, request, path: url.pathname }))
    // Nobody is signed out, and nothing is missing or empty, because the database was away for a moment.
    const reads = req.method === 'GET' || req.method === 'HEAD'
    if (failed && (reads || response.status >= 400) && response.status !== 503) return refuseWith(res, issue('UNAVAILABLE'))
    // Payload answers an address or file it does not know in a shape of its own.
    const unknown = response.status === 404 || response.status === 501 || (response.status === 500 && url.pathname.startsWith('/api/tu-lieu/file/'))
    if (unknown && !(await response.clone().text()).includes('"code"')) return refuseWith(res, issue('NOT_FOUND'))
    res.status(response.status)
    response.headers.forEach((value, name) => {
      if (name !== 'set-cookie') res.setHeader(name, value)
    })
    const cookies = response.headers.getSetCookie()
    if (cookies.length > 0) res.setHeader('set-cookie', cookies)
    if (!res.hasHeader('cache-control')) res.setHeader('Cache-Control', 'no-store')
    if (!response.body) return void res.end()
    Readable.fromWeb(response.body as never)
      .on('error', () => res.destroy())
      .pipe(res)
  }
}
