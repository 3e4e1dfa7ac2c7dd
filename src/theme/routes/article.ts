import { Router } from 'express'
import { page, send, type Context } from '../http/context.ts'
import type { Story } from '../content/edition.ts'
import { liveAt } from '../http/lookup.ts'
import { correctionsOf, replacedAt, stories } from '../queries/editions.ts'
import { ofDocument, ofList } from '../content/tags.ts'

export function article(context: Context): Router {
  const { db, pages } = context
  const router = Router()
  router.get(
    '/bai/:slug',
    page(context, async (req, res, site) => {
      const edition = await liveAt<Story>(context, req, res, site, { boSuuTap: 'tin-bai', base: '/bai' })
      if (!edition) return
      const topic = edition.noiDung.chuDe?.[0]
      const [related, corrections, replaced] = await Promise.all([
        topic ? stories(db, { chuDe: topic.taiLieu, except: [edition.id], limit: 3 }) : [],
        correctionsOf(db, edition.taiLieu),
        edition.lan > 1 ? replacedAt(db, 'tin-bai', edition.taiLieu) : [],
      ])
      const tags = [ofDocument('tin-bai', edition.taiLieu), ofList('tin-bai', 'loai', 'dinhChinh')]
      if (topic) tags.push(ofList('tin-bai', 'chuDe', topic.taiLieu))
      send(res, 200, pages.article(await site, edition, { related, corrections, replaced }), { tags })
    }),
  )
  return router
}
