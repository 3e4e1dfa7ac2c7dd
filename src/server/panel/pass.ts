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

/** Nobody listens any more: nothing was asked, and the next one may be. */
const isRefused = (error: Error): boolean => ['ECONNREFUSED', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')

const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD'

type Options = { panel: PanelProcess; siteUrl: string; failures: Pick<Failures, 'failed'> }

export function passOn({ panel, siteUrl, failures }: Options): (req: Request, res: Response) => Promise<void> {
  const siteHost = new URL(siteUrl).host
  const away = (req: Request, res: Response, why: Why, id: string | null): void => {
    if (res.destroyed) return
    if (res.headersSent) return void res.destroy()
    answerAway(req, res, why, id)
  }

  /** False where nobody was there to be asked. */
  const visit = (req: Request, res: Response, { socketPath, lost, heard }: Visit, again: boolean): Promise<boolean> =>
    new Promise((answered) => {
      const done = (): void => answered(true)
      const { method, originalUrl: path } = req
      const asked = request({ socketPath, method, path, headers: toPanel(req, siteHost), agent: false })
      // Counted from its last word on: whoever sends or reads slowly ends nobody's panel.
      let silent: NodeJS.Timeout | undefined
      asked.once('finish', () => {
        silent = setTimeout(() => (asked.destroy(new PanelSilent('the panel did not answer')), lost()), SILENT_MS)
      })
      const failed = (error: Error): void => {
        // What is still on its way is read and dropped, or its sender would never see the answer.
        req.unpipe(asked).resume()
        if (isRefused(error)) lost()
        if (isRefused(error) && again) return answered(false)
        if (res.destroyed) return done()
        const id = failures.failed(error, { where: 'panel', request: req, route: '/admin' })
        // Whoever is told to come back finds another.
        void heard()
          .then(() => away(req, res, 'lost', id))
          .finally(done)
      }
      asked.once('close', () => clearTimeout(silent))
      asked.once('error', failed)
      asked.once('response', (answer: IncomingMessage) => {
        clearTimeout(silent)
        res.status(answer.statusCode!)
        for (const [name, value] of Object.entries(fromPanel(answer.headers))) res.setHeader(name, value!)
        // The first bytes of a page leave before the last are drawn.
        res.flushHeaders()
        asked.off('error', failed).on('error', () => req.unpipe(asked).resume())
        pipeline(answer, res, () => done())
      })
      res.once('close', () => {
        asked.destroy()
        done()
      })
      req.pipe(asked)
    })

  const tried = async (req: Request, res: Response, again: boolean): Promise<void> => {
    const entered = await panel.enter(isPage(req) ? PATIENCE_MS.page : PATIENCE_MS.program)
    if ('why' in entered) {
      // What was sent was not read.
      if (!isRead(req) && !res.headersSent) res.set('Connection', 'close')
      return away(req, res, entered.why, entered.id)
    }
    let wasThere = true
    try {
      if (!res.destroyed) wasThere = await visit(req, res, entered, again)
    } finally {
      entered.leave()
    }
    if (!wasThere) await tried(req, res, false)
  }
  return (req, res) => tried(req, res, isRead(req))
}
