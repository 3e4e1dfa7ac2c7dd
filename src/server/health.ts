import { timingSafeEqual } from 'node:crypto'
import { Router, type Request } from 'express'
import { SILENT, type FailureLog } from '../policy/failures/log.ts'
import type { Db } from '../theme/queries/db.ts'
import { metricsOf, type Metrics } from './metrics.ts'

/** `metrics`: of this app; without them those of the process alone. `log`: hears why the database is not ready. */
type Options = { db: Db; migrations: readonly string[]; metricsToken: string | null; metrics?: Pick<Metrics, 'registry'>; log?: FailureLog }

const isLoopback = (req: Request): boolean =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(req.socket.remoteAddress ?? '') && !req.headers['x-forwarded-for']

function hasToken(req: Request, token: string | null): boolean {
  const given = Buffer.from(req.headers.authorization?.replace(/^Bearer /, '') ?? '')
  return token !== null && given.length === Buffer.byteLength(token) && timingSafeEqual(given, Buffer.from(token))
}

/** Alive; ready (database and migrations); metrics for this machine or whoever holds the token. */
export function health({ db, migrations, metricsToken, metrics, log = SILENT }: Options): Router {
  const router = Router()
  const { registry } = metrics ?? metricsOf(null)
  router.get('/healthz', (_req, res) => void res.json({ ok: true }))
  router.get('/readyz', async (req, res) => {
    const done = await db.query('select name from payload_migrations').then(
      (r) => r.rows.map((row) => String(row.name)),
      (error: unknown) => {
        log.failed(error, { where: 'readyz', request: req, route: '/readyz', again: true })
        return null
      },
    )
    const pending = done === null ? migrations : migrations.filter((name) => !done.includes(name))
    res
      .status(done !== null && pending.length === 0 ? 200 : 503)
      .json({ ok: done !== null && pending.length === 0, database: done !== null, pendingMigrations: pending.length })
  })
  router.get('/metrics', async (req, res, next) => {
    if (!isLoopback(req) && !hasToken(req, metricsToken)) return next()
    res.type(registry.contentType).send(await registry.metrics())
  })
  return router
}
