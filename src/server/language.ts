/**
 * Rule: the panel speaks Vietnamese until its account chose English, whatever language the browser asks for. The account's choice
 * comes as a cookie, which counts before this header; what asks without a browser keeps what it asks.
 */
import type { RequestHandler } from 'express'

const ofPanel = (path: string): boolean => /^\/(admin|_next)(\/|$)/.test(path)

export const speakVietnamese: RequestHandler = (req, _res, next) => {
  const isBrowser = req.headers['sec-fetch-site'] !== undefined || req.headers.cookie !== undefined
  if (ofPanel(req.path) || (isBrowser && /^\/api(\/|$)/.test(req.path))) req.headers['accept-language'] = 'vi'
  next()
}
