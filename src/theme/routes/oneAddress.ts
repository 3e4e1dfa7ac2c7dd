/** Rule: a page has one address. The site's own pages and feeds, asked with capitals or a slash at the end, answer where they are. */
import { Router } from 'express'
import { isSitePage, SITE_PAGES } from '../../policy/gate/sitePages.ts'
import { KIND_PAGES } from '../machines/commonPages.ts'
import { writtenAs } from '../http/redirect.ts'
import { FEED_FILES } from '../machines/feed.ts'

const OWN = SITE_PAGES.map(({ path }) => path).filter(isSitePage)
const FEEDS = ['', ...KIND_PAGES].flatMap((base) => Object.keys(FEED_FILES).map((file) => `${base}/${file}`))
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
