/** Express in front: health, REST, the site; what is left goes to the panel or to the site's 404. */
import express, { type Express, type RequestHandler } from 'express'
import type { Payload } from 'payload'
import { schoolSite, siteEnd } from '../theme/index.ts'
import { health } from './health.ts'
import { loginLimit } from './loginLimit.ts'
import { rest } from './rest.ts'
import { siteOptionsOf } from './siteOptions.ts'

type Options = { payload: Payload; siteUrl: string; migrations: readonly string[]; metricsToken: string | null; panel?: RequestHandler }

export function createApp({ payload, siteUrl, migrations, metricsToken, panel }: Options): Express {
  const app = express()
  const site = siteOptionsOf(payload, siteUrl)
  app.disable('x-powered-by')
  app.set('trust proxy', 'loopback')
  app.set('query parser', 'simple')
  app.use(health({ db: site.db, migrations, metricsToken }))
  app.use('/api', loginLimit())
  app.use('/api', rest(payload.config, siteUrl))
  if (panel) app.use((req, res, next) => (/^\/(admin|_next)(\/|$)/.test(req.path) ? panel(req, res, next) : next()))
  app.use(schoolSite(site))
  app.use(...siteEnd(site))
  return app
}
