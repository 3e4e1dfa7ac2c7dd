import { Router } from 'express'
import { liveFile } from '../queries/editions.ts'
import type { Context } from '../context.ts'
import { markStale } from '../cache/away.ts'

const TYPES: Record<string, string> = { webp: 'image/webp', jpg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf' }

/** A document is kept, unless the reader asked to see it: then the browser's own viewer may draw it, and nothing else happens. */
const KEPT = { 'Content-Disposition': 'attachment', 'Content-Security-Policy': "default-src 'none'; sandbox" }
const OPENED = {
  'Content-Disposition': 'inline',
  'Content-Security-Policy': "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
}

/** `/tep/<hash>/<name>`: bytes by their own hash, only while a live edition names it. */
export function files({ db, readFile, cache }: Pick<Context, 'db' | 'readFile' | 'cache'>): Router {
  const router = Router()
  /** Whether a live edition names the hash; while the database is away, whether one did when it was last asked. */
  const standing = async (hash: string): Promise<'live' | 'stale' | 'gone'> => {
    const begun = cache.generation
    try {
      const leftMs = await liveFile(db, hash)
      cache.files.remember(hash, begun, leftMs)
      return leftMs > 0 ? 'live' : 'gone'
    } catch (error) {
      if (!cache.files.stood(hash)) throw error
      return 'stale'
    }
  }
  router.get('/tep/:hash/:name', async (req, res, next) => {
    const hash = String(req.params.hash)
    const extension = /^[a-z0-9]+\.([a-z]+)$/.exec(String(req.params.name))?.[1] ?? ''
    const type = TYPES[extension]
    if (!/^[0-9a-f]{64}$/.test(hash) || !type) return next()
    const found = await standing(hash)
    if (found === 'gone') return next()
    const bytes = await readFile(hash)
    if (bytes === null) return next()
    // A withdrawn picture stops being served here at once; caches keep it a day at most.
    res.set({ 'Cache-Control': 'public, max-age=86400', ETag: `"${hash.slice(0, 32)}"`, 'Content-Type': type, 'Cross-Origin-Resource-Policy': 'same-origin' })
    if (found === 'stale') markStale(res)
    if (type === 'application/pdf') res.set('xem' in req.query ? OPENED : KEPT)
    res.send(bytes)
  })
  return router
}
