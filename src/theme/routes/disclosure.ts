import { Router } from 'express'
import { schoolYearOf, spanOfYear } from '../../policy/time/schoolYear.ts'
import { disclosureOf, yearsOf } from '../content/congKhai.ts'
import { page, send, type Context } from '../http/context.ts'
import { staticPages } from '../queries/trang.ts'
import { ofCollection } from '../content/tags.ts'

/** A school year begins while a page is kept: it is drawn anew within the hour. */
const FRESH = { tags: [ofCollection('trang')], maxAgeMs: 3_600_000 }

export function disclosure(context: Context): Router {
  const { db, pages } = context
  const router = Router()
  const thisYear = (): string => schoolYearOf(Date.now())
  router.get(
    '/cong-khai',
    page(context, async (_req, res, site) => {
      const disclosed = await staticPages(db, 'congKhai')
      const years = yearsOf(disclosed, thisYear()).map((year) => disclosureOf(year, disclosed))
      send(res, 200, pages.disclosure(await site, years), FRESH)
    }),
  )
  router.get(
    '/cong-khai/:namHoc',
    page(context, async (req, res, site) => {
      const namHoc = String(req.params.namHoc)
      const disclosed = spanOfYear(namHoc) ? await staticPages(db, 'congKhai') : []
      const known = spanOfYear(namHoc) !== null && yearsOf(disclosed, thisYear()).includes(namHoc)
      if (!known) return send(res, 404, pages.notFound(await site, req.path), FRESH)
      send(res, 200, pages.disclosureYear(await site, disclosureOf(namHoc, disclosed)), FRESH)
    }),
  )
  return router
}
