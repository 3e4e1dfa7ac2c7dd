import { setTimeout as pause } from 'node:timers/promises'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { send, type SchoolSiteOptions } from './context.ts'
import type { Site } from '../pages/site.ts'
import { badRequestPage, notFoundPage, unavailablePage } from '../pages/message.ts'
import { siteNow } from '../queries/siteNow.ts'
import { siteFor } from './siteFor.ts'

const SETTINGS_MS = 500
const NOTHING_KNOWN = { settings: null, khan: [] }

/** The last word of a site: 404 for what nobody answered, plain sentences for what failed. Mount after everything else. */
export function siteEnd(options: SchoolSiteOptions): [RequestHandler, (error: unknown, req: Request, res: Response, next: NextFunction) => void] {
  const known = () => siteNow(options.db, options.collections).catch(() => NOTHING_KNOWN)
  const site = async (res: Response): Promise<Site> => siteFor(res, options, await known())
  // Whoever waited for a database that says nothing does not wait for its settings too.
  const siteAtOnce = async (res: Response): Promise<Site> =>
    siteFor(res, options, await Promise.race([known(), pause(SETTINGS_MS, NOTHING_KNOWN, { ref: false })]))
  return [
    async (req, res) => {
      if (req.method === 'GET' || req.method === 'HEAD') return send(res, 404, notFoundPage(await site(res), req.path))
      res.set('Allow', 'GET, HEAD').status(405).type('txt').send('Trang này chỉ để đọc.')
    },
    (error, _req, res, next) => {
      if (res.headersSent) return next(error)
      const status = (error as { status?: number }).status
      const bad = error instanceof URIError || status === 400 || status === 414
      void siteAtOnce(res).then((s) => send(res, bad ? 400 : 503, bad ? badRequestPage(s) : unavailablePage(s)))
    },
  ]
}
