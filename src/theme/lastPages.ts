/**
 * Rule: while the database is away readers get the last page that was drawn, marked as such, never an error – and never
 * one that was withdrawn: whatever is published or ended forgets them all, an address that is gone is forgotten, and each page
 * is forgotten by itself after a while, so that what another process withdrew does not stay either.
 */
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { Db } from './queries/db.ts'

/** A drawn page; or, where `body` is empty, that the file at this address was live. */
export type Kept = { type: string; body: string }
type Entry = Kept & { until: number; size: number }
type Limits = { maxBytes?: number; maxAgeMs?: number; now?: () => number }

const OVERHEAD = 200

export class LastPages {
  private readonly pages = new Map<string, Entry>()
  private readonly maxBytes: number
  private readonly maxAgeMs: number
  /** Steps forward only, however the clock of the machine is set. */
  private readonly now: () => number
  private bytes = 0
  /** Grows whenever everything is forgotten: what was begun before is not remembered after. */
  generation = 0

  constructor({ maxBytes = 32_000_000, maxAgeMs = 600_000, now = () => performance.now() }: Limits = {}) {
    this.maxBytes = maxBytes
    this.maxAgeMs = maxAgeMs
    this.now = now
  }

  remember(key: string, page: Kept, begun: number, withinMs = Infinity): void {
    this.forget(key)
    const size = (key.length + page.body.length) * 2 + OVERHEAD
    if (begun !== this.generation || size > this.maxBytes || withinMs <= 0) return
    this.pages.set(key, { ...page, size, until: this.now() + Math.min(this.maxAgeMs, withinMs) })
    this.bytes += size
    for (const oldest of this.pages.keys()) {
      if (this.bytes <= this.maxBytes) return
      this.forget(oldest)
    }
  }

  get(key: string): Kept | null {
    const found = this.pages.get(key)
    if (!found) return null
    if (found.until > this.now()) return { type: found.type, body: found.body }
    this.forget(key)
    return null
  }

  forget(key: string): void {
    this.bytes -= this.pages.get(key)?.size ?? 0
    this.pages.delete(key)
  }

  forgetAll(): void {
    this.generation += 1
    this.pages.clear()
    this.bytes = 0
  }
}

/** What a route knows of the last answer to the request it serves. */
export type Last = { remember: (page: Kept, withinMs?: number) => void; stale: () => Kept | null }

/** The database did not answer; the theme serves what it last drew. */
export class Away extends Error {}

export const tellingAway = (db: Db): Db => ({
  query: (text, values) =>
    db.query(text, values).catch((error: unknown) => {
      throw new Away('the database did not answer', { cause: error })
    }),
})

/** Pages are told apart by their address and `?truoc=`; what else is asked is not read by them. Searches are not kept. */
/** Pages that can be asked for more than the page after this one: what was asked is drawn anew. */
const ASKED = /\/van-ban\/?$/i

function keyOf(req: Request): string | null {
  const path = req.baseUrl + req.path
  if (ASKED.test(path) && Object.keys(req.query).some((name) => name !== 'truoc')) return null
  if ((req.method !== 'GET' && req.method !== 'HEAD') || /\/tim-kiem\/?$/i.test(req.path)) return null
  return typeof req.query.truoc === 'string' ? `${path}?truoc=${req.query.truoc}` : path
}

export const lastOf = (res: Response): Last => res.locals.last as Last

export function markStale(res: Response): void {
  res.set({ 'Cache-Control': 'no-store', 'X-Cong-Truong': 'cu', Warning: '110 - "Response is Stale"' })
}

/** Goes before the routes: each request learns where its page is kept, and an address that is gone is forgotten. */
export const keepLast =
  (pages: LastPages): RequestHandler =>
  (req, res, next) => {
    const key = keyOf(req)
    const begun = pages.generation
    const last: Last = {
      remember: (page, withinMs) => {
        if (key !== null && !res.hasHeader('set-cookie')) pages.remember(key, page, begun, withinMs)
      },
      stale: () => (key === null ? null : pages.get(key)),
    }
    res.locals.last = last
    res.once('finish', () => {
      if (key !== null && [301, 404, 410].includes(res.statusCode)) pages.forget(key)
    })
    next()
  }

/** Goes after the routes: the last page where the database is away, else the error goes on. */
export const serveLast: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  const page = error instanceof Away && !res.headersSent ? lastOf(res)?.stale() : null
  if (!page || page.body === '') return next(error)
  markStale(res)
  res.status(200).type(page.type).send(page.body)
}
