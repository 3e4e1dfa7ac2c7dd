/** Headers of every answer of the site: those of a page, until its route says that it is something else. */
import type { RequestHandler, Response } from 'express'
import type { Settings } from '../content/edition.ts'
import type { Theme } from '../pages/site.ts'
import { styleFor } from '../style/index.ts'
import { answersAs, pagePolicy } from './headerPolicy.ts'

export const strictHeaders: RequestHandler = (_req, res, next) => {
  res.removeHeader('X-Powered-By')
  answersAs(res, 'page')
  next()
}

/** A page with these settings is about to be drawn: its own style, named by its hash, may stand in it. */
export const allowStyle = (res: Response, settings: Settings | null, theme: Theme | undefined): void => {
  // The settings may come after the route said that this is no page.
  if (!res.headersSent && (res.locals.answersAs ?? 'page') === 'page') res.setHeader('Content-Security-Policy', pagePolicy(styleFor(settings, theme).source))
}
