/** Refuses writes from other sites' pages, and bodies of a type a foreign form could send (src/policy/people/requests.ts). */
import type { Request, RequestHandler } from 'express'
import type { Payload } from 'payload'
import { foreignWrite, isWrite, wrongType, type Writing } from '../policy/people/requests.ts'
import type { Issue } from '../policy/issues.ts'
import { refuseWith } from './refuseWith.ts'
import { sessionCookie } from './token.ts'

const one = (value: string | string[] | undefined): string | null => [value].flat()[0] ?? null

export function writingOf(req: Request, payload: Payload, siteUrl: string): Writing {
  return {
    method: req.method,
    site: one(req.headers['sec-fetch-site']),
    origin: one(req.headers.origin),
    // Express reads X-Forwarded-Host of a trusted proxy alone.
    hosts: [req.host, new URL(siteUrl).host],
    token: req.headers.authorization?.startsWith('JWT ') === true,
    session: sessionCookie(req, payload) !== null,
  }
}

/** Payload lets a POST carry the query of a GET in its body. */
export const carriesQuery = (req: Request): boolean =>
  req.method === 'POST' && [req.headers['x-payload-http-method-override'], req.headers['x-http-method-override']].includes('GET')

const takesFile = (req: Request, payload: Payload): boolean => {
  const slug = /^\/api\/([^/?]+)(?:\/\d+)?(?:\?|$)/.exec(req.originalUrl)?.[1]
  const path = /^\/api(\/[^?]*)/.exec(req.originalUrl)?.[1]
  return (
    Object.values(payload.collections).some(({ config }) => config.slug === slug && Boolean(config.upload)) ||
    payload.config.endpoints.some((one) => one.custom?.takesFile === true && one.path === path)
  )
}

export function writeFault(req: Request, payload: Payload, siteUrl: string): Issue | null {
  const writing = writingOf(req, payload, siteUrl)
  const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0
  const carried = { type: req.headers['content-type'] ?? null, hasBody, asks: carriesQuery(req), takesFile: takesFile(req, payload) }
  return foreignWrite(writing) ?? wrongType(writing, carried)
}

/**
 * A browser says where a request comes from only over https (and on localhost). Payload takes the silence of one on plain http
 * for another site and drops the session, so that the sign-in page comes back for ever. Reads alone keep it.
 */
export function sayWhatHttpHides(req: Request, siteUrl: string): void {
  if (siteUrl.startsWith('http:') && !isWrite(req.method) && req.headers.origin === undefined) req.headers['sec-fetch-site'] ??= 'none'
}

/** For what has bodies of its own: the panel's server functions. */
export const ownWrites =
  (payload: Payload, siteUrl: string): RequestHandler =>
  (req, res, next) => {
    sayWhatHttpHides(req, siteUrl)
    const fault = foreignWrite(writingOf(req, payload, siteUrl))
    if (fault === null) return next()
    res.set('Connection', 'close')
    refuseWith(res, fault)
  }
