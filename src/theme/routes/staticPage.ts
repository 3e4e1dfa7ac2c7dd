import { Router } from 'express'
import { isSlug } from '../../policy/gate/slug.ts'
import { send, type Context } from '../http/context.ts'
import { liveAt } from '../http/lookup.ts'
import { ofDocument } from '../content/tags.ts'
import type { Trang } from '../content/trang.ts'

/** `/<slug>`: goes after every other route, and passes on what no static page ever stood at. */
export function staticPage(context: Context): Router {
  const { pages } = context
  const router = Router()
  router.get('/:slug', async (req, res, next) => {
    // A page of before a word was reserved stands there until the site itself answers at it.
    if (!isSlug(req.params.slug)) return next()
    const site = context.site(res)
    const edition = await liveAt<Trang>(context, req, res, site, { boSuuTap: 'trang', base: '', otherwise: next })
    if (edition) send(res, 200, pages.staticPage(await site, edition), { tags: [ofDocument('trang', edition.taiLieu)] })
  })
  return router
}
