/**
 * `/tep/<hash>/<name>`: bytes by their own hash, only while a live edition names it.
 *
 * An address never comes to mean other bytes, so a reader's own device keeps them a week and does not ask again. Not a
 * year: a picture may be withdrawn because it shows a child. From that moment this address is 404 and no page shows it;
 * what was fetched before is gone from the family's phone or the school's computer after a week at most. Caches in front
 * of the site, which would hand it to others, keep it a day, or until they are told to drop the document that showed it
 * (`Surrogate-Key`). A file of an unconfirmed emergency is kept nowhere longer than its hour.
 */
import { open } from 'node:fs/promises'
import { Router, type Request, type Response } from 'express'
import { LRUCache } from 'lru-cache'
import { fileKind, HEAD_BYTES, type FileKind } from '../../policy/gate/fileKind.ts'
import { liveFile } from '../queries/editions.ts'
import { markStale } from '../cache/away.ts'
import type { Context } from '../http/context.ts'
import { EXTENSION } from '../draw/pictures.ts'

const A_WEEK = 604_800
const A_DAY = 86_400
const NAME = /^[a-z0-9]+\.([a-z]+)$/

const cacheControl = (leftMs: number): string =>
  leftMs === Infinity ? `public, max-age=${A_WEEK}, s-maxage=${A_DAY}, immutable` : `public, max-age=${Math.floor(Math.min(leftMs / 1000, A_DAY))}`

/** A document is kept, unless the reader asked to see it: then the browser's own viewer may draw it, and nothing else happens. */
const KEPT = { 'Content-Disposition': 'attachment', 'Content-Security-Policy': "default-src 'none'; sandbox" }
const OPENED = {
  'Content-Disposition': 'inline',
  'Content-Security-Policy': "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
}

type Standing = { is: 'live'; leftMs: number; documents: string[] } | { is: 'stale' } | { is: 'gone' }

/** What a hash names never changes, nor does what kind of file it is. */
const kinds = new LRUCache<string, FileKind>({ max: 20_000 })

async function kindAt(path: string, hash: string): Promise<FileKind | null> {
  const known = kinds.get(hash)
  if (known) return known
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    const kind = fileKind(buffer.subarray(0, bytesRead))
    if (kind) kinds.set(hash, kind)
    return kind
  } finally {
    await file.close()
  }
}

/** A part that is not there is refused; a reader who went away is told nothing more. */
function ended(res: Response, error: Error | undefined): void {
  if (!error || res.headersSent) return
  res.removeHeader('ETag')
  res
    .set('Cache-Control', 'no-store')
    .status((error as { status?: number }).status ?? 500)
    .end()
}

export function files({ db, readFile, filePath, cache }: Pick<Context, 'db' | 'readFile' | 'filePath' | 'cache'>): Router {
  const router = Router()
  /** Whether a live edition names the hash; while the database is away, whether one did when it was last asked. */
  const standing = async (hash: string): Promise<Standing> => {
    const begun = cache.generation
    try {
      const { leftMs, documents } = await liveFile(db, hash)
      cache.files.remember(hash, begun, leftMs)
      return leftMs > 0 ? { is: 'live', leftMs, documents } : { is: 'gone' }
    } catch (error) {
      if (!cache.files.stood(hash)) throw error
      return { is: 'stale' }
    }
  }
  const describe = (res: Response, hash: string, { kieu, loai }: FileKind, found: Standing, opened: boolean): void => {
    res.set({ ETag: `"${hash.slice(0, 32)}"`, 'Content-Type': kieu, 'Cross-Origin-Resource-Policy': 'same-origin' })
    if (found.is === 'live') res.set({ 'Cache-Control': cacheControl(found.leftMs), 'Surrogate-Key': found.documents.join(' ') })
    else markStale(res)
    if (loai === 'tep') res.set(opened ? OPENED : KEPT)
  }
  /** True where the request was answered. */
  const serve = async (req: Request, res: Response): Promise<boolean> => {
    const hash = String(req.params.hash)
    const extension = NAME.exec(String(req.params.name))?.[1]
    if (!/^[0-9a-f]{64}$/.test(hash) || extension === undefined) return false
    const found = await standing(hash)
    if (found.is === 'gone') return false
    const path = filePath ? await filePath(hash) : null
    const bytes = filePath ? null : await readFile(hash)
    if (path === null && bytes === null) return false
    const kind = path === null ? fileKind(bytes!) : await kindAt(path, hash)
    // The name says what the file is, or there is no such address.
    if (kind === null || EXTENSION[kind.kieu] !== extension) return false
    describe(res, hash, kind, found, 'xem' in req.query)
    if (path === null) res.send(bytes)
    else
      await new Promise<void>((done) => res.sendFile(path, { cacheControl: false, lastModified: false, dotfiles: 'allow' }, (error) => done(ended(res, error))))
    return true
  }
  router.get('/tep/:hash/:name', async (req, res, next) => {
    if (!(await serve(req, res))) next()
  })
  return router
}
