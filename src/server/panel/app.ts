/** What answers in the panel's own process: the service alone speaks to it, over a socket that nobody else can open. */
import express, { type Express, type Request, type Response } from 'express'
import type { Failures } from '../../log/failures.ts'

type NextHandler = (req: Request, res: Response) => Promise<void>

export function panelApp(handle: NextHandler, failures: Failures): Express {
  const app = express()
  app.disable('x-powered-by')
  // The service has judged whom it believes; here all is its word.
  app.set('trust proxy', true)
  app.use((req, res) =>
    failures.during({ request: req, route: req.path.startsWith('/admin') ? '/admin' : '/_next', where: 'panel', id: null }, () => handle(req, res)),
  )
  return app
}
