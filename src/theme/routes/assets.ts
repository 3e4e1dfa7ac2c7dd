import { Router } from 'express'
import { hoaBan } from '../motif.ts'
import { styleFor } from '../style/index.ts'
import { send, type Context } from '../context.ts'

/** The style sheet and the icon. */
export function assets({ site, theme }: Pick<Context, 'site' | 'theme'>): Router {
  const router = Router()
  router.get('/giao-dien/:name', async (req, res, next) => {
    const style = styleFor((await site(res)).settings, theme)
    if (req.path !== style.href) return next()
    send(res, 200, style.css, { type: 'css', tags: [], immutable: true })
  })
  router.get('/favicon.svg', (_req, res) => {
    res
      .set('Cache-Control', 'public, max-age=86400')
      .type('svg')
      .send(hoaBan('hoa').text.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg" color="#7a1f57"'))
  })
  return router
}
