/** Passes a visit on to the panel's process and its answer back, as it comes; whoever hangs up on either side ends both. */
import { request, type IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream'
import type { Request, Response } from 'express'
import type { Failures } from '../../log/failures.ts'
import { answerAway, isPage, type Why } from './away.ts'
import { fromPanel, toPanel } from './headers.ts'
import type { PanelProcess, Visit } from './process.ts'

/** Whoever looks at it is told that it takes a moment; a program waits for its answer. */
const PATIENCE_MS = { page: 5000, program: 30_000 }
/** No question to the database takes so long: nothing comes any more. */
const SILENT_MS = 60_000

class PanelSilent extends Error {
  override name = 'PanelSilent'
}

type Options = { panel: PanelProcess; siteUrl: string; failures: Pick<Failures, 'failed'> }

export function passOn({ panel, siteUrl, failures }: Options): (req: Request, res: Response) => Promise<void> {
  const siteHost = new URL(siteUrl).host
  const away = (req: Request, res: Response, why: Why, id: string | null): void => {
    if (res.destroyed) return
    if (res.headersSent) return void res.destroy()
    // What was sent may not have been read to its end.
    if (req.method !== 'GET' && req.method !== 'HEAD') res.set('Connection', 'close')
    answerAway(req, res, why, id)
  }

  const visit = (req: Request, res: Response, { socketPath, lost }: Visit): Promise<void> =>
    new Promise((done) => {
      const { method, originalUrl: path } = req
      const asked = request({ socketPath, method, path, headers: toPanel(req, siteHost), agent: false, timeout: SILENT_MS })
      const failed = (error: Error): void => {
        if (!res.destroyed) away(req, res, 'lost', failures.failed(error, { where: 'panel', request: req, route: '/admin' }))
        done()
      }
      asked.once('timeout', () => {
        asked.destroy(new PanelSilent('the panel did not answer'))
        lost()
      })
      asked.once('error', failed)
      asked.once('response', (answer: IncomingMessage) => {
        res.status(answer.statusCode!)
        for (const [name, value] of Object.entries(fromPanel(answer.headers))) res.setHeader(name, value!)
        // The first bytes of a page leave before the last are drawn.
        res.flushHeaders()
        asked.off('error', failed).on('error', () => undefined)
        pipeline(answer, res, () => done())
      })
      res.once('close', () => {
        asked.destroy()
        done()
      })
      pipeline(req, asked, () => undefined)
    })

  return async (req, res) => {
    const entered = await panel.enter(isPage(req) ? PATIENCE_MS.page : PATIENCE_MS.program)
    if ('why' in entered) return away(req, res, entered.why, entered.id)
    try {
      if (!res.destroyed) await visit(req, res, entered)
    } finally {
      entered.leave()
    }
  }
}
