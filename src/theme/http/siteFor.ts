import type { Response } from 'express'
import type { SchoolSiteOptions } from './context.ts'
import { displayOf } from '../asked/display.ts'
import { allowStyle } from './headers.ts'
import type { Site } from '../pages/site.ts'
import type { SiteNow } from '../queries/siteNow.ts'

/** What the pages of one answer are drawn with: what the site says now, as this reader wants pages shown. */
export function siteFor(res: Response, { siteUrl, evidence, theme }: SchoolSiteOptions, { settings, khan }: Pick<SiteNow, 'settings' | 'khan'>): Site {
  allowStyle(res, settings, theme)
  return { settings, khan, siteUrl, soDuyet: evidence !== undefined, display: displayOf(res.req.headers.cookie), ...(theme ? { theme } : {}) }
}
