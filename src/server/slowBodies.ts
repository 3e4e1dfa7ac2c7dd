/**
 * Whoever sends too slowly is let go – measured by what he said he would send: a class on weak 4G has minutes for its film, a
 * stranger who sends nothing much has one.
 */
import type { RequestHandler } from 'express'
import { UPLOAD_LIMIT } from '../policy/gate/pictureLimits.ts'

const AT_LEAST_MS = 60_000
/** Bytes a second: a fifth of slow 4G. */
const SLOWEST = 20_000
const MOST_BYTES = UPLOAD_LIMIT * 2.5
/** What the server itself allows: nothing that is bounded here ends earlier. */
export const LONGEST_MS = AT_LEAST_MS + (MOST_BYTES / SLOWEST) * 1000

export const timeFor = (length: string | undefined): number => {
  const bytes = /^\d{1,12}$/.test(length ?? '') ? Math.min(Number(length), MOST_BYTES) : 0
  return AT_LEAST_MS + (bytes / SLOWEST) * 1000
}

/** After the answer nobody waits for what was still to come. */
const AFTERWARDS_MS = 10_000

export const slowBodies: RequestHandler = (req, res, next) => {
  // A page that is asked for brings nothing.
  const bringsNothing =
    (req.method === 'GET' || req.method === 'HEAD') && req.headers['content-length'] === undefined && req.headers['transfer-encoding'] === undefined
  if (req.complete || bringsNothing) return next()
  let timer = setTimeout(end, timeFor(req.headers['content-length']))
  timer.unref()
  function end(): void {
    if (!req.complete) req.destroy()
  }
  req.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer))
  res.once('finish', () => {
    if (req.complete) return
    clearTimeout(timer)
    timer = setTimeout(end, AFTERWARDS_MS)
    timer.unref()
  })
  next()
}
