/** The last word of a site: 404 for what nobody answered, plain sentences for what failed, which is told here and nowhere before. */
import { setTimeout as pause } from 'node:timers/promises'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { kindOf, STATUS_OF } from '../../policy/failures/kind.ts'
import { SILENT } from '../../policy/failures/log.ts'
import { routeOf } from '../cache/route.ts'
import { PAGES } from '../pages/index.ts'
import type { Site } from '../pages/site.ts'
import { siteNow } from '../queries/siteNow.ts'
import { send, type SchoolSiteOptions } from './context.ts'
import { siteFor } from './siteFor.ts'

const SETTINGS_MS = 500
const RETRY_S = '10'
const NOTHING_KNOWN = { settings: null, khan: [] }

/** Mount after everything else. */
export function siteEnd(options: SchoolSiteOptions): [RequestHandler, (error: unknown, req: Request, res: Response, next: NextFunction) => Promise<void>] {
  const pages = { ...PAGES, ...options.pages }
  const log = options.log ?? SILENT
  const tell = (error: unknown, req: Request, status?: number): string | null =>
    log.failed(error, { where: 'site', request: req, route: routeOf(req), ...(status === undefined ? {} : { status }) })
  const site = async (res: Response): Promise<Site> => {
    const known = await siteNow(options.db, options.collections).catch((error: unknown) => {
      tell(error, res.req, 404)
      return NOTHING_KNOWN
    })
    return siteFor(res, options, known)
  }
  // Whoever waited for a database that says nothing does not wait for its settings too; why they are not there was told just now.
  const knownAtOnce = (): Promise<Parameters<typeof siteFor>[2]> =>
    Promise.race([siteNow(options.db, options.collections).catch(() => NOTHING_KNOWN), pause(SETTINGS_MS, NOTHING_KNOWN, { ref: false })])

  const answerFailure = async (error: unknown, req: Request, res: Response): Promise<void> => {
    const kind = kindOf(error) ?? 'stranger'
    const status = STATUS_OF[kind]
    const id = tell(error, req)
    // Half an answer is cut off.
    if (res.headersSent) return void res.destroy()
    const drawn = siteFor(res, options, await knownAtOnce())
    if (kind === 'stranger') return send(res, 400, pages.badRequest(drawn))
    if (id !== null) res.set('X-Request-Id', id)
    if (status === 503) res.set('Retry-After', RETRY_S)
    const body = status === 503 ? pages.unavailable(drawn, id) : pages.failed(drawn, id)
    res.status(status).type('html').set('Cache-Control', 'no-store').send(body)
  }

  return [
    async (req, res) => {
      if (req.method === 'GET' || req.method === 'HEAD') return send(res, 404, pages.notFound(await site(res), req.path))
      res.set('Allow', 'GET, HEAD').status(405).type('txt').send('Trang này chỉ để đọc.')
    },
    // Express knows a handler of errors by its four parameters, and waits for what it promises.
    (error, req, res, _next) => answerFailure(error, req, res),
  ]
}
