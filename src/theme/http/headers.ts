/** Headers of every answer of the site. Rule: nothing runs in a page, and nothing in it comes from elsewhere; its own style is named by its hash. */
import type { Response } from 'express'
import helmet from 'helmet'
import { styleFor } from '../style/index.ts'
import type { Settings } from '../content/edition.ts'
import type { Theme } from '../pages/site.ts'

// Nothing here connects anywhere; `connect-src` lets checkers that run inside the page fetch /robots.txt.
const policy = (style = "'none'"): string =>
  `default-src 'none';img-src 'self';style-src ${style};connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'`
const POLICY = 'Content-Security-Policy'

const strict = helmet({ contentSecurityPolicy: false, referrerPolicy: { policy: 'strict-origin-when-cross-origin' }, strictTransportSecurity: false })

export const strictHeaders: typeof strict = (req, res, next) => {
  res.setHeader(POLICY, policy())
  strict(req, res, next)
}

/** A page with these settings is about to be drawn: its own style may stand in it. */
export const allowStyle = (res: Response, settings: Settings | null, theme: Theme | undefined): void => {
  if (!res.headersSent) res.setHeader(POLICY, policy(styleFor(settings, theme).source))
}
