/** One drawing: from the request that found nothing kept to the answer, which is kept where it may be. */
import type { Request, Response } from 'express'
import type { FailureLog } from '../../policy/failures/log.ts'
import { EVERY_PAGE } from '../content/tags.ts'
import { reading, type Address, type Reading } from './address.ts'
import { answer } from './answer.ts'
import { cacheControlOf, type Cdn } from './cacheControl.ts'
import { encodingOf } from './encoding.ts'
import type { Flight } from './flights.ts'
import type { PageCache } from './pageCache.ts'
import { routeOf } from './route.ts'
import { pack, type Head } from './page.ts'

/** `tags`: what the page was made from; without them it is kept for nobody else. */
export type Outcome = { tags?: readonly string[]; maxAgeMs?: number }
type Options = {
  cache: PageCache
  cdn?: Cdn
  log: FailureLog
  address: Address | null
  search: string
  variant: string
  flight: Flight | null
  /** Headers the app around the site had set. */
  before: ReadonlyMap<string, unknown>
}

const OWN_HEADERS = new Set(['cache-control', 'vary', 'etag', 'content-length', 'content-encoding', 'surrogate-key', 'date', 'connection', 'keep-alive'])

export class Draw {
  readonly reading: Reading
  private readonly begun: number
  private readonly begunAt: number
  private readonly begunOn = Date.now()
  private readonly options: Options

  constructor(options: Options) {
    this.options = options
    this.reading = reading(options.search)
    this.begun = options.cache.generation
    this.begunAt = options.cache.now()
  }

  private get key(): string | null {
    const { address, cache, variant } = this.options
    return address && cache.keyOf(address, variant)
  }

  /** Headers the site itself gave this answer; those of the app around it are its own to give. */
  private headersOf(res: Response): Head {
    return Object.entries(res.getHeaders()).flatMap(([name, value]) =>
      this.options.before.get(name) === value || OWN_HEADERS.has(name) ? [] : [value].flat().flatMap((one) => [canonical(name), String(one)]),
    )
  }

  async finish(res: Response, status: number, body: string, { tags, maxAgeMs = Infinity }: Outcome): Promise<void> {
    const { cache, cdn, address, flight, variant } = this.options
    const req: Request = res.req
    // Nobody asked until when it may stand: then it stands for this reader alone.
    const standsMs = await (res.locals.stands as Promise<number | undefined> | undefined)
    const shared = status === 200 && tags !== undefined && standsMs !== undefined && address !== null && !this.reading.all && !res.hasHeader('set-cookie')
    if (shared) cache.noteRead(address.path, this.reading.names)
    const key = shared ? this.key : null
    const drawn = {
      status,
      body,
      headers: this.headersOf(res),
      cacheControl: cacheControlOf(
        key === null ? undefined : cdn,
        variant !== '' ? 'oneReader' : standsMs !== Infinity || maxAgeMs <= 0 ? 'leaving' : 'everybody',
      ),
      tags: key === null ? [] : [...new Set([EVERY_PAGE, ...tags!])],
      // One address has as many looks as readers want: a date would not tell them apart.
      changed: key === null || variant !== '' ? undefined : (hash: string) => cache.lastChanged.of(key, hash, this.begunOn),
    }
    const times = {
      begunAt: this.begunAt,
      freshUntil: this.begunAt + Math.min(cache.maxAgeMs, maxAgeMs, standsMs ?? 0),
      endsAt: this.begunAt + (standsMs ?? 0),
    }
    const page = await pack(drawn, times, encodingOf(req.headers['accept-encoding']))
    if (key !== null) cache.keep(key, page, this.begun)
    if (key === null && address !== null && [404, 410].includes(status)) cache.forget(address)
    flight?.land(key === null ? 'alone' : page)
    if (!res.headersSent) answer(req, res, page)
  }

  /** What was drawn could not be kept or packed: it still goes out. */
  tell(res: Response, error: unknown): void {
    this.options.log.failed(error, { where: 'cache', request: res.req, route: routeOf(res.req) })
  }

  /** The drawing failed; where the database was away, the last page instead. True where there was one. */
  fail(res: Response, error: unknown, away: boolean): boolean {
    // What had begun to answer by other means – a file – failed for its own reader alone; those who wait ask for themselves.
    if (res.headersSent) this.options.flight?.land('alone')
    else this.options.flight?.crash(error)
    const page = away ? this.options.cache.last(this.key) : null
    if (page === null || res.headersSent) return false
    this.options.log.failed(error, { where: 'site', request: res.req, route: routeOf(res.req), status: page.status })
    answer(res.req, res, page, true)
    return true
  }
}

const canonical = (name: string): string => name.replace(/(^|-)([a-z])/g, (_all, dash: string, letter: string) => dash + letter.toUpperCase())

export const drawOf = (res: Response): Draw | undefined => res.locals.draw as Draw | undefined
