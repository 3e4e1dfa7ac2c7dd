import { Router } from 'express'
import { page, send, type Context } from '../http/context.ts'
import { askedOf, isNarrowed } from '../asked/documents.ts'
import { liveAt } from '../http/lookup.ts'
import { choices, documents as found } from '../queries/documents.ts'
import { names } from '../queries/names.ts'
import { ofCollection, ofDocument } from '../content/tags.ts'
import type { VanBan } from '../content/vanBan.ts'
import { limit } from './limit.ts'

const PAGE = 30

/** Official documents: the list, what is asked of it, and each document's page. */
export function documents(context: Context): Router {
  const { db, pages } = context
  const router = Router()
  const refuses = limit(context)
  router.get(
    '/van-ban',
    page(context, async (req, res, site) => {
      const asked = askedOf(req.query)
      if (asked === null) return send(res, 404, pages.notFound(await site, req.path))
      if (isNarrowed(asked) && (await refuses(req, res, site))) return
      const [topics, offered] = await Promise.all([names(db, 'chu-de'), choices(db)])
      const topic = asked.chuDe === '' ? null : topics.find((t) => t.slug === asked.chuDe)
      if (topic === undefined) return send(res, 404, pages.notFound(await site, req.path))
      const rows = await found(db, { ...asked, chuDe: topic?.taiLieu ?? null, before: asked.truoc, limit: PAGE + 1 })
      const shown = rows.slice(0, PAGE)
      const older = rows.length > PAGE ? shown.at(-1)!.id : null
      const body = pages.documents(await site, { asked, choices: offered, topics, documents: shown, older })
      // Words typed by one reader are asked by nobody else: their page is not kept.
      send(res, 200, body, asked.q === '' ? { tags: [ofCollection('van-ban'), ofCollection('chu-de')] } : {})
    }),
  )
  router.get(
    '/van-ban/:slug',
    page(context, async (req, res, site) => {
      const edition = await liveAt<VanBan>(context, req, res, site, { boSuuTap: 'van-ban', base: '/van-ban' })
      if (edition) send(res, 200, pages.document(await site, edition), { tags: [ofDocument('van-ban', edition.taiLieu)] })
    }),
  )
  return router
}
