import { Router } from 'express'
import { schoolYearOf } from '../../policy/time/schoolYear.ts'
import { yearsOf } from '../content/congKhai.ts'
import { page, send, type Context } from '../http/context.ts'
import { names } from '../queries/names.ts'
import { staticPages } from '../queries/trang.ts'
import { EVERY_PAGE, ofCollection } from '../content/tags.ts'

/** What the site says of itself: the site map and how well it can be used. */
export function aboutSite(context: Context): Router {
  const { db, pages } = context
  const router = Router()
  router.get(
    '/so-do-trang',
    page(context, async (_req, res, site) => {
      const [found, topics, units] = await Promise.all([staticPages(db), names(db, 'chu-de'), names(db, 'don-vi')])
      const years = yearsOf(
        found.filter((p) => p.noiDung.muc === 'congKhai'),
        schoolYearOf(Date.now()),
      )
      const tags = [ofCollection('trang'), ofCollection('chu-de'), ofCollection('don-vi')]
      send(res, 200, pages.siteMap(await site, { pages: found, topics, units, years }), { tags, maxAgeMs: 3_600_000 })
    }),
  )
  router.get(
    '/tro-nang',
    page(context, async (_req, res, site) => send(res, 200, pages.accessibility(await site), { tags: [EVERY_PAGE] })),
  )
  router.get(
    '/kenh-chinh-thuc',
    page(context, async (_req, res, site) => send(res, 200, pages.channels(await site), { tags: [EVERY_PAGE] })),
  )
  return router
}
