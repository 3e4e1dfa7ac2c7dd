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

export const slowBodies: RequestHandler = (req, res, next) => {
  if (req.complete || req.method === 'GET' || req.method === 'HEAD') return next()
  const timer = setTimeout(() => !req.complete && req.destroy(), timeFor(req.headers['content-length']))
  timer.unref()
  res.once('close', () => clearTimeout(timer))
  next()
}
