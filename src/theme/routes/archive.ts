/** Every story, by kind, by school year and by month: addresses that stay the same for ten years. */
import { Router } from 'express'
import { monthsOf, schoolYearOf, spanOfMonth, spanOfYear, yearsOf } from '../../policy/time/schoolYear.ts'
import { page, send, type Context } from '../http/context.ts'
import { LOAI, type Story } from '../content/edition.ts'
import type { Ways } from '../pages/list.ts'
import { monthsOfStories } from '../queries/editions.ts'
import { ofCollection, ofList } from '../content/tags.ts'
import { storyPage, type About } from './list.ts'

const ALL = { ten: 'Tin bài', duongDan: '/tin-bai' }
const monthName = (thang: string): string => `Tháng ${Number(thang.slice(5))}/${thang.slice(0, 4)}`

const kinds = (current?: Story['loai']): Ways => ({
  title: 'Theo loại',
  items: Object.entries(LOAI).map(([loai, { ten, duongDan }]) => ({ ten, duongDan, current: loai === current })),
})
/** `months`: those in which a story stands; nothing leads to an empty one. */
const years = (months: readonly string[], current?: string): Ways => ({
  title: 'Theo năm học',
  items: yearsOf(months).map((nam) => ({ ten: nam, duongDan: `/nam-hoc/${nam}`, current: nam === current })),
})
const monthsIn = (namHoc: string, months: readonly string[], current?: string): Ways => ({
  title: `Các tháng của năm học ${namHoc}`,
  items: monthsOf(namHoc, months).map((thang) => ({ ten: monthName(thang), duongDan: `/thang/${thang}`, current: thang === current })),
})

export function archive(context: Context): Router {
  const { db, pages } = context
  const router = Router()
  const all = [ofCollection('tin-bai')]
  router.get(
    '/tin-bai',
    page(context, async (req, res, site) => {
      const about = async (): Promise<About> => {
        const ways = [kinds(), years(await monthsOfStories(db))]
        return { title: ALL.ten, path: ALL.duongDan, ways, head: { feeds: { title: ALL.ten, base: '' } } }
      }
      await storyPage(context, req, res, site, about, {}, all)
    }),
  )
  for (const loai of ['tin', 'bai', 'dinhChinh'] as const) {
    const { ten, duongDan } = LOAI[loai]
    router.get(
      duongDan,
      page(context, (req, res, site) =>
        storyPage(
          context,
          req,
          res,
          site,
          { title: ten, path: duongDan, above: [ALL], ways: [kinds(loai)], head: { feeds: { title: ten, base: duongDan } } },
          { loai },
          [ofList('tin-bai', 'loai', loai)],
        ),
      ),
    )
  }
  router.get(
    '/nam-hoc/:nam',
    page(context, async (req, res, site) => {
      const nam = String(req.params.nam)
      const within = spanOfYear(nam)
      if (!within) return send(res, 404, pages.notFound(await site, req.path))
      const about = async (): Promise<About> => {
        const months = await monthsOfStories(db)
        const ways = [monthsIn(nam, months), years(months, nam)]
        return { title: `Tin bài năm học ${nam}`, path: `/nam-hoc/${nam}`, above: [ALL], ways }
      }
      await storyPage(context, req, res, site, about, { within }, all)
    }),
  )
  router.get(
    '/thang/:thang',
    page(context, async (req, res, site) => {
      const thang = String(req.params.thang)
      const within = spanOfMonth(thang)
      if (!within) return send(res, 404, pages.notFound(await site, req.path))
      const nam = schoolYearOf(within.from)
      const above = [ALL, { ten: `Năm học ${nam}`, duongDan: `/nam-hoc/${nam}` }]
      const title = `Tin bài ${monthName(thang).toLowerCase()}`
      const about = async (): Promise<About> => ({ title, path: `/thang/${thang}`, above, ways: [monthsIn(nam, await monthsOfStories(db), thang)] })
      await storyPage(context, req, res, site, about, { within }, all)
    }),
  )
  return router
}
