/** Writes a page to a reader, in front of Express or behind it: whole, or 304 where the reader has these very bytes. */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { encodingOf } from './encoding.ts'
import type { Page } from './page.ts'

const CLOCKS_DIFFER_MS = 60_000

const strong = (etag: string): string => etag.trim().replace(/^W\//, '')

/** Validators compare weakly: a proxy that packs anew marks them so, and a page packed quickly has such a one. */
function has(asked: string, etag: string): boolean {
  if (asked === etag) return true
  const own = strong(etag)
  return asked.length <= 2000 && asked.split(',').some((one) => strong(one) === own || one.trim() === '*')
}

/** A validator says more than a date, which is read only where there is none (RFC 9110, 13.2.2). */
function isUnchanged(headers: IncomingHttpHeaders, modified: number | null, etag: string): boolean {
  const asked = headers['if-none-match']
  if (asked !== undefined) return has(asked, etag)
  const since = headers['if-modified-since']
  if (since === undefined || modified === null) return false
  const at = Date.parse(since)
  // A date that has not come yet is none: a program whose clock is ahead would keep old words for as long (RFC 2616, 14.25).
  return at >= modified && at <= Date.now() + CLOCKS_DIFFER_MS
}

export function answer(req: IncomingMessage, res: ServerResponse, page: Page, stale = false): void {
  const { headers } = req
  const form = page[encodingOf(headers['accept-encoding'])]
  if (page.status === 200 && isUnchanged(headers, page.modified, form.etag)) {
    res.writeHead(304, (stale ? form.staleUnchanged : form.unchanged) as string[])
    res.end()
    return
  }
  res.writeHead(page.status, (stale ? form.staleHead : form.head) as string[])
  if (req.method === 'HEAD') res.end()
  else res.end(form.body, 'latin1')
}
