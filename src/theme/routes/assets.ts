import { Router } from 'express'
import { hoaBan } from '../motif.ts'
import { styleFor } from '../style/index.ts'
import type { Context } from '../context.ts'
import { lastOf } from '../lastPages.ts'

const FOREVER = 'public, max-age=31536000, immutable'

/** The style sheet and the icon. */
export function assets({ site, theme }: Pick<Context, 'site' | 'theme'>): Router {
  const router = Router()
  router.get('/giao-dien/:name', async (req, res, next) => {
    const style = styleFor((await site(res)).settings, theme)
    if (req.path !== style.href) return next()
    lastOf(res).remember({ type: 'css', body: style.css }, res.locals.khanConMs as number)
    res.set('Cache-Control', FOREVER).type('css').send(style.css)
  })
  router.get('/favicon.svg', (_req, res) => {
    res
      .set('Cache-Control', 'public, max-age=86400')
      .type('svg')
      .send(hoaBan('hoa').text.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg" color="#7a1f57"'))
  })
  return router
}
