/** Rule: a page has one address. The site's own pages and feeds, asked with capitals or a slash at the end, answer where they are. */
import { Router } from 'express'
import { FEEDS } from '../../policy/gate/machineFiles.ts'
import { isSitePage, SITE_PAGES } from '../../policy/gate/sitePages.ts'
import { writtenAs } from '../http/redirect.ts'

const OWN = SITE_PAGES.map(({ path }) => path).filter(isSitePage)
const FIXED = new Set([...OWN, ...FEEDS, '/lich.ics', '/sitemap.xml', '/robots.txt'])

export function oneAddress(): Router {
  const router = Router()
  router.use((req, res, next) => {
    if ((req.method !== 'GET' && req.method !== 'HEAD') || FIXED.has(req.path)) return next()
    const meant = req.path.toLowerCase().replace(/\/+$/, '')
    if (!FIXED.has(meant)) return next()
    const query = req.originalUrl.indexOf('?')
    writtenAs(res, query < 0 ? meant : meant + req.originalUrl.slice(query))
  })
  return router
}
