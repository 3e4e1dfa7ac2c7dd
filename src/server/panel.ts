/** The admin panel: Next behind Express, with a nonce for its own scripts and no others. */
import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import { answersAs } from '../theme/index.ts'

type NextHandler = (req: Parameters<RequestHandler>[0], res: Parameters<RequestHandler>[1]) => Promise<void>

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

export const panel =
  (handle: NextHandler): RequestHandler =>
  (req, res) => {
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
