/** Kept pages first, then Express: health, REST, the site; what is left goes to the panel or to the site's 404. */
import type { RequestListener, ServerOptions } from 'node:http'
import express, { type RequestHandler } from 'express'
import type { Payload } from 'payload'
import { schoolFront, schoolSite, siteEnd } from '../theme/index.ts'
import { runtimeOf } from '../runtime.ts'
import { schoolIntake } from '../intake/intake.ts'
import { schoolDesk, schoolOnAir } from '../desk/desk.ts'
import { deskOptionsOf } from './deskOptions.ts'
import { begunElsewhere } from './begin.ts'
import { health } from './health.ts'
import { speakVietnamese } from './language.ts'
import { SERVER_LIMITS } from './limits.ts'
import { metricsOf } from './metrics.ts'
import { nhanLoiPages } from './nhanLoi.ts'
import { oneShape } from './oneShape.ts'
import { ownWrites } from './origin.ts'
import { slowBodies } from './slowBodies.ts'
import { trustProxy, warnOfStrangers, type TrustProxy } from './proxy.ts'
import { rest } from './rest.ts'
import { signInsOf } from './signIn.ts'
import { siteOptionsOf, type MountedSite } from './siteOptions.ts'

/** Where a class sends what it has to tell. */
const INTAKE_AT = '/gui-bai'

type Options = {
  payload: Payload
  /** The key of `getPayload({ key })`, where one process serves several schools. */
  instanceKey?: string
  siteUrl: string
  migrations: readonly string[]
  metricsToken: string | null
  panel?: RequestHandler
  cdnSeconds?: number | null
  trustedProxies?: TrustProxy
}

/** `createServer(options, handle)`: the limits of a connection, and requests in the shape that is answered fastest. `close` lets go of what it holds. */
export type App = { handle: RequestListener; options: ServerOptions } & Pick<MountedSite, 'cache' | 'close'>

export function createApp({ payload, instanceKey, siteUrl, migrations, metricsToken, panel, cdnSeconds, trustedProxies }: Options): App {
  const app = express()
  const site = { ...siteOptionsOf(payload, { siteUrl, cdnSeconds }), intake: INTAKE_AT }
  const { failures } = runtimeOf(payload)
  const metrics = metricsOf(runtimeOf(payload))
  app.disable('x-powered-by')
  trustProxy(app, trustedProxies)
  app.set('query parser', 'simple')
  app.use(slowBodies)
  app.use(metrics.countAnswers)
  app.use(warnOfStrangers(payload.logger))
  app.use(health({ db: site.db, migrations, metricsToken, metrics, log: failures }))
  app.use(speakVietnamese)
  const signIns = signInsOf(payload, siteUrl)
  app.use(nhanLoiPages(payload, siteUrl))
  app.use('/api', rest(payload, siteUrl, instanceKey, signIns))
  const deskOptions = deskOptionsOf(payload, { siteUrl, instanceKey, signIns, db: site.db })
  app.use('/lam-viec', schoolDesk(deskOptions))
  app.use('/phat-thanh', schoolOnAir(deskOptions))
  const intake = schoolIntake({ payload, settings: deskOptions.settings, folder: runtimeOf(payload).waitingFiles })
  app.use(INTAKE_AT, intake.router)
  if (panel) {
    app.use('/admin', ownWrites(payload, siteUrl))
    app.use(begunElsewhere(payload))
    app.use((req, res, next) => {
      if (!/^\/(admin|_next)(\/|$)/.test(req.path)) return next()
      return failures.during({ request: req, route: req.path.startsWith('/admin') ? '/admin' : '/_next', where: 'panel', id: null }, () =>
        panel(req, res, next),
      )
    })
  }
  app.use(schoolSite(site))
  app.use(...siteEnd(site))
  const close = (): Promise<void> => {
    metrics.close()
    intake.close()
    return site.close()
  }
  return { handle: schoolFront(site.cache, app), options: { ...SERVER_LIMITS, ...oneShape(app) }, cache: site.cache, close }
}
