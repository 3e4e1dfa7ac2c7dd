import type { Response } from 'express'
import type { SchoolSiteOptions } from './context.ts'
import { displayOf } from '../asked/display.ts'
import type { Settings } from '../content/edition.ts'
import { allowStyle } from './headers.ts'
import type { Site } from '../pages/site.ts'

/** What the pages of one answer are drawn with: these settings, as this reader wants pages shown. */
export function siteFor(res: Response, { siteUrl, evidence, theme }: SchoolSiteOptions, settings: Settings | null): Site {
  allowStyle(res, settings, theme)
  return { settings, siteUrl, soDuyet: evidence !== undefined, display: displayOf(res.req.headers.cookie), ...(theme ? { theme } : {}) }
}
