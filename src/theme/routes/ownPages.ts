/** Pages and lists of the collections a school adds to the theme's own. */
import { Router } from 'express'
import { baseOf } from '../../policy/gate/gates/index.ts'
import { before } from '../asked/before.ts'
import type { Frozen } from '../content/ownPage.ts'
import { ofCollection, ofDocument } from '../content/tags.ts'
import { page, send, type Context } from '../http/context.ts'
import { liveAt } from '../http/lookup.ts'
import { ownListPage, ownPage } from '../pages/ownPage.ts'
import { editionsOf } from '../queries/editions.ts'

const PAGE = 20

export function ownPages(context: Context): Router {
  const { db, pages, collections = [] } = context
  const router = Router()
  for (const own of collections) {
    const { slug: boSuuTap } = own.gate
    const base = baseOf(own.gate)
    if (!base) continue
    router.get(
      base,
      page(context, async (req, res, site) => {
        const truoc = before(req)
        const found = truoc === undefined ? [] : await editionsOf<Frozen>(db, boSuuTap, { before: truoc, limit: PAGE + 1 })
        // An address nobody was ever given: past the end there is no page.
        if (truoc === undefined || (truoc !== null && found.length === 0)) return send(res, 404, pages.notFound(await site, req.path))
        const editions = found.slice(0, PAGE)
        const list = { editions, older: found.length > PAGE ? editions.at(-1)!.id : null, truoc }
        send(res, 200, ownListPage(await site, own, list), { tags: [ofCollection(boSuuTap)] })
      }),
    )
    router.get(
      `${base}/:slug`,
      page(context, async (req, res, site) => {
        const edition = await liveAt<Frozen>(context, req, res, site, { boSuuTap, base })
        if (edition) send(res, 200, ownPage(await site, own, edition), { tags: [ofDocument(boSuuTap, edition.taiLieu)] })
      }),
    )
  }
  return router
}
