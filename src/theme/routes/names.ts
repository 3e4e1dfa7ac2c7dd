/** The topics and the units a reader can follow. */
import { say } from '../content/words.ts'
import { Router } from 'express'
import { page, send, type Context } from '../http/context.ts'
import { unitTree } from '../pages/unitTree.ts'
import { names, units } from '../queries/names.ts'
import { ofCollection } from '../content/tags.ts'

export function namesRoutes(context: Context): Router {
  const { db, pages } = context
  const router = Router()
  router.get(
    '/chu-de',
    page(context, async (_req, res, site) => {
      const branches = (await names(db, 'chu-de')).map((n) => ({ ...n, duoi: [] }))
      const where = await site
      const data = { title: 'Chủ đề', path: '/chu-de', intro: say(where.settings, 'Những điều {coQuan} kể lâu dài, mỗi chủ đề một danh sách.'), branches }
      send(res, 200, pages.names(where, data), { tags: [ofCollection('chu-de')] })
    }),
  )
  router.get(
    '/don-vi',
    page(context, async (_req, res, site) => {
      const data = { title: 'Đơn vị', path: '/don-vi', intro: 'Các tổ, đoàn thể và lớp có tin bài trên trang.', branches: unitTree(await units(db)) }
      send(res, 200, pages.names(await site, data), { tags: [ofCollection('don-vi')] })
    }),
  )
  return router
}
