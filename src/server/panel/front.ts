/** In front of the panel, wherever it runs: what is none of its business is refused, and its scripts get a nonce of this answer. */
import { randomBytes } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import { answersAs } from '../../theme/index.ts'

/** Next's own handler, or what passes on to the process in which it runs (`pass.ts`). */
type Answering = (req: Request, res: Response) => Promise<void>

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ')

/**
 * What the panel's library would fail at, or write a stranger's words about, is refused before it: bytes that are no address,
 * writes where it serves files, its picture service, and forms that are none of its own.
 */
function faultOf(req: Request): number | null {
  try {
    decodeURIComponent(req.path)
  } catch {
    return 400
  }
  const reads = req.method === 'GET' || req.method === 'HEAD'
  if (/^\/_next(\/|$)/.test(req.path)) return !reads ? 405 : /^\/_next\/image\/?$/.test(req.path) ? 404 : null
  if (reads) return null
  const action = req.headers['next-action']
  // The panel's own functions are named by forty hexadecimal digits and more; nothing else is written to its pages.
  return typeof action === 'string' && /^[0-9a-f]{40,64}$/.test(action) ? null : 400
}

export const panel =
  (handle: Answering): RequestHandler =>
  (req, res) => {
    const refused = faultOf(req)
    if (refused !== null) {
      answersAs(res, 'panel')
      return void res.status(refused).set('Cache-Control', 'no-store').type('txt').send('Địa chỉ hoặc dữ liệu gửi lên không đọc được.')
    }
    const nonce = randomBytes(16).toString('base64')
    const csp = policy(nonce)
    // Next reads the nonce from the request and puts it on every script of its own.
    req.headers['content-security-policy'] = csp
    answersAs(res, 'panel')
    res.set('Content-Security-Policy', csp)
    // Its pages are one person's; what never changes below /_next says so itself.
    if (!req.path.startsWith('/_next')) res.set('Cache-Control', 'private, no-store')
    return handle(req, res)
  }
