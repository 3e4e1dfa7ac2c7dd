/**
 * What passes between the service and the panel's process. Rule: headers of one connection alone stay on it, and who asks, by
 * which name and how safely is the service's word, never the sender's.
 */
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'
import type { Request } from 'express'
import { requestIdOf } from '../../log/requestId.ts'

const ONE_CONNECTION = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
]
/** What a proxy says of its sender, and what the panel's library says to itself. */
const SAID_OF_THE_SENDER = /^(?:forwarded$|x-forwarded-|x-real-ip$|x-middleware-|x-matched-path$|x-invoke-|x-nextjs-|x-now-)/

/** A header may name others that belong to its connection; what the rules of the house are judged by stays. */
const JUDGED_BY = ['cookie', 'authorization', 'origin', 'sec-fetch-site', 'content-length', 'content-type', 'host']

export function withoutHops(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const named = String(headers.connection ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => !JUDGED_BY.includes(name))
  const gone = new Set([...ONE_CONNECTION, ...named])
  return Object.fromEntries(Object.entries(headers).filter(([name, value]) => value !== undefined && !gone.has(name)))
}

/** `ownWrites` has judged the origin by the hosts of this site; the panel's library asks again, by one host alone. */
function hostAsked(req: Request, siteHost: string): string {
  const { origin } = req.headers
  const from = origin !== undefined && URL.canParse(origin) ? new URL(origin).host : null
  return from === siteHost ? siteHost : req.host
}

export function toPanel(req: Request, siteHost: string): OutgoingHttpHeaders {
  const kept = Object.entries(withoutHops(req.headers)).filter(([name]) => !SAID_OF_THE_SENDER.test(name))
  return {
    ...Object.fromEntries(kept),
    'x-forwarded-for': req.ip ?? '',
    'x-forwarded-proto': req.protocol,
    'x-forwarded-host': hostAsked(req, siteHost),
    // One visit, one name in the log, whichever process tells of it.
    'x-request-id': requestIdOf(req),
  }
}

export const fromPanel = (headers: IncomingHttpHeaders): OutgoingHttpHeaders => withoutHops(headers)
