/**
 * The hot path: what is kept is answered in the HTTP server's own handler, in front of Express, which costs four fifths
 * of what node can do. Everything else goes to the app.
 */
import type { RequestListener } from 'node:http'
import { answer } from './answer.ts'
import type { PageCache } from './pageCache.ts'

export const schoolFront =
  (cache: PageCache, app: RequestListener): RequestListener =>
  (req, res) => {
    const reads = req.method === 'GET' || req.method === 'HEAD'
    const page = reads ? cache.at(req.url!, req.headers.cookie) : null
    if (page) answer(req, res, page)
    else app(req, res)
  }
