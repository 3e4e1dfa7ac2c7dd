/** Serves Payload's REST interface from Express: request to fetch Request and back, streaming, with limits. */
import { Readable } from 'node:stream'
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express'
import { handleEndpoints, type SanitizedConfig } from 'payload'
import { sentence } from '../messages/sentence.ts'
import { issue, statusOf, type Issue } from '../policy/issues.ts'
import { UPLOAD_LIMIT } from '../policy/pictureLimits.ts'

const JSON_LIMIT = 3_000_000

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

/** Reads a body whole where it is not an upload, so that one too large or cut off is refused before anything runs. */
async function bodyOf(req: ExpressRequest): Promise<{ body: Buffer | ReadableStream; duplex?: 'half' } | null> {
  if (req.method === 'GET' || req.method === 'HEAD') return null
  const isUpload = req.headers['content-type']?.startsWith('multipart/form-data') === true
  const limit = isUpload ? UPLOAD_LIMIT + 1_000_000 : JSON_LIMIT
  if (Number(req.headers['content-length'] ?? 0) > limit) throw new TooLarge()
  const chunks: Buffer[] = []
  for await (const chunk of limited(req, limit)) chunks.push(chunk)
  return { body: Buffer.concat(chunks) }
}

/** Deep or broken JSON is refused here: behind this point it would be a failure of the server. */
function jsonFault(req: ExpressRequest, body: Buffer | ReadableStream | undefined): Issue | null {
  if (!Buffer.isBuffer(body) || body.length === 0 || !req.headers['content-type']?.includes('application/json')) return null
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return value === null || typeof value !== 'object' ? issue('INVALID_VALUE') : null
  } catch {
    return issue('INVALID_VALUE')
  }
}

const decodable = (url: string): boolean => {
  try {
    return !decodeURIComponent(url.replace(/\+/g, ' ')).includes('\u0000')
  } catch {
    return false
  }
}

export function rest(config: Promise<SanitizedConfig> | SanitizedConfig, siteUrl: string): RequestHandler {
  return async (req, res) => {
    if (req.originalUrl.length > 8000 || !decodable(req.originalUrl)) return refuseWith(res, issue('INVALID_VALUE'))
    let body: Awaited<ReturnType<typeof bodyOf>>
    try {
      body = await bodyOf(req)
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error
      res.set('Connection', 'close')
      return refuseWith(res, issue('TOO_LARGE'))
    }
    const fault = jsonFault(req, body?.body)
    if (fault) return refuseWith(res, fault)
    const headers = new Headers()
    for (const [name, value] of Object.entries(req.headers)) {
      if (value !== undefined && !name.startsWith(':')) for (const v of [value].flat()) headers.append(name, v)
    }
    const url = new URL(req.originalUrl, siteUrl)
    const request = new Request(url, {
      method: req.method,
      headers,
      ...(body && body.body instanceof Buffer && body.body.length > 0 ? { body: new Uint8Array(body.body) } : {}),
    })
    const response = await handleEndpoints({ config, request, path: url.pathname })
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
