/** Express in front: health, REST, the site; what is left goes to the panel or to the site's 404. */
import express, { type Express, type RequestHandler } from 'express'
import type { Payload } from 'payload'
import { readBytes, verifiedPath } from '../actions/facts/fileStore.ts'
import { runtimeOf } from '../runtime.ts'
import { steadyPg } from '../start/steadyPg.ts'
import { LastPages, schoolSite, siteEnd } from '../theme/index.ts'
import type { Db } from '../theme/queries/db.ts'
import { evidenceOf } from './evidence.ts'
import { health } from './health.ts'
import { loginLimit } from './loginLimit.ts'
import { rest } from './rest.ts'

type Options = { payload: Payload; siteUrl: string; migrations: readonly string[]; metricsToken: string | null; panel?: RequestHandler }

/** Readers have connections of their own: however many people wait for a lock, the pages of the site do not. */
function readersOf(payload: Payload): Db {
  const { poolOptions } = payload.db as unknown as { poolOptions: object }
  return new steadyPg.Pool({ ...poolOptions, max: 6, connectionTimeoutMillis: 3000, statement_timeout: 5000, allowExitOnIdle: true })
}

export function createApp({ payload, siteUrl, migrations, metricsToken, panel }: Options): Express {
  const app = express()
  const db = readersOf(payload)
  const lastPages = new LastPages()
  runtimeOf(payload).afterEdition.add(() => lastPages.forgetAll())
  const readFile = (hash: string): Promise<Buffer | null> => readBytes(runtimeOf(payload).fileStore, hash)
  const filePath = (hash: string): Promise<string | null> => verifiedPath(runtimeOf(payload).fileStore, hash)
  const site = { db, siteUrl, lastPages, readFile, filePath, evidence: evidenceOf(payload) }
  app.disable('x-powered-by')
  app.set('trust proxy', 'loopback')
  app.set('query parser', 'simple')
  app.use(health({ db, migrations, metricsToken }))
  app.use('/api', loginLimit())
  app.use('/api', rest(payload.config, siteUrl))
  if (panel) app.use((req, res, next) => (/^\/(admin|_next)(\/|$)/.test(req.path) ? panel(req, res, next) : next()))
  app.use(schoolSite(site))
  app.use(...siteEnd(site))
  return app
}
