/** Kept pages first, then Express: health, REST, the site; what is left goes to the panel or to the site's 404. */
import type { RequestListener } from 'node:http'
import express, { type RequestHandler } from 'express'
import type { Payload } from 'payload'
import { readBytes, verifiedPath } from '../actions/facts/fileStore.ts'
import { runtimeOf } from '../runtime.ts'
import { schoolCache, schoolFront, schoolSite, siteEnd, type SchoolCache } from '../theme/index.ts'
import { evidenceOf } from './evidence.ts'
import { health } from './health.ts'
import { loginLimit } from './loginLimit.ts'
import { listenerOf, readersOf } from './readers.ts'
import { rest } from './rest.ts'

type Options = {
  payload: Payload
  siteUrl: string
  migrations: readonly string[]
  metricsToken: string | null
  panel?: RequestHandler
  cdnSeconds?: number | null
}

/** `handle` is the handler of the HTTP server; `close` lets go of what it holds. */
export type App = { handle: RequestListener; cache: SchoolCache['pages']; close: () => Promise<void> }

export function createApp({ payload, siteUrl, migrations, metricsToken, panel, cdnSeconds }: Options): App {
  const app = express()
  const db = readersOf(payload)
  const kept = schoolCache({ db, listener: () => listenerOf(payload) })
  const drop = (tags: readonly string[]): void => kept.pages.drop(tags)
  runtimeOf(payload).afterEdition.add(drop)
  const readFile = (hash: string): Promise<Buffer | null> => readBytes(runtimeOf(payload).fileStore, hash)
  const filePath = (hash: string): Promise<string | null> => verifiedPath(runtimeOf(payload).fileStore, hash)
  const cdn = cdnSeconds ? { seconds: cdnSeconds } : undefined
  const site = { db, siteUrl, cache: kept.pages, cdn, readFile, filePath, evidence: evidenceOf(payload) }
  app.disable('x-powered-by')
  app.set('trust proxy', 'loopback')
  app.set('query parser', 'simple')
  app.use(health({ db, migrations, metricsToken }))
  app.use('/api', loginLimit())
  app.use('/api', rest(payload.config, siteUrl))
  if (panel) app.use((req, res, next) => (/^\/(admin|_next)(\/|$)/.test(req.path) ? panel(req, res, next) : next()))
  app.use(schoolSite(site))
  app.use(...siteEnd(site))
  const close = (): Promise<void> => {
    runtimeOf(payload).afterEdition.delete(drop)
    return kept.close()
  }
  return { handle: schoolFront(kept.pages, app), cache: kept.pages, close }
}
