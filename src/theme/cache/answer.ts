/** Writes a page to a reader, in front of Express or behind it: whole, or 304 where the reader has these very bytes. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { encodingOf } from './encoding.ts'
import type { Page } from './page.ts'

function has(asked: string, etag: string): boolean {
  if (asked === etag) return true
  // Weak validators compare as the strong one they were made from: a proxy that packs anew marks them so.
  return asked.length <= 2000 && asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*')
}

export function answer(req: IncomingMessage, res: ServerResponse, page: Page, stale = false): void {
  const { headers } = req
  const form = page[encodingOf(headers['accept-encoding'])]
  const asked = headers['if-none-match']
  if (asked !== undefined && page.status === 200 && has(asked, form.etag)) {
    res.writeHead(304, (stale ? form.staleUnchanged : form.unchanged) as string[])
    res.end()
    return
  }
  res.writeHead(page.status, (stale ? form.staleHead : form.head) as string[])
  if (req.method === 'HEAD') res.end()
  else res.end(form.body)
}
