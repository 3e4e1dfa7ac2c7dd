import { timingSafeEqual } from 'node:crypto'
import { Router, type Request } from 'express'
import client from 'prom-client'
import type { Db } from '../theme/queries/db.ts'

type Options = { db: Db; migrations: readonly string[]; metricsToken: string | null }

const isLoopback = (req: Request): boolean =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(req.socket.remoteAddress ?? '') && !req.headers['x-forwarded-for']

function hasToken(req: Request, token: string | null): boolean {
  const given = Buffer.from(req.headers.authorization?.replace(/^Bearer /, '') ?? '')
  return token !== null && given.length === Buffer.byteLength(token) && timingSafeEqual(given, Buffer.from(token))
}

/** Alive; ready (database and migrations); metrics for this machine or whoever holds the token. */
export function health({ db, migrations, metricsToken }: Options): Router {
  const router = Router()
  client.collectDefaultMetrics()
  router.get('/healthz', (_req, res) => void res.json({ ok: true }))
  router.get('/readyz', async (_req, res) => {
    const done = await db.query('select name from payload_migrations').then(
      (r) => r.rows.map((row) => String(row.name)),
      () => null,
    )
    const pending = done === null ? migrations : migrations.filter((name) => !done.includes(name))
    res
      .status(done !== null && pending.length === 0 ? 200 : 503)
      .json({ ok: done !== null && pending.length === 0, database: done !== null, pendingMigrations: pending.length })
  })
  router.get('/metrics', async (req, res, next) => {
    if (!isLoopback(req) && !hasToken(req, metricsToken)) return next()
    res.type(client.register.contentType).send(await client.register.metrics())
  })
  return router
}
