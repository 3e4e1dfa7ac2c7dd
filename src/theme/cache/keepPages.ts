/** The cache as middleware: goes before the routes of the site, and `serveLast` after them. */
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import { SILENT, type FailureLog } from '../../policy/failures/log.ts'
import { addressOf, searchOf, variantOf } from './address.ts'
import { answer } from './answer.ts'
import { Away } from './away.ts'
import type { Cdn } from './cacheControl.ts'
import { Draw, drawOf } from './draw.ts'
import { Flights, type Flight } from './flights.ts'
import type { PageCache } from './pageCache.ts'

const GIVEN_UP_MS = 10_000

/** A drawing whose route answered by other means lets those who wait for it go their own way. */
function landInTheEnd(res: Response, flight: Flight): void {
  res.once('close', () => {
    if (res.writableEnded) flight.land('alone')
    else setTimeout(() => flight.land('alone'), GIVEN_UP_MS).unref()
  })
}

export function keepPages(cache: PageCache, cdn?: Cdn, log: FailureLog = SILENT): RequestHandler {
  const flights = new Flights()
  return async (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next()
    // As the site's own headers do for what is drawn.
    res.removeHeader('X-Powered-By')
    const address = addressOf(req.originalUrl)
    const variant = variantOf(req.headers.cookie)
    const key = address && cache.keyOf(address, variant)
    const found = cache.fresh(key)
    if (found) return answer(req, res, found)
    const name = address && (key ?? `${req.originalUrl}\n${variant}`)
    const joined = name === null ? null : flights.join(name, cache.generation)
    const begin = (flight: Flight | null): Draw =>
      new Draw({ cache, cdn, log, address, search: searchOf(req.originalUrl), variant, flight, before: new Map(Object.entries(res.getHeaders())) })
    const lead = joined || name === null ? null : flights.begin(name, cache.generation)
    const draw = begin(lead)
    res.locals.draw = draw
    if (joined) {
      const landed = await joined
      if (landed !== 'alone') return answer(req, res, landed)
    }
    if (lead) landInTheEnd(res, lead)
    Object.defineProperty(req, 'query', { value: draw.reading.query, configurable: true, writable: true, enumerable: true })
    next()
  }
}

/** The last page where the database is away, else the error goes on. */
export const serveLast: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  if (!drawOf(res)?.fail(res, error, error instanceof Away)) next(error)
}
