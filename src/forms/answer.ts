/** What the desk answers: pages of one person, kept by nobody, drawn in the school's own style and nothing from elsewhere. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const WORTH_PACKING = 1000

const policy = (style: string): string =>
  `default-src 'none';script-src 'self';img-src 'self' data:;media-src 'self';style-src ${style};frame-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'`

/** `same-origin`: a form without a script says by its Origin where it comes from, which `no-referrer` would hide. */
const HEADERS: Record<string, string> = {
  'Cache-Control': 'private, no-store',
  'Content-Type': 'text/html; charset=utf-8',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex',
}

async function packed(res: Response, text: string): Promise<Buffer> {
  const accepts = String(res.req.headers['accept-encoding'] ?? '')
  const bytes = Buffer.from(text)
  if (bytes.length < WORTH_PACKING) return bytes
  if (/\bbr\b/.test(accepts)) {
    res.set('Content-Encoding', 'br')
    return brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  }
  if (!/\bgzip\b/.test(accepts)) return bytes
  res.set('Content-Encoding', 'gzip')
  return zip(bytes)
}

export async function sendPage(res: Response, status: number, page: { text: string; style: string }): Promise<void> {
  res.status(status).set({ ...HEADERS, 'Content-Security-Policy': policy(page.style), Vary: 'Accept-Encoding' })
  const bytes = await packed(res, page.text)
  res.set('Content-Length', String(bytes.length))
  res.end(res.req.method === 'HEAD' ? undefined : bytes)
}

export function sendData(res: Response, data: Record<string, unknown>, status = 200): void {
  res
    .status(status)
    .set({ ...HEADERS, 'Content-Type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(data))
}

/** `name`: kept by the browser as a file. */
export function sendBytes(res: Response, { bytes, type, name }: { bytes: Buffer; type: string; name?: string }): void {
  res
    .status(200)
    .set({
      ...HEADERS,
      'Content-Type': type,
      'Content-Security-Policy': "default-src 'none';sandbox",
      'Content-Length': String(bytes.length),
      ...(name ? { 'Content-Disposition': `attachment; filename="${name}"` } : {}),
    })
    .end(res.req.method === 'HEAD' ? undefined : bytes)
}

/** Cut where it cannot be made whole, so that half of it is never taken for all; a reader who goes away ends what makes it. */
export async function sendStream(res: Response, { stream, type, name }: { stream: ReadableStream<Uint8Array>; type: string; name: string }): Promise<void> {
  res.status(200).set({ ...HEADERS, 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` })
  try {
    await pipeline(Readable.fromWeb(stream as never), res)
  } catch (error) {
    res.destroy()
    if (!['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE', 'ABORT_ERR'].includes(String((error as NodeJS.ErrnoException).code))) throw error
  }
}

/** Kept for good: its address changes with it. */
export async function sendScript(res: Response, text: string): Promise<void> {
  const headers = {
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Type': 'text/javascript; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
  }
  res.set({ ...headers, 'Cross-Origin-Resource-Policy': 'same-origin', Vary: 'Accept-Encoding' })
  const bytes = await packed(res, text)
  res.end(res.req.method === 'HEAD' ? undefined : bytes)
}

/** Post, then redirect: what was done is not done again by going back or opening anew. */
export function sendTo(res: Response, to: string, cookies: readonly string[] = []): void {
  if (cookies.length > 0) res.setHeader('Set-Cookie', [...cookies])
  res.status(303).set({ 'Cache-Control': 'private, no-store', Location: to }).end()
}
